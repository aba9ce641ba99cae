import { ANONYMOUS, type Identity } from '../../../shared/access/identity';
import { newId } from '../../../shared/ids';
import { system, useSubgraphs } from '../../harness/subgraphs';
import { type FilledJobs, fillJobs } from './job-plans.fixtures';
import { PlannedStatements } from './planned.fixtures';
import { indexesOf, readThrough, rowsLookedAt, sortsIn } from './search-plans.fixtures';

/** Lists of a hundred thousand jobs find their rows by an index, in every mode of planning that they are sent in. */
const open = useSubgraphs();
const JOBS = 100_000;
const PAGE = 50;
const BIG = /^(customer|vehicle|job_card|job_service|time_entry)$/;
let shop: FilledJobs;
let planned: PlannedStatements;

beforeAll(async () => {
  shop = await fillJobs(open.admin, JOBS);
  planned = new PlannedStatements(open, shop.organisation);
}, 180_000);

const ofOneCentre = (): Identity => ({
  ...ANONYMOUS,
  kind: 'USER',
  organisationId: shop.organisation,
  actorId: newId(),
  permissions: { '*': 'all' },
  serviceCentreIds: [shop.centres[1]!],
});
const ofOneTechnician = (): Identity => ({
  ...ofOneCentre(),
  actorId: shop.technicians[7]!,
  permissions: { 'jobs:read': 'own', 'time:read': 'own' },
});
const callers: [string, () => Identity][] = [
  ['somebody of all centres', () => system(shop.organisation)],
  ['somebody of one centre', ofOneCentre],
];

const LIST = `query ($filter: JobCardFilter!, $orderBy: JobCardOrder!) {
  jobCards(filter: $filter, orderBy: $orderBy, first: ${PAGE}) { nodes { version } } }`;

/** Something that is written of a card in the middle. */
async function known(part: string): Promise<string> {
  const { rows } = await open.admin.query<{ part: string }>(
    `select ${part} as part from workshop.job_card j
     join customer.customer c on c.organisation_id = j.organisation_id and c.id = j.customer_id
     join vehicle.vehicle v on v.organisation_id = j.organisation_id and v.id = j.vehicle_id
     where j.organisation_id = $1 and j.service_centre_id = $2 order by j.created_at desc offset 7777 limit 1`,
    [shop.organisation, shop.centres[1]],
  );
  return rows[0]!.part;
}

interface Looked {
  filter: Record<string, unknown>;
  orderBy?: string;
  index: string;
  rows?: number;
}

async function expectFound(
  identity: Identity,
  { filter, orderBy = 'NEWEST', index, rows = PAGE * 10 }: Looked,
) {
  const { statements, data } = await planned.of('workshop', LIST, { filter, orderBy }, identity);
  expect((data.jobCards as { nodes: object[] }).nodes.length).toBeGreaterThan(0);
  expect(statements).toHaveLength(1);
  for (const plan of await planned.plans('workshop', statements[0]!)) {
    expect(indexesOf(plan)).toContain(index);
    expect(readThrough(plan).filter((table) => BIG.test(table))).toEqual([]);
    expect(rowsLookedAt(plan, 'job_card')).toBeLessThanOrEqual(rows);
  }
}

