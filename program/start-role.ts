import { join } from 'node:path';
import { startGateway } from '../gateway/start';
import { roleUrl } from '../shared/database/roles';
import { type Environment, type Role, SUBGRAPHS, type SubgraphName } from '../shared/environment';
import { startWorker } from '../shared/events/worker';
import type { Log } from '../shared/log';
import { HttpLink } from '../shared/subgraph/http-link';
import { serveSubgraph } from '../shared/subgraph/serve';
import { Subgraph } from '../shared/subgraph/subgraph';
import { appOf } from './apps';
import { fillDemo } from './demo/fill-demo';
import { type Foundation, layFoundation } from './kernel';

export interface Running {
  /** Where it listens; null for the worker. */
  url: string | null;
  close(): Promise<void>;
}

const SUPERGRAPH_FILE = join(__dirname, rootFrom(__dirname), 'schema', 'supergraph.graphql');

/** Compiled, this file is one folder deeper than in the sources. */
function rootFrom(folder: string): string {
  return /[\\/]dist[\\/]program$/.test(folder) ? '../..' : '..';
}

/** Starts one role of the program; `close` ends it in the reverse order. */
export async function startRole(role: Role, environment: Environment, log: Log): Promise<Running> {
  const foundation = await layFoundation(environment, log.with({ role }));
  switch (role) {
    case 'all':
      return startAll(foundation);
    case 'gateway':
      return startGatewayRole(foundation);
    case 'worker':
      return startWorkerRole(foundation);
    default:
      return startSubgraphRole(role, foundation);
  }
}

async function startAll(foundation: Foundation): Promise<Running> {
  const { kernel, links } = foundation;
  const subgraphs = await openSubgraphs(foundation);
  for (const subgraph of subgraphs) links.set(subgraph.app.name, subgraph);
  const worker = await startWorker({
    subgraphs,
    url: databaseUrl(foundation, 'worker'),
    kernel,
    concurrency: 4,
  });
  const demo = kernel.environment.demo ? await fillDemo(kernel.environment, links, kernel.log) : null;
  const gateway = await startGateway({
    kernel,
    databaseUrl: databaseUrl(foundation, 'gateway'),
    supergraphFile: kernel.environment.supergraphFile ?? SUPERGRAPH_FILE,
    linkTo: (name) => links.get(name as SubgraphName)!,
    localFiles: foundation.localFiles,
    dependencies: subgraphs.map((subgraph) => ({ name: subgraph.app.name, ready: () => subgraph.ready() })),
    gauges: worker.gauges,
  });
  return {
    url: gateway.url,
    async close() {
      await gateway.close();
      await demo?.stop();
      await worker.stop();
      await Promise.all(subgraphs.map((subgraph) => subgraph.close()));
      await foundation.close();
    },
  };
}

async function startGatewayRole(foundation: Foundation): Promise<Running> {
  const { kernel, links } = foundation;
  const { environment } = kernel;
  linkPeers(foundation);
  const ours = [...links].map(([name, link]) => ({ name, ready: () => (link as HttpLink).ready() }));
  const gateway = await startGateway({
    kernel,
    databaseUrl: environment.identity ? databaseUrl(foundation, 'gateway') : null,
    supergraphFile: environment.supergraphFile ?? SUPERGRAPH_FILE,
    linkTo: (name, url) => links.get(name as SubgraphName) ?? httpLink(foundation, name, url ?? ''),
    localFiles: foundation.localFiles,
    dependencies: ours,
    gauges: [],
  });
  return {
    url: gateway.url,
    async close() {
      await gateway.close();
      for (const link of links.values()) (link as HttpLink).close();
      await foundation.close();
    },
  };
}

async function startSubgraphRole(name: SubgraphName, foundation: Foundation): Promise<Running> {
  linkPeers(foundation);
  const { kernel } = foundation;
  const subgraph = await Subgraph.open(appOf(name), kernel, databaseUrl(foundation, name));
  const { host, port, bodyLimit } = kernel.environment;
  const served = await serveSubgraph({ subgraph, signer: foundation.signer, host, port, bodyLimit });
  return {
    url: served.url,
    async close() {
      await served.close();
      await subgraph.close();
      await foundation.close();
    },
  };
}

async function startWorkerRole(foundation: Foundation): Promise<Running> {
  linkPeers(foundation);
  const { kernel } = foundation;
  const subgraphs = await openSubgraphs(foundation);
  const worker = await startWorker({
    subgraphs,
    url: databaseUrl(foundation, 'worker'),
    kernel,
    concurrency: 4,
  });
  return {
    url: null,
    async close() {
      await worker.stop();
      await Promise.all(subgraphs.map((subgraph) => subgraph.close()));
      await foundation.close();
    },
  };
}

const openSubgraphs = (foundation: Foundation): Promise<Subgraph[]> =>
  Promise.all(
    SUBGRAPHS.map((name) => Subgraph.open(appOf(name), foundation.kernel, databaseUrl(foundation, name))),
  );

function linkPeers(foundation: Foundation): void {
  for (const name of SUBGRAPHS) {
    const url = foundation.kernel.environment.subgraphUrls[name];
    if (url) foundation.links.set(name, httpLink(foundation, name, url));
  }
}

function httpLink({ kernel, signer }: Foundation, name: string, url: string): HttpLink {
  const { subgraphTimeout, identity } = kernel.environment;
  return new HttpLink({
    name,
    url,
    timeoutMs: subgraphTimeout,
    sign: identity ? (caller) => signer.sign(caller, name) : null,
  });
}

function databaseUrl({ kernel }: Foundation, role: SubgraphName | 'gateway' | 'worker'): string {
  const { databaseUrl: url } = kernel.environment;
  if (!url) throw new Error('DATABASE_URL is not set. Only `npm start` brings a database of its own.');
  return roleUrl(url, kernel.secrets.secretKey, role);
}
