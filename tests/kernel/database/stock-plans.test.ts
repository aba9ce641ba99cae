import { ANONYMOUS, type Identity } from '../../../shared/access/identity';
import { newId } from '../../../shared/ids';
import { system, useSubgraphs } from '../../harness/subgraphs';
import { PlannedStatements, type Row } from './planned.fixtures';
import { type Filled, indexesOf, readThrough, rowsLookedAt } from './search-plans.fixtures';
import { fillStorerooms, MOVEMENTS } from './stock-plans.fixtures';

/** With a million movements behind them, levels and movements are found by an index, whatever they are asked for by. */
const open = useSubgraphs();
const large: Filled = { organisation: newId(), centres: [newId(), newId(), newId(), newId()] };
let planned: PlannedStatements;
/** A movement from the middle of the ledger, with its part. */
let some: {
  partId: string;
  locationId: string;
  referenceId: string;
  sku: string;
  name: string;
  barcode: string;
};

beforeAll(async () => {
  await fillStorerooms(open.admin, large);
  planned = new PlannedStatements(open, large.organisation);
  const { rows } = await open.admin.query<typeof some>(
    `select m.part_id as "partId", m.location_id as "locationId", m.reference_id as "referenceId", p.sku, p.barcode,
       split_part(p.name, ' ', 1) as name
     from inventory.stock_movement m join inventory.part p on p.organisation_id = m.organisation_id and p.id = m.part_id
     join inventory.stock_location l on l.organisation_id = m.organisation_id and l.id = m.location_id
     where m.organisation_id = $1 and l.service_centre_id = $2 order by m.id limit 1 offset ${MOVEMENTS / 20}`,
    [large.organisation, large.centres[1]],
  );
  some = rows[0]!;
}, 300_000);

const of = (centre: number): Identity => ({
  ...ANONYMOUS,
  kind: 'USER',
  organisationId: large.organisation,
  actorId: newId(),
  permissions: { '*': 'all' },
  serviceCentreIds: [large.centres[centre]!],
});
const callers: [string, () => Identity][] = [
  ['somebody of all centres', () => system(large.organisation)],
  ['somebody of one centre', () => of(1)],
];

const PAGE = 50;
/** A page from each of three places, found and then read. */
const MOST_OF_SOME_PLACES = 3 * 2 * (PAGE + 1);
const BIG = /^(part|part_fitment|stock_level|stock_movement)$/;
const list = (field: string, type: string, more = ''): string =>
  `query ($filter: ${type}!) { ${field}(filter: $filter, first: ${PAGE}${more}) { nodes { id } } }`;
const MOVEMENTS_BY = list('stockMovements', 'StockMovementFilter');
const LEVELS_BY = list('stockLevels', 'StockLevelFilter');
const CHANGED = list('stockLevels', 'StockLevelFilter', ', orderBy: CHANGED');
const LOW = list('lowStock', 'StockLevelFilter');
const PARTS_BY = list('parts', 'PartFilter');

const MARCH = { from: '2025-03-01T00:00:00Z', to: '2025-03-02T00:00:00Z' };
const locationId = () => some.locationId;

/** What is asked, by what index it is found, and how many rows of it are looked at for a page at most. */
type Case = [what: string, query: string, filter: () => Row, index: string, most: number];
const CASES: readonly Case[] = [
  ['movements of a part', MOVEMENTS_BY, () => ({ partId: some.partId }), 'stock_movement_part', 51],
  ['movements in a place', MOVEMENTS_BY, () => ({ locationId: locationId() }), 'stock_movement_location', 51],
  [
    'movements of a part in a place',
    MOVEMENTS_BY,
    () => ({ partId: some.partId, locationId: locationId() }),
    'stock_movement_entry',
    51,
  ],
  [
    'movements in a place on a day',
    MOVEMENTS_BY,
    () => ({ locationId: locationId(), ...MARCH }),
    'stock_movement_location',
    51,
  ],
  ['movements of a rare kind', MOVEMENTS_BY, () => ({ kind: 'ADJUSTMENT' }), 'stock_movement_kind', 500],
  ['movements of a kind that never was', MOVEMENTS_BY, () => ({ kind: 'ISSUE' }), 'stock_movement_kind', 0],
  [
    'movements of a rare kind in a place',
    MOVEMENTS_BY,
    () => ({ kind: 'ADJUSTMENT', locationId: locationId() }),
    'stock_movement_kind',
    1000,
  ],
  [
    'movements by an order',
    MOVEMENTS_BY,
    () => ({ referenceId: some.referenceId }),
    'stock_movement_reference',
    10,
  ],
  ['movements by a number', MOVEMENTS_BY, () => ({ search: some.sku }), 'part_words', 60],
  ['movements by a name', MOVEMENTS_BY, () => ({ search: some.name }), 'part_words', 1000],
  [
    'movements of a centre',
    MOVEMENTS_BY,
    () => ({ serviceCentreId: large.centres[1] }),
    'stock_movement_location',
    300,
  ],
  [
    'levels of a part',
    LEVELS_BY,
    () => ({ partId: some.partId }),
    'stock_level_organisation_id_part_id_location_id_key',
    3,
  ],
  ['levels in a place', LEVELS_BY, () => ({ locationId: locationId() }), 'stock_level_location', 51],
  ['levels of a rare kind', LEVELS_BY, () => ({ category: 'TOOL' }), 'stock_level_category', 200],
  ['levels by a barcode', LEVELS_BY, () => ({ search: some.barcode }), 'part_words', 3],
  ['levels by a name', LEVELS_BY, () => ({ search: some.name }), 'part_words', 60],
  ['levels where nothing lies', LEVELS_BY, () => ({ inStock: false }), 'stock_level_empty', 0],
  ['levels as they change', CHANGED, () => ({}), 'stock_level_changed', 300],
  ['levels by the number of the part', LEVELS_BY, () => ({}), 'stock_level_sku', 300],
  ['what is low', LOW, () => ({}), 'stock_level_low', 60],
  ['parts by their name', PARTS_BY, () => ({}), 'part_name', 51],
  ['parts of a rare kind', PARTS_BY, () => ({ category: 'TOOL' }), 'part_category', 51],
  ['parts of a brand', PARTS_BY, () => ({ brand: 'BRAND 7' }), 'part_brand', 51],
  ['parts that are not bought any more', PARTS_BY, () => ({ discontinued: true }), 'part_discontinued', 0],
  ['parts by a word', PARTS_BY, () => ({ search: some.name }), 'part_words', 60],
  [
    'parts for a vehicle',
    PARTS_BY,
    () => ({ fits: { make: 'MAKE 7', model: 'Model 7', year: 2005 } }),
    'part_fitment_vehicle',
    60,
  ],
];

