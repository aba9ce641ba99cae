import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { holderOf } from '../security/custom-role.fixtures';
import { RUN, run } from './report-builder.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
beforeAll(async () => {
  shop = await graph.shop();
  manager = await shop.staff('MANAGER');
});

const DAYS = { from: '2026-01-01', to: '2026-12-31' };
const DEFINITION = { dataset: 'JOBS', dimensions: ['STATUS'], measures: ['JOBS'] };
const SAVE = `mutation ($input: SaveReportInput!) { saveReport(input: $input) {
  id version createdAt updatedAt name shared mine owner { id } definition { dataset dimensions measures
    filters { dimension in } sort { by descending } } } }`;
const LIST = '{ savedReports { id name mine } }';
const DELETE = 'mutation ($id: ID!, $version: Int) { deleteReport(id: $id, expectedVersion: $version) }';

interface Saved {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  name: string;
}
const save = async (client: GraphClient, input: object) =>
  (
    await client.ask<{ saveReport: Saved }>(SAVE, {
      input: { definition: DEFINITION, name: 'Mine', ...input },
    })
  ).saveReport;
const listed = async (client: GraphClient) =>
  (await client.ask<{ savedReports: Saved[] }>(LIST)).savedReports.map(({ name }) => name);
const refused = async (client: GraphClient, query: string, variables: Record<string, unknown>) => {
  const { code, errors } = await client.send(query, variables);
  const { permission, fields } = errors[0]!.extensions as { permission?: string; fields?: object[] };
  return [code, permission ?? fields];
};
const problem = (path: string, code: string) => [expect.objectContaining({ path, code })];

test.each([
  ['dimensions.0', { dimensions: ['status'] }],
  ['dimensions.0', { dimensions: ['constructor'] }],
  ['dimensions.0', { dimensions: ["1); select 'x"] }],
  ['measures.1', { measures: ['JOBS', 'TOTAL'] }],
  ['filters.0.dimension', { filters: [{ dimension: 'JOBS', in: ['1'] }] }],
  ['sort.by', { sort: { by: 'MONTH' } }],
])('what is not declared is not asked: %s of %j', async (place, part) => {
  const definition = { ...DEFINITION, ...part };
  expect(await refused(shop.admin.client, RUN, { definition, ...DAYS })).toEqual([
    'BAD_INPUT',
    problem(`definition.${place}`, 'UNKNOWN'),
  ]);
});

test('there are limits, and a dimension is named once', async () => {
  const ask = (part: object, days: object = DAYS) =>
    refused(shop.admin.client, RUN, { definition: { ...DEFINITION, ...part }, ...days });
  expect(await ask({ dimensions: ['DAY', 'WEEK', 'MONTH', 'YEAR'] })).toEqual([
    'BAD_INPUT',
    [expect.objectContaining({ path: 'definition.dimensions' })],
  ]);
  expect((await ask({ measures: Array.from({ length: 9 }, () => 'JOBS') }))[0]).toBe('BAD_INPUT');
  expect(await ask({ dimensions: ['DAY', 'DAY'] })).toEqual([
    'BAD_INPUT',
    problem('definition.dimensions.1', 'TWICE'),
  ]);
  expect(await ask({}, { from: '2020-01-01', to: '2026-01-01' })).toEqual([
    'BAD_INPUT',
    problem('to', 'TOO_LONG'),
  ]);
  expect(await refused(shop.admin.client, RUN, DAYS)).toEqual(['BAD_INPUT', problem('definition', 'EITHER')]);
});

test('a data set asks for the permission of what it is about, and cost for its own', async () => {
  const holder = await holderOf(shop, { 'reports:read': 'ALL', 'stock:read': 'ALL', 'jobs:read': 'OWN' });
  const { reportDatasets } = await holder.client.ask<{
    reportDatasets: {
      name: string;
      description: string;
      dimensions: object[];
      measures: { name: string }[];
    }[];
  }>('{ reportDatasets { name description dimensions { name } measures { name } } }');
  expect(reportDatasets).toEqual([
    {
      name: 'STOCK_MOVEMENTS',
      description: 'What went into stock and out of it, by day.',
      dimensions: [
        'PART',
        'LOCATION',
        'KIND',
        'SERVICE_CENTRE',
        'DAY',
        'WEEK',
        'MONTH',
        'YEAR',
        'CURRENCY',
      ].map((name) => ({ name })),
      measures: [{ name: 'MOVEMENTS' }, { name: 'QUANTITY' }],
    },
  ]);
  const ask = (definition: object) => refused(holder.client, RUN, { definition, ...DAYS });
  expect(await ask(DEFINITION)).toEqual(['FORBIDDEN', 'jobs:read']);
  expect(await ask({ ...DEFINITION, dataset: 'REVENUE', measures: ['INVOICED'] })).toEqual([
    'FORBIDDEN',
    'invoices:read',
  ]);
  const stock = { dataset: 'STOCK_MOVEMENTS', dimensions: ['KIND'] };
  expect(await ask({ ...stock, measures: ['COST'] })).toEqual(['FORBIDDEN', 'stock:cost']);
  expect(
    (await run(holder.client, { definition: { ...stock, measures: ['MOVEMENTS'] }, ...DAYS })).rows,
  ).toEqual([]);
  expect(
    await refused((await shop.staff('TECHNICIAN')).client, RUN, { definition: DEFINITION, ...DAYS }),
  ).toEqual(['FORBIDDEN', 'reports:read']);
});

