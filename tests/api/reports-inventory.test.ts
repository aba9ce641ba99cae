import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { openReportShop, type ReportShop, round } from './reports.fixtures';

const graph = useGraph();
let made: ReportShop;
beforeAll(async () => {
  made = await openReportShop(graph, 51);
  await graph.sql(
    `insert into inventory.supplier (organisation_id, id, version, created_at, updated_at, name, currency)
     select $1, id, 1, now(), now(), 'Supplier ' || n, 'EUR' from unnest($2::uuid[]) with ordinality as s(id, n)`,
    [made.shop.id, made.random.suppliers],
  );
});

interface Amount {
  minorUnits: number;
  currency: string;
}
interface InventoryReport {
  from: string;
  to: string;
  stockStatus: {
    places: { location: { name: string }; parts: number; onHand: number; low: number; value: Amount[] }[];
    value: Amount[];
  };
  movements: { kind: string; movements: number; value: Amount[] }[];
  purchaseOrders: { status: string; orders: number; total: Amount }[];
  lowStock: object[];
  supplierPerformance: { supplier: { id: string; name: string }; [key: string]: unknown }[];
}
const money = '{ minorUnits currency }';
const REPORT = `query ($from: LocalDate!, $to: LocalDate!, $centre: ID) {
  inventoryReport(from: $from, to: $to, serviceCentreId: $centre) { from to
    stockStatus { places { location { name } parts onHand low value ${money} } value ${money} }
    movements { kind movements value ${money} }
    purchaseOrders { status orders total ${money} }
    lowStock { part { sku } location { name } onHand available reorderPoint reorderQuantity }
    supplierPerformance { supplier { id name } orders received onTime meanDays fillRate total ${money} } } }`;

const ask = async (client: GraphClient, variables: object = {}) =>
  (await client.ask<{ inventoryReport: InventoryReport }>(REPORT, { ...made.days, ...variables }))
    .inventoryReport;

/** `$2`: null for all places of the organisation, or the service centres whose places count. */
const PLACED = `($2::uuid[] is null or l.service_centre_id = any($2))`;
const ZONE = `coalesce((select time_zone from customer.service_centre c where c.id = l.service_centre_id), 'Europe/Rome')`;
const scopes = (): [GraphClient, object, string[] | null][] => [
  [made.shop.admin.client, {}, null],
  [made.shop.admin.client, { centre: made.shop.centres[2] }, [made.shop.centres[2]!]],
  [made.manager.client, {}, [made.shop.centres[0]!]],
];

const grouped = (
  rows: { key: string; currency: string | null; minor: string | null }[],
  key: string,
): Amount[] =>
  rows
    .filter((row) => row.key === key && row.currency)
    .map(({ currency, minor }) => ({ minorUnits: Number(minor), currency: currency! }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));

test('what lies where, and what it cost', async () => {
  for (const [client, variables, centres] of scopes()) {
    const report = await ask(client, variables);
    expect(report).toMatchObject(made.days);
    const { stockStatus } = report;
    const places = await graph.sql<{ name: string; parts: number; onHand: number; low: number }>(
      `select l.name, count(*)::int as parts, sum((s.on_hand > 0)::int)::int as "onHand", sum(s.low::int)::int as low
       from inventory.stock_level s join inventory.stock_location l on l.id = s.location_id
       where s.organisation_id = $1 and ${PLACED} group by l.id, l.name order by l.name, l.id`,
      [made.shop.id, centres],
    );
    const values = await graph.sql<{ key: string; currency: string | null; minor: string | null }>(
      `select l.name as key, s.cost_currency as currency, sum(round(s.on_hand * s.average_cost)) as minor
       from inventory.stock_level s join inventory.stock_location l on l.id = s.location_id
       where s.organisation_id = $1 and ${PLACED} group by 1, 2`,
      [made.shop.id, centres],
    );
    expect(stockStatus.places).toEqual(
      places.map(({ name, ...row }) => ({ ...row, location: { name }, value: grouped(values, name) })),
    );
    for (const { minorUnits, currency } of stockStatus.value)
      expect(minorUnits).toBe(
        values.filter((row) => row.currency === currency).reduce((sum, { minor }) => sum + Number(minor), 0),
      );
    expect(stockStatus.value.length).toBeGreaterThan(0);
  }
});

