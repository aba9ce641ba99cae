import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { GraphAnswer, GraphClient } from './client';

/** What any client does with a typed document: variables and answer have the types that the graph gives them. */
export interface TypedClient {
  /** The answer; an error of the graph is one of the test. */
  ask<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data>;
  /** The code of the first error. */
  refusal<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<GraphAnswer<Data>['code']>;
}

export const typed = (client: GraphClient): TypedClient => ({
  ask: (document, variables) => client.ask(print(document), variables),
  refusal: async (document, variables) => (await client.send(print(document), variables)).code,
});
