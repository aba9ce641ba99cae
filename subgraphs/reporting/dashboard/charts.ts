import type { Context } from '../../../shared/subgraph/context';
import { addDays } from '../../../shared/time-zone';
import { chart, counted, labelsOf, mainUnits, moneyIn } from '../charts/chart';
import type { Chart } from '../charts/chart.type';
import type { Days } from '../figures/days';
import { readFigures } from '../figures/read-figures';
import { hours, type Sums } from '../figures/sums';
import { DashboardChartName, DashboardKind, DashboardPeriod } from './dashboard.enums';
import type { Dashboard } from './dashboard.type';

export const CHARTS: Readonly<Record<DashboardKind, readonly DashboardChartName[]>> = {
  [DashboardKind.ORGANISATION]: [
    DashboardChartName.REVENUE,
    DashboardChartName.JOBS,
    DashboardChartName.REQUESTS,
    DashboardChartName.PAYMENT_METHODS,
    DashboardChartName.RATINGS,
  ],
  [DashboardKind.SERVICE_CENTRE]: [
    DashboardChartName.REVENUE,
    DashboardChartName.JOBS,
    DashboardChartName.REQUESTS,
    DashboardChartName.PAYMENT_METHODS,
    DashboardChartName.RATINGS,
  ],
  [DashboardKind.TECHNICIAN]: [DashboardChartName.JOBS, DashboardChartName.HOURS],
};

/** A single day is shown beside the six before it. */
const DAYS_BEFORE_A_DAY = 6;

export async function charts(context: Context, dashboard: Dashboard): Promise<Chart[]> {
  const { scope, period, kind, technicianId } = dashboard;
  const days: Days =
    period === DashboardPeriod.DAY
      ? { from: addDays(dashboard.days.from, -DAYS_BEFORE_A_DAY), to: dashboard.days.to }
      : dashboard.days;
  const interval = period === DashboardPeriod.YEAR ? 'MONTH' : 'DAY';
  const labels = labelsOf(interval, days);
  if (kind === DashboardKind.TECHNICIAN) {
    const names = ['JOBS_COMPLETED', 'TIME_CLOCKED'] as const;
    const sums = await readFigures(context, { scope, days, names, by: { interval, dim: true } });
    return technicianCharts(sums, labels, technicianId!);
  }
  const names = [
    'INVOICED_NET',
    'CREDITED_NET',
    'JOBS_CREATED',
    'JOBS_COMPLETED',
    'REQUESTS_CREATED',
    'REQUESTS_COMPLETED',
    'PAID',
    'RATED',
  ] as const;
  const sums = await readFigures(context, { scope, days, names, by: { interval, dim: true } });
  return [
    chart(
      DashboardChartName.REVENUE,
      labels,
      moneyIn('revenue', sums, labels, 'INVOICED_NET', 'CREDITED_NET'),
    ),
    chart(DashboardChartName.JOBS, labels, [
      counted('created', sums, labels, 'JOBS_CREATED'),
      counted('completed', sums, labels, 'JOBS_COMPLETED'),
    ]),
    chart(DashboardChartName.REQUESTS, labels, [
      counted('created', sums, labels, 'REQUESTS_CREATED'),
      counted('completed', sums, labels, 'REQUESTS_COMPLETED'),
    ]),
    paymentMethods(sums),
    ratings(sums),
  ];
}

function paymentMethods(sums: Sums): Chart {
  const methods = sums.dims('PAID');
  return chart(
    DashboardChartName.PAYMENT_METHODS,
    methods,
    sums.currencies('PAID').map((currency) => ({
      name: 'paid',
      currency,
      values: methods.map((dim) => mainUnits(sums.amount('PAID', { dim, currency }), currency)),
    })),
  );
}

const STARS = ['1', '2', '3', '4', '5'];
const ratings = (sums: Sums): Chart =>
  chart(DashboardChartName.RATINGS, STARS, [
    { name: 'ratings', currency: null, values: STARS.map((dim) => sums.count('RATED', { dim })) },
  ]);

const technicianCharts = (sums: Sums, labels: string[], dim: string): Chart[] => [
  chart(DashboardChartName.JOBS, labels, [
    {
      name: 'completed',
      currency: null,
      values: labels.map((start) => sums.count('JOBS_COMPLETED', { start, dim })),
    },
  ]),
  chart(DashboardChartName.HOURS, labels, [
    {
      name: 'clocked',
      currency: null,
      values: labels.map((start) => Number(hours(sums.amount('TIME_CLOCKED', { start, dim })))),
    },
  ]),
];
