import { ANONYMOUS, type Identity } from '../../shared/access/identity';
import { newId } from '../../shared/ids';
import { system, useSubgraphs } from '../harness/subgraphs';
import { PlannedStatements } from '../kernel/database/planned.fixtures';
import { indexesOf, readThrough, rowsLookedAt, sortsIn } from '../kernel/database/search-plans.fixtures';

/** What buyers look at all day finds its rows by an index, in an organisation that has bought for years. */
const open = useSubgraphs();
const organisation = newId();
const centres = [newId(), newId(), newId(), newId()];
const PAGE = 50;
const BIG = /^(part|purchase_order|purchase_order_line|purchase_request|purchase_request_cause)$/;
let planned: PlannedStatements;
/** One of each, to look for. */
const known: Record<string, string> = {};

const RECORD = 'organisation_id, id, version, created_at, updated_at';
const MINUTE = `timestamptz '2026-11-20 10:00:00+00' - n * interval '1 minute'`;
/** Ids that follow from a number, so that rows of other tables can name them. */
const idOf = (kind: string, n: string): string =>
  `overlay(overlay(md5($1::text || '${kind}' || ${n}) placing '4' from 13) placing '8' from 17)::uuid`;
const record = (kind: string): string => `$1::uuid, ${idOf(kind, 'n')}, 1, ${MINUTE}, ${MINUTE}`;
const CENTRE = '($2::uuid[])[1 + n % 4]';
const location = (n: string): string => idOf('location', n);

const ROWS = [
  `insert into inventory.stock_location (${RECORD}, name, kind, service_centre_id, active)
   select $1::uuid, ${location('n % 4')}, 1, now(), now(), 'Store', 'SERVICE_CENTRE', ${CENTRE}, true
   from generate_series(0, 3) n`,
  `insert into inventory.supplier (${RECORD}, name, currency)
   select ${record('supplier')}, 'Supplier ' || n, 'EUR' from generate_series(0, 299) n where $2::uuid[] is not null`,
  `insert into inventory.part (${RECORD}, sku, name, category, unit)
   select ${record('part')}, 'SKU ' || upper(substr(md5(n::text), 1, 10)), 'Part ' || md5('name' || n), 'SPARE_PART', 'PIECE'
   from generate_series(0, 9999) n where $2::uuid[] is not null`,
  `insert into inventory.purchase_order (${RECORD}, number, supplier_id, location_id, service_centre_id, status,
     currency, total_minor, revision, receipt_count, expected_on, submitted_at, decided_at, ordered_at, received_at)
   select ${record('order')}, 'PO-' || lpad((20001 - n)::text, 6, '0'), ${idOf('supplier', 'n % 300')}, ${location('n % 4')},
     ${CENTRE}, s.status, 'EUR', 1000, 1, (s.status = 'RECEIVED')::int, date '2026-12-01' - n / 100, s.at, s.at, s.at,
     case when s.status = 'RECEIVED' then now() end
   from generate_series(1, 20000) n,
     lateral (select case when n <= 40 then 'DRAFT' when n % 101 = 0 then 'ORDERED' else 'RECEIVED' end as status) t,
     lateral (select t.status, case when t.status <> 'DRAFT' then now() end as at) s`,
  `insert into inventory.purchase_order_line (${RECORD}, purchase_order_id, position, part_id, quantity,
     received_quantity, unit_price_minor, total_minor, currency)
   select $1::uuid, gen_random_uuid(), 1, now(), now(), ${idOf('order', 'n')}, p, ${idOf('part', '(n * 7 + p) % 10000')},
     2, 0, 500, 1000, 'EUR' from generate_series(1, 20000) n, generate_series(1, 2) p where $2::uuid[] is not null`,
  `insert into inventory.purchase_request (${RECORD}, part_id, location_id, service_centre_id, quantity, status,
     purchase_order_id, dismissed_because)
   select ${record('request')}, ${idOf('part', 'n % 10000')}, ${location('n % 4')}, ${CENTRE}, 2,
     case when n <= 300 then 'OPEN' when n % 10 = 0 then 'DISMISSED' else 'ORDERED' end,
     case when n > 300 and n % 10 <> 0 then ${idOf('order', '1 + n % 20000')} end,
     case when n > 300 and n % 10 = 0 then 'Enough.' end from generate_series(1, 20000) n`,
  `insert into inventory.purchase_request_cause (${RECORD}, purchase_request_id, type, quantity, job_card_id, job_line_id,
     requested_by_id)
   select $1::uuid, gen_random_uuid(), 1, now(), now(), ${idOf('request', 'n')},
     case n % 3 when 0 then 'JOB_CARD' when 1 then 'MANUAL' else 'LOW_STOCK' end, 2,
     case when n % 3 = 0 then ${idOf('card', 'n')} end, case when n % 3 = 0 then gen_random_uuid() end,
     case when n % 3 = 1 then ${idOf('person', 'n % 60')} end
   from generate_series(1, 20000) n where $2::uuid[] is not null`,
];

