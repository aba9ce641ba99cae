import { type GraphQLObjectType, isObjectType, isUnionType } from 'graphql';
import { APPS } from '../../program/apps';
import { ANONYMOUS, type Identity, systemIdentity } from '../../shared/access/identity';
import type { SubgraphName } from '../../shared/environment';
import { newId } from '../../shared/ids';
import type { Reference } from '../../shared/subgraph/app';
import { buildSchema } from '../../shared/subgraph/schema';
import { useGraph } from '../harness/graph';
import { FACTS } from '../harness/subgraphs';
import { selectionOf } from './generated-operations.fixtures';
import { Stored } from './stored.fixtures';
import { openSubgraphsOn, type SubgraphsOn } from './subgraphs-on.fixtures';
import { traces } from './traces.fixtures';
import { type FilledShop, openFilledShop } from './two-shops.fixtures';

/**
 * The gateway asks a subgraph for any record by its key. Whoever made it ask, with whatever keys, gets nothing of
 * another organisation: null for the subgraph’s own types, the key itself where it only adds fields.
 */
const graph = useGraph();
const stored = new Stored(graph);
let theirs: FilledShop;
let ours: FilledShop;
let theirIds: string[];
let subgraphs: SubgraphsOn;

beforeAll(async () => {
  theirs = await openFilledShop(graph, stored);
  ours = await openFilledShop(graph, stored);
  theirIds = [...(await stored.ids(theirs.id))];
  subgraphs = await openSubgraphsOn(graph.databaseUrl);
});
afterAll(() => subgraphs?.close());

interface Entity {
  id: string;
}

const entityTypes = APPS.flatMap((app) => {
  const { name, references } = app;
  const union = buildSchema(app).schema.getType('_Entity');
  const types = isUnionType(union) ? union.getTypes() : [];
  return types.map((type) => [`${name}: ${type.name}`, name, type, references] as const);
});

const administrator = (shop: FilledShop): Identity => ({
  ...ANONYMOUS,
  kind: 'USER',
  organisationId: shop.id,
  actorId: shop.admin.id,
  sessionId: newId(),
  permissions: { '*': 'all' },
  serviceCentreIds: null,
});

interface Entities {
  data?: { _entities: (Entity | null)[] } | null;
  errors?: readonly unknown[];
}

const keysOf = (type: string) => theirIds.map((id) => ({ __typename: type, id }));

async function ask(
  name: SubgraphName,
  selection: string,
  keys: object[],
  identity: Identity,
): Promise<Entities> {
  const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ${selection} } }`;
  const result = await subgraphs.of(name).execute({ query, variables: { keys } }, identity, FACTS);
  return JSON.parse(JSON.stringify(result)) as Entities;
}

async function entities(name: SubgraphName, type: string, selection: string, identity: Identity) {
  const result = await ask(name, `__typename ... on ${type} ${selection}`, keysOf(type), identity);
  expect(result.errors).toBeUndefined();
  return result.data!._entities;
}

/** Null: a mere stub, with no field but its key, which no plan of the gateway asks for. */
const referenceFor = (references: readonly Reference[], type: GraphQLObjectType): Reference | null =>
  references.find((reference) => reference.type === type.name) ?? null;

describe.each(entityTypes)('%s', (_, name, type, references) => {
  const selection = selectionOf(type, 3);
  const reference = referenceFor(references, type);
  const owned = Boolean(reference?.read);

  if (!reference) {
    test('has no field beside the key, and is not answered by it', async () => {
      expect(Object.keys(type.getFields())).toEqual(['id']);
      const result = await ask(name, '__typename', keysOf(type.name), administrator(theirs));
      expect(result.data?._entities.filter(Boolean)).toEqual([]);
      expect(result.errors?.length).toBe(theirIds.length);
    });
    return;
  }

  test.each([
    ['the program, working for another organisation', () => systemIdentity(ours.id)],
    ['the administrator of another organisation', () => administrator(ours)],
  ])(`gives ${owned ? 'nothing' : 'the bare key back'} to %s`, async (__, identity) => {
    const found = await entities(name, type.name, selection, identity());
    if (owned) expect(found.filter(Boolean)).toEqual([]);
    const leaked = traces(new Set(theirIds), theirs.marker);
    const beside = found.map((entity, n) => JSON.stringify(entity).replaceAll(`"${theirIds[n]}"`, ''));
    expect(beside.flatMap(leaked)).toEqual([]);
  });

  test('gives nothing at all to nobody', async () => {
    const result = await ask(name, `... on ${type.name} { id }`, keysOf(type.name), ANONYMOUS);
    expect(result.data?._entities.filter(Boolean) ?? []).toEqual([]);
  });

  test('gives the organisation itself what is its own', async () => {
    const found = await entities(name, type.name, selection, administrator(theirs));
    expect(JSON.stringify(found.filter(Boolean))).toMatch(theirs.marker);
  });
});

test.each(APPS.map(({ name }) => name))(
  '%s: a type without a key cannot be asked for by one',
  async (name) => {
    const { schema } = subgraphs.of(name);
    const union = schema.getType('_Entity');
    const keyed = isUnionType(union) ? union.getTypes().map((type) => type.name) : [];
    const bare = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && 'id' in type.getFields() && !keyed.includes(type.name),
    );
    for (const type of isUnionType(union) ? bare : []) {
      const result = await ask(name, '__typename', keysOf(type.name).slice(0, 1), administrator(theirs));
      expect([type.name, result.data?._entities.filter(Boolean) ?? []]).toEqual([type.name, []]);
      expect(result.errors?.length).toBeGreaterThan(0);
    }
  },
);
