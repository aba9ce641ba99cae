import { Decimal } from 'decimal.js';
import type { Context } from '../../../../shared/subgraph/context';
import { chart, counted, labelsOf } from '../../charts/chart';
import { readFigures } from '../../figures/read-figures';
import { hours, mean, share } from '../../figures/sums';
import { MOST_ROWS, type Reported } from '../report.args';
import {
  type CustomerSatisfaction,
  JobDuration,
  type ServiceCompletion,
  type ServiceDuration,
  type ServiceTypeFigures,
  type TechnicianPerformance,
} from './service-report.type';

const STARS = [1, 2, 3, 4, 5];
const SECONDS_OF_AN_HOUR = 3600;

export async function completion(
  context: Context,
  { scope, days, interval }: Reported,
): Promise<ServiceCompletion> {
  const names = [
    'JOBS_CREATED',
    'JOBS_COMPLETED',
    'JOBS_DELIVERED',
    'JOBS_CANCELLED',
    'JOBS_PROMISED',
  ] as const;
  const sums = await readFigures(context, { scope, days, names, by: { centre: true, interval } });
  const labels = labelsOf(interval, days);
  const of = (match: { centreId?: string }) => ({
    created: sums.count('JOBS_CREATED', match),
    completed: sums.count('JOBS_COMPLETED', match),
    delivered: sums.count('JOBS_DELIVERED', match),
    cancelled: sums.count('JOBS_CANCELLED', match),
  });
  return {
    ...of({}),
    promised: sums.count('JOBS_PROMISED'),
    onTime: sums.amount('JOBS_PROMISED').toNumber(),
    byServiceCentre: scope.centres.map(({ id }) => ({ serviceCentre: { id }, ...of({ centreId: id }) })),
    chart: chart('completion', labels, [
      counted('created', sums, labels, 'JOBS_CREATED'),
      counted('completed', sums, labels, 'JOBS_COMPLETED'),
    ]),
  };
}

/** Who did most comes first. */
export async function technicianPerformance(
  context: Context,
  { scope, days }: Reported,
): Promise<TechnicianPerformance[]> {
  const names = [
    'JOBS_COMPLETED',
    'JOBS_PROMISED',
    'SERVICES_BY_TECHNICIAN',
    'TIME_CLOCKED',
    'TIME_ROSTERED',
    'RATED_TECHNICIAN',
  ] as const;
  const sums = await readFigures(context, { scope, days, names, by: { dim: true } });
  const rows = sums.dims(...names).map((dim): TechnicianPerformance => {
    const [clocked, rostered] = [sums.amount('TIME_CLOCKED', { dim }), sums.amount('TIME_ROSTERED', { dim })];
    const ratings = sums.count('RATED_TECHNICIAN', { dim });
    return {
      technician: dim ? { id: dim } : null,
      jobsCompleted: sums.count('JOBS_COMPLETED', { dim }),
      servicesCompleted: sums.count('SERVICES_BY_TECHNICIAN', { dim }),
      onTime: share(sums.amount('JOBS_PROMISED', { dim }), sums.count('JOBS_PROMISED', { dim })),
      hoursClocked: hours(clocked),
      hoursRostered: hours(rostered),
      utilisation: share(clocked, rostered),
      ratings,
      satisfaction: mean(sums.amount('RATED_TECHNICIAN', { dim }), ratings),
    };
  });
  return rows.sort((a, b) => b.jobsCompleted - a.jobsCompleted).slice(0, MOST_ROWS);
}

export async function byType(context: Context, { scope, days }: Reported): Promise<ServiceTypeFigures[]> {
  const sums = await readFigures(context, { scope, days, names: ['SERVICES_COMPLETED'], by: { dim: true } });
  const rows = sums.of('SERVICES_COMPLETED').map(({ dim, count, amount }) => ({
    serviceItem: dim ? { id: dim } : null,
    completed: count,
    labourHours: new Decimal(amount).toDecimalPlaces(2).toFixed(),
  }));
  return rows.sort((a, b) => b.completed - a.completed).slice(0, MOST_ROWS);
}

export async function satisfaction(
  context: Context,
  { scope, days, interval }: Reported,
): Promise<CustomerSatisfaction> {
  const by = { dim: true, interval };
  const sums = await readFigures(context, { scope, days, names: ['RATED'], by });
  const labels = labelsOf(interval, days);
  const ratings = sums.count('RATED');
  return {
    ratings,
    mean: mean(sums.amount('RATED'), ratings),
    distribution: STARS.map((rating) => ({ rating, count: sums.count('RATED', { dim: String(rating) }) })),
    chart: chart('satisfaction', labels, [counted('ratings', sums, labels, 'RATED')]),
  };
}

export async function duration(context: Context, { scope, days }: Reported): Promise<ServiceDuration> {
  const names = ['JOBS_COMPLETED', 'JOBS_WORKED', 'JOBS_BY_DURATION'] as const;
  const sums = await readFigures(context, { scope, days, names, by: { dim: true } });
  const meanHours = (figure: 'JOBS_COMPLETED' | 'JOBS_WORKED') =>
    mean(sums.amount(figure).div(SECONDS_OF_AN_HOUR), sums.count(figure));
  return {
    completed: sums.count('JOBS_COMPLETED'),
    meanHours: meanHours('JOBS_COMPLETED'),
    meanHoursOfWork: meanHours('JOBS_WORKED'),
    distribution: Object.values(JobDuration).map((dim) => ({
      duration: dim,
      count: sums.count('JOBS_BY_DURATION', { dim }),
    })),
  };
}
