import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { addDays } from '../../shared/time-zone';
import { markStaleHandlers } from '../../subgraphs/reporting/figures/mark-stale.handlers';
import { ReportInterval } from '../../subgraphs/reporting/reports/report.args';
import { lifetimeValue } from '../../subgraphs/reporting/reports/sales/sales-report';
import { centreScope } from '../../subgraphs/reporting/scope/centres';
import { keepWorthTask } from '../../subgraphs/reporting/worth/keep-worth.task';
import { FACTS, system, useSubgraphs } from '../harness/subgraphs';
import { foundOrganisation } from './found-organisation.fixtures';
import { makeRandomShop, type Query } from './random-shop.fixtures';

/** What customers are worth, kept up to a day and not, against SQL of the test's own. */
const open = useSubgraphs();
const ZONES = ['Europe/Rome', 'America/Los_Angeles', 'Pacific/Auckland'];
const [organisationId, stranger] = [randomUUID(), randomUUID()];
const until = new Date();
const today = until.toISOString().slice(0, 10);
const query: Query = async (text, values) => (await open.admin.query(text, values)).rows;
let centres: string[];

beforeAll(async () => {
  for (const [seed, organisation] of [organisationId, stranger].entries()) {
    const theirs = await foundOrganisation(query, organisation, ZONES);
    if (organisation === organisationId) centres = theirs;
    await makeRandomShop({
      query,
      organisationId: organisation,
      centres: theirs,
      technicians: [randomUUID()],
      seed,
      until,
      days: 60,
      many: 150,
      currencies: ['EUR', 'USD'],
    });
  }
});
beforeEach(() => query('truncate reporting.worth_rollup, reporting.customer_worth, reporting.worth_total'));
afterEach(() => jest.restoreAllMocks());

const context = () => open.of('reporting').context(system(organisationId), FACTS);
const keep = () => keepWorthTask.run({}, context());
const keptUntil = async () =>
  (
    await query<{ until: string | null }>(
      'select until::text from reporting.worth_rollup where organisation_id = $1',
      [organisationId],
    )
  )[0]?.until;

const DAYS = [addDays(today, 1), addDays(today, -3), addDays(today, -30), addDays(today, -90)];
const scopes = () => [centres, centres.slice(0, 2), centres.slice(2)];

async function answered(to: string, theirs: readonly string[] = centres): Promise<unknown> {
  const asked = context();
  const all = await centreScope(asked, null);
  const scope = {
    ...all,
    centres: all.centres.filter(({ id }) => theirs.includes(id)),
    whole: theirs === centres,
  };
  const reported = { scope, days: { from: to, to }, interval: ReportInterval.MONTH };
  const { customers, means } = await lifetimeValue(asked, reported, 4);
  return [
    means.map(({ customers: count, revenue }) => [count, revenue.minorUnits, revenue.currency]),
    customers.map(({ customer, invoices, revenue, firstInvoicedOn, lastInvoicedOn }) =>
      [customer.id, invoices, revenue.minorUnits, revenue.currency, firstInvoicedOn, lastInvoicedOn].join(),
    ),
  ];
}

async function expected(to: string, theirs: readonly string[] = centres): Promise<unknown> {
  const rows = await query<{
    id: string;
    many: number;
    minor: number;
    currency: string;
    first: string;
    last: string;
  }>(
    `select i.customer_id as id, count(*)::int as many, i.currency, min(i.issued_on)::text as first, max(i.issued_on)::text as last,
       (sum(i.net_minor) - coalesce((select sum(n.net_minor) from billing.credit_note n where n.organisation_id = $1
         and n.customer_id = i.customer_id and n.currency = i.currency and n.issued_on <= $2
         and n.service_centre_id = any($3)), 0))::int as minor
     from billing.invoice i where i.organisation_id = $1 and i.number is not null and i.issued_on <= $2
       and i.service_centre_id = any($3)
     group by i.customer_id, i.currency order by i.currency, minor desc, i.customer_id`,
    [organisationId, to, theirs],
  );
  const of = [...new Set(rows.map(({ currency }) => currency))].map((currency) =>
    rows.filter((row) => row.currency === currency),
  );
  return [
    of.map((some) => [some.length, some.reduce((sum, { minor }) => sum + minor, 0), some[0]!.currency]),
    of.flatMap((some) =>
      some
        .slice(0, 4)
        .map(({ id, many, minor, currency, first, last }) => [id, many, minor, currency, first, last].join()),
    ),
  ];
}

async function everywhereAsExpected(): Promise<void> {
  for (const theirs of scopes())
    for (const to of DAYS)
      expect([to, theirs.length, await answered(to, theirs)]).toEqual([
        to,
        theirs.length,
        await expected(to, theirs),
      ]);
}

const tell = (name: string, subjectId: string) => {
  const handler = markStaleHandlers.find(({ event }) => event === name)!;
  const recorded = {
    organisationId,
    position: 1,
    id: randomUUID(),
    name,
    subjectType: 'Record',
    subjectId,
    payload: {},
    occurredAt: new Date(),
  };
  const asked = context();
  return asked.transaction((tx) => handler.handle(tx, recorded, asked));
};

/** A draft that is issued for a day, past the commands, which issue for today only. */
async function issue(day: string): Promise<string> {
  await query("set session_replication_role = 'replica'");
  const [issued] = await query<{ id: string }>(
    `update billing.invoice set status = 'ISSUED', issued_on = $2, due_on = $2, issued_at = now(), number = 'LATE',
       sequence = 1, seller = '{}', buyer = 'sealed'
     where id = (select id from billing.invoice where organisation_id = $1 and status = 'DRAFT' limit 1) returning id`,
    [organisationId, day],
  );
  await query("set session_replication_role = 'origin'");
  return issued!.id;
}

