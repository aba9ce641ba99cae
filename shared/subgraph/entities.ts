import { type GraphQLSchema, isUnionType } from 'graphql';
import { type AccessTable, demand } from '../access/guard';
import { badField } from '../errors';
import { isId } from '../ids';
import type { Reference } from './app';
import type { Context } from './context';

/** What one key is answered with: an error stands for its own key, and leaves the others what they are. */
type Answer = object | null;

/** The keys of one type in a request, and where their answers belong. */
interface Asked {
  reference: Reference;
  ids: string[];
  indexes: number[];
}

/**
 * Puts the resolver of `_entities` on the final schema: the records of each type are read together. @apollo/subgraph's
 * own asks for each key by itself, and lets one unknown type spoil the whole batch.
 */
export function installEntities(
  schema: GraphQLSchema,
  references: readonly Reference[],
  access: AccessTable,
): void {
  const field = schema.getQueryType()?.getFields()._entities;
  const union = schema.getType('_Entity');
  if (!field || !isUnionType(union)) return;
  const byType = new Map(references.map((reference) => [reference.type, reference]));
  // graphql-js' default takes the type's name off the record, where it is put below.
  union.resolveType = undefined;

  field.resolve = async (
    _root: unknown,
    given: { representations: unknown[] },
    context: Context,
  ): Promise<Answer[]> => {
    const answers = new Array<Answer>(given.representations.length).fill(null);
    const asked = new Map<string, Asked>();
    given.representations.forEach((key, index) => {
      const { __typename: type, id } = (key ?? {}) as { __typename?: unknown; id?: unknown };
      const reference = byType.get(type as string);
      if (!reference) answers[index] = unknownType(type, index);
      else if (isId(id)) ask(asked, reference, id, index);
    });
    await Promise.all([...asked.values()].map((keys) => answer(keys, answers, context, access)));
    return answers;
  };
}

function ask(asked: Map<string, Asked>, reference: Reference, id: string, index: number): void {
  let keys = asked.get(reference.type);
  if (!keys) {
    keys = { reference, ids: [], indexes: [] };
    asked.set(reference.type, keys);
  }
  keys.ids.push(id);
  keys.indexes.push(index);
}

async function answer(
  { reference, ids, indexes }: Asked,
  answers: Answer[],
  context: Context,
  access: AccessTable,
): Promise<void> {
  const { type, read } = reference;
  const put = (answerFor: (id: string) => Answer) => {
    ids.forEach((id, position) => {
      answers[indexes[position]!] = answerFor(id);
    });
  };
  try {
    const needed = access.get(type);
    if (needed) demand(needed, context.identity);
    if (!context.identity.organisationId) return;
    if (!read) return put((id) => ({ __typename: type, id }));
    const found = await context.answerWith(read, [...new Set(ids)]);
    put((id) => named(found.get(id) ?? null, type));
  } catch (refusal) {
    put(() => refusal as Error);
  }
}

/** Rows know their type by their entity's name; where the graph calls it otherwise, it is written on them. */
function named(record: object | null, type: string): object | null {
  if (record === null || (record as { __typename?: unknown }).__typename === type) return record;
  return Object.defineProperty(record, '__typename', { value: type, configurable: true });
}

function unknownType(type: unknown, index: number): Error {
  const name = typeof type === 'string' ? `"${type}"` : 'A key without __typename';
  return badField(
    `representations.${index}.__typename`,
    'UNKNOWN_TYPE',
    `${name} is not a type that this subgraph knows by its key.`,
  );
}