test('what moved, by the calendar of each place', async () => {
  for (const [client, variables, centres] of scopes()) {
    const { movements } = await ask(client, variables);
    const rows = await graph.sql<{ key: string; currency: string | null; n: number; minor: string | null }>(
      `select m.kind as key, m.cost_currency as currency, count(*)::int as n,
         sum(round(m.quantity * m.unit_cost)) as minor
       from inventory.stock_movement m join inventory.stock_location l on l.id = m.location_id
       where m.organisation_id = $1 and ${PLACED} and date(timezone(${ZONE}, m.created_at)) between $3 and $4
       group by 1, 2 order by 1`,
      [made.shop.id, centres, made.days.from, made.days.to],
    );
    const kinds = [...new Set(rows.map(({ key }) => key))];
    expect(movements).toEqual(
      kinds.map((kind) => ({
        kind,
        movements: rows.filter(({ key }) => key === kind).reduce((sum, { n }) => sum + n, 0),
        value: grouped(rows, kind),
      })),
    );
    expect(kinds.length).toBeGreaterThan(3);
  }
});

test('purchase orders, and how suppliers do', async () => {
  for (const [client, variables, centres] of scopes()) {
    const { purchaseOrders, supplierPerformance } = await ask(client, variables);
    const values = [made.shop.id, centres, made.days.from, made.days.to];
    const orders = await graph.sql<{ status: string; currency: string; orders: number; minor: string }>(
      `select l.status, l.currency, count(*)::int as orders, sum(l.total_minor) as minor from inventory.purchase_order l
       where l.organisation_id = $1 and ${PLACED} and date(timezone(${ZONE}, l.created_at)) between $3 and $4
       group by 1, 2 order by 1, 2`,
      values,
    );
    expect(purchaseOrders).toEqual(
      orders.map(({ status, currency, orders: n, minor }) => ({
        status,
        orders: n,
        total: { minorUnits: Number(minor), currency },
      })),
    );
    const sent = await graph.sql<Record<string, string>>(
      `select l.supplier_id as id, l.currency, l.total_minor as minor, (l.received_at is not null)::int as received,
         coalesce(date(timezone(${ZONE}, l.received_at)) <= l.expected_on, false)::int as on_time,
         extract(epoch from l.received_at - l.ordered_at) / 86400 as days, x.quantity, x.received_quantity as came
       from inventory.purchase_order l join inventory.purchase_order_line x on x.purchase_order_id = l.id
       where l.organisation_id = $1 and ${PLACED} and date(timezone(${ZONE}, l.ordered_at)) between $3 and $4`,
      values,
    );
    const sum = (of: typeof sent, key: string) => of.reduce((all, row) => all + Number(row[key] ?? 0), 0);
    expect(supplierPerformance.map(({ supplier }) => supplier.id).sort()).toEqual(
      [...new Set(sent.map((row) => row.id))].sort(),
    );
    for (const row of supplierPerformance) {
      const theirs = sent.filter(({ id }) => id === row.supplier.id);
      const received = sum(theirs, 'received');
      const currencies = [...new Set(theirs.map(({ currency }) => currency!))].sort();
      expect(row).toEqual({
        supplier: { id: row.supplier.id, name: expect.stringContaining('Supplier') as unknown },
        orders: theirs.length,
        received,
        onTime: sum(theirs, 'on_time'),
        meanDays: received ? String(round(sum(theirs, 'days') / received, 1)) : null,
        fillRate: String(round(sum(theirs, 'came') / sum(theirs, 'quantity'), 4)),
        total: currencies.map((currency) => ({
          minorUnits: sum(
            theirs.filter((each) => each.currency === currency),
            'minor',
          ),
          currency,
        })),
      });
    }
  }
});

test('what should be bought', async () => {
  for (const [client, variables, centres] of scopes()) {
    const { lowStock } = await ask(client, variables);
    const rows = await graph.sql<{ sku: string; place: string; hand: string; free: string }>(
      `select s.part_sku as sku, l.name as place, s.on_hand::float8::text as hand, (s.on_hand - s.reserved)::float8::text as free
       from inventory.stock_level s join inventory.stock_location l on l.id = s.location_id
       where s.organisation_id = $1 and ${PLACED} and s.low order by s.part_sku, s.id`,
      [made.shop.id, centres],
    );
    expect(lowStock).toEqual(
      rows.map(({ sku, place, hand, free }) => ({
        part: { sku },
        location: { name: place },
        onHand: hand,
        available: free,
        reorderPoint: '5',
        reorderQuantity: '10',
      })),
    );
  }
  expect((await ask(made.shop.admin.client)).lowStock.length).toBeGreaterThan(0);
});

