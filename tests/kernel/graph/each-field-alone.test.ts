import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { APPS } from '../../../program/apps';
import { ANONYMOUS, type Identity } from '../../../shared/access/identity';
import { SUBGRAPHS, type SubgraphName } from '../../../shared/environment';
import { newId } from '../../../shared/ids';
import { buildSchema } from '../../../shared/subgraph/schema';
import { useGraph } from '../../harness/graph';
import { FACTS } from '../../harness/subgraphs';
import { selectionOf } from '../../security/generated-operations.fixtures';
import { Stored } from '../../security/stored.fixtures';
import { openSubgraphsOn, type SubgraphsOn } from '../../security/subgraphs-on.fixtures';
import { type FilledShop, openFilledShop } from '../../security/two-shops.fixtures';

/**
 * Each field of each record that is read with selected columns, asked for with nothing beside it: a field resolver
 * that needs a column which its `@Reads` does not name fails here. Asked for many records at once, none of them takes
 * more than a few statements.
 */
const graph = useGraph();
const stored = new Stored(graph);
let shop: FilledShop;
let ids: string[];
let subgraphs: SubgraphsOn;
let statements = 0;
/** Whatever hangs on a field, two levels deep: what takes more takes one for each record. */
const MOST_STATEMENTS = 10;
/** Keys of records of other types, which must find nothing. */
const STRANGERS = 50;

beforeAll(async () => {
  shop = await openFilledShop(graph, stored);
  ids = [...(await stored.ids(shop.id))];
  subgraphs = await openSubgraphsOn(graph.databaseUrl);
  for (const name of SUBGRAPHS)
    subgraphs.of(name).database.onStatement = () => {
      statements += 1;
    };
});
afterAll(() => subgraphs?.close());

type Field = GraphQLField<unknown, unknown>;
type Row = Record<string, unknown>;

const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields());
const needsNothing = ({ args }: Field): boolean => !args.some(isRequiredArgument);

/** A field with nothing beside it; of what hangs on it, each field with nothing beside it in turn. */
function alone(field: Field, depth: number): string[] {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return [field.name];
  if (depth === 0) return [`${field.name} { __typename }`];
  const inside = fieldsOf(type).filter(needsNothing);
  return inside
    .flatMap((each) => alone(each, depth - 1))
    .map((selection) => `${field.name} { ${selection} }`);
}

interface Place {
  subgraph: SubgraphName;
  type: GraphQLObjectType;
  /** The query for a selection of a record, and where its records stand in the answer. */
  query(selection: string): string;
  rows(data: Row): (Row | null)[];
}

const schemas = APPS.map((app) => ({ app, schema: buildSchema(app).schema }));

/** Types that a subgraph answers by their key, with what it adds to others' types. */
const references: Place[] = schemas.flatMap(({ app, schema }) => {
  const union = schema.getType('_Entity');
  const types = isUnionType(union) ? union.getTypes() : [];
  return types
    .filter((type) => app.references.some((each) => each.type === type.name))
    .map((type) => ({
      subgraph: app.name,
      type,
      query: (selection) =>
        `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type.name} { ${selection} } } }`,
      rows: (data) => data._entities as (Row | null)[],
    }));
});

/** Pages of a root list, with the type of their records. */
const lists: Place[] = schemas.flatMap(({ app, schema }) =>
  fieldsOf(schema.getQueryType()!).flatMap((list) => {
    const page = getNamedType(list.type);
    if (!isObjectType(page) || !('nodes' in page.getFields()) || !needsNothing(list)) return [];
    return {
      subgraph: app.name,
      type: getNamedType(page.getFields().nodes!.type) as GraphQLObjectType,
      query: (selection) => `{ list: ${list.name}(first: 100) { nodes { ${selection} } } }`,
      rows: (data) => (data.list as { nodes: Row[] }).nodes,
    };
  }),
);

