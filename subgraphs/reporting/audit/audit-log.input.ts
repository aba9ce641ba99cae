import { IsOptional, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { LogFilter } from './log-filter.input';

@InputType({ description: 'Which entries. Everything given must hold.' })
export class AuditLogFilter extends LogFilter {
  @Field(() => String, { nullable: true, description: 'What was done, such as `update` or `cancel`.' })
  @IsOptional()
  @Length(1, 60)
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'About records of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;
}