const ANALYTICS = `query ($from: LocalDate!, $to: LocalDate!, $interval: ReportInterval) {
  analytics(from: $from, to: $to, interval: $interval) { from to
    customers { newCustomers served returning returnRate chart { name labels series { values } } }
    services { appointments missed cancelled chart { labels series { name values } } }
    revenue { name labels series { currency values } } } }`;

test('analytics: who came, what was done, what came in', async () => {
  const { from } = made.days;
  const middle = new Date(Date.parse(from) + 20 * 86_400_000).toISOString().slice(0, 10);
  await graph.sql(
    `insert into customer.customer (organisation_id, id, version, created_at, updated_at, code, first_name, last_name)
     select $1, id, 1, $3::date + (n || ' days')::interval, now(), 'CUS-' || (800000 + n), 'Cora', 'Customer'
     from unnest($2::uuid[]) with ordinality as c(id, n)`,
    [made.shop.id, made.random.customers, middle],
  );
  const { analytics } = await made.shop.admin.client.ask<{
    analytics: {
      from: string;
      to: string;
      customers: Record<string, number | string> & {
        chart: { labels: string[]; series: { values: number[] }[] };
      };
      services: { chart: { labels: string[]; series: { name: string; values: number[] }[] } };
      revenue: { name: string; labels: string[]; series: { currency: string; values: number[] }[] };
    };
  }>(ANALYTICS, { from: middle, to: made.days.to, interval: 'DAY' });
  const days = { from: middle, to: made.days.to };
  expect(analytics).toMatchObject(days);
  const [jobs] = await graph.sql<{ served: number; returning: number }>(
    `with jobs as (select customer_id, date(timezone(c.time_zone, j.created_at)) as day
       from workshop.job_card j join customer.service_centre c on c.id = j.service_centre_id
       where j.organisation_id = $1),
     now_here as (select distinct customer_id from jobs where day between $2 and $3),
     before as (select distinct customer_id from jobs where day < $2)
     select (select count(*) from now_here)::int as served,
       (select count(*) from now_here join before using (customer_id))::int as returning`,
    [made.shop.id, days.from, days.to],
  );
  const { labels } = analytics.customers.chart;
  expect(analytics.customers).toMatchObject({
    newCustomers: 5,
    ...jobs!,
    returnRate: String(round(jobs!.returning / jobs!.served, 4)),
  });
  expect(analytics.customers.chart.series[0]!.values).toEqual(
    labels.map((_, n) => (n >= 1 && n <= 5 ? 1 : 0)),
  );
  const appointments = (dim: string) => made.facts('APPOINTMENTS', { ...days, dim }).count;
  expect(analytics.services).toMatchObject({
    appointments: appointments('STANDS'),
    missed: appointments('NO_SHOW'),
    cancelled: appointments('CANCELLED'),
  });
  for (const [n, figure] of ['JOBS_COMPLETED', 'SERVICES_COMPLETED'].entries())
    expect(analytics.services.chart.series[n]!.values).toEqual(
      labels.map((day) => made.facts(figure, { from: day, to: day }).count),
    );
  for (const { currency, values } of analytics.revenue.series)
    expect(values).toEqual(
      labels.map((day) => {
        const at = { from: day, to: day, currency };
        return round(
          (made.facts('INVOICED_NET', at).amount - made.facts('CREDITED_NET', at).amount) / 100,
          2,
        );
      }),
    );
});

test('who may not', async () => {
  for (const query of [REPORT, ANALYTICS]) {
    expect((await made.technician.client.send(query, made.days)).code).toBe('FORBIDDEN');
    expect((await graph.anonymous().send(query, made.days)).code).toBe('UNAUTHENTICATED');
  }
  const other = await graph.shop();
  expect((await ask(other.admin.client)).movements).toEqual([]);
});
