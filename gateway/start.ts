import { readFile } from 'node:fs/promises';
import type { Environment } from '../shared/environment';
import { localEndpoint } from '../shared/files/local-endpoint';
import type { LocalFiles } from '../shared/files/open-storage';
import { listen } from '../shared/listen';
import { withoutChannel } from '../shared/messages/twilio';
import type { GaugeSource } from '../shared/metrics/metrics';
import type { Kernel } from '../shared/subgraph/kernel';
import type { SubgraphLink } from '../shared/subgraph/peers';
import { boardHandler } from './board';
import { openBudgets } from './budgets';
import { ClientUse } from './clients/client-use';
import { readManifest } from './clients/manifest';
import { RegisteredDocuments } from './clients/registered-documents';
import { GatewayDatabase } from './database';
import { createFront, type Handler } from './front';
import { Graph } from './graph';
import type { Dependency } from './health';
import { cors } from './http/cors';
import { GatewayMetrics } from './http/metrics';
import { securityHeaders } from './http/security-headers';
import { DEFAULT_LIMITS } from './limits';
import { openLive, serveSockets } from './live';
import { tokenEndpoint } from './oauth';
import { outboxHandler } from './outbox';
import { pageHandler } from './page';
import { Principals } from './principals';
import { stripeWebhook } from './webhooks/stripe';
import { twilioWebhooks } from './webhooks/twilio';

/** Stands in GraphiQL at the first visit: whoever has signed in gets an answer. */
const FIRST_QUERY = `query FirstLook {
  me {
    user { displayName role { name } }
    organisation { name }
  }
}
`;

export interface GatewayOptions {
  kernel: Kernel;
  /** Where the gateway's own role reaches the database; null with identity off. */
  databaseUrl: string | null;
  supergraphFile: string;
  linkTo(name: string, url: string | undefined): SubgraphLink;
  /** Kept on the local disk, files are served here; null when a bucket serves them. */
  localFiles: LocalFiles | null;
  dependencies: Dependency[];
  gauges: GaugeSource[];
}

export interface RunningGateway {
  url: string;
  close(): Promise<void>;
}

/** Opens the door: everything between a client's socket and the subgraphs. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { kernel, databaseUrl } = options;
  const { environment } = kernel;
  const metrics = new GatewayMetrics({ process: true });
  const database = databaseUrl ? new GatewayDatabase(databaseUrl) : null;
  const principals = database ? new Principals(database, kernel.accessTokens, kernel.clock) : null;
  if (principals) await principals.listen(kernel.topics);
  const gauges = [...options.gauges];
  if (database) gauges.push({ ...GATEWAY_POOL, read: () => database.connections });
  for (const gauge of gauges) metrics.gauge(gauge);
  const budgets = openBudgets(kernel, metrics);
  const graph = await Graph.open({
    supergraph: await readSupergraph(options.supergraphFile),
    linkTo: options.linkTo,
    metrics,
    limits: environment.limits ? DEFAULT_LIMITS : null,
    budgets: budgets?.budgets ?? null,
    introspection: environment.introspection,
    persisted: {
      registered:
        database && principals
          ? new RegisteredDocuments(database, principals, new ClientUse(database, kernel.log))
          : null,
      only: environment.persistedOnly ? readManifest(environment.persistedOnly) : null,
    },
  });
  const crossOrigin = cors({ origins: environment.corsOrigins, production: environment.production });
  const { trustedProxies, bodyLimit } = environment;
  const identityStore: Dependency[] = database ? [{ name: 'database', ready: () => database.ready() }] : [];
  const live = database ? await openLive({ graph, database, principals, crossOrigin, kernel }) : null;
  const server = createFront({
    graph: { graph, principals, trustedProxies, bodyLimit, log: kernel.log },
    metrics,
    dependencies: [...identityStore, ...options.dependencies],
    cors: crossOrigin,
    securityHeaders: securityHeaders({ production: environment.production, trustedProxies }),
    handlers: [
      ...(options.localFiles
        ? [localEndpoint({ ...options.localFiles, clock: kernel.clock, isAllowedOrigin: crossOrigin.allows })]
        : []),
      tokenEndpoint({
        subgraph: () => kernel.peers.get(CLIENTS),
        trustedProxies,
        log: kernel.log,
      }),
      ...providerHandlers(kernel),
      ...(environment.board ? [boardHandler({ fileOrigins: fileOriginsOf(environment) })] : []),
      ...(environment.production ? [] : pagesFor(kernel, principals)),
    ],
    live: live?.endpoint ?? null,
    log: kernel.log,
  });
  const sockets = live && serveSockets(server, live.endpoint);
  const port = await listen(server, environment);
  return {
    url: `http://${environment.host}:${port}`,
    async close() {
      sockets?.close();
      live?.feeds.close();
      server.close();
      server.closeIdleConnections();
      await graph.stop();
      budgets?.close();
      server.closeAllConnections();
      principals?.close();
      await database?.close();
    },
  };
}

/** Word of messages goes to the subgraph that has them. */
const MESSAGES = 'customer';
const PAYMENTS = 'billing';
const CLIENTS = 'customer';

function providerHandlers({ environment, peers, log }: Kernel): Handler[] {
  const { twilio, whatsappFrom, publicUrl, stripe } = environment;
  const handlers: Handler[] = [];
  if (stripe)
    handlers.push(
      stripeWebhook({ secret: stripe.STRIPE_WEBHOOK_SECRET, subgraph: () => peers.get(PAYMENTS), log }),
    );
  if (!twilio) return handlers;
  const numbers = [twilio.TWILIO_FROM, whatsappFrom].filter((number) => number !== null).map(withoutChannel);
  const subgraph = () => peers.get(MESSAGES);
  handlers.push(twilioWebhooks({ authToken: twilio.TWILIO_AUTH_TOKEN, numbers, publicUrl, subgraph, log }));
  return handlers;
}

/** Where links to photos lead: to us by our public address, or to a bucket. */
const fileOriginsOf = ({ publicUrl, s3 }: Environment): string[] =>
  [publicUrl, s3?.S3_ENDPOINT].flatMap((address) => (address ? [new URL(address).origin] : []));

/** For developers: never in production. */
const pagesFor = ({ environment, peers }: Kernel, principals: Principals | null): Handler[] => [
  pageHandler({ endpoint: '/graphql', query: FIRST_QUERY }),
  outboxHandler({
    principals,
    trustedProxies: environment.trustedProxies,
    subgraph: () => peers.get(MESSAGES),
  }),
];

async function readSupergraph(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `the supergraph cannot be read (${error.code} at ${file}). Correct SUPERGRAPH_FILE, or write ours with: npm run schema.`,
      { cause: error },
    );
  });
}

const GATEWAY_POOL = {
  name: 'gateway_pool_connections',
  help: 'Database connections of the gateway.',
  label: 'state',
};
