import { IsOptional, IsUUID, Length, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { LocalDateScalar } from '../../../shared/scalars';
import { ReportDefinition } from '../builder/definition';
import { ExportFormat, ExportList } from './export.enums';
import { FixedReport } from './fixed/fixed-report.enum';

@InputType({
  description: 'What to export: a list, a fixed report, a custom one, or one that is kept; one of them.',
})
export class ExportReportInput {
  @Field(() => ExportFormat, { description: 'What kind of file.' })
  format!: ExportFormat;

  @Field(() => ReportDefinition, { nullable: true, description: 'A custom report.' })
  @IsOptional()
  @ValidateNested()
  definition?: ReportDefinition | null;

  @Field(() => ID, { nullable: true, description: 'A custom report that is kept.' })
  @IsOptional()
  @IsUUID()
  savedReportId?: string | null;

  @Field(() => ExportList, { nullable: true, description: 'A list.' })
  list?: ExportList | null;

  @Field(() => FixedReport, { nullable: true, description: 'A fixed report.' })
  report?: FixedReport | null;

  @Field(() => LocalDateScalar, { description: 'The first day, of each service centre’s own calendar.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'The last day; 1100 days at the most.' })
  to!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A service centre that you work in; all of yours together if left out.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}
