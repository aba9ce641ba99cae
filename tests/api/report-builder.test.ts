import { newId } from '../../shared/ids';
import { useGraph } from '../harness/graph';
import { insert, type Row } from '../reporting/random-shop.fixtures';
import { run, textsOf } from './report-builder.fixtures';
import { openReportShop, type ReportShop } from './reports.fixtures';

const graph = useGraph();
let made: ReportShop;
beforeAll(async () => {
  made = await openReportShop(graph, 61);
});

const admin = () => made.shop.admin.client;
const report = (definition: object, more: object = {}) => run(admin(), { definition, ...made.days, ...more });
const minor = (text: string | null) => Math.round(Number(text) * 100);
const { round } = Math;

test('figures by service centre are what reports count, with the currency beside them', async () => {
  const result = await report({
    dataset: 'REVENUE',
    dimensions: ['SERVICE_CENTRE'],
    measures: ['INVOICES', 'INVOICED', 'REVENUE'],
  });
  expect(result.columns).toMatchObject([
    { name: 'SERVICE_CENTRE', kind: 'RECORD', recordType: 'ServiceCentre' },
    { name: 'CURRENCY', kind: 'WORD', recordType: null },
    { name: 'INVOICES', kind: 'COUNT', recordType: null },
    { name: 'INVOICED', kind: 'MONEY', recordType: null },
    { name: 'REVENUE', kind: 'MONEY', recordType: null },
  ]);
  expect(result.columns[3]!.description).toBe('What they come to, with tax.');
  expect(result).toMatchObject({ rowCount: 6, truncated: false });
  for (const { cells } of result.rows) {
    const [centre, currency, invoices, invoiced, revenue] = cells;
    const part = { ...made.days, centres: [centre!.recordId!], currency: currency!.text! };
    const of = (figure: string) => made.facts(figure, part);
    expect(centre!.text).toMatch(/centre/i);
    expect(invoices!.text).toBe(String(of('INVOICED').count));
    expect(invoiced!.money).toEqual({ minorUnits: of('INVOICED').amount, currency: currency!.text });
    expect(minor(invoiced!.text)).toBe(of('INVOICED').amount);
    expect(revenue!.money!.minorUnits).toBe(of('INVOICED_NET').amount - of('CREDITED_NET').amount);
  }
});

test('records and figures agree on what was invoiced, paid and sold', async () => {
  for (const currency of ['EUR', 'USD']) {
    const of = (figure: string) => made.facts(figure, { ...made.days, currency }).amount;
    const filters = [{ dimension: 'CURRENCY', in: [currency] }];
    const whole = async (dataset: string, measure: string) => {
      const { rows } = await report({ dataset, dimensions: [], measures: [measure], filters });
      expect(rows).toHaveLength(1);
      return rows[0]!.cells[1]!.money!.minorUnits;
    };
    expect(await whole('INVOICES', 'TOTAL')).toBe(of('INVOICED'));
    expect(await whole('INVOICES', 'NET')).toBe(of('INVOICED_NET'));
    expect(await whole('SALES_LINES', 'REVENUE')).toBe(of('INVOICED_LINES') - of('CREDITED_LINES'));
    expect(await whole('PAYMENTS', 'KEPT')).toBe(of('PAID') - of('REFUNDED'));
  }
});

test('jobs by status and technician, by the calendar of each centre', async () => {
  const rows = textsOf(
    await report({ dataset: 'JOBS', dimensions: ['STATUS', 'MONTH'], measures: ['JOBS', 'HOURS_IN_SHOP'] }),
  );
  const expected = await graph.sql<{ STATUS: string; MONTH: string; JOBS: string; hours: string }>(
    `select j.status as "STATUS", to_char(j.created_at at time zone c.time_zone, 'YYYY-MM-01') as "MONTH",
       count(*)::text as "JOBS",
       coalesce(sum(extract(epoch from completed_at - j.created_at)) / 3600, 0)::text as hours
     from workshop.job_card j join customer.service_centre c on c.id = j.service_centre_id
     where j.organisation_id = $1 and (j.created_at at time zone c.time_zone)::date between $2::date and $3::date
     group by 1, 2 order by 1, 2`,
    [made.shop.id, made.days.from, made.days.to],
  );
  expect(rows.length).toBeGreaterThan(6);
  expect(rows).toEqual(
    expected.map(({ hours, ...row }) => ({
      ...row,
      HOURS_IN_SHOP: String(round(Number(hours) * 100) / 100),
    })),
  );
});

