import type { ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import type { Identity, RequestFacts } from '../access/identity';
import { AccessLog } from '../access-log/access-log';
import { Database } from '../database/database';
import { Executor } from '../execution';
import type { LiveExtensions } from '../live/happening';
import type { SubgraphApp } from './app';
import { Context } from './context';
import { maskError } from './error-mask';
import type { Kernel } from './kernel';
import type { SubgraphLink, SubgraphRequest } from './peers';
import { readSelected } from './read-selected';
import { buildSchema } from './schema';

/**
 * One subgraph as one object. The gateway in the same process and the HTTP server in front of it call the same
 * `execute`, with the events of subscriptions as well.
 */
export class Subgraph implements SubgraphLink {
  private readonly executor: Executor;
  private readonly accessLog: AccessLog;

  private constructor(
    readonly app: SubgraphApp,
    readonly schema: GraphQLSchema,
    readonly sdl: string,
    private readonly kernel: Kernel,
    readonly database: Database,
  ) {
    this.executor = new Executor(schema);
    this.accessLog = new AccessLog(database, kernel.clock, kernel.log.with({ subgraph: app.name }));
  }

  /** `replicaUrl`: where it reads what no transaction has to see, if that is elsewhere. */
  static async open(
    app: SubgraphApp,
    kernel: Kernel,
    databaseUrl: string,
    replicaUrl: string | null = null,
  ): Promise<Subgraph> {
    const { schema, sdl, needs } = buildSchema(app);
    readSelected(schema, needs, new Set(app.entities.map((entity) => entity.name)));
    const database = await Database.open({
      url: databaseUrl,
      entities: app.entities,
      poolSize: kernel.environment.databasePoolSize,
      applicationName: `liftbay ${app.name}`,
      replicaUrl,
    });
    return new Subgraph(app, schema, sdl, kernel, database);
  }

  context(identity: Identity, facts: RequestFacts, live: LiveExtensions | null = null): Context {
    return new Context(this.app, this.kernel, this.database, identity, facts, null, this.accessLog, live);
  }

  async execute(request: SubgraphRequest, identity: Identity, facts: RequestFacts): Promise<ExecutionResult> {
    const context = this.context(identity, facts, request.extensions);
    const result = await this.executor.execute(request, context);
    const { extensions } = context;
    // A subscription that tells nothing of an event has nothing for its field either: that is no error.
    const tellsNothing = extensions.listening || extensions.passedOver;
    const answer = tellsNothing ? { data: null } : this.masked(result, facts);
    return Object.keys(extensions).length ? { ...answer, extensions } : answer;
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

  async close(): Promise<void> {
    await this.accessLog.flush();
    await this.database.close();
  }

  private masked(result: ExecutionResult, facts: RequestFacts): ExecutionResult {
    if (!result.errors) return result;
    const log = this.kernel.log.with({ subgraph: this.app.name, requestId: facts.requestId });
    const errors = result.errors.map((error: GraphQLError) => maskError(error, log, facts.requestId));
    return { ...result, errors };
  }
}
