import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import { APPS } from '../../../program/apps';
import { layFoundation } from '../../../program/kernel';
import type { Identity, RequestFacts } from '../../../shared/access/identity';
import { Database } from '../../../shared/database/database';
import { roleUrl } from '../../../shared/database/roles';
import { readEnvironment } from '../../../shared/environment';
import { Log } from '../../../shared/log';
import type { SubgraphApp } from '../../../shared/subgraph/app';
import { Context } from '../../../shared/subgraph/context';
import type { Kernel } from '../../../shared/subgraph/kernel';
import type { SubgraphLink } from '../../../shared/subgraph/peers';
import { buildSchema } from '../../../shared/subgraph/schema';

/**
 * Our resolvers and entities behind Apollo Server as its documentation starts it, so that graphql-js executes. One
 * process has them all, which spares them each other's processes. BENCH_PORTS: the port of each, by name.
 */
async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const ports: Record<string, number> = JSON.parse(process.env.BENCH_PORTS!);
  const { kernel, links } = await layFoundation(environment, new Log(environment.logLevel));
  for (const app of APPS) {
    const database = await Database.open({
      url: roleUrl(environment.databaseUrl!, kernel.secrets.secretKey, app.name),
      entities: app.entities,
      poolSize: environment.databasePoolSize,
      applicationName: `stock ${app.name}`,
    });
    const { schema } = buildSchema(app);
    const contextOf = contextsOf(app, kernel, database);
    links.set(app.name, linkTo(schema, contextOf));
    const server = new ApolloServer<Context>({ schema });
    await startStandaloneServer(server, {
      listen: { host: '127.0.0.1', port: ports[app.name]! },
      context: async ({ req }) => contextOf(JSON.parse(String(req.headers['x-identity'] ?? 'null')), facts()),
    });
  }
}

type ContextOf = (identity: Identity, facts: RequestFacts) => Context;

const contextsOf =
  (app: SubgraphApp, kernel: Kernel, database: Database): ContextOf =>
  (identity, facts) =>
    new Context(app, kernel, database, identity, facts);

const facts = (): RequestFacts => ({
  requestId: randomUUID(),
  address: '127.0.0.1',
  userAgent: null,
  refreshToken: null,
});

/** What a command asks another subgraph stays in this process: kinder than the way over HTTP would be. */
function linkTo(schema: GraphQLSchema, contextOf: ContextOf): SubgraphLink {
  const documents = new Map<string, DocumentNode>();
  return {
    async execute({ query, variables }, identity, facts) {
      const document = documents.get(query) ?? parse(query);
      documents.set(query, document);
      return execute({
        schema,
        document,
        variableValues: variables,
        contextValue: contextOf(identity, facts),
      });
    },
  };
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
