import {
  buildSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type ValueNode,
} from 'graphql';
import { type Mood, pathOf, type World } from './world.fixtures';

/** Every object has all of them, so that any selection fits any type. */
const FIELDS = `
  int: Int intN: Int! float: Float text: String textN: String! yes: Boolean id: ID! colour: Colour colourN: Colour!
  even: Even evenN: Even! texts: [String] textsN: [String!]! grid: [[Int!]]! gridN: [[Int]!] evens: [Even!]
  person: Person personN: Person! people: [Person!]! crowd: [[Person]!] robots: [Robot]
  node: Node nodeN: Node! nodes: [Node!] named: Named thing: Thing things: [Thing!] checked: Checked checks: [Checked]
  told: Told ghost: Ghost
  called(text: String): String
  echo(text: String = "x", filter: Filter = {limit: 7}, colours: [Colour!], count: Int! = 1, ids: [ID]): String
  echoN(text: String, filter: Filter, count: Int!): String!`;

const SDL = `
  scalar Even
  enum Colour { RED GREEN BLUE }
  input Filter { text: String = "all", limit: Int! = 3, colour: Colour = GREEN, and: [Filter!], not: Filter,
    even: Even, ids: [ID!] = ["a", "b"] }
  interface Node { ${FIELDS} }
  interface Named { ${FIELDS} }
  type Person implements Node & Named { ${FIELDS} }
  type Robot implements Node { ${FIELDS} }
  type Ghost { ${FIELDS} }
  type Demon implements Named { ${FIELDS} }
  "By __typename"
  union Thing = Person | Robot
  "By isTypeOf"
  union Checked = Ghost | Demon
  "By a function"
  union Told = Robot | Ghost | Demon
  type Query { ${FIELDS} }
  type Mutation { ${FIELDS} }`;

/** Only these have no resolver, and are properties of their object. */
const PROPERTIES = new Set([
  ...['int', 'float', 'text', 'textN', 'yes', 'id', 'colour', 'evenN', 'texts', 'grid', 'evens'],
  ...['person', 'people', 'node', 'things', 'checked', 'called'],
]);

export function randomWorldSchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  Object.assign(schema.getType('Even')!, {
    serialize: serialiseEven,
    parseValue: asEven,
    parseLiteral: readEven,
  });
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !type.name.startsWith('__')) addResolvers(type);
  Object.assign(schema.getType('Ghost')!, {
    isTypeOf: (value: Mood, world: World) => world.isOfType(value, 'Ghost'),
  });
  Object.assign(schema.getType('Demon')!, {
    isTypeOf: (value: Mood, world: World) => world.isOfType(value, 'Demon'),
  });
  Object.assign(schema.getType('Told')!, {
    resolveType: (value: Mood, world: World) => world.typeNameOf(value),
  });
  return schema;
}

function addResolvers(type: GraphQLObjectType): void {
  const isRoot = type.name === 'Query' || type.name === 'Mutation';
  for (const [name, field] of Object.entries(type.getFields())) {
    if (name.startsWith('echo'))
      field.resolve = (_source, args, _world: World, info) =>
        JSON.stringify([
          args,
          info.fieldName,
          info.parentType.name,
          pathOf(info.path),
          info.variableValues.n,
        ]);
    else if (isRoot || !PROPERTIES.has(name))
      field.resolve = (_source, _args, world: World, info) =>
        world.outcome(info.returnType, pathOf(info.path));
  }
}

/** Throws on odd numbers, both ways, and serialises 0 to nothing. */
const serialiseEven = (value: unknown) => (value === 0 ? null : asEven(value));
const readEven = (node: ValueNode) => asEven(node.kind === Kind.INT ? Number(node.value) : null);

function asEven(value: unknown): unknown {
  if (typeof value !== 'number' || value % 2) throw new TypeError(`${String(value)} is not even`);
  return value;
}
