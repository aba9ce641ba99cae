import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Both, Outcome } from './both-executors.fixtures';
import { hasSpecifiedKeys, sortedText } from './specified-keys.fixtures';

export interface Compared {
  schema: GraphQLSchema;
  document: DocumentNode;
  variables: Record<string, unknown>;
  both: Both;
  /** Whether `__typename` is always right: else nobody can say which fields an object should have. */
  typesAreTrue: boolean;
}

/** Where the two may differ, because Apollo's is wrong: each is shown by itself in `apollo-differences.test.ts`. */
export type Excuse = 'key order' | 'lost fields' | 'place of an entity';

export interface Verdict {
  /** What differs without an excuse. */
  problems: readonly string[];
  excuses: readonly Excuse[];
}

export function compare(compared: Compared): Verdict {
  const { apollo, ours } = compared.both;
  const problems: string[] = [];
  const excuses: Excuse[] = [];
  const judge = (what: string, excused: Excuse | boolean): void => {
    if (excused === false) problems.push(what);
    else if (excused !== true) excuses.push(excused);
  };
  if (failedAsAWhole(ours) || failedAsAWhole(apollo)) return { problems: ['failed as a whole'], excuses };
  judge('what was asked', requests(apollo) === requests(ours));
  judge('errors', errorsAgree(apollo, ours));
  judge('data', dataAgrees(compared));
  return { problems, excuses };
}

/**
 * What is wrong with our answer by itself. For subgraphs that send lists for objects and the like: Apollo's executor
 * fails as a whole at some of that, and takes a list for an object without fields at other.
 */
export function faults({ schema, document, variables, both: { ours } }: Compared): string[] {
  if (failedAsAWhole(ours)) return ['ours failed as a whole'];
  return hasSpecifiedKeys(schema, document, variables, ours.result!.data ?? null) ? [] : ['data'];
}

const failedAsAWhole = ({ result }: Outcome): boolean => !result || !('data' in result);

function requests({ asked }: Outcome): string {
  const texts = asked.map((request) => JSON.stringify(request));
  // Fetches side by side may go out in any order; what a mutation changes, in the order of the operation.
  const changes = texts.filter((_, index) => asked[index]!.query.startsWith('mutation'));
  return JSON.stringify([texts.sort(), changes]);
}

type Told = [message: string, path: string, code: unknown];

function errorsAgree(apollo: Outcome, ours: Outcome): Excuse | boolean {
  const [theirs, own] = [told(apollo), told(ours)];
  const text = (errors: Told[]): string =>
    JSON.stringify(errors.map((error) => JSON.stringify(error)).sort());
  if (text(theirs) === text(own)) return true;
  const withoutPlace = (errors: Told[]): Told[] =>
    errors.map(([message, path, code]) => [message, path.replace(/\b\d+\b/g, '@'), code]);
  return text(withoutPlace(theirs)) === text(withoutPlace(own)) && 'place of an entity';
}

function told({ result }: Outcome): Told[] {
  return (result!.errors ?? []).map((error) => [
    error.message,
    JSON.stringify(error.path ?? null),
    codeOf(error),
  ]);
}

/** What goes wrong within a fetch itself is a plain error in Apollo's answer, an error of the subgraph's in ours. */
const codeOf = (error: GraphQLError): unknown =>
  error instanceof GraphQLError ? error.extensions.code : 'DOWNSTREAM_SERVICE_ERROR';

function dataAgrees({ schema, document, variables, both, typesAreTrue }: Compared): Excuse | boolean {
  const theirs = both.apollo.result!.data;
  const own = both.ours.result!.data;
  if (JSON.stringify(theirs) === JSON.stringify(own)) return true;
  if (typesAreTrue && !hasSpecifiedKeys(schema, document, variables, own ?? null)) return false;
  if (sortedText(theirs) === sortedText(own)) return 'key order';
  return isWithin(theirs, own) && 'lost fields';
}

/** Whether the answer is the other one without some of its fields. */
function isWithin(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part) && Array.isArray(whole))
    return part.length === whole.length && part.every((item, index) => isWithin(item, whole[index]));
  if (typeof part !== 'object' || typeof whole !== 'object' || part === null || whole === null)
    return part === whole;
  const holder = whole as Record<string, unknown>;
  return Object.entries(part).every(([name, value]) => name in holder && isWithin(value, holder[name]));
}
