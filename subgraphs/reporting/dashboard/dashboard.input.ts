import { ArrayMaxSize, IsIn, IsOptional, IsUUID, Length, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { LocalDateScalar } from '../../../shared/scalars';
import { DashboardChartName, DashboardPeriod, KpiName, WidgetType } from './dashboard.enums';

const MOST_WIDGETS = 40;
const NAMES = [...new Set<string>([...Object.values(KpiName), ...Object.values(DashboardChartName)])];

@ArgsType()
export class DashboardArgs {
  @Field(() => DashboardPeriod, { defaultValue: DashboardPeriod.DAY, description: 'How long the period is.' })
  period!: DashboardPeriod;

  @Field(() => LocalDateScalar, { nullable: true, description: 'A day of the period; today if left out.' })
  @IsOptional()
  on?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A service centre that you work in; all of yours together if left out.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;
}

@InputType({ description: 'A place on the dashboard.' })
export class DashboardWidgetInput {
  @Field(() => WidgetType, { description: 'What it shows.' })
  type!: WidgetType;

  @Field({ description: 'Which number or chart: the name of one of them.' })
  @IsIn(NAMES, { message: 'There is no such number or chart.' })
  name!: string;

  @Field(() => Int, { defaultValue: 3, description: 'How many of twelve columns it takes.' })
  @Min(1)
  @Max(12)
  columns!: number;

  @Field(() => String, { nullable: true, description: 'What the client wants to keep with it, as text.' })
  @IsOptional()
  @Length(1, 2000)
  config?: string | null;
}

@InputType({ description: 'One’s own layout, as a whole.' })
export class UpdateDashboardLayoutInput {
  @Field(() => [DashboardWidgetInput], { description: `Widgets in order, at most ${MOST_WIDGETS}.` })
  @ArrayMaxSize(MOST_WIDGETS)
  @ValidateNested({ each: true })
  widgets!: DashboardWidgetInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'The `layoutVersion` that is changed; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @Min(0)
  expectedVersion?: number | null;
}
