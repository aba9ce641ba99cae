import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { until } from '../harness/until';
import { unzip } from '../reporting/unzip.fixtures';
import { endow, holderOf } from '../security/custom-role.fixtures';
import {
  begin as beginExport,
  fetched,
  finished as finishedExport,
  JOB,
  jobOf,
  linesOf,
  refusedExport,
} from './exports.fixtures';
import { openReportShop, type ReportShop } from './reports.fixtures';

const graph = useGraph();
let made: ReportShop;
beforeAll(async () => {
  made = await openReportShop(graph, 71);
});

const begin = (client: GraphClient, input: object) => beginExport(client, { ...made.days, ...input });
const finished = (client: GraphClient, input: object) => finishedExport(client, { ...made.days, ...input });
const refused = (client: GraphClient, input: object) => refusedExport(client, { ...made.days, ...input });
const admin = () => made.shop.admin.client;

test('invoices as CSV: each row, with amounts of their currency, and who exported them is written down', async () => {
  const job = await finished(admin(), { format: 'CSV', list: 'INVOICES' });
  const expected = await graph.sql<{ id: string; total: string }>(
    `select id, to_char(total_minor / 100.0, 'FM999999990.00') as total from billing.invoice
     where organisation_id = $1 and created_at >= $2::timestamp at time zone 'Europe/Rome' order by created_at, id`,
    [made.shop.id, made.days.from],
  );
  expect(job).toMatchObject({ status: 'DONE', format: 'CSV', list: 'INVOICES', failure: null });
  expect(job.rowsWritten).toBe(expected.length);
  const { headers, bytes } = await fetched(job);
  expect(headers.get('content-disposition')).toContain('invoices');
  const [head, ...rows] = linesOf(bytes);
  expect(head).toBe(
    'ID,NUMBER,STATUS,ISSUED_ON,DUE_ON,SERVICE_CENTRE_ID,CUSTOMER_ID,CURRENCY,NET,TAX,TOTAL,CREDITED,PAID,BALANCE',
  );
  expect(rows.map((row) => [row.split(',')[0], row.split(',')[10]])).toEqual(
    expected.map(({ id, total }) => [id, total]),
  );
  const entries = await graph.sql<{ action: string; actor_id: string }>(
    `select action, actor_id from platform.audit_log where organisation_id = $1 and entity_id = $2 and action = 'export'`,
    [made.shop.id, job.id],
  );
  expect(entries).toEqual([{ action: 'export', actor_id: made.shop.admin.id }]);
});

test('a custom report as XLSX is the rows that it answers with', async () => {
  const definition = { dataset: 'REVENUE', dimensions: ['SERVICE_CENTRE'], measures: ['INVOICED'] };
  const job = await finished(admin(), { format: 'XLSX', definition });
  expect([job.status, job.rowsWritten, job.list]).toEqual(['DONE', 6, null]);
  const sheet = unzip((await fetched(job)).bytes).get('xl/worksheets/sheet1.xml')!;
  const numbers = [...sheet.matchAll(/<v>([-\d.]+)<\/v>/g)].map(([, value]) =>
    Math.round(Number(value) * 100),
  );
  const sum = (currency?: string) =>
    made.facts('INVOICED', { ...made.days, ...(currency ? { currency } : {}) }).amount;
  expect(numbers).toHaveLength(6);
  expect(numbers.reduce((all, value) => all + value, 0)).toBe(sum());
});

