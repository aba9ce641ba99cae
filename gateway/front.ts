import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../shared/log';
import { type EndpointOptions, graphEndpoint } from './graph-endpoint';
import { type Dependency, readiness } from './health';
import type { Cors } from './http/cors';
import type { GatewayMetrics } from './http/metrics';
import { json } from './http/respond';
import { type LiveEndpoint, streamEndpoint } from './live';

export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

export interface FrontOptions {
  graph: EndpointOptions;
  metrics: GatewayMetrics;
  dependencies: readonly Dependency[];
  cors: Cors;
  securityHeaders(request: IncomingMessage, response: ServerResponse): void;
  /** Subscriptions; null without identity, whose database has the events. */
  live: LiveEndpoint | null;
  /** The page and the files: what answers true has answered. */
  handlers: readonly Handler[];
  log: Log;
}

/** The one public door: an HTTP server and the table of what stands where. */
export function createFront(options: FrontOptions): Server {
  const server = createServer((request, response) => {
    route(request, response, options).catch((error) => {
      options.log.error('unanswered request', error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.keepAliveTimeout = 65_000;
  return server;
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  options: FrontOptions,
): Promise<void> {
  options.securityHeaders(request, response);
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/graphql') {
    if (options.cors.handle(request, response)) return;
    return graphEndpoint(request, response, options.graph);
  }
  if (path === '/graphql/stream' && options.live) {
    if (options.cors.handle(request, response)) return;
    return streamEndpoint(request, response, options.live);
  }
  if (path === '/healthz') return json(response, 200, { status: 'ok' });
  if (path === '/readyz') {
    const state = await readiness(options.dependencies);
    return json(response, state.ready ? 200 : 503, state);
  }
  if (path === '/metrics') return options.metrics.handle(request, response);
  for (const handler of options.handlers) if (await handler(request, response)) return;
  return json(response, 404, {
    errors: [{ message: 'There is nothing at this address. The graph is at /graphql.' }],
  });
}
