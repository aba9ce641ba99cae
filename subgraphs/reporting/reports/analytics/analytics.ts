import { sql } from '../../../../shared/database/sql';
import type { Context } from '../../../../shared/subgraph/context';
import { chart, counted, labelsOf, moneyIn, startOf } from '../../charts/chart';
import type { Chart } from '../../charts/chart.type';
import { readFigures } from '../../figures/read-figures';
import { share } from '../../figures/sums';
import { idsOf, ofCentres } from '../../scope/centres';
import { onDays, onDaysOfZone } from '../../scope/on-days';
import type { Reported } from '../report.args';
import type { CustomerTrends, ServiceTrends } from './analytics.type';

interface NewRow {
  day: string;
  count: number;
}

/** Customers belong to the organisation: the day they were taken in is one of the report’s calendar. */
export async function customerTrends(context: Context, reported: Reported): Promise<CustomerTrends> {
  const { scope, days, interval } = reported;
  const [taken, [jobs]] = await Promise.all([
    context.reader.query<NewRow>(sql`
      select (c.created_at at time zone ${scope.timeZone})::date as day, count(*) as count
      from customer.report_customer c
      where ${onDaysOfZone(scope.timeZone, days, sql`c.created_at`)}
        and (${scope.whole} or c.centres && ${idsOf(scope)}::uuid[])
      group by 1`),
    context.reader.query<{ served: number; returning: number }>(sql`
      with served as (
        select distinct j.customer_id from workshop.report_job_card j
        where ${onDays(scope, days, sql`j.service_centre_id`, sql`j.created_at`)})
      select count(*) as served, count(*) filter (where exists (
        select from workshop.report_job_card j join customer.report_service_centre c on c.id = j.service_centre_id
        where j.customer_id = s.customer_id and ${ofCentres(scope, sql`j.service_centre_id`)}
          and (j.created_at at time zone c.time_zone)::date < ${days.from})) as returning
      from served s`),
  ]);
  const labels = labelsOf(interval, days);
  const inInterval = (start: string) =>
    taken.reduce((sum, { day, count }) => sum + (startOf(interval, day) === start ? count : 0), 0);
  return {
    newCustomers: taken.reduce((sum, { count }) => sum + count, 0),
    ...jobs!,
    returnRate: share(jobs!.returning, jobs!.served),
    chart: chart('customers', labels, [{ name: 'new', currency: null, values: labels.map(inInterval) }]),
  };
}

export async function serviceTrends(
  context: Context,
  { scope, days, interval }: Reported,
): Promise<ServiceTrends> {
  const names = ['APPOINTMENTS', 'JOBS_COMPLETED', 'SERVICES_COMPLETED'] as const;
  const sums = await readFigures(context, { scope, days, names, by: { interval, dim: true } });
  const labels = labelsOf(interval, days);
  return {
    appointments: sums.count('APPOINTMENTS', { dim: 'STANDS' }),
    missed: sums.count('APPOINTMENTS', { dim: 'NO_SHOW' }),
    cancelled: sums.count('APPOINTMENTS', { dim: 'CANCELLED' }),
    chart: chart('services', labels, [
      counted('jobs', sums, labels, 'JOBS_COMPLETED'),
      counted('services', sums, labels, 'SERVICES_COMPLETED'),
    ]),
  };
}

export async function revenueTrend(context: Context, { scope, days, interval }: Reported): Promise<Chart> {
  const names = ['INVOICED_NET', 'CREDITED_NET'] as const;
  const sums = await readFigures(context, { scope, days, names, by: { interval } });
  const labels = labelsOf(interval, days);
  return chart('revenue', labels, moneyIn('revenue', sums, labels, 'INVOICED_NET', 'CREDITED_NET'));
}