test('a PDF, which is refused when it would be too long', async () => {
  const definition = { dataset: 'JOBS', dimensions: ['STATUS'], measures: ['JOBS'] };
  const job = await finished(admin(), { format: 'PDF', definition });
  expect((await fetched(job)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await graph.sql(
    `insert into platform.audit_log (organisation_id, id, occurred_at, actor_kind, action, entity_type, entity_id)
     select $1, gen_random_uuid(), now(), 'SYSTEM', 'create', 'JobCard', gen_random_uuid() from generate_series(1, 2100)`,
    [made.shop.id],
  );
  const long = await finished(admin(), { format: 'PDF', list: 'AUDIT_LOG' });
  expect([long.status, long.failure, long.url]).toEqual(['FAILED', 'TOO_MANY_ROWS', null]);
  const whole = await finished(admin(), { format: 'CSV', list: 'AUDIT_LOG' });
  expect(whole.rowsWritten).toBeGreaterThan(2100);
  expect(linesOf((await fetched(whole)).bytes).length).toBe(whole.rowsWritten + 1);
});

test('the rows are those of the service centres in which one works', async () => {
  for (const list of ['JOBS', 'PAYMENTS', 'INVOICES']) {
    const job = await finished(made.manager.client, { format: 'CSV', list });
    const [head, ...rows] = linesOf((await fetched(job)).bytes);
    const place = head!.split(',').indexOf('SERVICE_CENTRE_ID');
    expect(rows.length).toBeGreaterThan(5);
    expect(new Set(rows.map((row) => row.split(',')[place]))).toEqual(new Set([made.shop.centres[0]]));
  }
  const own = await finished(made.manager.client, { format: 'CSV', list: 'STOCK_MOVEMENTS' });
  const all = await finished(admin(), { format: 'CSV', list: 'STOCK_MOVEMENTS' });
  expect(own.rowsWritten).toBeGreaterThan(0);
  expect(own.rowsWritten).toBeLessThan(all.rowsWritten);
  const serviceCentreId = made.shop.centres[1];
  expect(await refused(made.manager.client, { format: 'CSV', list: 'JOBS', serviceCentreId })).toEqual([
    'BAD_INPUT',
    ['serviceCentreId'],
  ]);
});

test('what one may not read is not exported, and another’s export is not found', async () => {
  expect(await refused(made.manager.client, { format: 'CSV', list: 'AUDIT_LOG' })).toEqual([
    'FORBIDDEN',
    'audit:read',
  ]);
  expect(await refused(made.technician.client, { format: 'CSV', list: 'JOBS' })).toEqual([
    'FORBIDDEN',
    'reports:read',
  ]);
  expect(await refused(admin(), { format: 'CSV' })).toEqual(['BAD_INPUT', ['input.definition']]);
  const job = await finished(admin(), { format: 'CSV', list: 'JOBS' });
  const stranger = (await graph.shop()).admin.client;
  for (const client of [made.manager.client, stranger])
    expect((await client.send(JOB, { id: job.id })).code).toBe('NOT_FOUND');
});

test('it is made under the rights of that moment: who has lost them gets no file', async () => {
  const holder = await holderOf(made.shop, { 'reports:read': 'ALL', 'jobs:read': 'ALL' });
  const kept = await finished(holder.client, { format: 'CSV', list: 'JOBS' });
  expect(kept.status).toBe('DONE');
  const again = async () => {
    await graph.sql(`update reporting.export_job set status = 'QUEUED' where id = $1`, [kept.id]);
    await graph.sql(
      `select graphile_worker.add_job('run-export', json_build_object('exportId', $1::text, 'organisationId', $2::text))`,
      [kept.id, made.shop.id],
    );
    await until('it has ended again', async () =>
      ['DONE', 'FAILED'].includes((await jobOf(holder.client, kept.id)).status),
    );
    return jobOf(holder.client, kept.id);
  };
  expect((await again()).status).toBe('DONE');
  await endow(holder, made.shop, { 'reports:read': 'ALL' });
  expect(await again()).toMatchObject({ status: 'FAILED', failure: 'FORBIDDEN', url: null });
});

test('asked twice with one key it is one export; when its time is over, it goes with its file', async () => {
  const input = { format: 'CSV', list: 'PAYMENTS', idempotencyKey: 'once and no more' };
  const job = await finished(admin(), input);
  expect((await begin(admin(), input)).id).toBe(job.id);
  const [kept] = await graph.sql<{ from: Date; to: Date; until: Date }>(
    'select created_at as "from", updated_at as "to", expires_at as until from reporting.export_job where id = $1',
    [job.id],
  );
  expect(job.createdAt).toBe(kept!.from.toISOString());
  expect(job.updatedAt).toBe(kept!.to.toISOString());
  expect(job.expiresAt).toBe(kept!.until.toISOString());
  expect(Date.parse(job.expiresAt)).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  expect(job.url).toContain('/files/');
  await graph.sql(
    `select graphile_worker.add_job('delete-export', json_build_object('exportId', $1::text, 'organisationId', $2::text))`,
    [job.id, made.shop.id],
  );
  await until('it is gone', async () => (await admin().send(JOB, { id: job.id })).code === 'NOT_FOUND');
  expect((await fetch(job.url!)).status).toBe(404);
});
