import type { SubgraphAnswer } from '../../../gateway/execution';
import type { Both, LoadedPair } from './both-executors.fixtures';
import { LINK, type SubgraphSchemas } from './graphs.fixtures';

export const things: SubgraphSchemas = {
  a: `${LINK}
    type Query { all: [Thing] grid: Grid counted: [Counted] shelf: Shelf }
    union Thing = A | B | Shelf
    type A @key(fields: "id") { id: ID }
    type B @key(fields: "id") { id: ID }
    scalar Blob
    type Shelf { label: String blob: Blob }
    type Grid @key(fields: "id") { id: ID cells: [[Cell]] @shareable names: [String] }
    type Cell { x: Int @shareable left: Int }
    interface Counted { id: ID }
    type C implements Counted @key(fields: "id") { id: ID count: Int! @shareable }
    type D implements Counted @key(fields: "id") { id: ID count: Int @shareable }`,
  b: `${LINK}
    type A @key(fields: "id") { id: ID note: String next: A }
    type Grid @key(fields: "id") { id: ID cells: [[Cell]] @shareable }
    type Cell { x: Int @shareable right: Int }
    interface Counted { id: ID count: Int }
    type C implements Counted @key(fields: "id") { id: ID count: Int! @shareable }
    type D implements Counted @key(fields: "id") { id: ID count: Int @shareable }`,
  c: `${LINK}
    type Grid @key(fields: "id") { id: ID cells: [[Cell]] @external total: Int @requires(fields: "cells { x }") }
    type Cell { x: Int @shareable }`,
};

export const renamedRoot: SubgraphSchemas = {
  staff: `${LINK}
    schema { query: StaffRoot }
    type StaffRoot { root: StaffRoot! status: String }`,
};

export type Answers = Readonly<Record<string, SubgraphAnswer>>;

/** Both executors over subgraphs that answer just this. */
export function over(
  pair: LoadedPair,
  query: string,
  answers: Answers,
  variables: Record<string, unknown> = {},
): Promise<Both> {
  const document = pair.document(query);
  if (!document) throw new Error(`Not a valid operation: ${query}`);
  const answer = async (subgraph: string): Promise<SubgraphAnswer> =>
    structuredClone(answers[subgraph] ?? { data: null });
  return pair.run(document, variables, answer);
}
