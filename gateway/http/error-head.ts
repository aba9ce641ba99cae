import type { GraphQLError } from 'graphql';
import { ERROR_CATALOGUE, type ErrorCode } from '../../shared/errors';

/** What of an answer an error decides beside its body, in `extensions.http`, which no client sees. */
export interface ErrorHead {
  status: number;
  headers?: Record<string, string>;
}

/** The status that an error asks for itself: one that no code stands for alone, or a subgraph's wish. */
export function statusSaid({ extensions }: GraphQLError): number | undefined {
  const { http } = extensions;
  if (typeof http !== 'object' || http === null || !('status' in http)) return undefined;
  const { status } = http;
  const isFinal = typeof status === 'number' && Number.isInteger(status) && status >= 200 && status < 600;
  return isFinal ? status : undefined;
}

/** The status of an answer that is nothing but this error. */
export function statusOf(error: GraphQLError): number {
  const said = statusSaid(error);
  if (said !== undefined) return said;
  const code = String(error.extensions.code);
  return Object.hasOwn(ERROR_CATALOGUE, code) ? ERROR_CATALOGUE[code as ErrorCode].status : 500;
}

/** The headers that go with an error of our own. */
export function headersOf({ extensions: { http, retryAfter } }: GraphQLError): Record<string, string> {
  const headers = (http as ErrorHead | undefined)?.headers ?? {};
  return typeof retryAfter === 'number'
    ? { ...headers, 'Retry-After': String(Math.ceil(retryAfter)) }
    : headers;
}
