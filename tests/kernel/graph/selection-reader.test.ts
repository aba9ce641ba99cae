import { buildSchema, execute, type GraphQLResolveInfo, parse } from 'graphql';
import { SelectionReader } from '../../../shared/subgraph/selected-columns';

/** Where a field may answer with several types, each type that it may be needs what is selected of it. */
const schema = buildSchema(`
  interface Named { id: ID! name: String }
  type Person implements Named { id: ID! name: String age: Int car: Car }
  type Car implements Named { id: ID! name: String plate: String owner: Person }
  union Found = Person | Car
  type Page { nodes: [Named!]! total: Int }
  type Query { named: Named found: Found page: Page person: Person }
`);
const needs = new Map([
  ['Person.id', ['id']],
  ['Person.name', ['firstName', 'lastName']],
  ['Person.age', ['bornOn']],
  ['Car.id', ['id']],
  ['Car.name', ['make', 'model']],
  ['Car.plate', ['plate']],
]);

/** What is selected below the first root field of the query. */
function selected(query: string) {
  const reader = new SelectionReader(needs);
  const infos: GraphQLResolveInfo[] = [];
  for (const field of Object.values(schema.getQueryType()!.getFields()))
    field.resolve = (_source, _args, _context, info) => {
      infos.push(info);
      return null;
    };
  execute({ schema, document: parse(query) });
  const found = reader.below(infos[0]!);
  expect(reader.below(infos[0]!)).toBe(found);
  const of = (type: string) => {
    const columns = found.of(type);
    return columns && [...columns].sort();
  };
  return { Person: of('Person'), Car: of('Car') };
}

test.each<[string, string, string[] | null, string[] | null]>([
  ['a field of an interface', '{ named { name } }', ['firstName', 'lastName'], ['make', 'model']],
  ['a fragment on one of its types', '{ named { id ... on Car { plate } } }', ['id'], ['id', 'plate']],
  [
    'a fragment on the interface, inside a union',
    '{ found { ... on Named { id } ... on Person { age } } }',
    ['bornOn', 'id'],
    ['id'],
  ],
  [
    'an interface on a page',
    '{ page { total nodes { ...N } } } fragment N on Named { name }',
    ['firstName', 'lastName'],
    ['make', 'model'],
  ],
  ['the name of the type alone', '{ found { __typename } }', [], []],
  [
    'types that are reached twice, one of them by a field that does not say',
    '{ person { age car { plate owner { id } } } }',
    null,
    null,
  ],
  ['a field that does not say what it needs', '{ named { id ... on Person { car { id } } } }', null, ['id']],
  ['such a field in front of others', '{ person { car { plate } age name } }', null, ['plate']],
  ['a type that is not selected at all', '{ named { ... on Car { id } } }', null, ['id']],
])('%s', (_, query, person, car) => {
  expect(selected(query)).toEqual({ Person: person, Car: car });
});
