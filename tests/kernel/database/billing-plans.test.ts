import { ANONYMOUS, type Identity } from '../../../shared/access/identity';
import { newId } from '../../../shared/ids';
import { system, useSubgraphs } from '../../harness/subgraphs';
import { PlannedStatements } from './planned.fixtures';
import { indexesOf, readThrough, rowsLookedAt } from './search-plans.fixtures';

/** Years of papers: each list finds its page by an index, in every mode of planning. */
const open = useSubgraphs();
const organisation = newId();
const centres = [newId(), newId()];
const PAPERS = 30_000;
let planned: PlannedStatements;
const customers = Array.from({ length: 2_000 }, () => newId());
const vehicles = Array.from({ length: 3_000 }, () => newId());
const [customerId, vehicleId] = [customers[7]!, vehicles[7]!];

const SHARED = `service_centre_id, customer_id, vehicle_id, time_zone, currency, prices_include_tax, tax_per_line,
  subtotal_minor, discount_total_minor, net_minor, tax_minor, total_minor`;
const VALUES = `case when n % 3 = 0 then '${centres[1]}' else '${centres[0]}' end::uuid, ($1::uuid[])[1 + n % 2000],
  ($2::uuid[])[1 + n % 3000], 'Europe/Rome', 'EUR', false, false, 100, 0, 100, 22, 122`;
const ROW = `'${organisation}'::uuid, gen_random_uuid(), 1, timestamptz '2024-01-01 00:00Z' + n * interval '10 minutes',
  timestamptz '2024-01-01 00:00Z'`;
const NAMES = 'organisation_id, id, version, created_at, updated_at';

beforeAll(async () => {
  const { admin } = open;
  const ids = [customers, vehicles];
  await admin.query(
    `insert into billing.invoice (${NAMES}, ${SHARED}, status, number, sequence, issued_on, due_on, issued_at, seller, buyer,
       paid_minor)
     select ${ROW}, ${VALUES}, 'ISSUED', 'INV-X-' || n, n, day, day + 14, now(), '{}', 'sealed',
       case when n % 20 = 0 then 0 else 122 end
     from (select n, date '2024-01-01' + n / 144 as day from generate_series(1, ${PAPERS}) n) p`,
    ids,
  );
  await admin.query(
    `insert into billing.quotation (${NAMES}, ${SHARED}, status, number, valid_until)
     select ${ROW}, ${VALUES}, 'DRAFT', 'QUO-X-' || n, date '2024-01-01' + n / 144 from generate_series(1, ${PAPERS}) n`,
    ids,
  );
  await admin.query(
    `insert into billing.credit_note (${NAMES}, ${SHARED}, number, sequence, invoice_id, reason, issued_on, seller, buyer)
     select gen.*, i.id, 'Wrong', date '2024-01-01', '{}', 'sealed'
     from (select ${ROW}, ${VALUES}, 'CN-X-' || n, n from generate_series(1, ${PAPERS / 10}) n) gen,
       (select id from billing.invoice limit 1) i`,
    ids,
  );
  await admin.query('vacuum analyze billing.invoice, billing.quotation, billing.credit_note');
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
const callers: [string, () => Identity][] = [
  ['somebody of all centres', () => system(organisation)],
  ['somebody of one centre', ofOneCentre],
];
const TABLES = ['invoice', 'quotation', 'credit_note'];

interface Looked {
  indexes: string[];
  rows: number;
}

/** What a list of twenty looks at, at most, whichever way it is planned. */
async function look(query: string, variables: Record<string, unknown>, identity: Identity): Promise<Looked> {
  const { statements } = await planned.of('billing', query, variables, identity);
  const looked: Looked = { indexes: [], rows: 0 };
  for (const statement of statements)
    for (const plan of await planned.plans('billing', statement)) {
      looked.indexes.push(...indexesOf(plan));
      expect(readThrough(plan)).toEqual([]);
      const rows = TABLES.reduce((sum, table) => sum + rowsLookedAt(plan, table), 0);
      looked.rows = Math.max(looked.rows, rows);
    }
  return looked;
}

const list = (name: string, type: string) =>
  `query ($filter: ${type}!) { ${name}(filter: $filter, first: 20) { nodes { id } } }`;

describe.each(callers)('for %s', (_, identity) => {
  test('the first page of all documents is read off three indexes, as far as it shows', async () => {
    const { rows } = await look(list('documents', 'BillingDocumentFilter'), { filter: {} }, identity());
    expect(rows).toBeLessThanOrEqual(3 * 21 * 4);
  });

  test.each([
    ['a customer', () => ({ customerId }), 'customer'],
    ['a vehicle', () => ({ vehicleId }), 'vehicle'],
  ])('those of %s are found by it', async (__, filter, of) => {
    const { indexes, rows } = await look(
      list('documents', 'BillingDocumentFilter'),
      { filter: filter() },
      identity(),
    );
    expect(indexes).toEqual(expect.arrayContaining([`invoice_${of}`, `quotation_${of}`]));
    expect(rows).toBeLessThanOrEqual(3 * 21 * 4);
  });

  test('an invoice is found by its number', async () => {
    const filter = { number: 'INV-X-777' };
    const { indexes, rows } = await look(list('invoices', 'InvoiceFilter'), { filter }, identity());
    expect(indexes).toContain('invoice_number');
    expect(rows).toBeLessThanOrEqual(2);
  });

  test('what is overdue longest is read off the index of what is left to pay', async () => {
    const query = `query ($filter: InvoiceFilter!) { invoices(filter: $filter, orderBy: DUE, first: 20) { nodes { id } } }`;
    const { indexes, rows } = await look(query, { filter: { paymentStatus: ['OVERDUE'] } }, identity());
    expect(indexes).toContain('invoice_outstanding');
    expect(rows).toBeLessThanOrEqual(21 * 6);
  });

  test('the documents of fifty customers are as many pages by index', async () => {
    const representations = customers.slice(0, 50).map((id) => ({ __typename: 'Customer', id }));
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Customer { documents(first: 5) { nodes { id } } } } }`;
    const looked = await look(query, { keys: representations }, identity());
    expect(looked.rows).toBeLessThanOrEqual(50 * 3 * 6 * 4);
  });
});