beforeAll(async () => {
  for (const text of ROWS) await open.admin.query(text, [organisation, centres]);
  await open.admin.query(`vacuum analyze inventory.part, inventory.supplier, inventory.purchase_order,
    inventory.purchase_order_line, inventory.purchase_request, inventory.purchase_request_cause`);
  const { rows } = await open.admin.query<Record<string, string>>(
    `select ${idOf('supplier', '77')} as supplier, ${location('1')} as location, ${idOf('part', '777')} as part,
       ${idOf('card', '999')} as card, ${idOf('person', '7')} as person`,
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
const technician = (): Identity => ({
  ...ofOneCentre(),
  actorId: known.person!,
  permissions: { 'purchaseRequests:read': 'own' },
});

/** The plans of the statement that finds the page. */
async function plansOf(list: string, filter: object, identity: Identity, orderBy = 'NEWEST') {
  const type = `${list[0]!.toUpperCase()}${list.slice(1, -1)}`;
  const query = `query ($filter: ${type}Filter!, $orderBy: ${type}Order!) {
    ${list}(filter: $filter, orderBy: $orderBy, first: ${PAGE}) { nodes { version } } }`;
  const { statements, data } = await planned.of('inventory', query, { filter, orderBy }, identity);
  expect((data[list] as { nodes: object[] }).nodes.length).toBeGreaterThan(0);
  return planned.plans('inventory', statements.at(-1)!);
}

const callers: [string, () => Identity][] = [
  ['somebody of all centres', () => system(organisation)],
  ['somebody of one centre', ofOneCentre],
];

describe.each(callers)('for %s', (_, identity) => {
  test.each<[string, string, () => object, string, string]>([
    ['orders', 'purchaseOrders', () => ({}), 'purchase_order_newest', 'NEWEST'],
    ['orders by expected day', 'purchaseOrders', () => ({}), 'purchase_order_expected', 'EXPECTED'],
    [
      'orders to a supplier',
      'purchaseOrders',
      () => ({ supplierId: known.supplier }),
      'purchase_order_supplier',
      'NEWEST',
    ],
    [
      'orders for a place',
      'purchaseOrders',
      () => ({ locationId: known.location }),
      'purchase_order_location',
      'NEWEST',
    ],
    ['requests', 'purchaseRequests', () => ({}), 'purchase_request_newest', 'NEWEST'],
    [
      'requests for a place',
      'purchaseRequests',
      () => ({ locationId: known.location }),
      'purchase_request_location',
      'NEWEST',
    ],
  ])(
    'a page of %s is read off its index, hardly more than it shows',
    async (__, list, filter, index, order) => {
      const table = list === 'purchaseOrders' ? 'purchase_order' : 'purchase_request';
      for (const plan of await plansOf(list, filter(), identity(), order)) {
        expect(indexesOf(plan)).toEqual([index]);
        expect([readThrough(plan), sortsIn(plan)]).toEqual([[], 0]);
        // Every fourth is of one’s own centre.
        expect(rowsLookedAt(plan, table)).toBeLessThanOrEqual(PAGE * 8);
      }
    },
  );

  test.each<[string, string, () => object, string]>([
    ['what is open', 'purchaseRequests', () => ({ status: ['OPEN'] }), 'purchase_request'],
    ['what is on its way', 'purchaseOrders', () => ({ status: ['ORDERED'] }), 'purchase_order'],
    ['drafts', 'purchaseOrders', () => ({ status: ['DRAFT'] }), 'purchase_order'],
    ['what has come', 'purchaseOrders', () => ({ status: ['RECEIVED'] }), 'purchase_order'],
    ['orders of a part', 'purchaseOrders', () => ({ partId: known.part }), 'purchase_order'],
    ['requests for a part', 'purchaseRequests', () => ({ partId: known.part }), 'purchase_request'],
    ['an order by its number', 'purchaseOrders', () => ({ search: 'PO-019000' }), 'purchase_order'],
    ['orders by supplier’s name', 'purchaseOrders', () => ({ search: 'supplier 77' }), 'purchase_order'],
  ])('%s is found without reading through', async (__, list, filter, table) => {
    for (const plan of await plansOf(list, filter(), identity())) {
      expect(readThrough(plan).filter((each) => BIG.test(each))).toEqual([]);
      expect(rowsLookedAt(plan, table)).toBeLessThanOrEqual(PAGE * 10);
    }
  });
});

test('requests for a job, and by words of their part, are found by their indexes', async () => {
  for (const plan of await plansOf('purchaseRequests', { jobCardId: known.card }, system(organisation))) {
    expect(indexesOf(plan)).toContain('purchase_request_cause_job');
    expect(readThrough(plan).filter((each) => BIG.test(each))).toEqual([]);
  }
  const { rows } = await open.admin.query<{ part: string }>(
    `select substr(sku, 6, 7) as part from inventory.part where organisation_id = $1 order by id limit 1 offset 77`,
    [organisation],
  );
  const search = rows[0]!.part;
  for (const plan of await plansOf('purchaseRequests', { search }, system(organisation))) {
    expect(indexesOf(plan)).toEqual(expect.arrayContaining(['part_words', 'purchase_request_part']));
    expect(rowsLookedAt(plan, 'part')).toBeLessThan(100);
  }
});

test('what a technician asked for is found among what everybody did', async () => {
  for (const plan of await plansOf('purchaseRequests', { status: ['OPEN'] }, technician()))
    expect(readThrough(plan).filter((each) => BIG.test(each))).toEqual([]);
});

test('however many orders, reading them with all that hangs on them costs the same number of statements', async () => {
  const query = `query ($first: Int!) { purchaseOrders(first: $first) { nodes { number supplier { name } location { name }
    requests { quantity causes { quantity } part { sku } } receipts { number lines { quantity part { sku } } }
    lines { quantity outstandingQuantity part { sku } total { amount } } } } }`;
  const count = async (first: number) => {
    const { statements, data } = await planned.of('inventory', query, { first }, system(organisation));
    expect((data.purchaseOrders as { nodes: object[] }).nodes).toHaveLength(first);
    return statements.length;
  };
  expect(await count(50)).toBe(await count(5));
  expect(await count(50)).toBeLessThanOrEqual(10);
});
