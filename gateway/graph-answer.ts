import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { CostTold } from './budgets';
import { formatError } from './error-format';
import { headersOf, statusOf, statusSaid } from './http/error-head';
import type { OperationLimits } from './limits';

export interface GraphAnswer {
  status: number;
  headers: Record<string, string>;
  /** JSON, errors first. */
  body: string;
  /** The code of the first error; OK without one. */
  code: string;
  /** The data alone, where nothing is wrong with it: what a cache may ask about later. */
  data: string | null;
}

/** An operation's result for the client. Without data nothing has run, and the first error says the status. */
export function answerOf(
  { errors, data }: ExecutionResult,
  requestId: string,
  limits: OperationLimits,
  cost?: CostTold,
): GraphAnswer {
  const extensions = cost && { cost };
  if (!errors) {
    const text = JSON.stringify(data);
    const body = `{"data":${text}${extensions ? `,"extensions":${JSON.stringify(extensions)}` : ''}}`;
    return { status: 200, headers: {}, body, code: 'OK', data: text };
  }
  const shown = shownErrors(errors, requestId, limits);
  const body = JSON.stringify({ errors: shown, data, extensions });
  const code = String(shown[0]!.extensions!.code);
  if (data !== undefined) return { status: statusOfParts(errors), headers: {}, body, code, data: null };
  return { status: statusOf(errors[0]!), headers: headersOf(errors[0]!), body, code, data: null };
}

export const shownErrors = (
  errors: readonly GraphQLError[],
  requestId: string,
  limits: OperationLimits,
): GraphQLFormattedError[] => errors.map((error) => formatError(error, requestId, limits));

/** 200, unless a subgraph asked for another status; the last one that did. */
const statusOfParts = (errors: readonly GraphQLError[]): number =>
  errors.map(statusSaid).findLast((status) => status !== undefined) ?? 200;
