import { useGraph } from '../harness/graph';
import { unzip } from '../reporting/unzip.fixtures';
import { holderOf } from '../security/custom-role.fixtures';
import { fetched, finished, refusedExport, rowsOf } from './exports.fixtures';
import { type Expected, FIXED_REPORTS } from './exports-fixed.fixtures';
import { openReportShop, type ReportShop } from './reports.fixtures';
import { nameCustomers } from './reports-customers.fixtures';

const graph = useGraph();
let made: ReportShop;
beforeAll(async () => {
  made = await openReportShop(graph, 73);
  await nameCustomers(graph, made);
});
const admin = () => made.shop.admin.client;
const csv = async (report: string, client = admin()) => {
  const job = await finished(client, { format: 'CSV', report, ...made.days });
  expect(job).toMatchObject({ status: 'DONE', report, list: null, failure: null });
  const { bytes, headers } = await fetched(job);
  expect(headers.get('content-disposition')).toContain(report.toLowerCase());
  const rows = rowsOf(bytes);
  expect(rows).toHaveLength(job.rowsWritten);
  return rows;
};

const at = (record: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], record);
const textAt = (record: unknown, path: string): string => String(at(record, path) ?? '');

/** The rows that the graph answers with; with `each`, one for each of a row’s amounts. */
function expected(answer: object, { rows, each }: Expected): unknown[] {
  const found = at(answer, rows) as object[];
  if (!each) return found;
  return found.flatMap((row) => (at(row, each) as object[]).map((amount) => ({ ...row, each: amount })));
}

test.each(Object.entries(FIXED_REPORTS))('%s as a file says what the graph says', async (report, told) => {
  const { answer } = await admin().ask<{ answer: object }>(
    `query ($from: LocalDate!, $to: LocalDate!) { answer: ${told.query} }`,
    made.days,
  );
  const rows = expected(answer, told);
  expect(rows.length).toBeGreaterThan(told.fewest ?? 0);
  const names = Object.keys(told.columns);
  const file = await csv(report);
  expect(file.slice(0, rows.length).map((row) => names.map((name) => row[name]))).toEqual(
    rows.map((row) => names.map((name) => textAt(row, told.columns[name]!))),
  );
  const [whole, ...others] = file.slice(rows.length);
  expect(others).toEqual([]);
  if (!told.whole) expect(whole).toBeUndefined();
  for (const [name, path] of Object.entries(told.whole ?? {}))
    expect([name, whole![name]]).toEqual([name, textAt(answer, path)]);
  for (const [name, path] of Object.entries(told.sums ?? {}))
    expect(file.reduce((sum, row) => sum + Number(row[name]), 0)).toBe(
      (at(answer, told.rows) as object[]).reduce((sum, row) => sum + Number(at(row, path)), 0),
    );
});

test('a fixed report is a workbook and a PDF too', async () => {
  const input = { report: 'SALES_SUMMARY', ...made.days };
  const book = await finished(admin(), { ...input, format: 'XLSX' });
  const sheet = unzip((await fetched(book)).bytes).get('xl/worksheets/sheet1.xml')!;
  expect([...sheet.matchAll(/<row>/g)]).toHaveLength(3);
  const total = ['EUR', 'USD'].map(
    (currency) => made.facts('INVOICED', { ...made.days, currency }).amount / 100,
  );
  for (const amount of total) expect(sheet).toContain(`<v>${amount.toFixed(2)}</v>`);
  const paper = await finished(admin(), { ...input, format: 'PDF' });
  expect((await fetched(paper)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

test('what one may not see is refused, or left out of the file', async () => {
  const { client } = await holderOf(made.shop, { 'reports:read': 'ALL', 'stock:read': 'ALL' });
  const refused = (report: string) => refusedExport(client, { format: 'CSV', report, ...made.days });
  expect(await refused('PROFIT_MARGIN')).toEqual(['FORBIDDEN', 'stock:cost']);
  expect(await refused('PURCHASE_ORDERS')).toEqual(['FORBIDDEN', 'purchaseOrders:read']);
  expect(await refused('SUPPLIER_PERFORMANCE')).toEqual(['FORBIDDEN', 'purchaseOrders:read']);
  const stock = await csv('STOCK_STATUS', client);
  expect(Object.keys(stock[0]!)).toEqual(['LOCATION', 'PARTS', 'ON_HAND', 'LOW']);
  expect(stock).toEqual([expect.objectContaining({ LOCATION: 'Place 0' })]);
  const people = await csv('TECHNICIAN_PERFORMANCE', client);
  expect(people.length).toBeGreaterThan(1);
  expect(new Set(people.map(({ TECHNICIAN }) => TECHNICIAN))).toEqual(new Set(['']));
  const { client: technician } = made.technician;
  expect(await refusedExport(technician, { format: 'CSV', report: 'LOW_STOCK', ...made.days })).toEqual([
    'FORBIDDEN',
    'reports:read',
  ]);
});

test('a manager’s files are of their own service centre', async () => {
  const rows = await csv('REVENUE_BY_SERVICE_CENTRE', made.manager.client);
  const [centre] = await graph.sql<{ name: string }>(
    'select name from customer.service_centre where id = $1',
    [made.shop.centres[0]],
  );
  expect(new Set(rows.map(({ SERVICE_CENTRE }) => SERVICE_CENTRE))).toEqual(new Set([centre!.name]));
});

test('one thing is exported at a time, and reports are no zip', async () => {
  const refused = (input: object) => refusedExport(admin(), { ...made.days, ...input });
  expect(await refused({ format: 'CSV', report: 'LOW_STOCK', list: 'JOBS' })).toEqual([
    'BAD_INPUT',
    ['input.list'],
  ]);
  const definition = { dataset: 'JOBS', dimensions: [], measures: ['JOBS'] };
  expect(await refused({ format: 'CSV', report: 'LOW_STOCK', definition })).toEqual([
    'BAD_INPUT',
    ['input.report'],
  ]);
  expect(await refused({ format: 'ZIP', report: 'LOW_STOCK' })).toEqual(['BAD_INPUT', ['input.format']]);
});
