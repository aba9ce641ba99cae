import { addDays } from '../../shared/time-zone';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { openReportShop, type ReportShop, round } from './reports.fixtures';

const graph = useGraph();
let made: ReportShop;
beforeAll(async () => {
  made = await openReportShop(graph, 21);
});

const counts = 'created completed delivered cancelled';
const chart = 'chart { name labels series { name currency values } }';
const REPORT = `query ($from: LocalDate!, $to: LocalDate!, $centre: ID, $interval: ReportInterval) {
  serviceReport(from: $from, to: $to, serviceCentreId: $centre, interval: $interval) { from to
    completion { ${counts} promised onTime byServiceCentre { serviceCentre { id } ${counts} } ${chart} }
    technicianPerformance { technician { id firstName } jobsCompleted servicesCompleted onTime hoursClocked
      hoursRostered utilisation ratings satisfaction }
    byType { serviceItem { id } completed labourHours }
    satisfaction { ratings mean distribution { rating count } ${chart} }
    duration { completed meanHours meanHoursOfWork distribution { duration count } } } }`;

interface Counts {
  created: number;
  completed: number;
  delivered: number;
  cancelled: number;
}
interface Drawn {
  labels: string[];
  series: { name: string; values: number[] }[];
}
interface ServiceReport {
  from: string;
  to: string;
  completion: Counts & {
    promised: number;
    onTime: number;
    byServiceCentre: (Counts & { serviceCentre: { id: string } })[];
    chart: Drawn;
  };
  technicianPerformance: {
    technician: { id: string; firstName: string } | null;
    jobsCompleted: number;
    [key: string]: unknown;
  }[];
  byType: { serviceItem: { id: string } | null; completed: number; labourHours: string }[];
  satisfaction: {
    ratings: number;
    mean: string;
    distribution: { rating: number; count: number }[];
    chart: Drawn;
  };
  duration: {
    completed: number;
    meanHours: string;
    meanHoursOfWork: string;
    distribution: { duration: string; count: number }[];
  };
}

const ask = async (client: GraphClient, variables: object = {}) =>
  (await client.ask<{ serviceReport: ServiceReport }>(REPORT, { ...made.days, ...variables })).serviceReport;

const counted = (centres: readonly string[], days = made.days): Counts => {
  const of = (figure: string) => made.facts(figure, { centres, ...days }).count;
  return {
    created: of('JOBS_CREATED'),
    completed: of('JOBS_COMPLETED'),
    delivered: of('JOBS_DELIVERED'),
    cancelled: of('JOBS_CANCELLED'),
  };
};

test('completion: all centres, each of them, and by day', async () => {
  const report = await ask(made.shop.admin.client, { interval: 'DAY' });
  expect(report).toMatchObject(made.days);
  const { completion } = report;
  const promised = made.facts('JOBS_PROMISED', made.days);
  expect(completion).toMatchObject({
    ...counted(made.shop.centres),
    promised: promised.count,
    onTime: promised.amount,
  });
  expect(completion.byServiceCentre).toEqual(
    made.shop.centres.map((id) => ({ serviceCentre: { id }, ...counted([id]) })),
  );
  const { labels, series } = completion.chart;
  expect(labels).toHaveLength(42);
  for (const [n, figure] of ['JOBS_CREATED', 'JOBS_COMPLETED'].entries())
    expect(series[n]!.values).toEqual(labels.map((day) => made.facts(figure, { from: day, to: day }).count));
});

test('charts by week and by month add up to the whole', async () => {
  for (const interval of ['WEEK', 'MONTH', 'YEAR']) {
    const { completion } = await ask(made.shop.admin.client, { interval });
    const { labels, series } = completion.chart;
    expect(new Set(labels).size).toBe(labels.length);
    expect(series.map(({ values }) => values.reduce((a, b) => a + b, 0))).toEqual([
      completion.created,
      completion.completed,
    ]);
  }
});

test('what technicians did', async () => {
  const rows = (await ask(made.shop.admin.client)).technicianPerformance;
  expect(rows.map(({ jobsCompleted }) => jobsCompleted)).toEqual(
    rows.map(({ jobsCompleted }) => jobsCompleted).sort((a, b) => b - a),
  );
  expect(rows.map(({ technician }) => technician?.id ?? '').sort()).toEqual(
    ['', ...made.random.technicians].sort(),
  );
  for (const row of rows) {
    const of = (figure: string) => made.facts(figure, { ...made.days, dim: row.technician?.id ?? '' });
    const [promised, clocked, rostered, rated] = [
      of('JOBS_PROMISED'),
      of('TIME_CLOCKED'),
      of('TIME_ROSTERED'),
      of('RATED_TECHNICIAN'),
    ];
    const number = (a: number, b: number, places: number) => (b ? String(round(a / b, places)) : null);
    expect(row).toEqual({
      technician: row.technician && { id: row.technician.id, firstName: 'TECHNICIAN' },
      jobsCompleted: of('JOBS_COMPLETED').count,
      servicesCompleted: of('SERVICES_BY_TECHNICIAN').count,
      onTime: number(promised.amount, promised.count, 4),
      hoursClocked: String(round(clocked.amount / 3600, 2)),
      hoursRostered: String(round(rostered.amount / 3600, 2)),
      utilisation: number(clocked.amount, rostered.amount, 4),
      ratings: rated.count,
      satisfaction: number(rated.amount, rated.count, 2),
    });
  }
});

