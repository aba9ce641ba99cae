import { GraphQLError } from 'graphql';

export interface CatalogueEntry {
  status: number;
  meaning: string;
  /** The code that the product specification gave the same situation. */
  reference?: string;
}

/**
 * The one catalogue of errors. A client switches on `extensions.code`; `schema/errors.md` is made from this
 * table. `reference` is the code that the product specification gave the same situation, where it gave one.
 */
export const ERROR_CATALOGUE = {
  UNAUTHENTICATED: {
    status: 401,
    meaning: 'No valid sign-in came with the request. Sign in or refresh the session.',
  },
  INVALID_CREDENTIALS: {
    status: 401,
    meaning: 'Sign-in was refused. It does not say whether the account exists, or which part was wrong.',
  },
  MFA_REQUIRED: {
    status: 401,
    meaning: 'The password was right; repeat the call with a code of the second factor.',
  },
  FORBIDDEN: { status: 403, meaning: 'Signed in, but the permission named in `permission` is missing.' },
  NOT_FOUND: {
    status: 404,
    meaning: 'There is no such record, or it is not yours to see. The two look alike on purpose.',
  },
  BAD_INPUT: {
    status: 400,
    reference: 'VALIDATION_ERROR',
    meaning: '`fields` lists each bad input field with its path, a code and a message. Nothing was changed.',
  },
  CONFLICT: {
    status: 409,
    meaning:
      'Somebody else changed it first, or the value is taken. `current` shows the present state where it helps.',
  },
  INVALID_TRANSITION: {
    status: 409,
    meaning: 'The record is in a state that does not allow this. `from`, `to` and `allowed` name the states.',
  },
  IDEMPOTENCY_MISMATCH: {
    status: 409,
    meaning:
      'The idempotency key was used before with another input. Take a new key, or send the first input.',
  },
  RATE_LIMITED: { status: 429, meaning: 'Too many attempts. Wait `retryAfter` seconds.' },
  LINK_INVALID: { status: 410, meaning: 'The link is unknown, used, expired or revoked. Ask for a new one.' },
  CURSOR_EXPIRED: {
    status: 410,
    meaning:
      'What happened since this cursor is no longer kept. Fetch what you show anew, and subscribe without `after`.',
  },
  FEATURE_OFF: { status: 403, meaning: 'This installation has switched the feature off.' },
  LIMIT_EXCEEDED: {
    status: 400,
    meaning: 'The operation is larger than allowed. `limit`, `allowed` and `found` say by what measure.',
  },
  PAYLOAD_TOO_LARGE: { status: 413, meaning: 'The request body or the file is larger than allowed.' },
  GRAPHQL_PARSE_FAILED: { status: 400, meaning: 'The document is not GraphQL; the message says where.' },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    meaning:
      'The document does not fit the schema; the message says where. schema/api.graphql is the schema.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    meaning: 'The document has several operations; send `operationName`.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    meaning: 'The hash is not known here yet: send the document along once (automatic persisted queries).',
  },
  DOCUMENT_NOT_REGISTERED: {
    status: 403,
    meaning:
      'Only registered documents run for this caller, named by `documentId` or by hash; this one is not among them.',
  },
  SUBGRAPH_UNAVAILABLE: {
    status: 503,
    meaning:
      'The part of the graph named in `subgraph` did not answer. What the others know is in `data`. Try again.',
  },
  TIMEOUT: {
    status: 504,
    meaning: 'A part of the graph took too long to answer. Reads may be repeated at once.',
  },
  BUSY: {
    status: 503,
    meaning: 'Too much other work is in the way. Nothing was changed; try again in a moment.',
  },
  INTERNAL: { status: 500, meaning: 'Our mistake. Quote `requestId` when you report it.' },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

/** One bad input field: `path` as in the input (`input.contacts.0.phone`), `code` for a form to switch on. */
export interface FieldProblem {
  path: string;
  code: string;
  message: string;
}

/** The only error that is meant for a client's eyes. Anything else that is thrown reaches it as INTERNAL. */
export class ApiError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    const entry: CatalogueEntry = ERROR_CATALOGUE[code];
    super(message, {
      extensions: { code, ...(entry.reference ? { reference: entry.reference } : {}), ...details },
    });
    this.code = code;
  }
}

export const unauthenticated = (message = 'Sign in first.') => new ApiError('UNAUTHENTICATED', message);

export const forbidden = (permission: string) =>
  new ApiError('FORBIDDEN', `This needs the permission ${permission}.`, { permission });

export const notFound = (what: string) => new ApiError('NOT_FOUND', `${what} not found.`);

export const badInput = (fields: FieldProblem[]) =>
  new ApiError('BAD_INPUT', fields.map((f) => `${f.path}: ${f.message}`).join('; '), { fields });

/** The common case of badInput: one field. */
export const badField = (path: string, code: string, message: string) => badInput([{ path, code, message }]);

export const conflict = (message: string, details: Record<string, unknown> = {}) =>
  new ApiError('CONFLICT', message, details);

export const invalidTransition = (from: string, to: string, allowed: readonly string[]) =>
  new ApiError(
    'INVALID_TRANSITION',
    `${from} cannot become ${to}; ${allowed.length ? `allowed: ${allowed.join(', ')}` : 'it is final'}.`,
    { from, to, allowed },
  );

export const rateLimited = (retryAfter: number) =>
  new ApiError('RATE_LIMITED', `Too many attempts. Try again in ${retryAfter} seconds.`, { retryAfter });
