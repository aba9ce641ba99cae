import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  parse,
  subscribe,
} from 'graphql';
import type { Identity, RequestFacts } from '../access/identity';
import { Database } from '../database/database';
import type { SubgraphApp } from './app';
import { Context } from './context';
import { maskError } from './error-mask';
import type { Kernel } from './kernel';
import type { SubgraphLink, SubgraphRequest } from './peers';
import { buildSchema } from './schema';

const MOST_DOCUMENTS = 1000;

/**
 * One subgraph as one object. The gateway in the same process and the HTTP server in front of it call the same
 * `execute` and `subscribe`.
 */
export class Subgraph implements SubgraphLink {
  private readonly documents = new Map<string, DocumentNode>();

  private constructor(
    readonly app: SubgraphApp,
    readonly schema: GraphQLSchema,
    readonly sdl: string,
    private readonly kernel: Kernel,
    readonly database: Database,
  ) {}

  static async open(app: SubgraphApp, kernel: Kernel, databaseUrl: string): Promise<Subgraph> {
    const { schema, sdl } = buildSchema(app);
    const database = await Database.open({
      url: databaseUrl,
      entities: app.entities,
      poolSize: kernel.environment.databasePoolSize,
      applicationName: `liftbay ${app.name}`,
    });
    return new Subgraph(app, schema, sdl, kernel, database);
  }

  context(identity: Identity, facts: RequestFacts): Context {
    return new Context(this.app, this.kernel, this.database, identity, facts);
  }

  async execute(request: SubgraphRequest, identity: Identity, facts: RequestFacts): Promise<ExecutionResult> {
    const context = this.context(identity, facts);
    const result = await execute({
      schema: this.schema,
      document: this.document(request.query),
      variableValues: request.variables,
      operationName: request.operationName,
      contextValue: context,
    });
    const masked = this.masked(result, facts);
    return Object.keys(context.extensions).length ? { ...masked, extensions: context.extensions } : masked;
  }

  async subscribe(
    request: SubgraphRequest,
    identity: Identity,
    facts: RequestFacts,
  ): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
    const result = await subscribe({
      schema: this.schema,
      document: this.document(request.query),
      variableValues: request.variables,
      operationName: request.operationName,
      contextValue: this.context(identity, facts),
    });
    return Symbol.asyncIterator in result ? result : this.masked(result, facts);
  }

  /** Whether its database answers. */
  async ready(): Promise<boolean> {
    try {
      await this.database.pool.query('select 1');
      return true;
    } catch {
      return false;
    }
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private masked(result: ExecutionResult, facts: RequestFacts): ExecutionResult {
    if (!result.errors) return result;
    const log = this.kernel.log.with({ subgraph: this.app.name, requestId: facts.requestId });
    const errors = result.errors.map((error: GraphQLError) => maskError(error, log, facts.requestId));
    return { ...result, errors };
  }

  /** The gateway's plans send the same few texts again and again. */
  private document(text: string): DocumentNode {
    let document = this.documents.get(text);
    if (!document) {
      document = parse(text, { noLocation: true });
      if (this.documents.size >= MOST_DOCUMENTS) this.documents.clear();
      this.documents.set(text, document);
    }
    return document;
  }
}
