import type { IncomingMessage } from 'node:http';
import { badParameter, badRequest } from './http/bad-request';
import { readJsonBody } from './http/body';
import { requirePreflight } from './http/preflight';

type Parameters = Record<string, unknown>;

const DOCUMENT_ID = /^sha256:[0-9a-f]{64}$/;

/** What a client asks for, its parts being of the right types. */
export interface OperationRequest {
  query: string | undefined;
  operationName: string | undefined;
  variables: Parameters | undefined;
  extensions: Parameters | undefined;
  /** `sha256:` and the hash of a document that is known here, in place of its text. */
  documentId: string | undefined;
  /** Sent by GET, which a browser repeats and prefetches: nothing but a query may run. */
  queryOnly: boolean;
}

export async function readOperation(
  request: IncomingMessage,
  options: { maxBytes: number },
): Promise<OperationRequest> {
  if (request.method === 'POST') return fromBody(await readJsonBody(request, options));
  if (request.method === 'GET') {
    requirePreflight(request.headers);
    return fromAddress(request.url ?? '');
  }
  const head = { status: 405, headers: { Allow: 'GET, POST' } };
  throw badRequest(head, 'method', 'METHOD', 'The graph takes GET and POST requests.');
}

/** The body of a POST, read as JSON. */
export function fromBody(body: unknown): OperationRequest {
  if (Array.isArray(body)) throw badParameter('body', 'BATCH', 'Operation batching disabled.');
  if (!isRecord(body) || Object.keys(body).length === 0)
    throw badParameter(
      'body',
      'TYPE',
      'POST body missing, invalid Content-Type, or JSON object has no keys.',
    );
  return {
    query: queryOf(body.query),
    operationName: nameOf(body.operationName),
    variables: recordOf(body, 'variables'),
    extensions: recordOf(body, 'extensions'),
    documentId: documentIdOf(body.documentId),
    queryOnly: false,
  };
}

function queryOf(query: unknown): string | undefined {
  if (typeof query === 'string') return query;
  if (!query) return undefined;
  const mustBeText = 'GraphQL queries must be strings.';
  const isDocument = isRecord(query) && query.kind === 'Document';
  throw badParameter(
    'query',
    'TYPE',
    isDocument ? `${mustBeText} Use the \`print\` function from \`graphql\` to write one.` : mustBeText,
  );
}

function nameOf(name: unknown): string | undefined {
  if (name === undefined || name === null) return undefined;
  if (typeof name === 'string') return name;
  throw badParameter('operationName', 'TYPE', '`operationName` in a POST body must be a string if provided.');
}

function documentIdOf(id: unknown): string | undefined {
  if (id === undefined || id === null) return undefined;
  if (typeof id === 'string' && DOCUMENT_ID.test(id)) return id;
  throw badParameter('documentId', 'FORMAT', '`documentId` is `sha256:` and 64 hexadecimal digits.');
}

function recordOf(body: Parameters, name: 'variables' | 'extensions'): Parameters | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (isRecord(value)) return value;
  throw badParameter(
    name,
    'TYPE',
    typeof value === 'string'
      ? `\`${name}\` in a POST body should be provided as an object, not a recursively JSON-encoded string.`
      : `\`${name}\` in a POST body must be an object if provided.`,
  );
}

function fromAddress(address: string): OperationRequest {
  const start = address.indexOf('?');
  const search = new URLSearchParams(start < 0 ? '' : address.slice(start + 1));
  return {
    query: onceIn(search, 'query'),
    operationName: onceIn(search, 'operationName'),
    variables: recordIn(search, 'variables'),
    extensions: recordIn(search, 'extensions'),
    documentId: documentIdOf(onceIn(search, 'documentId')),
    queryOnly: true,
  };
}

function onceIn(search: URLSearchParams, name: string): string | undefined {
  const values = search.getAll(name);
  if (values.length > 1)
    throw badParameter(name, 'REPEATED', `The '${name}' search parameter may only be specified once.`);
  return values[0];
}

function recordIn(search: URLSearchParams, name: string): Parameters | undefined {
  const text = onceIn(search, name);
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badParameter(name, 'JSON', `The ${name} search parameter contains invalid JSON.`);
  }
  if (isRecord(value)) return value;
  throw badParameter(name, 'TYPE', `The ${name} search parameter should contain a JSON-encoded object.`);
}

const isRecord = (value: unknown): value is Parameters =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