it('is told right of all service centres, of some and of one, also while nothing is kept', async () => {
  const [[first], customers] = (await expected(DAYS[0]!)) as [unknown[][], unknown[]];
  expect(first![0]).toBeGreaterThan(4);
  expect(customers).toHaveLength(8);
  expect(await expected(DAYS[3]!)).toEqual([[], []]);
  await everywhereAsExpected();
});

it('is the same once it is kept, for days before and after the one up to which it is', async () => {
  await keep();
  expect(await keptUntil()).toBe(addDays(today, -2));
  await everywhereAsExpected();
});

it('is read from what is kept, and not added up again', async () => {
  await keep();
  await query('update reporting.customer_worth set invoices = invoices + 7000');
  for (const theirs of scopes()) {
    const [, customers] = (await answered(DAYS[0]!, theirs)) as [unknown, string[]];
    expect(customers.filter((customer) => Number(customer.split(',')[1]) > 7000)).toHaveLength(8);
  }
});

it('whose row is deleted is worked out anew, whatever else is left of it', async () => {
  await keep();
  await query('update reporting.customer_worth set invoices = invoices + 7000, minor = minor + 7000');
  await query('delete from reporting.worth_rollup');
  await everywhereAsExpected();
  await keep();
  await everywhereAsExpected();
});

it('goes on from where it was kept to', async () => {
  const { clock } = open.foundation.kernel;
  jest.spyOn(clock, 'now').mockReturnValue(new Date(until.getTime() - 25 * 86_400_000));
  await keep();
  expect(await keptUntil()).toBe(addDays(today, -27));
  await everywhereAsExpected();
  jest.restoreAllMocks();
  await keep();
  expect(await keptUntil()).toBe(addDays(today, -2));
  const [row] = await query<{ customers: number; rows: number }>(
    `select count(*) filter (where scope_id = organisation_id)::int as customers, count(*)::int as rows
     from reporting.customer_worth`,
  );
  expect(row!.customers).toBeGreaterThan(0);
  expect(row!.rows).toBeGreaterThan(2 * row!.customers);
  await everywhereAsExpected();
  await keep();
  await everywhereAsExpected();
});

it.each([
  ['InvoiceIssued', 'billing.invoice'],
  ['CreditNoteIssued', 'billing.credit_note'],
])('is forgotten by %s for a day that is kept, and no other, and heals', async (name, table) => {
  await keep();
  const [recent] = await query<{ id: string }>(
    `select id from ${table} where organisation_id = $1 and issued_on > $2 limit 1`,
    [organisationId, addDays(today, -2)],
  );
  await tell(name, recent!.id);
  expect(await keptUntil()).toBe(addDays(today, -2));
  const [old] = await query<{ id: string }>(
    `select id from ${table} where organisation_id = $1 and issued_on = (
       select max(issued_on) from ${table} where organisation_id = $1 and issued_on <= $2) limit 1`,
    [organisationId, addDays(today, -2)],
  );
  await tell(name, old!.id);
  expect(await keptUntil()).toBeNull();
  await everywhereAsExpected();
  await keep();
  expect(await keptUntil()).toBe(addDays(today, -2));
  await everywhereAsExpected();
});

it('does not lose what is issued for an old day while it is added up for the first time', async () => {
  await query('begin');
  await query('insert into reporting.worth_rollup (organisation_id, until) values ($1, $2)', [
    organisationId,
    addDays(today, -2),
  ]);
  const [old] = await query<{ id: string }>(
    'select id from billing.invoice where organisation_id = $1 and issued_on < $2 limit 1',
    [organisationId, addDays(today, -10)],
  );
  let told = false;
  const telling = tell('InvoiceIssued', old!.id).then(() => {
    told = true;
  });
  for (;;) {
    // Outside of the transaction's own view of it: statistics are looked at once in a transaction.
    await query('select pg_stat_clear_snapshot()');
    const waiting = await query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (waiting.length > 0 || told) break;
  }
  expect(told).toBe(false);
  await query('commit');
  await telling;
  expect(await keptUntil()).toBeNull();
});

it('what was issued for an old day and told by its event is in it', async () => {
  await keep();
  await tell('InvoiceIssued', await issue(addDays(today, -20)));
  await everywhereAsExpected();
  await keep();
  await everywhereAsExpected();
});

it('is kept by one job, for whoever asks while nothing or little is', async () => {
  const jobs = async () =>
    (
      await query<{ n: number }>(
        `select count(*)::int as n from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'reporting-keep-worth'`,
      )
    )[0]!.n;
  await query('delete from graphile_worker._private_jobs');
  await answered(DAYS[0]!);
  await answered(DAYS[1]!);
  expect(await jobs()).toBe(1);
  await query('delete from graphile_worker._private_jobs');
  await keep();
  await answered(DAYS[0]!);
  expect(await jobs()).toBe(0);
  await query('update reporting.worth_rollup set until = until - 7');
  await answered(DAYS[0]!);
  expect(await jobs()).toBe(0);
  await query('update reporting.worth_rollup set until = until - 1');
  await answered(DAYS[0]!);
  expect(await jobs()).toBe(1);
});

it('is asked for in two statements', async () => {
  await keep();
  const statements: string[] = [];
  open.of('reporting').database.onStatement = (statement) => statements.push(statement);
  await answered(DAYS[0]!);
  open.of('reporting').database.onStatement = null;
  expect(statements).toHaveLength(2);
});
