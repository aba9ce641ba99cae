import { ANONYMOUS, type Identity } from '../../../shared/access/identity';
import { newId } from '../../../shared/ids';
import { quickest } from '../../harness/durations';
import { system, useSubgraphs } from '../../harness/subgraphs';
import { PlannedStatements } from './planned.fixtures';
import { type Filled, fill, indexesOf, readThrough, rowsLookedAt, sortsIn } from './search-plans.fixtures';

/** The search box of the counter and the list of what is due find their rows by an index, in every mode of planning. */
const open = useSubgraphs();
const large: Filled = { organisation: newId(), centres: [newId(), newId(), newId(), newId()] };
let planned: PlannedStatements;

beforeAll(async () => {
  await fill(open.admin, large, { customers: 20_000, vehicles: 30_000, jobCards: 100 });
  await open.admin.query(
    `update vehicle.vehicle set vin = 'ZFA' || upper(substr(md5(id::text), 1, 14)) where organisation_id = $1`,
    [large.organisation],
  );
  await open.admin.query(
    `insert into vehicle.reminder (organisation_id, id, version, created_at, updated_at, vehicle_id, kind, source, status,
       due_on, notice_days)
     select organisation_id, gen_random_uuid(), 1, now(), now(), id, 'SERVICE', 'STAFF',
       case when n % 3 = 0 then 'DISMISSED' else 'OPEN' end, date '2026-01-01' + (n % 3000)::integer, 30
     from (select *, row_number() over (order by id) as n from vehicle.vehicle where organisation_id = $1) v`,
    [large.organisation],
  );
  await open.admin.query(
    `insert into vehicle.odometer_reading (organisation_id, id, version, created_at, updated_at, vehicle_id, entry, value,
       unit, read_at, source, kind)
     select organisation_id, gen_random_uuid(), 1, now(), now(), id, n, n * 1000, 'KM',
       timestamptz '2025-01-01 00:00:00+00' + n * interval '1 day', 'WORKSHOP', 'NORMAL'
     from vehicle.vehicle, generate_series(1, 3) n where organisation_id = $1`,
    [large.organisation],
  );
  await open.admin.query(
    'vacuum analyze customer.customer, vehicle.vehicle, vehicle.reminder, vehicle.odometer_reading',
  );
  planned = new PlannedStatements(open, large.organisation);
});

const ofOneCentre = (): Identity => ({
  ...ANONYMOUS,
  kind: 'USER',
  organisationId: large.organisation,
  actorId: newId(),
  permissions: { '*': 'all' },
  serviceCentreIds: [large.centres[1]!],
});
const callers: [string, () => Identity][] = [
  ['somebody of all centres', () => system(large.organisation)],
  ['somebody of one centre', ofOneCentre],
];

const known = async (part: string): Promise<string> => {
  const { rows } = await open.admin.query<{ part: string }>(
    `select ${part} as part from vehicle.vehicle v join customer.customer c
       on c.organisation_id = v.organisation_id and c.id = v.owner_id
     where v.organisation_id = $1 and $2 = any(v.centres) order by v.id limit 1 offset 77`,
    [large.organisation, large.centres[1]],
  );
  return rows[0]!.part;
};

const SEARCH =
  'query ($search: String!) { quickSearchVehicles(search: $search) { vehicle { id } matchedBy } }';
const BIG = /^(customer|vehicle|reminder|odometer_reading)$/;

describe.each(callers)('for %s', (_, identity) => {
  test.each([
    ['a plate', 'v.plate_key', 'vehicle_signs'],
    ['part of a plate', 'substr(v.plate_key, 2, 5)', 'vehicle_signs'],
    ['the end of a VIN', 'right(v.vin, 8)', 'vehicle_signs'],
    ['a name', 'c.last_name', 'customer_words'],
    ['a phone', `'+39 333 ' || substr(c.phone, 7)`, 'customer_words'],
    ['the model of very many', `'model7'`, 'customer_words'],
  ])('a quick search by %s reads no table through', async (__, part, index) => {
    const { statements } = await planned.of('vehicle', SEARCH, { search: await known(part) }, identity());
    const indexes: string[] = [];
    for (const statement of statements) {
      const name = statement.text.includes('customer.') ? 'customer' : 'vehicle';
      for (const plan of await planned.plans(name, statement)) {
        indexes.push(...indexesOf(plan));
        expect(readThrough(plan).filter((table) => BIG.test(table))).toEqual([]);
        expect(rowsLookedAt(plan, name)).toBeLessThan(1_000);
      }
    }
    expect(indexes).toContain(index);
  });

  test('the first page of what is due is read off its index, as far as it shows', async () => {
    const query = '{ dueReminders(filter: { withinDays: 3000 }, first: 50) { nodes { version } } }';
    const { statements, data } = await planned.of('vehicle', query, {}, identity());
    expect((data.dueReminders as { nodes: object[] }).nodes).toHaveLength(50);
    const [page] = statements.filter(({ text }) => text.includes('"reminder"'));
    for (const plan of await planned.plans('vehicle', page!)) {
      expect(indexesOf(plan)).toContain('reminder_due_by');
      expect([readThrough(plan), sortsIn(plan)]).toEqual([[], 0]);
      expect(rowsLookedAt(plan, 'reminder')).toBeLessThanOrEqual(50 * 8);
    }
  });

  test('the latest reading of fifty vehicles is read off its index', async () => {
    const query = '{ vehicles(first: 50) { nodes { odometer { value } } } }';
    const { statements } = await planned.of('vehicle', query, {}, identity());
    const [readings] = statements.filter(({ text }) => text.includes('"odometer_reading"'));
    for (const plan of await planned.plans('vehicle', readings!)) {
      expect(indexesOf(plan)).toContain('odometer_reading_by_date');
      expect(readThrough(plan).filter((table) => BIG.test(table))).toEqual([]);
      expect(rowsLookedAt(plan, 'odometer_reading')).toBeLessThanOrEqual(150);
    }
  });
});

test('the clockwork finds what it has to announce by its index', async () => {
  const { rows } = await open.admin.query<{ 'QUERY PLAN': [{ Plan: Parameters<typeof indexesOf>[0] }] }>(
    `explain (format json) select id from vehicle.reminder where organisation_id = '${large.organisation}'
       and status = 'OPEN' and announced_at is null and announce_on <= date '2026-01-02' order by announce_on, id limit 200`,
  );
  expect(indexesOf(rows[0]!['QUERY PLAN'][0].Plan)).toContain('reminder_to_announce');
});

test('a quick search takes less than 20 ms', async () => {
  const search = await known('substr(v.plate_key, 2, 5)');
  const find = async () => {
    const { data } = await planned.of('vehicle', SEARCH, { search }, ofOneCentre());
    expect((data.quickSearchVehicles as object[]).length).toBeGreaterThan(0);
  };
  expect(await quickest(find, 20)).toBeLessThan(20);
});