describe.each(callers)('for %s', (_, identity) => {
  test('the jobs of a technician are read off their index', () =>
    expectFound(identity(), { filter: { technicianId: shop.technicians[1] }, index: 'job_card_technician' }));

  test('what a technician has in hand is read off the index of what is in the house', () =>
    expectFound(identity(), {
      filter: { technicianId: shop.technicians[20], status: ['ASSIGNED', 'IN_PROGRESS'] },
      index: 'job_card_in_hand',
      rows: 100,
    }));

  test('those of a centre in some states are read off the board', () =>
    expectFound(identity(), {
      filter: { serviceCentreId: shop.centres[1], status: ['IN_PROGRESS'] },
      index: 'job_card_board',
    }));

  test('those of some days are read from the first of them on', async () => {
    const day = await known('j.created_at::text');
    const to = new Date(day).toISOString();
    await expectFound(identity(), {
      filter: { serviceCentreId: shop.centres[1], to },
      index: 'job_card_of_centre',
    });
  });

  test('those promised for some days are read off the index of promises', async () => {
    const promised = new Date(await known("(j.created_at + interval '2 days')::text"));
    const filter = {
      promisedFrom: new Date(promised.getTime() - 43_200_000).toISOString(),
      promisedTo: new Date(promised.getTime() + 43_200_000).toISOString(),
    };
    await expectFound(identity(), { filter, orderBy: 'PROMISED', index: 'job_card_promised', rows: 1_500 });
  });

  test('a number is found by its index', async () =>
    expectFound(identity(), {
      filter: { search: await known('j.number') },
      index: 'job_card_number',
      rows: 10,
    }));

  test.each([
    ['a name', 'c.last_name'],
    ['part of a name', 'substr(c.last_name, 2, 5)'],
    ['a phone', `'+39 333 ' || substr(c.phone, 7)`],
    ['a plate', 'v.plate_key'],
    ['part of a plate', 'substr(v.plate_key, 2, 5)'],
  ])('a search by %s finds cards by the indexes of customers and vehicles', async (__, part) => {
    const filter = { search: await known(part) };
    const { statements, data } = await planned.of(
      'workshop',
      LIST,
      { filter, orderBy: 'NEWEST' },
      identity(),
    );
    expect((data.jobCards as { nodes: object[] }).nodes.length).toBeGreaterThan(0);
    const indexes: string[] = [];
    for (const statement of statements) {
      const name = /(customer|vehicle|workshop)\./.exec(statement.text)![1] as
        | 'customer'
        | 'vehicle'
        | 'workshop';
      for (const plan of await planned.plans(name, statement)) {
        indexes.push(...indexesOf(plan));
        expect(readThrough(plan).filter((table) => BIG.test(table))).toEqual([]);
        expect(rowsLookedAt(plan, 'job_card')).toBeLessThan(3_000);
      }
    }
    expect(new Set(indexes)).toEqual(
      new Set(['customer_words', 'vehicle_words', 'job_card_customer', 'job_card_vehicle', 'job_card_pkey']),
    );
  });
});

test('services and clocks of fifty cards are two statements, each by its index', async () => {
  const query = `{ jobCards(first: ${PAGE}) { nodes { services { version } timeEntries { version } } } }`;
  const { statements } = await planned.of('workshop', query, {}, system(shop.organisation));
  expect(statements).toHaveLength(3);
  for (const [table, index] of [
    ['job_service', 'job_service_card'],
    ['time_entry', 'time_entry_card'],
  ] as const) {
    const [statement] = statements.filter(({ text }) => text.includes(`"${table}"`));
    for (const plan of await planned.plans('workshop', statement!)) {
      expect(indexesOf(plan)).toContain(index);
      expect(readThrough(plan).filter((each) => BIG.test(each))).toEqual([]);
      expect(rowsLookedAt(plan, table)).toBeLessThanOrEqual(PAGE * 4);
    }
  }
});

test.each([
  ['all', {}, 'time_entry_newest', () => system(shop.organisation)],
  ['those of a technician', { technicianId: '' }, 'time_entry_technician', () => system(shop.organisation)],
  ['those of a centre', { serviceCentreId: '' }, 'time_entry_centre', ofOneCentre],
  ['one’s own', {}, 'time_entry_technician', ofOneTechnician],
] as const)(
  'time entries, %s, are read off their index as far as they are shown',
  async (_, asked, index, identity) => {
    const filter = {
      ...('technicianId' in asked ? { technicianId: shop.technicians[3] } : {}),
      ...('serviceCentreId' in asked ? { serviceCentreId: shop.centres[1] } : {}),
    };
    const query = `query ($filter: TimeEntryFilter!) { timeEntries(filter: $filter, first: ${PAGE}) { nodes { version } } }`;
    const { statements } = await planned.of('workshop', query, { filter }, identity());
    for (const plan of await planned.plans('workshop', statements[0]!)) {
      expect(indexesOf(plan)).toEqual([index]);
      expect([readThrough(plan), sortsIn(plan)]).toEqual([[], 0]);
      expect(rowsLookedAt(plan, 'time_entry')).toBeLessThanOrEqual(PAGE * 3);
    }
  },
);
