import { addDays } from '../../shared/time-zone';
import { type FactsOf, round } from './reports.fixtures';

interface Amount {
  minorUnits: number;
  currency: string;
}
interface Kpi {
  name: string;
  value: number | null;
  amounts: Amount[];
  previousValue: number | null;
  previousAmounts: Amount[];
  trend: string | null;
}
interface Widget {
  type: string;
  name: string;
  columns: number;
  config: string | null;
}
export interface Dashboard {
  kind: string;
  period: string;
  from: string;
  to: string;
  timeZone: string;
  serviceCentre: { id: string } | null;
  layoutVersion: number;
  widgets: Widget[];
  kpis: Kpi[];
  charts: {
    name: string;
    labels: string[];
    series: { name: string; currency: string | null; values: number[] }[];
  }[];
}

export const FIELDS = `kind period from to timeZone serviceCentre { id } layoutVersion widgets { type name columns config }
  kpis { name value amounts { minorUnits currency } previousValue previousAmounts { minorUnits currency } trend }
  charts { name labels series { name currency values } }`;
export const DASHBOARD = `query ($period: DashboardPeriod, $on: LocalDate, $centre: ID) {
  dashboard(period: $period, on: $on, serviceCentreId: $centre) { ${FIELDS} } }`;
export const kpi = (dashboard: Dashboard, name: string) => dashboard.kpis.find((each) => each.name === name)!;

/** What figures give for a stretch of days, as the test counts them. */
function expected(
  made: FactsOf,
  part: { centres?: readonly string[]; from: string; to: string },
  technicianId?: string,
) {
  const of = (figure: string, dim = technicianId) => made.facts(figure, { ...part, ...(dim ? { dim } : {}) });
  const mean = ({ count, amount }: { count: number; amount: number }) =>
    count ? round(amount / count, 2) : null;
  const part4 = (a: number, b: number) => (b ? round(a / b, 4) : null);
  const currencies = [
    ...new Set([...made.currencies('INVOICED_NET', part), ...made.currencies('CREDITED_NET', part)]),
  ].sort();
  return {
    REQUESTS: made.facts('REQUESTS_CREATED', part).count,
    REQUESTS_COMPLETED: made.facts('REQUESTS_COMPLETED', part).count,
    SATISFACTION: mean(technicianId ? of('RATED_TECHNICIAN') : made.facts('RATED', part)),
    UTILISATION: part4(of('TIME_CLOCKED').amount, of('TIME_ROSTERED').amount),
    SERVICES_COMPLETED: of('SERVICES_BY_TECHNICIAN').count,
    JOBS_COMPLETED: of('JOBS_COMPLETED').count,
    HOURS_CLOCKED: round(of('TIME_CLOCKED').amount / 3600, 2),
    ON_TIME: part4(of('JOBS_PROMISED').amount, of('JOBS_PROMISED').count),
    REVENUE: currencies.map((currency) => ({
      minorUnits:
        made.facts('INVOICED_NET', { ...part, currency }).amount -
        made.facts('CREDITED_NET', { ...part, currency }).amount,
      currency,
    })),
  };
}

export function compareDashboard(
  made: FactsOf,
  dashboard: Dashboard,
  centres: readonly string[],
  technicianId?: string,
): void {
  const { from, to } = dashboard;
  const length = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const now = expected(made, { centres, from, to }, technicianId);
  const then = expected(made, { centres, from: addDays(from, -length), to: addDays(from, -1) }, technicianId);
  for (const { name, value, amounts, previousValue, previousAmounts, trend } of dashboard.kpis) {
    if (!(name in now)) {
      expect([name, previousValue, trend]).toEqual([name, null, null]);
      continue;
    }
    if (name === 'REVENUE') {
      expect([amounts, previousAmounts, value, previousValue]).toEqual([
        now.REVENUE,
        then.REVENUE,
        null,
        null,
      ]);
      continue;
    }
    const key = name as 'REQUESTS';
    expect([name, value, previousValue]).toEqual([name, now[key], then[key]]);
    if (value !== null && previousValue !== null)
      expect(trend).toBe(value === previousValue ? 'SAME' : value > previousValue ? 'UP' : 'DOWN');
  }
}
