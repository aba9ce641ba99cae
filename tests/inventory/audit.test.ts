import { appOf } from '../../program/apps';
import { roleUrl } from '../../shared/database/roles';
import { audit } from '../../shared/invariants/audit';
import { useSubgraphs } from '../harness/subgraphs';
import { JOB_CARD, Storeroom } from './ledger.fixtures';

const open = useSubgraphs();
const { invariants = [] } = appOf('inventory');

/** What the database itself would refuse is what an audit must find all the same. */
beforeAll(async () => {
  const { rows } = await open.admin.query<{ statement: string }>(
    `select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as statement
     from pg_constraint k join pg_namespace n on n.oid = k.connamespace and n.nspname = 'inventory'
     where k.contype = 'c' and k.conrelid <> 0`,
  );
  for (const { statement } of rows) await open.admin.query(statement);
  await open.admin.query("set session_replication_role = 'replica'");
});

const broken = async ({ organisationId }: Storeroom): Promise<Record<string, string[]>> => {
  const url = roleUrl(open.databaseUrl, open.foundation.kernel.secrets.secretKey, 'inventory');
  const audited = await audit(url, invariants, [organisationId]);
  return Object.fromEntries(
    audited
      .filter(({ breaches }) => breaches.length)
      .map(({ invariant, breaches }) => [invariant.name, breaches.map(({ what }) => what)]),
  );
};

/** A storeroom in which everything happened once: bought, reserved, issued, transferred, counted. */
async function busy(): Promise<Storeroom> {
  const store = new Storeroom(open);
  const place = await store.stocked(10, { sku: 'PART', reorderPoint: '2' });
  const other = { partId: place.partId, locationId: (await store.location({ name: 'Van' })).id };
  await store.job(place, { asked: 3, issued: 2 });
  await store.transfer(place, other, { shipped: 4, received: 2, lost: 1 });
  await store.stocktake(other, 1);
  return store;
}

const JOB = `PART for the job ${JOB_CARD}`;

/** Each invariant, what breaks it, and what is told then. */
const BREAKS: readonly [name: string, sql: string, what: string[]][] = [
  [
    'What is on hand is the sum of the movements',
    `update inventory.stock_level set on_hand = on_hand + 1 where on_hand = 1`,
    ['PART in Van: 2.000 on hand, 1.000 by the movements'],
  ],
  [
    'The movements of a level are numbered without a gap, and the level knows how many there are',
    `update inventory.stock_movement set entry = 9 where kind = 'COUNT'`,
    ['PART in Van: 4 movements, 4 written, the last has the number 9'],
  ],
  [
    'What is on hand after a movement is what was on hand before it, and the movement',
    `update inventory.stock_movement set on_hand_after = 9 where kind = 'ISSUE'`,
    [
      'PART in Store, movement 2: 10.000 and -2.000 give 9.000',
      'PART in Store, movement 3: 9.000 and -4.000 give 4.000',
    ],
  ],
  [
    'What goes out costs what the level’s average was at that moment',
    `update inventory.stock_movement set unit_cost = 70 where kind = 'ISSUE'`,
    ['PART in Store, movement 2: cost 70.000000, the average was 100.000000'],
  ],
  [
    'The average cost of a level is what its last movement left',
    `update inventory.stock_level set average_cost = 70 where on_hand = 4`,
    ['PART in Store: 70.000000, its last movement left 100.000000'],
  ],
  [
    'What is reserved is the sum of the reservations',
    `update inventory.stock_reservation set quantity = 2`,
    ['PART in Store: 1.000 reserved, 2.000 by the reservations'],
  ],
  [
    'A reservation is of the part and the place of its level',
    `update inventory.stock_reservation r set location_id = s.location_id from inventory.stock_level s
       where s.organisation_id = r.organisation_id and s.id <> r.level_id`,
    ['PART in Van: a reservation of it is of another level'],
  ],
  [
    'Nothing is below zero, and no more is reserved than is on hand',
    `update inventory.stock_level set reserved = 5 where on_hand = 4`,
    ['PART in Store: 4.000 on hand, 5.000 reserved'],
  ],
  [
    'A level is low when no more than its reorder point is available',
    `update inventory.stock_level set low = not low where on_hand = 1`,
    ['PART in Van: 1.000 available, reorder point 2.000, and not low'],
  ],
  [
    'A level says of its part what the part says',
    `update inventory.stock_level set part_sku = 'TRAP' where on_hand = 1`,
    ['PART in Van: the level says TRAP, SPARE_PART'],
  ],
  [
    'What is in transit is what left and neither came nor was written off, by the ledger as by the transfer',
    `update inventory.stock_transfer_line set shipped = 5`,
    [
      'TR-000001, PART: the transfer says 5.000 left, 2.000 came, 1.000 lost; the ledger says 4.000, 2.000, 1.000',
    ],
  ],
  [
    'Of a transfer that is RECEIVED nothing is in transit, and something of one that is SHIPPED',
    `update inventory.stock_transfer set status = 'RECEIVED'`,
    ['TR-000001 is RECEIVED, in transit: 1.000'],
  ],
  [
    'A transfer holds stock while it is APPROVED, and at no other time',
    `update inventory.stock_reservation r set reference_type = 'TRANSFER', reference_id = t.id
       from inventory.stock_transfer t where t.organisation_id = r.organisation_id`,
    ['TR-000001 is SHIPPED and holds 1.000'],
  ],
  [
    'A stocktake that is POSTED has changed the ledger by what was counted, and no other has',
    `update inventory.stocktake_line set counted = 5`,
    ['ST-000001, PART: is POSTED, counted 5.000 where the ledger had 2.000, and moved -1.000'],
  ],
  [
    'What a job was issued and gave back is what the ledger moved for it',
    `update inventory.job_part set issued = 3`,
    [`${JOB}: the line says 3.000 issued, 0.000 returned; the ledger says 2.000, 0`],
  ],
  [
    'What a job was issued and gave back is the sum of its issues',
    `update inventory.job_part_issue set quantity = 1`,
    [`${JOB}: the line says 2.000 issued, 0.000 returned; its issues say 1.000, 0.000`],
  ],
  [
    'A job holds no more than it needs and does not lack',
    `update inventory.stock_reservation set quantity = 2`,
    [`${JOB}: it holds 2.000, and needs 1.000`],
  ],
  [
    'No job waits for a minute for what is there',
    `update inventory.job_part set missing = 1, status = 'WAITING';
     update inventory.stock_level set updated_at = now() - interval '2 minutes'`,
    [`${JOB}: it lacks 1.000, available: 3.000`],
  ],
];

