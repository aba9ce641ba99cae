import {
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { happens, hashOf } from './random.fixtures';

/** How the data is: the seed, and how likely what goes wrong is. */
export interface Mood {
  seed: number;
  nulls: number;
  /** Nulls where none may be: the subgraph answers with an error, and a null further out. */
  forbiddenNulls: number;
  throwing: number;
  lostEntities: number;
  /** Answers of a subgraph that cannot answer at all. */
  unavailable: number;
  /** Values in an answer that are not what the schema says. */
  invalid: number;
  /** Lists and objects in an answer that are something else altogether. */
  misshapen: number;
}

/** An object of a subgraph's data: a type and a number, from which everything in it follows. */
export interface Source {
  __typename: string;
  number: number;
  /** What the gateway told of it. */
  told?: Record<string, unknown>;
}

const CODES = [undefined, undefined, 'FORBIDDEN', 'INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR'];
const WORDS = ['', 'oil', 'brake pad', 'ß “quoted” \n', '0'];
const NUMBERS = [0, 1, -7, 42, 2147483647];
const CUSTOM = [{ a: 1, b: [1, null, { c: '' }] }, [], [{ x: [] }], 'text', 0, false, 12.5, {}];
const MOST_TYPES = 64;

/** The data of all subgraphs of a graph: pure functions of type, number, field, arguments and seed. */
export class World {
  private readonly objectTypes: readonly string[];

  constructor(private readonly supergraph: GraphQLSchema) {
    const objects = Object.values(supergraph.getTypeMap()).filter(isObjectType);
    this.objectTypes = objects.map((type) => type.name).sort();
  }

  /** The type's name in the whole graph: a subgraph may know an interface as an object. */
  concreteName(source: Source): string {
    return isInterfaceType(this.supergraph.getType(source.__typename))
      ? this.objectTypes[source.number % MOST_TYPES]!
      : source.__typename;
  }

  value(schema: GraphQLSchema, type: GraphQLOutputType, mood: Mood, key: string): unknown {
    if (isNonNullType(type)) {
      if (happens(mood.forbiddenNulls, mood.seed, 'forbidden', key)) return null;
      return this.present(schema, type.ofType, mood, key);
    }
    if (happens(mood.nulls, mood.seed, 'null', key)) return null;
    return this.present(schema, type, mood, key);
  }

  fails({ seed, throwing }: Mood, key: string): GraphQLError | null {
    if (!happens(throwing, seed, 'throws', key)) return null;
    const code = CODES[hashOf(seed, 'code', key) % CODES.length];
    return new GraphQLError(`It went wrong at ${hashOf(key)}.`, { extensions: code ? { code } : {} });
  }

  keyValue(type: GraphQLOutputType, field: string, { number }: Source): unknown {
    const named = getNamedType(type);
    if (named.name === 'Int') return number;
    return isLeafType(named) ? `${field}_${number}` : { __typename: named.name, number };
  }

  /** An object's number says its type in the whole graph too. */
  typeOfNumber = (number: number): string => this.objectTypes[number % MOST_TYPES] ?? this.objectTypes[0]!;

  private present(schema: GraphQLSchema, type: GraphQLOutputType, mood: Mood, key: string): unknown {
    if (isNonNullType(type)) throw new Error('Non-null is not wrapped in itself.');
    if (isListType(type))
      return Array.from({ length: hashOf(mood.seed, 'length', key) % 4 }, (_, index) =>
        this.value(schema, type.ofType, mood, `${key}/${index}`),
      );
    const choice = hashOf(mood.seed, 'value', key);
    if (isEnumType(type)) return type.getValues()[choice % type.getValues().length]!.value;
    if (isLeafType(type)) return leaf(type.name, choice);
    const concrete = this.candidates(schema, type.name);
    const chosen = concrete[choice % concrete.length]!;
    const number = (choice % 5) * MOST_TYPES + this.objectTypes.indexOf(chosen);
    return { __typename: isAbstractType(type) ? chosen : type.name, number } satisfies Source;
  }

  private candidates(schema: GraphQLSchema, name: string): string[] {
    const names = (of: GraphQLSchema): string[] | null => {
      const type = of.getType(name);
      return isAbstractType(type) ? of.getPossibleTypes(type).map((t: GraphQLObjectType) => t.name) : null;
    };
    const here = names(schema);
    const everywhere = names(this.supergraph) ?? [name];
    return here ?? everywhere;
  }
}

function leaf(type: string, choice: number): unknown {
  switch (type) {
    case 'Int':
      return NUMBERS[choice % NUMBERS.length];
    case 'Float':
      return NUMBERS[choice % NUMBERS.length]! / 4;
    case 'Boolean':
      return choice % 2 === 0;
    case 'ID':
      return `id_${choice % 9}`;
    case 'String':
      return WORDS[choice % WORDS.length];
    default:
      return CUSTOM[choice % CUSTOM.length];
  }
}
