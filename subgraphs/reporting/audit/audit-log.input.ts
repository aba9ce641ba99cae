import { IsOptional, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which entries. Everything given must hold.' })
export class AuditLogFilter {
  @Field(() => String, { nullable: true, description: 'About records of this kind, such as `JobCard`.' })
  @IsOptional()
  @Length(1, 60)
  entityType?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this record.' })
  @IsOptional()
  @IsUUID()
  entityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Done by this user, client or link.' })
  @IsOptional()
  @IsUUID()
  actorId?: string | null;
}