test('labour, requests and leads are the figures of their names', async () => {
  const labour = await report({
    dataset: 'LABOUR',
    dimensions: ['TECHNICIAN'],
    measures: ['JOBS_COMPLETED', 'CLOCKED_HOURS', 'SOLD_HOURS'],
  });
  expect(labour.rows.length).toBeGreaterThan(1);
  for (const { cells } of labour.rows) {
    const part = { ...made.days, dim: cells[0]!.recordId ?? '' };
    expect(cells.slice(1).map(({ text }) => Number(text))).toEqual([
      made.facts('JOBS_COMPLETED', part).count,
      round(made.facts('TIME_CLOCKED', part).amount / 36) / 100,
      round(made.facts('SERVICES_BY_TECHNICIAN', part).amount * 100) / 100,
    ]);
  }
  for (const [dataset, dimension, measure, figure] of [
    ['REQUESTS', 'SERVICE', 'REQUESTS', 'REQUESTS_CREATED'],
    ['LEADS', 'SOURCE', 'CONVERTED', 'LEADS_CONVERTED'],
    ['SERVICES', 'SERVICE_ITEM', 'SERVICES', 'SERVICES_COMPLETED'],
  ] as const) {
    const rows = textsOf(await report({ dataset, dimensions: [dimension], measures: [measure] }));
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows)
      expect(Number(row[measure])).toBe(
        made.facts(figure, { ...made.days, dim: row[dimension] ?? '' }).count,
      );
  }
});

test('stock by part and kind: what has no cost has no amount, and currencies stay apart', async () => {
  const result = await report({
    dataset: 'STOCK_MOVEMENTS',
    dimensions: ['PART', 'KIND'],
    measures: ['MOVEMENTS', 'QUANTITY', 'COST'],
    sort: { by: 'MOVEMENTS', descending: true },
  });
  const expected = await graph.sql<{ key: string; quantity: string; cost: string | null }>(
    `select p.sku || ' ' || m.kind || ' ' || coalesce(m.cost_currency, '-') as key, sum(m.quantity)::text as quantity,
       sum(round(m.quantity * m.unit_cost))::text as cost
     from inventory.stock_movement m join inventory.part p on p.id = m.part_id
     where m.organisation_id = $1 group by 1 order by 1`,
    [made.shop.id],
  );
  const told = result.rows.map(({ cells: [part, kind, currency, , quantity, cost] }) => ({
    key: `${part!.text} ${kind!.text} ${currency!.text ?? '-'}`,
    quantity: Number(quantity!.text),
    cost: cost!.money ? cost!.money.minorUnits : null,
  }));
  expect(told.sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
    expected.map(({ key, quantity, cost }) => ({
      key,
      quantity: Number(quantity),
      cost: cost === null ? null : Number(cost),
    })),
  );
  const many = result.rows.map(({ cells }) => Number(cells[3]!.text));
  expect(many).toEqual([...many].sort((a, b) => b - a));
});

test('filters choose rows by value, and what is no value of any row finds none', async () => {
  const by = async (values: string[]) =>
    textsOf(
      await report({
        dataset: 'QUOTATIONS',
        dimensions: ['STATUS'],
        measures: ['QUOTATIONS', 'SENT', 'CONVERTED'],
        filters: [{ dimension: 'STATUS', in: values }],
      }),
    );
  expect((await by(['SENT', 'DRAFT'])).map(({ STATUS }) => STATUS)).toEqual(['DRAFT', 'SENT']);
  expect((await by(['DRAFT']))[0]).toMatchObject({ SENT: '0', CONVERTED: '0' });
  expect(await by(["DRAFT') or true --"])).toEqual([]);
});

test('more than a thousand rows are cut off, and it is said', async () => {
  const [{ promised_or_never: _, ...job } = {}] = await graph.sql<Row>(
    'select * from workshop.job_card where organisation_id = $1 limit 1',
    [made.shop.id],
  );
  const codes = await graph.sql<{ code: string }>(
    'select workshop.random_tracking_code() as code from generate_series(1, 1100)',
  );
  const more = codes.map(({ code }, n) => ({
    ...job,
    id: newId(),
    number: `JC-${700_000 + n}`,
    tracking_code: code,
  }));
  await graph.sql("set session_replication_role = 'replica'");
  await insert(graph.sql, 'workshop.job_card', more);
  await graph.sql("set session_replication_role = 'origin'");
  const definition = { dataset: 'JOBS', dimensions: ['JOB_CARD'], measures: ['JOBS'] };
  const result = await report(definition);
  expect([result.rowCount, result.rows.length, result.truncated]).toEqual([1000, 1000, true]);
  expect(result.rows[0]!.cells[0]!.recordId).toMatch(/^[0-9a-f-]{36}$/);
});

test('a service centre manager counts their own service centre and none else', async () => {
  const definition = { dataset: 'REVENUE', dimensions: ['SERVICE_CENTRE'], measures: ['INVOICES'] };
  const { rows } = await run(made.manager.client, { definition, ...made.days });
  expect(new Set(rows.map(({ cells }) => cells[0]!.recordId))).toEqual(new Set([made.shop.centres[0]]));
  const filters = [{ dimension: 'SERVICE_CENTRE', in: [made.shop.centres[1]] }];
  const other = await run(made.manager.client, { definition: { ...definition, filters }, ...made.days });
  expect(other.rows).toEqual([]);
  const stock = { dataset: 'STOCK_MOVEMENTS', dimensions: ['LOCATION'], measures: ['MOVEMENTS'] };
  const places = textsOf(await run(made.manager.client, { definition: stock, ...made.days }));
  expect(places.map(({ LOCATION }) => LOCATION)).toEqual(['Place 0']);
});