/** The same, with an order over the counter beside it. */
async function selling(): Promise<Storeroom> {
  const store = await busy();
  await store.sale(await store.stocked(8), 3);
  return store;
}

/** The same, with a claim for two of what was sold there, of which one was replaced. */
async function warranting(): Promise<Storeroom> {
  const store = await busy();
  const place = await store.stocked(8);
  await store.warranty(place, await store.sale(place, 3), { claimed: 2, replaced: 1 });
  return store;
}

const BREAKS_OF_SALES: typeof BREAKS = [
  [
    'A counter order has issued what it sold once it is DELIVERED, by the ledger as by its lines, and nothing before',
    `update inventory.counter_order_line set quantity = 4`,
    [
      'CO-000001, PART: is DELIVERED, sells 4.000; the ledger issued 3.000 at 100.000000, the line says 100.000000',
    ],
  ],
  [
    'A counter order holds stock while it is PROCESSING or READY, and a line no more than it sells',
    `update inventory.stock_reservation r set reference_type = 'COUNTER_ORDER', reference_line_id = n.id
       from inventory.counter_order_line n where n.organisation_id = r.organisation_id`,
    ['CO-000001, PART: is DELIVERED, sells 3.000 and holds 1.000'],
  ],
  [
    'The total of a counter order is the sum of its lines',
    `update inventory.counter_order set total_minor = 1499`,
    ['CO-000001: 1499, by its lines 1500'],
  ],
];

const BREAKS_OF_WARRANTY: typeof BREAKS = [
  [
    'No more of a line is claimed under warranty than was issued and kept',
    `update inventory.warranty_claim set quantity = 4`,
    ['WC-000001: 4.000 claimed, 3.000 kept'],
  ],
  [
    'What came in place of what was claimed under warranty is in the ledger, and nothing else is',
    `update inventory.warranty_claim set replaced_quantity = 2`,
    ['WC-000001: replaced 2.000, by the ledger 1.000'],
  ],
];

/** An old unit more than there can be. */
const CORE = `insert into inventory.core_return (organisation_id, id, version, created_at, updated_at, way, quantity,
    service_centre_id, part_id, currency, deposit_minor, counter_order_id, counter_order_line_id, supplier_id)
  select n.organisation_id, gen_random_uuid(), 1, now(), now(), `;

const BREAKS_OF_CORES: typeof BREAKS = [
  [
    'No more old units came back of a line than were sold by it',
    `${CORE} 'FROM_CUSTOMER', 4, gen_random_uuid(), n.part_id, 'EUR', 500, n.counter_order_id, n.id, null
     from inventory.counter_order_line n`,
    [expect.stringMatching(/: 4.000 came back, 3.000 sold$/) as unknown as string],
  ],
  [
    'No more old units were sent to suppliers than had come back',
    `${CORE} 'TO_SUPPLIER', 1, gen_random_uuid(), n.part_id, 'EUR', 500, null, null, s.id
     from inventory.counter_order_line n join inventory.supplier s on s.organisation_id = n.organisation_id`,
    [expect.stringMatching(/: 1.000 more were sent than came back$/) as unknown as string],
  ],
];

it('finds nothing where everything happened in order', async () => {
  expect(await broken(await selling())).toEqual({});
  expect(await broken(await warranting())).toEqual({});
});

describe.each([
  ['a storeroom', busy, BREAKS],
  ['one that sells over the counter', selling, BREAKS_OF_SALES],
  ['one whose suppliers warrant', warranting, BREAKS_OF_WARRANTY],
  ['one that takes old units back', warranting, BREAKS_OF_CORES],
] as const)('of %s', (_, opened, breaks) => {
  it.each(breaks)('tells when it is not so: %s', async (name, statement, what) => {
    const store = await opened();
    await open.admin.query(statement);
    const found = await broken(store);
    expect(found[name]?.sort()).toEqual(what);
  });
});

it('knows how to break every invariant there is', () => {
  expect(
    [...BREAKS, ...BREAKS_OF_SALES, ...BREAKS_OF_WARRANTY, ...BREAKS_OF_CORES].map(([name]) => name).sort(),
  ).toEqual(invariants.map(({ name }) => name).sort());
});
