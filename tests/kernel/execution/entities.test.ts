import { randomUUID } from 'node:crypto';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type ExecutionResult, type GraphQLObjectType, parse } from 'graphql';
import type { AccessTable } from '../../../shared/access/guard';
import { ANONYMOUS, type Identity } from '../../../shared/access/identity';
import { everyone, readable } from '../../../shared/database/readable';
import { notFound } from '../../../shared/errors';
import { Executor } from '../../../shared/execution';
import { installEntities } from '../../../shared/subgraph/entities';

/** What a subgraph answers for the keys that a gateway sends: each key by itself. */
const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Car @key(fields: "id") { id: ID! name: String itself: Car }
  type Owner @key(fields: "id") { id: ID! name: String }
  type PageInfo { next: Boolean }
  type Query { page: PageInfo }`;

const ACCESS: AccessTable = new Map([['Car', { rule: 'permission', permission: 'cars:read' }]]);
const QUERY = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  __typename ... on Car { id name itself { name } } ... on Owner { id } } }`;

class Car {
  constructor(readonly id: string) {}
  readonly name = 'Panda';
}
const cars = readable({ entity: Car as never, permission: 'cars:read', called: 'Car', visible: everyone });

const [seen, hidden] = [randomUUID(), randomUUID()];
const reader: Identity = {
  ...ANONYMOUS,
  kind: 'USER',
  organisationId: randomUUID(),
  permissions: { 'cars:read': 'all' },
};

const schema = buildSubgraphSchema({ typeDefs: parse(SDL) });
(schema.getType('Car') as GraphQLObjectType).getFields().itself!.resolve = (car) => car;
const references = [
  { type: 'Car', read: cars },
  { type: 'Owner', read: null },
];
installEntities(schema, references, ACCESS);
const executor = new Executor(schema);

/** The ids that were looked up, by batch. */
let batches: string[][];
let fails: Error | null;
beforeEach(() => {
  batches = [];
  fails = null;
});

async function ask(keys: unknown[], identity = reader): Promise<{ entities: unknown; refusals: unknown[] }> {
  const answerWith = async (_type: unknown, ids: string[]) => {
    batches.push(ids);
    if (fails) throw fails;
    return new Map(ids.filter((id) => id !== hidden).map((id) => [id, new Car(id)]));
  };
  const request = { query: QUERY, variables: { keys } };
  const result: ExecutionResult = await executor.execute(request, { identity, answerWith });
  const refusals = (result.errors ?? []).map(({ path, extensions }) => [path?.join('.'), extensions.code]);
  return { entities: result.data?._entities, refusals };
}

const car = (id: unknown) => ({ __typename: 'Car', id });
const owner = (id: unknown) => ({ __typename: 'Owner', id });
const panda = { __typename: 'Car', id: seen, name: 'Panda', itself: { name: 'Panda' } };

test('records are found in one batch, in the order of their keys, and are of their type', async () => {
  expect(await ask([car(seen), owner(seen), car(hidden), car(seen)])).toEqual({
    entities: [panda, owner(seen), null, panda],
    refusals: [],
  });
  expect(batches).toEqual([[seen, hidden]]);
});

test('a type that cannot be read is the error of each of its keys, and of no other', async () => {
  fails = notFound('Car');
  expect(await ask([car(seen), owner(seen), car(hidden)])).toEqual({
    entities: [null, owner(seen), null],
    refusals: [
      ['_entities.0', 'NOT_FOUND'],
      ['_entities.2', 'NOT_FOUND'],
    ],
  });
});

test.each([
  ['no type of the schema', { __typename: 'Boat', id: seen }],
  ['a type without a key', { __typename: 'PageInfo', id: seen }],
  ['a name that every object knows', { __typename: 'toString', id: seen }],
  ['no type at all', { id: seen }],
  ['no object', 'Car'],
])('%s is bad input, and of its own key', async (_what, key) => {
  expect(await ask([key, car(seen)])).toEqual({
    entities: [null, panda],
    refusals: [['_entities.0', 'BAD_INPUT']],
  });
});

test('an id that is none, and a caller without an organisation, find nothing', async () => {
  expect(await ask([car('7'), car(7), car(undefined)])).toEqual({
    entities: [null, null, null],
    refusals: [],
  });
  expect(await ask([car(seen)], { ...reader, organisationId: null })).toEqual({
    entities: [null],
    refusals: [],
  });
  expect(batches).toEqual([]);
});

test('a refused type is refused for each of its keys and looked up for none', async () => {
  expect(await ask([car(seen), owner(seen), car(hidden)], { ...reader, permissions: {} })).toEqual({
    entities: [null, owner(seen), null],
    refusals: [
      ['_entities.0', 'FORBIDDEN'],
      ['_entities.2', 'FORBIDDEN'],
    ],
  });
  expect(batches).toEqual([]);
});
