import { randomBytes } from 'node:crypto';
import type { Caller } from './callers.fixtures';
import type { Grant } from './matrix';
import type { Kind } from './records.fixtures';
import type { Place, World } from './world.fixtures';

/** What an operation is tried on, and by whom. */
export interface Target {
  id: string;
  place: Place;
  caller: Caller;
  world: World;
}

export interface Asked {
  query: string;
  variables?: Record<string, unknown>;
}

/** A way to use a root field on a record. */
export interface Operation {
  /** The root field, and what sets this way apart. */
  name: string;
  kind: Kind;
  /** The record is named in the input of a command about something else: that it is refused may be bad input. */
  byReference?: boolean;
  /** Where the domain draws the line closer than the role. */
  atMost?: Grant;
  /** Where it is not tried, for a rule of its own that another test is about. */
  except?: Place[];
  /** It answers a page, and takes `$after` for the next. */
  pages?: boolean;
  ask(target: Target): Asked | Promise<Asked>;
}

export const fieldOf = ({ name }: Operation): string => name.split(' ')[0]!;

/** A query for the record of an `id`. */
export const one = (field: string, kind: Kind, answer = '{ id }'): Operation => ({
  name: field,
  kind,
  ask: ({ id }) => ({ query: `query ($id: ID!) { ${field}(id: $id) ${answer} }`, variables: { id } }),
});

/** A query for records by the page. */
export const list = (name: string, kind: Kind): Operation => ({
  name,
  kind,
  pages: true,
  ask: () => ({
    query: `query ($after: String) { ${name.split(' ')[0]}(first: 100, after: $after) {
      nodes { id } pageInfo { hasNextPage endCursor } } }`,
  }),
});

/** A query or command that is about no record. */
export const plain = (field: string, query: string): Operation => ({
  name: field,
  kind: 'nothing',
  ask: () => ({ query }),
});

/** A command that changes the record of an `id` by an `input`. */
export const change = (
  field: string,
  kind: Kind,
  type: string,
  input: object,
  more: Partial<Operation> = {},
): Operation => ({
  name: field,
  kind,
  ask: ({ id }) => ({
    query: `mutation ($id: ID!, $input: ${type}!) { ${field}(id: $id, input: $input) { id } }`,
    variables: { id, input },
  }),
  ...more,
});

/** A command that takes an id and nothing else. */
export const command = (field: string, kind: Kind, answer = '{ id }', argument = 'id'): Operation => ({
  name: field,
  kind,
  ask: ({ id }) => ({
    query: `mutation ($id: ID!) { ${field}(${argument}: $id) ${answer} }`,
    variables: { id },
  }),
});

type Input = (target: Target) => object;

/** A command that takes an `input` made for its target. */
export const create = (
  name: string,
  kind: Kind,
  type: string,
  input: Input,
  answer = '{ id }',
): Operation => ({
  name,
  kind,
  byReference: true,
  ask: (target) => ({
    query: `mutation ($input: ${type}!) { ${name.split(' ')[0]}(input: $input) ${answer} }`,
    variables: { input: input(target) },
  }),
});

export const unique = (): string => randomBytes(6).toString('hex');
export const near = ({ world, caller }: Target, kind: Kind): string =>
  world.stands(kind, 'ownCentre', caller)!;