test('services, ratings and durations', async () => {
  await graph.sql(
    `insert into workshop.service_item (organisation_id, id, version, created_at, updated_at, code, name,
       labour_minutes, active, service_centre_ids)
     select $1, id, 1, now(), now(), 'ITEM-' || n, 'Item ' || n, 10, true, '{}'
     from unnest($2::uuid[]) with ordinality as i(id, n)`,
    [made.shop.id, made.random.serviceItems],
  );
  const { byType, satisfaction, duration } = await ask(made.shop.admin.client, { interval: 'WEEK' });
  expect(byType.map(({ serviceItem }) => serviceItem?.id ?? '').sort()).toEqual(
    ['', ...made.random.serviceItems].sort(),
  );
  for (const { serviceItem, completed, labourHours } of byType) {
    const fact = made.facts('SERVICES_COMPLETED', { ...made.days, dim: serviceItem?.id ?? '' });
    expect([completed, labourHours]).toEqual([fact.count, String(round(fact.amount, 2))]);
  }
  const rated = made.facts('RATED', made.days);
  expect(satisfaction).toMatchObject({
    ratings: rated.count,
    mean: String(round(rated.amount / rated.count, 2)),
    distribution: [1, 2, 3, 4, 5].map((rating) => ({
      rating,
      count: made.facts('RATED', { ...made.days, dim: String(rating) }).count,
    })),
  });
  expect(satisfaction.chart).toMatchObject({ name: 'satisfaction', series: [{ name: 'ratings' }] });
  expect(satisfaction.chart.series[0]!.values.reduce((a, b) => a + b, 0)).toBe(rated.count);
  const [lead, work] = [made.facts('JOBS_COMPLETED', made.days), made.facts('JOBS_WORKED', made.days)];
  expect(duration).toEqual({
    completed: lead.count,
    meanHours: String(round(lead.amount / lead.count / 3600, 2)),
    meanHoursOfWork: String(round(work.amount / work.count / 3600, 2)),
    distribution: ['UP_TO_4_HOURS', 'UP_TO_1_DAY', 'UP_TO_3_DAYS', 'UP_TO_1_WEEK', 'LONGER'].map((dim) => ({
      duration: dim,
      count: made.facts('JOBS_BY_DURATION', { ...made.days, dim }).count,
    })),
  });
});

test('a manager sees their service centre, an administrator one that they name', async () => {
  const [first, second] = made.shop.centres;
  const mine = await ask(made.manager.client);
  expect(mine.completion).toMatchObject(counted([first!]));
  expect(mine.completion.byServiceCentre).toHaveLength(1);
  const named = await ask(made.shop.admin.client, { centre: second });
  expect(named.completion).toMatchObject(counted([second!]));
});

test('who may not, and what cannot be asked', async () => {
  const { technician, manager, shop } = made;
  const send = (client: GraphClient, variables: object = {}) =>
    client.send(REPORT, { ...made.days, ...variables });
  expect((await send(technician.client)).code).toBe('FORBIDDEN');
  expect((await send(graph.anonymous())).code).toBe('UNAUTHENTICATED');
  const wrong: [object, string][] = [
    [{ centre: shop.centres[1] }, 'serviceCentreId'],
    [{ from: made.days.to, to: made.days.from }, 'to'],
    [{ from: '2020-01-01', to: '2026-01-01' }, 'to'],
    [{ from: '2024-01-01', to: '2026-01-01', interval: 'DAY' }, 'interval'],
  ];
  for (const [variables, path] of wrong) {
    const answer = await send(manager.client, variables);
    expect([answer.code, answer.errors[0]!.extensions.fields![0]!.path]).toEqual(['BAD_INPUT', path]);
  }
  const other = await graph.shop();
  expect((await ask(other.admin.client)).completion).toMatchObject({ created: 0, completed: 0 });
});

test('nothing on a day of which nothing is known', async () => {
  const day = addDays(made.today, -400);
  const report = await ask(made.shop.admin.client, { from: day, to: day });
  expect(report.satisfaction).toMatchObject({ ratings: 0, mean: null });
  expect(report.duration).toMatchObject({ completed: 0, meanHours: null, meanHoursOfWork: null });
  expect(report.byType).toEqual([]);
});
