import { readFileSync } from 'node:fs';
import {
  ApolloGateway,
  type GraphQLDataSourceProcessOptions,
  RemoteGraphQLDataSource,
} from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

interface CallerContext {
  identity: string;
}

/** Hands on who asks, in the way that the gateway's documentation shows. */
class IdentifiedDataSource extends RemoteGraphQLDataSource<CallerContext> {
  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<CallerContext>): void {
    request.http?.headers.set('x-identity', context.identity ?? 'null');
  }
}

/** ApolloGateway in front of ApolloServer as its documentation starts it. BENCH_SUPERGRAPH: the file with addresses. */
async function main(): Promise<void> {
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(process.env.BENCH_SUPERGRAPH!, 'utf8'),
    buildService: ({ url }) => new IdentifiedDataSource({ url }),
  });
  const server = new ApolloServer<CallerContext>({ gateway });
  await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: Number(process.env.PORT) },
    context: async ({ req }) => ({ identity: String(req.headers['x-identity'] ?? 'null') }),
  });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
