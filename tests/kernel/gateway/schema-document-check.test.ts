import { SchemaDocumentCheck } from '../../../gateway/clients/schema-document-check';

/** A small schema of which something is always going away: the real one has such parts only between two releases. */
const SCHEMA = `
  enum Order { NEWEST OLDEST @deprecated(reason: "Nobody asks for it.") }
  input CarFilter { plate: String, number: String @deprecated(reason: "Use plate.") }
  interface Record { id: ID! }
  type Owner implements Record { id: ID! name: String secret: String }
  type Car implements Record { id: ID! plate: String number: String @deprecated(reason: "Use plate.") owner: Owner }
  type Token { value: String }
  type Query {
    cars(filter: CarFilter, order: Order, all: Boolean @deprecated(reason: "Ask page by page.")): [Car!]!
    records: [Record!]!
    me: Owner
    oldCars: [Car!]! @deprecated
  }
  type Mutation { signIn: Token, rename(id: ID!): Car }
  type Subscription { carMoved: Car }
`;
const NEEDS = {
  'Query.cars': 'cars:read',
  'Query.oldCars': 'cars:read',
  'Query.records': 'records:read',
  'Query.me': 'signedIn',
  'Mutation.signIn': 'public',
  'Mutation.rename': 'cars:update',
  'Subscription.carMoved': 'cars:read',
  Car: 'cars:read',
  Owner: 'owners:read',
  'Owner.id': 'owners:identify',
  'Owner.secret': 'owners:secrets',
};
const check = new SchemaDocumentCheck(SCHEMA, NEEDS);

describe('what is going away is told', () => {
  const [NUMBER, ALL, OLDEST] = [
    'The field Car.number is deprecated. Use plate.',
    'Field "Query.cars" argument "all" is deprecated. Ask page by page.',
    'The enum value "Order.OLDEST" is deprecated. Nobody asks for it.',
  ];
  test.each<[string, string, string[]]>([
    ['a field', 'query Q { cars { number } }', [NUMBER]],
    [
      'a field of which no reason is given',
      'query Q { oldCars { id } }',
      ['The field Query.oldCars is deprecated. No longer supported'],
    ],
    ['an argument', 'query Q { cars(all: true) { id } }', [ALL]],
    [
      'a field of an input',
      'query Q { cars(filter: { number: "1" }) { id } }',
      ['The input field CarFilter.number is deprecated. Use plate.'],
    ],
    ['an enum’s value', 'query Q { cars(order: OLDEST) { id } }', [OLDEST]],
    ['a variable’s default', 'query Q($o: Order = OLDEST) { cars(order: $o) { id } }', [OLDEST]],
    ['a field in a fragment', 'query Q { me { id } cars { ...F } } fragment F on Car { number }', [NUMBER]],
    ['a field of a mutation’s answer', 'mutation M { rename(id: 1) { number } }', [NUMBER]],
    ['a field of a subscription', 'subscription S { carMoved { number } }', [NUMBER]],
    [
      'several, in their order',
      'query Q { cars(all: true, order: OLDEST) { number } }',
      [ALL, OLDEST, NUMBER],
    ],
    ['one that is used twice, once', 'query Q { cars { number again: number } }', [NUMBER]],
    ['nothing where there is nothing', 'query Q { cars(order: NEWEST) { plate } }', []],
  ])('%s', (_, text, deprecated) => {
    expect(check.look(text)).toMatchObject({ deprecated, faults: [] });
  });

  test('of a hundred uses and more of one, and what comes after them', () => {
    expect(check.look(`query Q { cars { ${'number '.repeat(120)} } oldCars { id } }`).deprecated).toEqual([
      NUMBER,
      'The field Query.oldCars is deprecated. No longer supported',
    ]);
  });
});

test.each([
  ['query A { cars { id } }', 'A', 'QUERY'],
  ['mutation B { rename(id: 1) { id } }', 'B', 'MUTATION'],
  ['subscription C { carMoved { id } }', 'C', 'SUBSCRIPTION'],
  ['{ cars { id } }', null, 'QUERY'],
])('%s is known by its name and kind', (text, name, type) => {
  expect(check.look(text)).toMatchObject({ name, type, faults: [] });
});

describe('what a document needs', () => {
  test.each<[string, string[]]>([
    ['query Q { cars { plate } }', ['cars:read']],
    ['query Q { cars { owner { name } } }', ['cars:read', 'owners:read']],
    [
      'query Q { cars { owner { ...F } } } fragment F on Owner { secret }',
      ['cars:read', 'owners:read', 'owners:secrets'],
    ],
    ['mutation M { rename(id: 1) { id } }', ['cars:read', 'cars:update']],
    // On whatever the field may be asked of.
    ['query Q { records { id } }', ['owners:identify', 'records:read']],
  ])('%s', (text, needs) => {
    expect(check.look(text)).toMatchObject({ needs, faults: [] });
  });
});

test('what is open to everybody is not for clients', () => {
  expect(check.look('mutation M { signIn { value } }').faults).toEqual([
    { code: 'FORBIDDEN', message: 'signIn is open to everybody, and asked without a client.' },
  ]);
});

test.each([
  ['no GraphQL', '{{{', 'GRAPHQL_PARSE_FAILED'],
  ['a field that there is not', 'query Q { wings }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a fragment that spreads itself',
    'query Q { cars { ...A } } fragment A on Car { id ...A }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a question about the schema', 'query Q { __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'more than the limits allow',
    `query Q { ${Array.from({ length: 60 }, (_, n) => `c${n}: cars { id }`).join(' ')} }`,
    'LIMIT_EXCEEDED',
  ],
])('%s is found out, and nothing else is said of it', (_, text, code) => {
  const { faults, ...rest } = check.look(text);
  expect([...new Set(faults.map((fault) => fault.code))]).toEqual([code]);
  expect(rest).toEqual({ name: null, type: null, needs: [], deprecated: [] });
});

test('looked at again it is the same finding', () => {
  const text = 'query Again { cars { number } }';
  expect(check.look(text)).toBe(check.look(text));
});