test('a report is kept, run, changed and deleted by its owner, and shared only when they say so', async () => {
  const full = {
    name: ' Jobs of mine ',
    definition: {
      ...DEFINITION,
      filters: [{ dimension: 'STATUS', in: ['OPEN'] }],
      sort: { by: 'JOBS', descending: true },
    },
    idempotencyKey: 'only once',
  };
  const saved = await save(manager.client, full);
  expect(saved).toEqual({
    id: saved.id,
    version: 1,
    createdAt: saved.updatedAt,
    updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    name: 'Jobs of mine',
    shared: false,
    mine: true,
    owner: { id: manager.id },
    definition: full.definition,
  });
  expect((await save(manager.client, full)).id).toBe(saved.id);
  expect((await save(manager.client, { ...full, id: saved.id, idempotencyKey: null })).version).toBe(1);

  const colleague = shop.admin.client;
  const { id } = saved;
  expect(await listed(colleague)).not.toContain('Jobs of mine');
  expect((await refused(colleague, RUN, { saved: id, ...DAYS }))[0]).toBe('NOT_FOUND');

  const changed = await save(manager.client, { id, name: 'Jobs of all', shared: true, expectedVersion: 1 });
  expect(changed.createdAt).toBe(saved.createdAt);
  expect(Date.parse(changed.updatedAt)).toBeGreaterThan(Date.parse(saved.updatedAt));
  expect(await listed(colleague)).toContain('Jobs of all');
  expect((await run(colleague, { saved: id, ...DAYS })).columns.map(({ name }) => name)).toEqual([
    'STATUS',
    'JOBS',
  ]);
  const stale = { input: { id, name: 'Stale', definition: DEFINITION, expectedVersion: 1 } };
  expect((await refused(manager.client, SAVE, stale))[0]).toBe('CONFLICT');
  expect((await refused(colleague, SAVE, { input: { id, name: 'Theirs', definition: DEFINITION } }))[0]).toBe(
    'NOT_FOUND',
  );
  expect((await refused(colleague, DELETE, { id }))[0]).toBe('NOT_FOUND');

  const stranger = (await graph.shop()).admin.client;
  expect(await listed(stranger)).toEqual([]);
  expect((await refused(stranger, RUN, { saved: id, ...DAYS }))[0]).toBe('NOT_FOUND');

  expect((await refused(manager.client, DELETE, { id, version: 1 }))[0]).toBe('CONFLICT');
  expect(await manager.client.ask(DELETE, { id, version: 2 })).toEqual({ deleteReport: id });
  expect(await listed(colleague)).not.toContain('Jobs of all');
});

test('whoever runs a shared report needs the permission themselves, and keeps no report they may not ask', async () => {
  const { id } = await save(shop.admin.client, {
    name: 'Money',
    shared: true,
    definition: { dataset: 'PAYMENTS', dimensions: [], measures: ['PAID'] },
  });
  const holder = await holderOf(shop, { 'reports:read': 'ALL', 'jobs:read': 'ALL' });
  expect(await listed(holder.client)).toContain('Money');
  expect(await refused(holder.client, RUN, { saved: id, ...DAYS })).toEqual(['FORBIDDEN', 'payments:read']);
  const input = { name: 'Money', definition: { dataset: 'PAYMENTS', dimensions: [], measures: ['PAID'] } };
  expect(await refused(holder.client, SAVE, { input })).toEqual(['FORBIDDEN', 'payments:read']);
  expect(await listed(holder.client)).toEqual(['Money']);
});

test('somebody keeps a hundred reports and no more, also when they come at once', async () => {
  const { client, id } = await shop.staff('MANAGER');
  await graph.sql(
    `insert into reporting.saved_report (organisation_id, id, version, created_at, updated_at, user_id, name, shared, definition)
     select $1, gen_random_uuid(), 1, now(), now(), $2, 'Report ' || n, false, $3 from generate_series(1, 99) n`,
    [shop.id, id, JSON.stringify(DEFINITION)],
  );
  const codes = await Promise.all(
    Array.from(
      { length: 20 },
      async () => (await client.send(SAVE, { input: { name: 'More', definition: DEFINITION } })).code,
    ),
  );
  expect(codes.filter((code) => code === undefined)).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set([undefined, 'CONFLICT']));
});