describe.each(callers)('for %s', (_, identity) => {
  test.each(CASES)('%s', async (__, query, filter, index, most) => {
    const { statements } = await planned.of('inventory', query, { filter: filter() }, identity());
    const table = /stockMovements/.test(query)
      ? 'stock_movement'
      : /parts\(/.test(query)
        ? 'part'
        : 'stock_level';
    for (const statement of statements)
      for (const plan of await planned.plans('inventory', statement)) {
        expect(indexesOf(plan)).toContain(index);
        expect(readThrough(plan).filter((name) => BIG.test(name))).toEqual([]);
        expect(rowsLookedAt(plan, table)).toBeLessThanOrEqual(most);
      }
  });

  test('the newest movements', async () => {
    const { statements, data } = await planned.of('inventory', MOVEMENTS_BY, { filter: {} }, identity());
    expect((data.stockMovements as { nodes: object[] }).nodes).toHaveLength(PAGE);
    for (const plan of await planned.plans('inventory', statements[0]!)) {
      expect(readThrough(plan).filter((name) => BIG.test(name))).toEqual([]);
      expect(rowsLookedAt(plan, 'stock_movement')).toBeLessThanOrEqual(MOST_OF_SOME_PLACES);
    }
  });
});

test('who works in a quiet centre reads through nothing of what the others did since', async () => {
  await open.admin.query(
    `delete from inventory.stock_movement m using inventory.stock_location l
     where l.organisation_id = m.organisation_id and l.id = m.location_id and m.organisation_id = $1
       and m.created_at > '2025-01-20' and (l.service_centre_id = $2 or l.service_centre_id is null)`,
    [large.organisation, large.centres[0]],
  );
  await open.admin.query('vacuum analyze inventory.stock_movement');
  const newest = async (after: string | null) => {
    const query = `query ($after: String) { stockMovements(first: ${PAGE}, after: $after) { totalCount nodes { createdAt }
      pageInfo { endCursor } } }`;
    const { statements, data } = await planned.of('inventory', query, { after }, of(0));
    const page = statements.find(({ text }) => text.includes('limit'))!;
    for (const plan of await planned.plans('inventory', page))
      expect(rowsLookedAt(plan, 'stock_movement')).toBeLessThanOrEqual(MOST_OF_SOME_PLACES);
    return data.stockMovements as { totalCount: number; nodes: Row[]; pageInfo: { endCursor: string } };
  };
  const first = await newest(null);
  const second = await newest(first.pageInfo.endCursor);
  const times = [...first.nodes, ...second.nodes].map(({ createdAt }) => String(createdAt));
  expect(times).toHaveLength(2 * PAGE);
  expect(times).toEqual([...times].sort().reverse());
  const { rows } = await open.admin.query<{ count: string }>(
    `select count(*) from inventory.stock_movement m join inventory.stock_location l on l.id = m.location_id
     where m.organisation_id = $1 and (l.service_centre_id = $2 or l.service_centre_id is null)`,
    [large.organisation, large.centres[0]],
  );
  expect([first.totalCount, second.totalCount]).toEqual([Number(rows[0]!.count), Number(rows[0]!.count)]);
});
