import { ANONYMOUS, type Identity } from '../../../shared/access/identity';
import type { Sql } from '../../../shared/database/sql';
import { newId } from '../../../shared/ids';
import { system, useSubgraphs } from '../../harness/subgraphs';
import { PlannedStatements, type Row } from './planned.fixtures';
import {
  type Filled,
  fill,
  indexesOf,
  type PlanNode,
  readThrough,
  rowsLookedAt,
  sortsIn,
} from './search-plans.fixtures';

/** The reads that people wait for find their rows by an index, in every mode of planning that they are sent in. */
type Name = 'customer' | 'vehicle' | 'workshop';

const open = useSubgraphs();
const large: Filled = { organisation: newId(), centres: [newId(), newId(), newId(), newId()] };
const small: Filled = { organisation: newId(), centres: [newId()] };
const PAGE = 50;
const SEARCHED = ['customer.customer', 'vehicle.vehicle'];
const BIG = /^(customer|vehicle|job_card)$/;
let planned: PlannedStatements;

beforeAll(async () => {
  await fill(open.admin, large, { customers: 20_000, vehicles: 30_000, jobCards: 50_000 });
  await fill(open.admin, small, { customers: 2_000, vehicles: 3_000, jobCards: 5_000 });
  await open.admin.query('vacuum analyze customer.customer, customer.customer_centre');
  await open.admin.query('vacuum analyze vehicle.vehicle, vehicle.vehicle_centre');
  await open.admin.query('vacuum analyze workshop.job_card');
  planned = new PlannedStatements(open, large.organisation);
});

const ofOneCentre = (): Identity => ({
  ...ANONYMOUS,
  kind: 'USER',
  organisationId: large.organisation,
  actorId: newId(),
  sessionId: newId(),
  permissions: { '*': 'all' },
  serviceCentreIds: [large.centres[1]!],
});

const statementsOf = (name: Name, query: string, variables: Row, identity: Identity) =>
  planned.of(name, query, variables, identity);
const plansOf = (name: Name, statement: Sql) => planned.plans(name, statement);

/** The plans of the one statement that a query sends. */
async function plans(name: Name, query: string, variables: Row, identity: Identity): Promise<PlanNode[]> {
  const { statements } = await statementsOf(name, query, variables, identity);
  expect(statements).toHaveLength(1);
  return plansOf(name, statements[0]!);
}

const firstIds = async (table: string): Promise<string[]> => {
  const { rows } = await open.admin.query<{ id: string }>(
    `select id from ${table} where organisation_id = $1 order by created_at desc limit ${PAGE}`,
    [large.organisation],
  );
  return rows.map(({ id }) => id);
};

const callers: [string, () => Identity][] = [
  ['somebody of all centres', () => system(large.organisation)],
  ['somebody of one centre', ofOneCentre],
];

