import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  validate,
} from 'graphql';
import type { SubgraphAnswer } from '../../../gateway/execution';
import type { SubgraphRequest } from '../../../shared/subgraph/peers';
import { spoil } from './broken-answers.fixtures';
import { happens, hashOf } from './random.fixtures';
import { type Keys, readKeys } from './subgraph-keys.fixtures';
import type { Mood, Source, World } from './world.fixtures';

type Told = Record<string, unknown>;

/** A subgraph in this process, which answers over the world's data. What it is asked, it answers always alike. */
export class Subgraph {
  private readonly schema: GraphQLSchema;
  private readonly keys: Keys;
  private readonly documents = new Map<string, DocumentNode | GraphQLError>();
  private readonly answered = new Map<string, string>();
  private readonly operationTypes = new Map<string, string>();

  constructor(
    readonly name: string,
    private readonly world: World,
    sdl: string,
    /** `Type.field` of all fields that are in a key anywhere. */
    private readonly keyFields: ReadonlySet<string>,
  ) {
    const typeDefs = parse(sdl);
    this.keys = readKeys(typeDefs);
    this.schema = buildSubgraphSchema({ typeDefs, resolvers: this.references() });
    for (const [type, name] of [
      [this.schema.getQueryType(), 'Query'],
      [this.schema.getMutationType(), 'Mutation'],
    ] as const)
      if (type) this.operationTypes.set(type.name, name);
  }

  async answer(request: SubgraphRequest, mood: Mood): Promise<SubgraphAnswer> {
    const key = JSON.stringify([mood, request.query, request.operationName, request.variables]);
    let text = this.answered.get(key);
    if (text === undefined) {
      text = JSON.stringify(await this.work(request, mood, key));
      this.answered.set(key, text);
    }
    return JSON.parse(text) as SubgraphAnswer;
  }

  forget(): void {
    this.answered.clear();
  }

  private async work(request: SubgraphRequest, mood: Mood, key: string): Promise<unknown> {
    if (happens(mood.unavailable, mood.seed, this.name, key))
      return {
        errors: [{ message: `${this.name} cannot answer.`, extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
      };
    const document = this.document(request.query);
    if (document instanceof GraphQLError) return { errors: [document] };
    const answer = await execute({
      schema: this.schema,
      document,
      operationName: request.operationName ?? null,
      variableValues: request.variables ?? {},
      contextValue: mood,
      rootValue: null,
      fieldResolver: this.resolve,
    });
    return spoil(JSON.parse(JSON.stringify(answer)), mood, key, this.schema);
  }

  /** Plans can ask what is not valid, when one response name means two things: then the error is the answer. */
  private document(query: string): DocumentNode | GraphQLError {
    let document = this.documents.get(query);
    if (!document) {
      const parsed = parse(query, { noLocation: true });
      document = validate(this.schema, parsed)[0] ?? parsed;
      this.documents.set(query, document);
    }
    return document;
  }

  private readonly resolve: GraphQLFieldResolver<Source | null, Mood> = (source, args, mood, info) => {
    const parent = info.parentType.name;
    const object = source ?? { __typename: this.operationTypes.get(parent) ?? parent, number: 0 };
    const coordinate = `${parent}.${info.fieldName}`;
    if (this.keyFields.has(coordinate)) return this.world.keyValue(info.returnType, info.fieldName, object);
    const needed = this.keys.requiring.has(coordinate) ? JSON.stringify(object.told ?? null) : '';
    const type = this.operationTypes.get(parent) ?? this.world.concreteName(object);
    const key = `${type}:${object.number}.${info.fieldName}(${JSON.stringify(args)})${needed}`;
    const error = this.world.fails(mood, key);
    if (error) throw error;
    return this.world.value(this.schema, info.returnType, mood, key);
  };

  private references() {
    const resolvers: Record<string, Record<string, unknown>> = {};
    for (const [type, keys] of this.keys.of)
      if (keys.length)
        resolvers[type] = {
          __resolveReference: (told: Told, mood: Mood) => this.entity(type, keys, told, mood),
        };
    return resolvers as { [type: string]: { __resolveReference(told: Told, mood: Mood): Source | null } };
  }

  private entity(type: string, keys: readonly SelectionSetNode[], told: Told, mood: Mood): Source | null {
    const number = keys.map((key) => numberIn(told, key)).find((found) => found !== null);
    if (number === undefined || number === null)
      throw new Error(`${type} was asked for without a key: ${JSON.stringify(told)}`);
    const key = `${type}:${number} in ${this.name}`;
    if (happens(mood.lostEntities, mood.seed, 'lost', key)) return null;
    const error = this.world.fails(mood, key);
    if (error) throw error;
    const abstract = isInterfaceType(this.schema.getType(type));
    const concrete = abstract ? this.world.typeOfNumber(number) : type;
    const known = isObjectType(this.schema.getType(concrete));
    return known ? { __typename: concrete, number, told } : null;
  }
}

/** The number that the key's first value carries; null when the key is not all there. */
function numberIn(told: Told, key: SelectionSetNode): number | null {
  let number: number | null = null;
  for (const selection of key.selections) {
    if (selection.kind !== Kind.FIELD) continue;
    const value = told[selection.name.value];
    if (value === undefined || value === null) return null;
    const found = selection.selectionSet ? numberIn(value as Told, selection.selectionSet) : numberOf(value);
    if (found === null) return null;
    number ??= found;
  }
  return number;
}

function numberOf(value: unknown): number {
  const digits = /\d+$/.exec(String(value));
  return digits ? Number(digits[0]) % 320 : hashOf(JSON.stringify(value)) % 320;
}
