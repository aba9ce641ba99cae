import { ANONYMOUS, type Identity } from '../../shared/access/identity';
import { newId } from '../../shared/ids';
import { accountFor, entriesOf, overdueOf } from '../../subgraphs/billing/accounts/account-entries';
import { sealedValue } from '../../subgraphs/billing/documents/columns';
import { system, useSubgraphs } from '../harness/subgraphs';
import { PlannedStatements } from '../kernel/database/planned.fixtures';
import { indexesOf, readThrough, rowsLookedAt, sortsIn } from '../kernel/database/search-plans.fixtures';

/** What the till looks at all day finds its rows by an index, in an organisation that has been paid for years. */
const open = useSubgraphs();
const organisation = newId();
const centres = [newId(), newId(), newId(), newId()];
const PAGE = 50;
let planned: PlannedStatements;
/** One of each, to look for. */
const known: Record<string, string> = {};

const RECORD = 'organisation_id, id, version, created_at, updated_at';
const MINUTE = `timestamptz '2026-11-20 10:00:00+00' - n * interval '1 minute'`;
/** Ids that follow from a number, so that rows of other tables can name them. */
const idOf = (kind: string, n: string): string =>
  `overlay(overlay(md5($1::text || '${kind}' || ${n}) placing '4' from 13) placing '8' from 17)::uuid`;
const record = (kind: string): string => `$1::uuid, ${idOf(kind, 'n')}, 1, ${MINUTE}, ${MINUTE}`;
const CENTRE = '($2::uuid[])[1 + (n + n / 200) % 4]';
const CUSTOMER = idOf('customer', 'n % 2000');
const MANY = 20_000;

/** Every hundredth invoice is open; every fiftieth payment was a deposit, of which most are used. */
const buyerOf = (statement: string): string =>
  sealedValue(`billing.${statement.includes('receipt') ? 'receipt' : 'invoice'}.buyer`).to({}) as string;
const ROWS = [
  `insert into billing.billing_settings (${RECORD}, payment_terms_days, quotation_days, drafts_from_jobs, loyalty_points_per_unit)
   select $1::uuid, $1::uuid, 1, now(), now(), 14, 30, true, 1 where $2::uuid[] is not null`,
  `insert into billing.invoice (${RECORD}, service_centre_id, customer_id, time_zone, currency, prices_include_tax,
     tax_per_line, subtotal_minor, discount_total_minor, net_minor, tax_minor, total_minor, number, sequence, status,
     issued_on, due_on, issued_at, seller, buyer, paid_minor)
   select ${record('invoice')}, ${CENTRE}, ${CUSTOMER}, 'Europe/Rome', 'EUR', false, false, 100, 0, 100, 22, 122,
     'INV-' || n, n, 'ISSUED', d.on, d.on + 14, ${MINUTE}, '{}', 'sealed', case when n % 100 = 0 then 0 else 122 end
   from generate_series(1, ${MANY}) n, lateral (select (${MINUTE})::date as on) d`,
  `insert into billing.payment (${RECORD}, service_centre_id, customer_id, status, method, deposit, currency,
     amount_minor, allocated_minor, kept_minor, refunded_minor, paid_at, recorded_by_id, provider)
   select ${record('payment')}, ${CENTRE}, ${CUSTOMER}, 'SUCCEEDED', case when n % 10 = 0 then 'UPI' else 'CASH' end,
     n % 50 = 0, 'EUR', 122, case when n % 200 = 0 then 0 else 122 end, case when n % 200 = 0 then 122 else 0 end, 0,
     ${MINUTE}, ${idOf('person', 'n % 60')}, case when n % 20 = 0 then 'STRIPE' end
   from generate_series(1, ${MANY}) n`,
  `insert into billing.payment_allocation (${RECORD}, payment_id, invoice_id, currency, amount_minor)
   select $1::uuid, gen_random_uuid(), 1, now(), now(), ${idOf('payment', 'n')}, ${idOf('invoice', 'n')}, 'EUR', 122
   from generate_series(1, ${MANY}) n where n % 200 <> 0 and $2::uuid[] is not null`,
  `insert into billing.receipt (${RECORD}, number, sequence, payment_id, service_centre_id, customer_id, time_zone,
     method, currency, total_minor, kept_minor, settled, issued_on, seller, buyer)
   select ${record('receipt')}, 'RC-' || n, n, ${idOf('payment', 'n')}, ${CENTRE}, ${CUSTOMER}, 'Europe/Rome', 'CASH',
     'EUR', 122, 0, '[]', (${MINUTE})::date, '{}', 'sealed' from generate_series(1, ${MANY}) n`,
];

beforeAll(async () => {
  for (const text of ROWS)
    await open.admin.query(text.replace("'sealed'", `'${buyerOf(text)}'`), [organisation, centres]);
  await open.admin.query(
    'vacuum analyze billing.invoice, billing.payment, billing.payment_allocation, billing.receipt',
  );
  const { rows } = await open.admin.query<Record<string, string>>(
    `select ${idOf('customer', '77')} as customer, ${idOf('invoice', '778')} as invoice, ${idOf('person', '7')} as person`,
    [organisation],
  );
  Object.assign(known, rows[0]);
  planned = new PlannedStatements(open, organisation);
});