const administrator = (): Identity => ({
  ...ANONYMOUS,
  kind: 'USER',
  organisationId: shop.id,
  actorId: shop.admin.id,
  sessionId: newId(),
  permissions: { '*': 'all' },
  serviceCentreIds: null,
});

const found = new Map<string, Promise<string[]>>();

/** The records of a type as the subgraph that keeps it knows them, and some ids of other types. */
function idsOf(type: GraphQLObjectType): Promise<string[]> {
  const known = found.get(type.name) ?? findIds(type);
  found.set(type.name, known);
  return known;
}

async function findIds({ name }: GraphQLObjectType): Promise<string[]> {
  const keeper = references.find(
    ({ subgraph, type }) =>
      type.name === name &&
      schemas.some(
        ({ app }) => app.name === subgraph && app.references.some((each) => each.type === name && each.read),
      ),
  );
  if (!keeper) return ids;
  const rows = await askWith(keeper, 'id', ids);
  const strangers = ids.filter((_, at) => rows[at] === null).slice(0, STRANGERS);
  return [...ids.filter((_, at) => rows[at] !== null), ...strangers];
}

const ask = async (place: Place, selection: string): Promise<(Row | null)[]> =>
  askWith(place, selection, await idsOf(place.type));

async function askWith(
  { subgraph, type, query, rows }: Place,
  selection: string,
  wanted: readonly string[],
): Promise<(Row | null)[]> {
  const keys = wanted.map((id) => ({ __typename: type.name, id }));
  const text = query(selection);
  const variables = text.includes('$keys') ? { keys } : {};
  statements = 0;
  const result = await subgraphs.of(subgraph).execute({ query: text, variables }, administrator(), FACTS);
  const codes = (result.errors ?? []).map(({ extensions, path }) => [extensions.code, path]);
  expect([selection, codes]).toEqual([selection, []]);
  return rows(JSON.parse(JSON.stringify(result.data)) as Row);
}

/** Links to files are new each time, and what is behind each is looked at for itself. */
const isLink = (selection: string): boolean => /url\W*$/i.test(selection);
const isSteady = (field: Field): boolean => !isLink(field.name);

describe.each([
  ['by its key', references],
  ['in its list', lists],
])('a record %s', (_, places) => {
  const cases = places.flatMap((place) =>
    fieldsOf(place.type)
      .filter(needsNothing)
      .map((field) => [place.subgraph, `${place.type.name}.${field.name}`, place, field] as const),
  );

  test.each(cases)('%s: %s', async (_subgraph, _name, place, field) => {
    const selections = alone(field, 2);
    expect(selections).not.toEqual([]);
    for (const selection of selections) {
      const rows = await ask(place, selection);
      expect(rows.some((row) => row !== null)).toBe(true);
      if (!isLink(selection))
        expect(statements > MOST_STATEMENTS ? [selection, statements] : null).toBeNull();
    }
  });

  test.each(places.map((place) => [place.subgraph, place.type.name, place] as const))(
    '%s: each field of %s has the value that it has among all the others',
    async (_subgraph, _name, place) => {
      const whole = await ask(place, selectionOf(place.type, 1).slice(1, -1));
      for (const field of fieldsOf(place.type).filter((each) => needsNothing(each) && isSteady(each))) {
        if (isObjectType(getNamedType(field.type))) continue;
        const rows = await ask(place, field.name);
        expect(rows).toEqual(whole.map((row) => row && { [field.name]: row[field.name] }));
      }
    },
  );
});

test('types with keys and lists without required arguments are found in the schemas', () => {
  const named = (places: Place[]) => places.map(({ subgraph, type }) => `${subgraph}: ${type.name}`);
  expect(named(references)).toEqual(expect.arrayContaining(['customer: User', 'vehicle: Customer']));
  expect(named(lists)).toEqual(expect.arrayContaining(['vehicle: Vehicle', 'reporting: AuditLog']));
});
