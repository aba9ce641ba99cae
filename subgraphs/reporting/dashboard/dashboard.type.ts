import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Money } from '../../../shared/money';
import { LocalDateScalar } from '../../../shared/scalars';
import type { Days } from '../figures/days';
import type { CentreScope } from '../scope/centres';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { DashboardKind, DashboardPeriod, KpiName, KpiTrend, WidgetType } from './dashboard.enums';

@ObjectType({ description: 'A number on the dashboard.' })
export class DashboardKpi {
  @Field(() => KpiName, { description: 'What it says.' })
  name!: KpiName;

  @Field(() => Float, {
    nullable: true,
    description: 'The number; null for money, and for an average of nothing.',
  })
  value!: number | null;

  @Field(() => [Money], { description: 'The money, of each currency by itself; empty for what is no money.' })
  amounts!: Money[];

  @Field(() => Float, {
    nullable: true,
    description: 'The number in the period before; null for money and for what is so now.',
  })
  previousValue!: number | null;

  @Field(() => [Money], { description: 'The money in the period before.' })
  previousAmounts!: Money[];

  @Field(() => KpiTrend, {
    nullable: true,
    description: 'Where it went since the period before; null where the two cannot be compared.',
  })
  trend!: KpiTrend | null;
}

@ObjectType({ description: 'A place on the dashboard.' })
export class DashboardWidget {
  @Field(() => WidgetType, { description: 'What it shows.' })
  type!: WidgetType;

  @Field({ description: 'Which number or chart: the name of one of them.' })
  name!: string;

  @Field(() => Int, { description: 'How many of twelve columns it takes.' })
  columns!: number;

  @Field(() => String, { nullable: true, description: 'What the client keeps with it, as text.' })
  config!: string | null;
}

@ObjectType({ description: 'What one sees first: numbers and charts of a period, by what one may see.' })
@Permission('dashboards:read')
export class Dashboard {
  @Field(() => DashboardKind, { description: 'Whose dashboard it is.' })
  kind!: DashboardKind;

  @Field(() => DashboardPeriod, { description: 'How long the period is.' })
  period!: DashboardPeriod;

  @Field(() => LocalDateScalar, { description: 'The first day of the period.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'The last day of the period.' })
  to!: string;

  @Field({
    description: 'IANA time zone in which the period was chosen. Each service centre counts its own days.',
  })
  timeZone!: string;

  @Field(() => ServiceCentreStub, {
    nullable: true,
    description: 'The service centre, if the dashboard is of one.',
  })
  @Permission('serviceCentres:read')
  serviceCentre!: ServiceCentreStub | null;

  @Field(() => Int, {
    description:
      'Counts the changes of one’s own layout; 0 while it is the usual one. Pass it as `expectedVersion`.',
  })
  layoutVersion!: number;

  @Field(() => [DashboardWidget], {
    description: 'One’s own layout, in order; the usual one until it is changed.',
  })
  widgets!: DashboardWidget[];

  scope!: CentreScope;
  days!: Days;
  /** Whose own numbers, if it is a technician’s. */
  technicianId!: string | null;
}
