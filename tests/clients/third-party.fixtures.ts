import { createHash } from 'node:crypto';
import type { GraphError } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Member } from '../harness/shop';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const documentIdOf = (text: string): string => `sha256:${sha256(text)}`;
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

export interface ThirdParty {
  id: string;
  secret: string;
}

export const CREATE = `mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { secret
  client { id name description scopes allCentres serviceCentres { id } allowedAddresses expiresAt revokedAt lastUsedAt
    version secrets { id ending expiresAt lastUsedAt } } } }`;

let made = 0;

/** A client that may do this, for a month. */
export async function makeClient(
  { client }: Pick<Member, 'client'>,
  scopes: string[],
  more: object = {},
): Promise<ThirdParty> {
  made += 1;
  const input = { name: `Client ${made}`, scopes, expiresAt: inDays(30), ...more };
  const { createApiClient } = await client.ask<{
    createApiClient: { secret: string; client: { id: string } };
  }>(CREATE, { input });
  return { id: createApiClient.client.id, secret: createApiClient.secret };
}

export const REGISTER = `mutation ($clientId: ID!, $manifest: String!) {
  registerPersistedDocuments(clientId: $clientId, manifest: $manifest) { registered refused
    documents { id documentId name registered problems { code message } } } }`;

export interface Registered {
  registerPersistedDocuments: {
    registered: number;
    refused: number;
    documents: {
      id: string;
      documentId: string;
      name: string | null;
      registered: boolean;
      problems: { code: string; message: string }[];
    }[];
  };
}

export const apolloManifest = (...bodies: string[]): string =>
  JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: bodies.map((body) => ({ id: sha256(body), name: 'Named', type: 'query', body })),
  });

/** All of them must be good. */
export async function register({ client }: Pick<Member, 'client'>, clientId: string, ...bodies: string[]) {
  const { registerPersistedDocuments: report } = await client.ask<Registered>(REGISTER, {
    clientId,
    manifest: apolloManifest(...bodies),
  });
  if (report.refused) throw new Error(`Refused: ${JSON.stringify(report.documents)}`);
  return report.documents.map(({ documentId }) => documentId);
}

export interface Answer<T> {
  status: number;
  headers: Headers;
  data: T;
  errors: GraphError[];
  code: string | undefined;
  extensions: Record<string, unknown> | undefined;
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const { data, errors = [], extensions } = (text ? JSON.parse(text) : {}) as Partial<Answer<T>>;
  const { status, headers } = response;
  return { status, headers, data: data as T, errors, code: errors[0]?.extensions.code, extensions };
}

/** A request to the graph as a program makes it, by POST. */
export async function post<T = Record<string, never>>(
  graph: Pick<TestGraph, 'url'>,
  token: string | null,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  return answerOf<T>(
    await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body: JSON.stringify(body),
    }),
  );
}

/** The same by GET. */
export async function get<T = Record<string, never>>(
  graph: Pick<TestGraph, 'url'>,
  token: string | null,
  parameters: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const search = new URLSearchParams(parameters);
  return answerOf<T>(
    await fetch(`${graph.url}/graphql?${search}`, { headers: { ...authorization, ...headers } }),
  );
}

export interface TokenAnswer {
  status: number;
  headers: Headers;
  body: Record<string, string | number>;
}

/** Asks for a token with a form, as RFC 6749 has it. */
export async function askToken(
  graph: Pick<TestGraph, 'url'>,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<TokenAnswer> {
  const response = await fetch(`${graph.url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as TokenAnswer['body'],
  };
}

export async function tokenFor(graph: Pick<TestGraph, 'url'>, { id, secret }: ThirdParty): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
  const { body } = await askToken(graph, form);
  if (typeof body.access_token !== 'string') throw new Error(`No token: ${JSON.stringify(body)}`);
  return body.access_token;
}
