import { newId } from '../../../shared/ids';
import { FACTS, system, useSubgraphs } from '../../harness/subgraphs';

/** What a query selects is what its statements read, and what cursors and keys are made of. */
type Name = 'customer' | 'vehicle' | 'workshop';

const open = useSubgraphs();
const organisation = newId();
const centre = newId();
const customer = newId();
const vehicle = newId();
const card = newId();
const statements: string[] = [];

const RECORD = 'organisation_id, id, version, created_at, updated_at';
const MADE = `'${organisation}', $1, 1, now(), now()`;

beforeAll(async () => {
  const rows: [string, string, string][] = [
    ['customer.customer', `first_name, last_name, code`, `'Ada', 'Rossi', 'CUS-000001'`],
    ['vehicle.vehicle', 'make, model, owner_id', `'Fiat', 'Panda', '${customer}'`],
    [
      'workshop.job_card',
      'number, service_centre_id, vehicle_id, customer_id, complaint, priority, status',
      `'JC-000001', '${centre}', '${vehicle}', '${customer}', 'Noise', 'LOW', 'CREATED'`,
    ],
    ['workshop.job_card_status_change', 'job_card_id, to_status', `'${card}', 'CREATED'`],
  ];
  const ids = [customer, vehicle, card, newId()];
  for (const [n, [table, columns, values]] of rows.entries())
    await open.admin.query(`insert into ${table} (${RECORD}, ${columns}) values (${MADE}, ${values})`, [
      ids[n],
    ]);
  for (const name of ['customer', 'vehicle', 'workshop'] as const)
    open.of(name).database.onStatement = (text) => statements.push(text);
});

interface Read {
  table: string;
  columns: string[];
}

/** `t."plate" as "plate"`, as the statements name what they read, by table. */
function readBy(text: string): Read {
  const table = /from "\w+"\."(\w+)" t/.exec(text)?.[1] ?? text;
  return { table, columns: [...text.matchAll(/t\."\w+" as "(\w+)"/g)].map((match) => match[1]!).sort() };
}

async function reads(name: Name, query: string, variables: Record<string, unknown> = {}): Promise<Read[]> {
  statements.length = 0;
  const result = await open.of(name).execute({ query, variables }, system(organisation), FACTS);
  expect(result.errors).toBeUndefined();
  return statements.map(readBy);
}

const one = async (name: Name, query: string, variables?: Record<string, unknown>): Promise<string[]> => {
  const found = await reads(name, query, variables);
  expect(found).toHaveLength(1);
  return found[0]!.columns;
};

