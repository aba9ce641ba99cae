import { IsOptional, IsUUID, Length, Matches, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { LocalDateScalar } from '../../../shared/scalars';
import { CentreArgs } from '../reports/report.args';
import { ReportDefinition } from './definition';

@ArgsType()
export class RunReportArgs extends CentreArgs {
  @Field(() => ReportDefinition, {
    nullable: true,
    description: 'What the report tells; or else `savedReportId`.',
  })
  @IsOptional()
  @ValidateNested()
  definition?: ReportDefinition | null;

  @Field(() => ID, { nullable: true, description: 'A report that is kept; or else `definition`.' })
  @IsOptional()
  @IsUUID()
  savedReportId?: string | null;

  @Field(() => LocalDateScalar, { description: 'The first day, of each service centre’s own calendar.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'The last day; 1100 days at the most.' })
  to!: string;
}

@InputType({ description: 'A custom report to keep.' })
export class SaveReportInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The report of one’s own to change; a new one if left out.',
  })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field({ description: 'What it is called, 1 to 100 characters.' })
  @Length(1, 100)
  @Matches(/\S/, { message: 'this cannot be blank' })
  name!: string;

  @Field({ defaultValue: false, description: 'Whether all who may see reports find it.' })
  shared!: boolean;

  @Field(() => ReportDefinition, { description: 'What it tells.' })
  @ValidateNested()
  definition!: ReportDefinition;

  @Field(() => Int, { nullable: true, description: 'CONFLICT when the report has another version by now.' })
  @IsOptional()
  @Min(1)
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  idempotencyKey?: string | null;
}
