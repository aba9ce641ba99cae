import { Money } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import { addDays, datesBetween } from '../../../shared/time-zone';
import type { Days } from '../figures/days';
import { readFigures } from '../figures/read-figures';
import type { FigureName } from '../figures/source';
import { hours, mean, type Sums, share } from '../figures/sums';
import { DashboardKind, KpiName, KpiTrend } from './dashboard.enums';
import type { Dashboard, DashboardKpi } from './dashboard.type';
import { isLive, liveCounts } from './live-counts';

/** What stands on whose dashboard. */
export const KPIS: Readonly<Record<DashboardKind, readonly KpiName[]>> = {
  [DashboardKind.ORGANISATION]: [
    KpiName.SERVICE_CENTRES,
    KpiName.ACTIVE_VEHICLES,
    KpiName.REQUESTS,
    KpiName.REQUESTS_PENDING,
    KpiName.REQUESTS_COMPLETED,
    KpiName.REVENUE,
    KpiName.LOW_STOCK,
    KpiName.SATISFACTION,
  ],
  [DashboardKind.SERVICE_CENTRE]: [
    KpiName.REQUESTS,
    KpiName.REQUESTS_PENDING,
    KpiName.REQUESTS_COMPLETED,
    KpiName.JOBS_IN_PROGRESS,
    KpiName.REVENUE,
    KpiName.STOCK_ITEMS,
    KpiName.LOW_STOCK,
    KpiName.PENDING_APPROVALS,
    KpiName.UTILISATION,
    KpiName.SATISFACTION,
  ],
  [DashboardKind.TECHNICIAN]: [
    KpiName.ASSIGNED_JOBS,
    KpiName.SERVICES_COMPLETED,
    KpiName.PENDING_WORK,
    KpiName.PARTS_REQUIRED,
    KpiName.JOBS_COMPLETED,
    KpiName.HOURS_CLOCKED,
    KpiName.UTILISATION,
    KpiName.ON_TIME,
    KpiName.SATISFACTION,
  ],
};

const FIGURES: readonly FigureName[] = [
  'REQUESTS_CREATED',
  'REQUESTS_COMPLETED',
  'INVOICED_NET',
  'CREDITED_NET',
  'RATED',
  'RATED_TECHNICIAN',
  'TIME_CLOCKED',
  'TIME_ROSTERED',
  'SERVICES_BY_TECHNICIAN',
  'JOBS_COMPLETED',
  'JOBS_PROMISED',
];

/** As many days as the period has, just before it. */
const before = ({ from, to }: Days): Days => ({
  from: addDays(from, -datesBetween(from, to).length),
  to: addDays(from, -1),
});

export async function kpis(context: Context, dashboard: Dashboard): Promise<DashboardKpi[]> {
  const { scope, days, technicianId, kind } = dashboard;
  const names = KPIS[kind];
  const read = (of: Days) =>
    readFigures(context, { scope, days: of, names: FIGURES, by: { dim: technicianId !== null } });
  const [now, then, live] = await Promise.all([
    read(days),
    read(before(days)),
    liveCounts(context, scope, names, technicianId),
  ]);
  return names.map((name) => {
    if (name === KpiName.REVENUE) return money(name, revenue(now), revenue(then));
    if (isLive(name)) return number(name, live.get(name) ?? 0, null);
    return number(name, figureOf(name, now, technicianId), figureOf(name, then, technicianId));
  });
}

export const revenue = (sums: Sums): Money[] =>
  sums
    .currencies('INVOICED_NET', 'CREDITED_NET')
    .map((currency) => sums.money('INVOICED_NET', currency).minus(sums.money('CREDITED_NET', currency)));

function figureOf(name: KpiName, sums: Sums, technicianId: string | null): number | null {
  const theirs = technicianId === null ? {} : { dim: technicianId };
  const rated = technicianId === null ? 'RATED' : 'RATED_TECHNICIAN';
  const decimal = (text: string | null) => (text === null ? null : Number(text));
  switch (name) {
    case KpiName.REQUESTS:
      return sums.count('REQUESTS_CREATED');
    case KpiName.REQUESTS_COMPLETED:
      return sums.count('REQUESTS_COMPLETED');
    case KpiName.SATISFACTION:
      return decimal(mean(sums.amount(rated, theirs), sums.count(rated, theirs)));
    case KpiName.UTILISATION:
      return decimal(share(sums.amount('TIME_CLOCKED', theirs), sums.amount('TIME_ROSTERED', theirs)));
    case KpiName.SERVICES_COMPLETED:
      return sums.count('SERVICES_BY_TECHNICIAN', theirs);
    case KpiName.JOBS_COMPLETED:
      return sums.count('JOBS_COMPLETED', theirs);
    case KpiName.HOURS_CLOCKED:
      return Number(hours(sums.amount('TIME_CLOCKED', theirs)));
    case KpiName.ON_TIME:
      return decimal(share(sums.amount('JOBS_PROMISED', theirs), sums.count('JOBS_PROMISED', theirs)));
    default:
      throw new Error(`Nothing is said of how ${name} is counted.`);
  }
}

const trendOf = (difference: number): KpiTrend => {
  if (difference === 0) return KpiTrend.SAME;
  return difference > 0 ? KpiTrend.UP : KpiTrend.DOWN;
};

const number = (name: KpiName, value: number | null, previousValue: number | null): DashboardKpi => ({
  name,
  value,
  amounts: [],
  previousValue,
  previousAmounts: [],
  trend: value === null || previousValue === null ? null : trendOf(value - previousValue),
});

/** Of several currencies nobody can say whether they are more. */
function money(name: KpiName, amounts: Money[], previousAmounts: Money[]): DashboardKpi {
  const [currency, ...others] = new Set([...amounts, ...previousAmounts].map((each) => each.currency));
  const of = (list: Money[]) => list[0] ?? Money.zero(currency!);
  const comparable = currency !== undefined && others.length === 0;
  return {
    name,
    value: null,
    amounts,
    previousValue: null,
    previousAmounts,
    trend: comparable ? trendOf(of(amounts).compare(of(previousAmounts))) : null,
  };
}