const byKey = (type: string, selection: string): [string, Record<string, unknown>] => {
  const id = { Customer: customer, Vehicle: vehicle, JobCard: card }[type];
  return [
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { ${selection} } } }`,
    { keys: [{ __typename: type, id }] },
  ];
};

const allColumns = (name: Name, entity: string): string[] =>
  open
    .of(name)
    .database.metadata.find((each) => each.name === entity)!
    .columns.map(({ propertyName }) => propertyName)
    .sort();

describe('a list reads', () => {
  it.each<[string, Name, string, string[]]>([
    ['a plain field', 'vehicle', '{ vehicles { nodes { plate } } }', ['plate']],
    [
      'what @Reads of a field names, and whose it is where it is personal',
      'customer',
      '{ customers { nodes { displayName } } }',
      ['company', 'firstName', 'id', 'lastName'],
    ],
    [
      'what plain fields and @Reads name together',
      'workshop',
      '{ jobCards { nodes { number vehicle { id } } } }',
      ['number', 'vehicleId'],
    ],
    [
      'both columns of a value that has two',
      'workshop',
      '{ jobCards { nodes { estimatedCost { currency } } } }',
      ['estimatedCostCurrency', 'estimatedCostMinor'],
    ],
    [
      'a field under another name once',
      'vehicle',
      '{ a: vehicles { nodes { b: plate c: plate d: make } } }',
      ['make', 'plate'],
    ],
    [
      'what fragments select',
      'vehicle',
      '{ vehicles { ...P } } fragment P on VehicleConnection { nodes { ...F ... on Vehicle { vin } ... { year } } } fragment F on Vehicle { model }',
      ['model', 'vin', 'year'],
    ],
    [
      'what a field selects in two places',
      'vehicle',
      '{ vehicles { nodes { make } } vehicles { nodes { model } edges { node { vin } } } }',
      ['make', 'model', 'vin'],
    ],
    ['what nodes of edges select', 'vehicle', '{ vehicles { edges { node { plate } } } }', ['plate']],
    ['nothing for names of types', 'vehicle', '{ vehicles { __typename nodes { __typename } } }', []],
  ])('%s', async (_, name, query, columns) => {
    expect(await one(name, query)).toEqual(columns);
  });

  it.each([
    'edges { cursor node { plate } }',
    'nodes { plate } pageInfo { startCursor }',
    'nodes { plate } ...P',
    'nodes { plate } pageInfo { last: endCursor }',
  ])('the columns of its order, too, for cursors: %s', async (selection) => {
    const fragment = selection.includes('...P')
      ? 'fragment P on VehicleConnection { pageInfo { ... { endCursor } } }'
      : '';
    expect(await one('vehicle', `{ vehicles { ${selection} } } ${fragment}`)).toEqual([
      'createdAt',
      'id',
      'plate',
    ]);
    expect(await one('vehicle', `{ vehicles(orderBy: MAKE) { ${selection} } } ${fragment}`)).toEqual([
      'id',
      'make',
      'model',
      'plate',
    ]);
  });

  it('not the columns of its order behind a cursor, where no other is asked for', async () => {
    const after = Buffer.from(JSON.stringify(['2026-11-20T10:00:00.000Z', vehicle])).toString('base64url');
    const query =
      'query ($after: String) { vehicles(after: $after) { nodes { plate } pageInfo { hasNextPage } } }';
    expect(await one('vehicle', query, { after })).toEqual(['plate']);
  });

  it.each(['invited', 'email invited', 'invited email', 'a: email invited b: email'])(
    'all of them where a field does not say what it needs, whatever stands beside it: %s',
    async (selection) => {
      expect(await one('customer', `{ users { nodes { ${selection} } } }`)).toEqual(
        allColumns('customer', 'User'),
      );
    },
  );

  it('not all of them where every field says what it needs', async () => {
    expect(await one('customer', '{ users { nodes { email } } }')).toEqual(['email']);
  });

  it('all of them where none of its records is selected: for what it is read, nothing says', async () => {
    const query = '{ vehicles { edges { cursor } pageInfo { endCursor } } }';
    expect(await one('vehicle', query)).toEqual(allColumns('vehicle', 'Vehicle'));
  });

  it('each under another name by itself', async () => {
    const found = await reads(
      'vehicle',
      '{ a: vehicles { nodes { plate } } b: vehicles(first: 1) { nodes { vin } } }',
    );
    expect(found.map(({ columns }) => columns)).toEqual([['plate'], ['vin']]);
  });

  it('only a number for totalCount', async () => {
    const found = await reads('vehicle', '{ vehicles { totalCount nodes { plate } } }');
    expect(found.map(({ columns }) => columns)).toEqual([expect.arrayContaining(['plate']), []]);
    expect(found[0]!.columns).not.toContain('make');
  });
});

describe('what @skip and @include may leave out is read, whatever the variables say', () => {
  it.each([
    ['a field', 'plate @include(if: $yes) make @skip(if: $yes)'],
    ['a fragment', '... on Vehicle @include(if: $yes) { plate } ...F @skip(if: $yes)'],
  ])('%s', async (_, selection) => {
    const query = `query ($yes: Boolean!) { vehicles { nodes { vin ${selection} } } } fragment F on Vehicle { make }`;
    for (const yes of [true, false, true])
      expect(
        await one('vehicle', selection.includes('F') ? query : query.split(' fragment')[0]!, { yes }),
      ).toEqual(['make', 'plate', 'vin']);
  });
});

describe('a record by its key reads', () => {
  it.each<[string, Name, string, string, string[]]>([
    ['its key and a plain field', 'vehicle', 'Vehicle', 'plate', ['id', 'plate']],
    ['its key alone', 'vehicle', 'Vehicle', '__typename', ['id']],
    ['what @Reads names', 'vehicle', 'Vehicle', 'owner { id }', ['id', 'ownerId']],
    [
      'what aliases and fragments select',
      'vehicle',
      'Vehicle',
      'a: vin ... on Vehicle { b: year }',
      ['id', 'vin', 'year'],
    ],
    [
      'the encrypted columns of one value',
      'customer',
      'Customer',
      'address { city }',
      ['city', 'country', 'id', 'postalCode', 'region', 'street'],
    ],
  ])('%s', async (_, name, type, selection, columns) => {
    expect(await one(name, ...byKey(type, selection))).toEqual(columns);
  });

  it('what is selected of its own type, though another is asked for beside it', async () => {
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
      ... on User { firstName } ... on Customer { language } __typename } }`;
    const keys = [
      { __typename: 'Customer', id: customer },
      { __typename: 'User', id: newId() },
    ];
    expect(await reads('customer', query, { keys })).toEqual([
      { table: 'customer', columns: ['id', 'language'] },
      { table: 'user_account', columns: ['firstName', 'id'] },
    ]);
  });
});

describe('what hangs on a record', () => {
  it('as a page reads what is selected of it and its parent', async () => {
    const [query, variables] = byKey('Customer', 'vehicles { nodes { plate } }');
    expect(await one('vehicle', query, variables)).toEqual(['ownerId', 'plate']);
  });

  it('as a page with cursors reads the columns of its order as well', async () => {
    const [query, variables] = byKey('Customer', 'vehicles { nodes { plate } pageInfo { endCursor } }');
    expect(await one('vehicle', query, variables)).toEqual(['createdAt', 'id', 'ownerId', 'plate']);
  });

  it('as two pages with other columns is read twice, each for itself', async () => {
    const [query, variables] = byKey(
      'Customer',
      'a: vehicles { nodes { plate } } b: vehicles { nodes { vin } }',
    );
    expect((await reads('vehicle', query, variables)).map(({ columns }) => columns)).toEqual([
      ['ownerId', 'plate'],
      ['ownerId', 'vin'],
    ]);
  });

  it('as a whole list is read whole, and its record as far as it needs', async () => {
    const [query, variables] = byKey('JobCard', 'number statusHistory { toStatus }');
    expect(await reads('workshop', query, variables)).toEqual([
      { table: 'job_card', columns: ['id', 'number'] },
      { table: 'job_card_status_change', columns: allColumns('workshop', 'JobCardStatusChange') },
    ]);
  });
});

test('a record that is asked for by its id is read whole: commands and other fields may need it', async () => {
  expect(await one('vehicle', 'query ($id: ID!) { vehicle(id: $id) { plate } }', { id: vehicle })).toEqual(
    allColumns('vehicle', 'Vehicle'),
  );
});