describe.each(callers)('for %s', (_, identity) => {
  // With the second, PostgreSQL plans for two million customers, more than a test can fill.
  describe.each([1, 100])('in tables believed to be %i times as large, a search by', (times) => {
    beforeAll(() =>
      open.admin.query('update pg_class set reltuples = reltuples * $1 where oid = any($2::regclass[])', [
        times,
        SEARCHED,
      ]),
    );
    afterAll(() => open.admin.query(`analyze ${SEARCHED.join()}`));

    const searches: [string, Name, string, string, string][] = [
      ['part of a name', 'customer', 'customers', `substr(last_name, 2, 5)`, 'customer_words'],
      ['the digits of a phone', 'customer', 'customers', `substr(phone, 6, 7)`, 'customer_words'],
      [
        'a phone as people write it',
        'customer',
        'customers',
        `'+39 333 ' || substr(phone, 7)`,
        'customer_words',
      ],
      ['part of a plate', 'vehicle', 'vehicles', `substr(plate_key, 2, 5)`, 'vehicle_words'],
      [
        'part of a plate, spelled',
        'vehicle',
        'vehicles',
        `lower(substr(plate_key, 1, 2)) || '-' || substr(plate_key, 3, 4)`,
        'vehicle_words',
      ],
    ];

    test.each(searches)('%s asks the trigram index', async (__, name, list, part, index) => {
      const { rows } = await open.admin.query<{ part: string }>(
        `select ${part} as part from ${name}.${name} where organisation_id = $1 order by created_at limit 1 offset 7777`,
        [large.organisation],
      );
      const query = `query ($filter: ${name === 'customer' ? 'CustomerFilter' : 'VehicleFilter'}!) {
        ${list}(filter: $filter, first: ${PAGE}) { nodes { id } } }`;
      for (const plan of await plans(name, query, { filter: { search: rows[0]!.part } }, identity())) {
        expect(indexesOf(plan)).toContain(index);
        expect(readThrough(plan).filter((table) => BIG.test(table))).toEqual([]);
        expect(rowsLookedAt(plan, name)).toBeLessThan(1_000);
      }
    });
  });

  describe('records by fifty keys', () => {
    test.each<[Name, string, string]>([
      ['customer', 'Customer', 'customer'],
      ['vehicle', 'Vehicle', 'vehicle'],
      ['workshop', 'JobCard', 'job_card'],
    ])('of %s.%s are found by the primary key', async (name, type, table) => {
      const keys = (await firstIds(`${name}.${table}`)).map((id) => ({ __typename: type, id }));
      const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { version } } }`;
      for (const plan of await plans(name, query, { keys }, identity())) {
        expect(indexesOf(plan)).toContain(`${table}_pkey`);
        expect(readThrough(plan).filter((each) => BIG.test(each))).toEqual([]);
        expect(rowsLookedAt(plan, table)).toBeLessThanOrEqual(PAGE);
      }
    });
  });

  describe('what hangs on fifty records', () => {
    test.each<[string, Name, string, string, string, string]>([
      [
        'the jobs of vehicles',
        'workshop',
        'vehicle.vehicle',
        'Vehicle',
        'serviceHistory',
        'job_card_vehicle',
      ],
      ['the jobs of customers', 'workshop', 'customer.customer', 'Customer', 'jobCards', 'job_card_customer'],
      ['the vehicles of customers', 'vehicle', 'customer.customer', 'Customer', 'vehicles', 'vehicle_owner'],
      [
        'what was done for vehicles',
        'workshop',
        'vehicle.vehicle',
        'Vehicle',
        'jobCards',
        'job_card_vehicle',
      ],
    ])('%s', async (__, name, table, type, field, index) => {
      const keys = (await firstIds(table)).map((id) => ({ __typename: type, id }));
      const query = `query ($keys: [_Any!]!) {
        _entities(representations: $keys) { ... on ${type} { ${field}(first: 3) { nodes { version } } } } }`;
      for (const plan of await plans(name, query, { keys }, identity())) {
        expect(indexesOf(plan)).toContain(index);
        expect(readThrough(plan).filter((each) => BIG.test(each))).toEqual([]);
      }
    });
  });
});

describe('a page of a list, first or deep down, looks at hardly more rows than it shows, and sorts none', () => {
  test.each<[string, Name, string, string, string, string]>([
    [
      'the board of a centre',
      'workshop',
      'jobCards',
      'job_card',
      'job_card_of_centre',
      `filter: { serviceCentreId: "${large.centres[2]}" }`,
    ],
    ['all job cards', 'workshop', 'jobCards', 'job_card', 'job_card_newest', ''],
    [
      'job cards by their promise',
      'workshop',
      'jobCards',
      'job_card',
      'job_card_promised',
      'orderBy: PROMISED',
    ],
    ['customers', 'customer', 'customers', 'customer', 'customer_newest', ''],
    ['customers by name', 'customer', 'customers', 'customer', 'customer_by_name', 'orderBy: NAME'],
    ['vehicles', 'vehicle', 'vehicles', 'vehicle', 'vehicle_newest', ''],
    ['vehicles by make', 'vehicle', 'vehicles', 'vehicle', 'vehicle_by_make', 'orderBy: MAKE'],
  ])('%s', async (_, name, list, table, index, asked) => {
    const query = `query ($first: Int, $after: String) {
      ${list}(first: $first, after: $after ${asked}) { nodes { version } pageInfo { endCursor } } }`;
    let after: string | null = null;
    // Forty pages of a hundred lie between the two that are looked at.
    for (const skipped of [0, 40]) {
      for (let page = 0; page < skipped; page += 1) after = await endOf(name, query, list, after);
      for (const plan of await plans(name, query, { first: PAGE, after }, system(large.organisation))) {
        expect([skipped, indexesOf(plan)]).toEqual([skipped, [index]]);
        expect([skipped, readThrough(plan), sortsIn(plan)]).toEqual([skipped, [], 0]);
        expect(rowsLookedAt(plan, table)).toBeLessThanOrEqual(PAGE * 3);
      }
    }
  });
});

async function endOf(name: Name, query: string, list: string, after: string | null): Promise<string> {
  const { data } = await statementsOf(name, query, { first: 100, after }, system(large.organisation));
  return (data[list] as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
}

test('the board in some states is planned for the states at hand, which may be few cards or most', async () => {
  const query = `query ($filter: JobCardFilter!) { jobCards(filter: $filter, first: ${PAGE}) { nodes { version } } }`;
  for (const status of ['CREATED', 'CANCELLED']) {
    const filter = { serviceCentreId: large.centres[2], status: [status] };
    const { statements } = await statementsOf('workshop', query, { filter }, system(large.organisation));
    expect(statements.map((statement) => statement.planned)).toEqual(['each time']);
    const [plan] = await plansOf('workshop', statements[0]!);
    expect(readThrough(plan!)).toEqual([]);
    expect(rowsLookedAt(plan!, 'job_card')).toBeLessThanOrEqual(PAGE * 10);
  }
});