const ofOneCentre = (): Identity => ({
  ...ANONYMOUS,
  kind: 'USER',
  organisationId: organisation,
  actorId: newId(),
  permissions: { '*': 'all' },
  serviceCentreIds: [centres[1]!],
});
const customer = (): Identity => ({
  ...ofOneCentre(),
  serviceCentreIds: null,
  customerId: known.customer!,
  permissions: { 'payments:read': 'own', 'invoices:read': 'own' },
});
const technician = (): Identity => ({
  ...ofOneCentre(),
  actorId: known.person!,
  permissions: { 'payments:read': 'own' },
});

const FILTERS: Record<string, string> = {
  payments: 'PaymentFilter',
  receipts: 'ReceiptFilter',
  overdueInvoices: 'OverdueInvoiceFilter',
};

/** The plans of the statement that finds the page. */
async function plansOf(list: string, filter: object, identity: Identity) {
  const query = `query ($filter: ${FILTERS[list]}!) { ${list}(filter: $filter, first: ${PAGE}) { nodes { version } } }`;
  const { statements, data } = await planned.of('billing', query, { filter }, identity);
  expect((data[list] as { nodes: object[] }).nodes.length).toBeGreaterThan(0);
  return planned.plans('billing', statements.at(-1)!);
}

const TABLES: Record<string, string> = {
  payments: 'payment',
  receipts: 'receipt',
  overdueInvoices: 'invoice',
};

const callers: [string, () => Identity][] = [
  ['somebody of all centres', () => system(organisation)],
  ['somebody of one centre', ofOneCentre],
];

describe.each(callers)('for %s', (_, identity) => {
  test.each<[string, string, () => object, string]>([
    ['payments', 'payments', () => ({}), 'payment_newest'],
    ['payments by UPI', 'payments', () => ({ method: 'UPI' }), 'payment_method'],
    ['payments of a customer', 'payments', () => ({ customerId: known.customer }), 'payment_customer'],
    ['payments of which something is kept', 'payments', () => ({ kept: true }), 'payment_kept_newest'],
    ['deposits', 'payments', () => ({ deposit: true }), 'payment_deposit'],
    ['receipts', 'receipts', () => ({}), 'receipt_newest'],
    ['receipts of a customer', 'receipts', () => ({ customerId: known.customer }), 'receipt_customer'],
    ['overdue invoices', 'overdueInvoices', () => ({}), 'invoice_outstanding'],
  ])('a page of %s is read off its index, hardly more than it shows', async (__, list, filter, index) => {
    for (const plan of await plansOf(list, filter(), identity())) {
      expect(indexesOf(plan)).toEqual([index]);
      expect([readThrough(plan), sortsIn(plan)]).toEqual([[], 0]);
      // Every fourth is of one’s own centre.
      expect(rowsLookedAt(plan, TABLES[list]!)).toBeLessThanOrEqual(PAGE * 8);
    }
  });

  test.each<[string, string, () => object]>([
    ['money that no invoice took', 'payments', () => ({ kept: true, provider: 'STRIPE', deposit: true })],
    ['what came', 'payments', () => ({ status: ['SUCCEEDED'] })],
    ['a receipt by its number', 'receipts', () => ({ number: 'rc-778' })],
    ['what an invoice got', 'payments', () => ({ invoiceId: known.invoice })],
  ])('%s is found without reading through', async (__, list, filter) => {
    for (const plan of await plansOf(list, filter(), identity())) {
      expect(readThrough(plan)).toEqual([]);
      expect(rowsLookedAt(plan, TABLES[list]!)).toBeLessThanOrEqual(PAGE * 10);
    }
  });
});

test.each<[string, () => Identity, string, string]>([
  ['a customer’s own payments', customer, 'payments', 'payment_customer'],
  ['a customer’s own receipts', customer, 'receipts', 'receipt_customer'],
  ['what a technician took', technician, 'payments', 'payment_recorder'],
])('%s are found among those of everybody', async (_, identity, list, index) => {
  for (const plan of await plansOf(list, {}, identity())) {
    expect(indexesOf(plan)).toEqual([index]);
    expect(readThrough(plan)).toEqual([]);
  }
});

test('however many invoices, reading them with their payments costs the same number of statements', async () => {
  const query = `query ($first: Int!) { invoices(first: $first) { nodes { number total { amount } paymentStatus
    creditNotes { number } quotation { number } lines { description } customer { id totalSpent { amount } totalOrders loyaltyPoints }
    payments { amount { amount } payment { method amountKept { amount } refunds { reason } receipt { number total { amount } }
      allocations { amount { amount } invoice { number } } } } } } }`;
  const count = async (first: number) => {
    const { statements, data } = await planned.of('billing', query, { first }, system(organisation));
    expect((data.invoices as { nodes: object[] }).nodes).toHaveLength(first);
    return statements.length;
  };
  expect(await count(50)).toBe(await count(5));
  expect(await count(50)).toBeLessThanOrEqual(12);
});

test('a customer’s account is read off the rows that are theirs', async () => {
  const context = { identity: system(organisation) } as Parameters<typeof accountFor>[0];
  const account = accountFor(context, known.customer!, 'all');
  const period = { from: '2026-01-01', to: null };
  for (const statement of [entriesOf(account, period, 100), overdueOf(account, period, new Date())])
    for (const plan of await planned.plans('billing', statement)) {
      expect(readThrough(plan)).toEqual([]);
      for (const table of ['invoice', 'payment', 'receipt'])
        expect(rowsLookedAt(plan, table)).toBeLessThanOrEqual(100);
    }
});
