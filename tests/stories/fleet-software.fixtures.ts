import { documentIdOf } from '../clients/third-party.fixtures';
import type { TestGraph } from '../harness/graph';

type Variables = Record<string, unknown>;

interface Sending {
  path?: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  /** The request, changed before it leaves. */
  requestMiddleware?: <R extends RequestInit>(request: R) => R;
}

/** What its build left of its documents: the hash goes where the text was. */
function byHash<R extends RequestInit>(request: R): R {
  const { query, variables } = JSON.parse(String(request.body)) as { query: string; variables?: Variables };
  return { ...request, body: JSON.stringify({ documentId: documentIdOf(query), variables }) };
}

/** A fleet's software: graphql-request, which knows nothing of registered documents, told about them. */
export class FleetSoftware {
  constructor(
    private readonly graph: Pick<TestGraph, 'url'>,
    readonly token: string,
  ) {}

  post<T>(document: string, variables: Variables = {}, headers: Record<string, string> = {}) {
    return this.send<T>(document, variables, { headers, requestMiddleware: byHash });
  }

  /** As it is kept by a cache on its side: by its address. */
  get<T>(document: string, variables: Variables = {}, headers: Record<string, string> = {}) {
    const path = `/graphql?documentId=${documentIdOf(document)}`;
    return this.send<T>('', variables, { path, headers, method: 'GET' });
  }

  /** It has not learnt: the text itself. */
  text(document: string) {
    return this.send(document, {}, {});
  }

  private async send<T>(document: string, variables: Variables, { path = '/graphql', ...sending }: Sending) {
    const { GraphQLClient } = await import('graphql-request');
    const headers = { authorization: `Bearer ${this.token}`, ...sending.headers };
    const client = new GraphQLClient(this.graph.url + path, { ...sending, headers });
    return client.rawRequest<T>(document, variables);
  }
}

/** Status and code of what graphql-request throws. */
export async function refusal(asked: Promise<unknown>): Promise<[number, unknown]> {
  const { ClientError } = await import('graphql-request');
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ClientError)) throw new Error('It was not refused.', { cause: error });
  const { status, errors } = error.response;
  return [status, errors?.[0]?.extensions.code];
}

export const DOCUMENTS = {
  where: 'query Where { liveCursor }',
  cars: `query Cars($first: Int!, $after: String) {
    vehicles(first: $first, after: $after, orderBy: OLDEST) {
      nodes { id plate } pageInfo { endCursor hasNextPage } } }`,
  car: 'query Car($id: ID!) { vehicle(id: $id) { plate make model owner { lastName } } }',
  ask: `mutation Ask($input: CreateServiceRequestInput!) {
    createServiceRequest(input: $input) { id number status } }`,
  asked: 'query Asked($id: ID!) { serviceRequest(id: $id) { number status vehicle { plate } } }',
  moves: `subscription Moves($after: String) {
    jobCardUpdated(after: $after) { cursor type jobCard { number vehicle { plate } } } }`,
};
