import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { runState } from './run-state';

/**
 * Records which coordinates of the schema were answered with a value that a test asserted something about. An
 * answer is handed to the test as a proxy. A value counts when a matcher of `expect` reads it, or when it was
 * read just before and is what `expect(…)` was given. A field that is only selected, or answers null, does not.
 */
const asserted = new Set<string>();
const MOST_RECENT = 200;
let recent: { value: unknown; chain: readonly string[] }[] = [];
let inMatcher = 0;

export function duringMatcher<T>(run: () => T): T {
  inMatcher += 1;
  try {
    return run();
  } finally {
    inMatcher -= 1;
  }
}

/** What `expect` was given: a value that was just read from an answer, or a list of such. */
export function expected(actual: unknown): void {
  for (const value of Array.isArray(actual) ? actual : [actual]) {
    if (typeof value === 'object' && value !== null) continue;
    const read = recent.findLast((entry) => Object.is(entry.value, value));
    if (read) for (const coordinate of read.chain) asserted.add(coordinate);
  }
}

export function flushAsserted(folder: string): void {
  if (asserted.size === 0) return;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}-${Date.now()}-${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(file, JSON.stringify([...asserted].sort()));
  asserted.clear();
  recent = [];
}

/** The answer's data, watched; in the shape whose run `npm run answered` is asked after. */
export function watchAnswer(query: string, data: unknown): unknown {
  if (data === null || runState().shape === 'eight') return data;
  const document = parse(query);
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  const root = operation && apiSchema().getRootType(operation.operation);
  if (!operation || !root) return data;
  return watch(data, { type: root, sets: [operation.selectionSet], document, chain: [] });
}

interface Place {
  /** Null for a scalar, or a list of scalars. */
  type: GraphQLCompositeType | null;
  sets: readonly SelectionSetNode[];
  document: DocumentNode;
  chain: readonly string[];
}

function watch(value: unknown, place: Place): unknown {
  if (Array.isArray(value))
    return new Proxy(
      value.map((item) => watch(item, place)),
      { get: arrayGet(place.chain) },
    );
  if (typeof value !== 'object' || value === null) return value;
  const children = new Map<string, unknown>();
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof key !== 'string' || found === null || found === undefined) return found;
      const child = childPlace(key, place, (target as { __typename?: string }).__typename);
      if (!child) return found;
      if (!children.has(key)) children.set(key, watch(found, child));
      if (typeof found !== 'object') noteRead(found, child.chain);
      return children.get(key);
    },
  });
}

const arrayGet = (chain: readonly string[]) => (target: unknown[], key: string | symbol) => {
  if (inMatcher && target.length > 0) for (const coordinate of chain) asserted.add(coordinate);
  return Reflect.get(target, key) as unknown;
};

function noteRead(value: unknown, chain: readonly string[]): void {
  if (inMatcher) for (const coordinate of chain) asserted.add(coordinate);
  recent.push({ value, chain });
  if (recent.length > MOST_RECENT) recent.shift();
}

function childPlace(
  key: string,
  { type, sets, document, chain }: Place,
  typename: string | undefined,
): Place | null {
  const schema = apiSchema();
  const concrete = typename ? (schema.getType(typename) ?? type) : type;
  const selected = sets.flatMap((set) => fieldsCalled(key, set, document));
  const name = selected[0]?.name.value;
  if (!name || !isObjectType(concrete)) return null;
  const field = concrete.getFields()[name];
  if (!field) return null;
  const longer = [...chain, `${concrete.name}.${name}`];
  const named = getNamedType(field.type);
  const inner = selected.flatMap((node) => node.selectionSet ?? []);
  return { type: isCompositeType(named) ? named : null, sets: inner, document, chain: longer };
}

function fieldsCalled(key: string, set: SelectionSetNode, document: DocumentNode): FieldNode[] {
  return set.selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD)
      return (selection.alias ?? selection.name).value === key ? [selection] : [];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsCalled(key, selection.selectionSet, document);
    const fragment = document.definitions.find(
      (d): d is FragmentDefinitionNode =>
        d.kind === Kind.FRAGMENT_DEFINITION && d.name.value === selection.name.value,
    );
    return fragment ? fieldsCalled(key, fragment.selectionSet, document) : [];
  });
}

type FieldNode = Extract<SelectionSetNode['selections'][number], { kind: Kind.FIELD }>;

let schema: GraphQLSchema | null = null;
function apiSchema(): GraphQLSchema {
  schema ??= buildSchema(readFileSync(runState().apiFile, 'utf8'), {
    assumeValidSDL: true,
    noLocation: true,
  });
  return schema;
}
