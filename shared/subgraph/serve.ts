import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ERROR_CATALOGUE, unauthenticated } from '../errors';
import { listen } from '../listen';
import type { Metrics } from '../metrics/metrics';
import type { IdentitySigner } from '../security/signed-identity';
import type { SignedCaller } from './caller';
import type { SubgraphRequest } from './peers';
import type { Subgraph } from './subgraph';

export interface ServeOptions {
  subgraph: Subgraph;
  signer: IdentitySigner<SignedCaller>;
  host: string;
  port: number;
  bodyLimit: number;
  metrics: Metrics;
}

export interface ServedSubgraph {
  url: string;
  close(): Promise<void>;
}

interface HttpContext {
  caller: SignedCaller;
}

/**
 * A subgraph behind HTTP. It takes nothing but what the gateway signed for it, for `_entities`
 * and `_service` like for everything else; only its health and its metrics are open.
 */
export async function serveSubgraph(options: ServeOptions): Promise<ServedSubgraph> {
  const { subgraph, signer, host, port } = options;
  const apollo = apolloFor(subgraph);
  await apollo.start();
  const verify = (authorization: string | undefined): SignedCaller | null =>
    signer.verify(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '', subgraph.app.name);
  const server = createServer((request, response) => {
    handle(request, response, {
      apollo,
      subgraph,
      verify,
      bodyLimit: options.bodyLimit,
      metrics: options.metrics,
    }).catch(() => response.writeHead(500).end());
  });
  server.keepAliveTimeout = 65_000;
  const listening = await listen(server, { host, port });
  return {
    url: `http://${host}:${listening}/graphql`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await apollo.stop();
    },
  };
}

/** Apollo Server speaks HTTP; what executes is the subgraph itself, through the interface made for gateways. */
function apolloFor(subgraph: Subgraph): ApolloServer<HttpContext> {
  return new ApolloServer<HttpContext>({
    gateway: {
      load: async () => ({
        executor: ({ request, context }) => {
          const { identity, facts } = (context as HttpContext).caller;
          const { query, variables, operationName } = request;
          const extensions = request.extensions as SubgraphRequest['extensions'];
          return subgraph.execute({ query: query!, variables, operationName, extensions }, identity, facts);
        },
      }),
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: subgraph.schema, coreSupergraphSdl: '' });
        return () => {};
      },
      stop: async () => {},
    },
    plugins: [ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginLandingPageDisabled()],
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
}

interface Handling {
  apollo: ApolloServer<HttpContext>;
  subgraph: Subgraph;
  verify(authorization: string | undefined): SignedCaller | null;
  bodyLimit: number;
  metrics: Metrics;
}

async function handle(request: IncomingMessage, response: ServerResponse, handling: Handling): Promise<void> {
  if (request.url === '/healthz') {
    response.writeHead((await handling.subgraph.ready()) ? 200 : 503).end();
    return;
  }
  if (request.url === '/metrics') return handling.metrics.handle(request, response);
  const caller = handling.verify(request.headers.authorization);
  if (!caller) return refuse(response);
  const body = await readBody(request, handling.bodyLimit);
  if (body === null) {
    response.writeHead(413).end();
    return;
  }
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const result = await handling.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method ?? 'POST', headers, search: '', body: parseJson(body) },
    context: async () => ({ caller }),
  });
  response.writeHead(result.status ?? 200, Object.fromEntries(result.headers));
  response.end(result.body.kind === 'complete' ? result.body.string : '');
}

function refuse(response: ServerResponse): void {
  response.writeHead(ERROR_CATALOGUE.UNAUTHENTICATED.status, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ errors: [unauthenticated('This address answers the gateway alone.').toJSON()] }),
  );
}

async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > limit) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
