import { assertValidSchema, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { RecentlyUsed } from '../recently-used';
import { ParsedDocument } from './parsed-document';

const MOST_DOCUMENTS = 1000;

export interface ExecutorRequest {
  query: string;
  variables?: Record<string, unknown> | null | undefined;
  operationName?: string | null | undefined;
}

/**
 * Executes queries and mutations as graphql-js does, with each document planned once: which fields of which types,
 * their resolvers, arguments and serialisation. The schema's resolvers are read then, so it must be finished.
 */
export class Executor {
  private readonly documents: RecentlyUsed<ParsedDocument>;

  constructor(
    private readonly schema: GraphQLSchema,
    { mostDocuments = MOST_DOCUMENTS }: { mostDocuments?: number } = {},
  ) {
    assertValidSchema(schema);
    this.documents = new RecentlyUsed(mostDocuments);
  }

  /** At once where nothing has to be waited for. Throws when the text is not GraphQL. */
  execute(request: ExecutorRequest, context: unknown): ExecutionResult | Promise<ExecutionResult> {
    const operation = this.document(request.query).operation(request.operationName ?? null);
    if (operation instanceof GraphQLError) return { errors: [operation] };
    return operation.execute(request.variables ?? {}, context);
  }

  private document(text: string): ParsedDocument {
    let document = this.documents.get(text);
    if (!document) {
      document = new ParsedDocument(this.schema, text);
      this.documents.set(text, document);
    }
    return document;
  }
}
