import type { GraphQLError } from 'graphql';
import type { SubgraphRequest } from '../../../shared/subgraph/peers';
import type { Data, Variables } from '../values';

/** What a subgraph answered: `errors` are in the subgraph's own terms until the plan places them. */
export interface SubgraphAnswer {
  data?: Data | null | undefined;
  errors?: readonly SubgraphError[] | undefined;
  /** For the gateway alone. */
  extensions?: Record<string, unknown> | undefined;
}

export interface SubgraphError {
  message: string;
  path?: readonly (string | number)[] | undefined;
  extensions?: Record<string, unknown> | undefined;
}

/** One execution of a plan: what came in, and what has been gathered so far. */
export interface Run {
  /** As the client sent them: a subgraph coerces for itself. */
  readonly variables: Variables;
  /** Coerced, with defaults: what `@skip` and `@include` go by. */
  readonly values: Variables;
  readonly data: Data;
  readonly errors: GraphQLError[];
  call(subgraph: string, request: SubgraphRequest): Promise<SubgraphAnswer>;
}

/** A node of a plan, made ready to run. */
export type Step = (run: Run) => void | Promise<void>;
