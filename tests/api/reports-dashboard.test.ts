import { addDays, localDate } from '../../shared/time-zone';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { openReportShop, type ReportShop, round, ZONES } from './reports.fixtures';
import { compareDashboard, DASHBOARD, type Dashboard, FIELDS, kpi } from './reports-dashboard.fixtures';

const graph = useGraph();
let made: ReportShop;
beforeAll(async () => {
  made = await openReportShop(graph, 11);
});

const LAYOUT = `mutation ($input: UpdateDashboardLayoutInput!) { updateDashboardLayout(input: $input) {
  layoutVersion widgets { type name columns config } } }`;

const ask = async (client: GraphClient, variables: object = {}) =>
  (await client.ask<{ dashboard: Dashboard }>(DASHBOARD, { period: 'MONTH', ...variables })).dashboard;

const one = async (text: string, values: unknown[]): Promise<number> =>
  (await graph.sql<{ n: number }>(`select (${text})::int as n`, values))[0]!.n;

describe('the dashboard of an organisation', () => {
  it.each(['DAY', 'WEEK', 'MONTH'])('has the numbers of a %s, and of the one before', async (period) => {
    const on = addDays(made.today, -3);
    const dashboard = await ask(made.shop.admin.client, { period, on });
    expect(dashboard).toMatchObject({
      kind: 'ORGANISATION',
      period,
      timeZone: 'Europe/Rome',
      serviceCentre: null,
    });
    expect(dashboard.from <= on && on <= dashboard.to).toBe(true);
    compareDashboard(made, dashboard, made.shop.centres);
  });

  it('says what is so now', async () => {
    const { shop } = made;
    await graph.sql(
      `insert into vehicle.vehicle (organisation_id, id, version, created_at, updated_at, make, model, centres)
       values ($1, gen_random_uuid(), 1, now(), now(), 'Fiat', 'Panda', $2)`,
      [shop.id, [shop.centres[1]]],
    );
    const dashboard = await ask(shop.admin.client);
    const of = (table: string, where: string) =>
      one(`select count(*) from ${table} where organisation_id = $1 and ${where}`, [shop.id]);
    expect(kpi(dashboard, 'SERVICE_CENTRES').value).toBe(3);
    expect(kpi(dashboard, 'ACTIVE_VEHICLES').value).toBe(1);
    expect(kpi(dashboard, 'REQUESTS_PENDING').value).toBe(
      await of('workshop.service_request', "status = 'PENDING'"),
    );
    expect(kpi(dashboard, 'LOW_STOCK').value).toBe(await of('inventory.stock_level', 'low'));
    expect(dashboard.kpis).toHaveLength(8);
  });

  it('takes a day of today by default, and months for a year', async () => {
    const { dashboard } = await made.shop.admin.client.ask<{ dashboard: Dashboard }>(
      `{ dashboard { ${FIELDS} } }`,
    );
    const today = localDate('Europe/Rome', Date.now());
    expect(dashboard).toMatchObject({ period: 'DAY', from: today, to: today });
    expect(dashboard.charts[0]!.labels).toHaveLength(7);
    const year = await ask(made.shop.admin.client, { period: 'YEAR', on: '2024-02-29' });
    expect(year).toMatchObject({ from: '2024-01-01', to: '2024-12-31' });
    expect(year.charts[0]!.labels).toEqual(
      Array.from({ length: 12 }, (_, n) => `2024-${String(n + 1).padStart(2, '0')}-01`),
    );
    const february = await ask(made.shop.admin.client, { on: '2024-02-29' });
    expect([february.from, february.to]).toEqual(['2024-02-01', '2024-02-29']);
  });

  it('draws what the numbers say', async () => {
    const dashboard = await ask(made.shop.admin.client, { period: 'WEEK', on: addDays(made.today, -10) });
    const { from, to, charts } = dashboard;
    const chart = (name: string) => charts.find((each) => each.name === name)!;
    const { labels } = chart('JOBS');
    expect([labels[0], labels.at(-1), labels.length]).toEqual([from, to, 7]);
    const onDays = (figure: string) => labels.map((day) => made.facts(figure, { from: day, to: day }).count);
    for (const [name, created, completed] of [
      ['JOBS', 'JOBS_CREATED', 'JOBS_COMPLETED'],
      ['REQUESTS', 'REQUESTS_CREATED', 'REQUESTS_COMPLETED'],
    ] as const)
      expect(chart(name).series).toEqual([
        { name: 'created', currency: null, values: onDays(created) },
        { name: 'completed', currency: null, values: onDays(completed) },
      ]);
    for (const { currency, values } of chart('REVENUE').series)
      expect(values).toEqual(
        labels.map((day) => {
          const at = { from: day, to: day, currency: currency! };
          return round(
            (made.facts('INVOICED_NET', at).amount - made.facts('CREDITED_NET', at).amount) / 100,
            2,
          );
        }),
      );
    expect(chart('REVENUE').series.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
    const paid = chart('PAYMENT_METHODS');
    for (const { currency, values } of paid.series)
      expect(values).toEqual(
        paid.labels.map((dim) =>
          round(made.facts('PAID', { from, to, dim, currency: currency! }).amount / 100, 2),
        ),
      );
    expect(paid.labels.length).toBeGreaterThan(1);
    expect(chart('RATINGS')).toEqual({
      name: 'RATINGS',
      labels: ['1', '2', '3', '4', '5'],
      series: [
        {
          name: 'ratings',
          currency: null,
          values: [1, 2, 3, 4, 5].map((dim) => made.facts('RATED', { from, to, dim: String(dim) }).count),
        },
      ],
    });
  });
});

describe('the dashboard of a service centre', () => {
  it('is what its manager sees, in its own days', async () => {
    const [centre] = made.shop.centres;
    const dashboard = await ask(made.manager.client, { period: 'MONTH', on: addDays(made.today, -5) });
    expect(dashboard).toMatchObject({
      kind: 'SERVICE_CENTRE',
      serviceCentre: { id: centre },
      timeZone: ZONES[0],
    });
    compareDashboard(made, dashboard, [centre!]);
    const of = (table: string, where: string) =>
      one(`select count(*) from ${table} t where organisation_id = $1 and ${where}`, [made.shop.id, centre]);
    const here = 't.service_centre_id = $2';
    const begun = "status in ('IN_PROGRESS','WAITING_PARTS','WAITING_APPROVAL','PAUSED')";
    const placed = `(select l.service_centre_id from inventory.stock_location l where l.id = t.location_id) = $2`;
    expect(kpi(dashboard, 'JOBS_IN_PROGRESS').value).toBe(
      await of('workshop.job_card', `${begun} and ${here}`),
    );
    expect(kpi(dashboard, 'STOCK_ITEMS').value).toBe(
      await of('inventory.stock_level', `on_hand > 0 and ${placed}`),
    );
    expect(kpi(dashboard, 'LOW_STOCK').value).toBe(await of('inventory.stock_level', `low and ${placed}`));
    expect(kpi(dashboard, 'PENDING_APPROVALS').value).toBe(
      (await of('workshop.service_request', `status = 'PENDING' and ${here}`)) +
        (await of('inventory.purchase_order', `status = 'PENDING' and ${here}`)),
    );
  });

  it.each([0, 1, 2])('counts days in the zone of centre %s', async (n) => {
    const centre = made.shop.centres[n]!;
    const dashboard = await ask(made.shop.admin.client, {
      period: 'DAY',
      on: addDays(made.today, -6),
      centre,
    });
    expect(dashboard).toMatchObject({
      kind: 'SERVICE_CENTRE',
      serviceCentre: { id: centre },
      timeZone: ZONES[n],
    });
    compareDashboard(made, dashboard, [centre]);
  });

  it('of another is not shown', async () => {
    for (const centre of [made.shop.centres[1], made.shop.id]) {
      const answer = await made.manager.client.send(DASHBOARD, { period: 'DAY', centre });
      expect([answer.code, answer.data]).toEqual(['BAD_INPUT', null]);
      expect(answer.errors[0]!.extensions.fields![0]!.path).toBe('serviceCentreId');
    }
  });
});

describe('the dashboard of a technician', () => {
  it('has their own numbers and no others', async () => {
    const { shop, technician } = made;
    const dashboard = await ask(technician.client, { period: 'MONTH', on: addDays(made.today, -5) });
    expect(dashboard).toMatchObject({ kind: 'TECHNICIAN', serviceCentre: null });
    compareDashboard(made, dashboard, shop.centres, technician.id);
    const hand = `(select id from workshop.job_card where technician_id = $2
      and status in ('ASSIGNED','IN_PROGRESS','WAITING_PARTS','WAITING_APPROVAL','PAUSED'))`;
    const of = (text: string) => one(text, [shop.id, technician.id]);
    expect(kpi(dashboard, 'ASSIGNED_JOBS').value).toBe(
      await of(`select count(*) from ${hand} h where $1::uuid is not null`),
    );
    expect(kpi(dashboard, 'PENDING_WORK').value).toBe(
      await of(`select count(*) from workshop.job_service where organisation_id = $1
        and status in ('PENDING','IN_PROGRESS') and job_card_id in ${hand}`),
    );
    expect(kpi(dashboard, 'PARTS_REQUIRED').value).toBe(0);
    const { labels } = dashboard.charts[0]!;
    const on = (figure: string) =>
      labels.map((day) => made.facts(figure, { from: day, to: day, dim: technician.id }));
    expect(dashboard.charts).toEqual([
      {
        name: 'JOBS',
        labels,
        series: [
          { name: 'completed', currency: null, values: on('JOBS_COMPLETED').map(({ count }) => count) },
        ],
      },
      {
        name: 'HOURS',
        labels,
        series: [
          {
            name: 'clocked',
            currency: null,
            values: on('TIME_CLOCKED').map(({ amount }) => round(amount / 3600, 2)),
          },
        ],
      },
    ]);
  });
});

describe('the layout', () => {
  it('is the usual one until it is changed, and each has their own', async () => {
    const { admin } = made.shop;
    const usual = await ask(admin.client);
    expect(usual.layoutVersion).toBe(0);
    expect(usual.widgets.map(({ name }) => name)).toEqual([
      ...usual.kpis.map(({ name }) => name),
      ...usual.charts.map(({ name }) => name),
    ]);
    const widgets = [
      { type: 'CHART', name: 'REVENUE', columns: 12, config: '{"stacked":true}' },
      { type: 'KPI', name: 'REVENUE', columns: 3, config: null },
    ];
    const input = { widgets, expectedVersion: 0 };
    const { updateDashboardLayout } = await admin.client.ask<{ updateDashboardLayout: Dashboard }>(LAYOUT, {
      input,
    });
    expect(updateDashboardLayout).toEqual({ layoutVersion: 1, widgets });
    expect(await ask(admin.client)).toMatchObject({ layoutVersion: 1, widgets });
    expect((await ask(made.manager.client)).layoutVersion).toBe(0);
    expect((await admin.client.send(LAYOUT, { input })).code).toBe('CONFLICT');
    const again = await admin.client.ask<{ updateDashboardLayout: Dashboard }>(LAYOUT, {
      input: { widgets, expectedVersion: 1 },
    });
    expect(again.updateDashboardLayout.layoutVersion).toBe(1);
  });

  it.each([
    [[{ type: 'KPI', name: 'HOURS' }], 'input.widgets.0.name'],
    [[{ type: 'KPI', name: 'NONSENSE' }], 'input.widgets.0.name'],
    [
      [
        { type: 'KPI', name: 'REVENUE' },
        { type: 'KPI', name: 'REVENUE' },
      ],
      'input.widgets.1.name',
    ],
    [[{ type: 'KPI', name: 'REVENUE', columns: 13 }], 'input.widgets.0.columns'],
  ])('is refused with %j', async (widgets, path) => {
    const answer = await made.manager.client.send(LAYOUT, { input: { widgets } });
    expect(answer.code).toBe('BAD_INPUT');
    expect(answer.errors[0]!.extensions.fields!.map((field) => field.path)).toContain(path);
    expect((await ask(made.manager.client)).layoutVersion).toBe(0);
  });

  it('made by fifty at once is one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        made.technician.client.send(LAYOUT, {
          input: { widgets: [{ type: 'KPI', name: 'ON_TIME', columns: 1 + (n % 12) }] },
        }),
      ),
    );
    expect([...new Set(answers.map(({ code }) => code ?? 'OK'))].sort()).toEqual(
      expect.arrayContaining(['OK']),
    );
    const rows = await graph.sql('select id from reporting.dashboard_layout where user_id = $1', [
      made.technician.id,
    ]);
    expect(rows).toHaveLength(1);
  });
});

test('nobody who is not signed in sees a dashboard, and another organisation sees nothing of this one', async () => {
  const other = await graph.shop();
  const dashboard = await ask(other.admin.client);
  expect(kpi(dashboard, 'REQUESTS').value).toBe(0);
  expect(kpi(dashboard, 'REVENUE').amounts).toEqual([]);
  expect((await graph.anonymous().send(DASHBOARD, {})).code).toBe('UNAUTHENTICATED');
});
