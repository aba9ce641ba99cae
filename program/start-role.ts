import { join } from 'node:path';
import { roleUrl } from '../shared/database/roles';
import {
  type Environment,
  EnvironmentError,
  type Role,
  SUBGRAPHS,
  type SubgraphName,
} from '../shared/environment';
import { type RunningWorker, startWorker } from '../shared/events/worker';
import type { Log } from '../shared/log';
import { Metrics } from '../shared/metrics/metrics';
import { poolGauges } from '../shared/metrics/pool-gauges';
import { HttpLink } from '../shared/subgraph/http-link';
import type { Kernel } from '../shared/subgraph/kernel';
import { serveSubgraph } from '../shared/subgraph/serve';
import { Subgraph } from '../shared/subgraph/subgraph';
import { type Foundation, layFoundation } from './kernel';
import { loadApp } from './load-app';
import { OpenParts } from './open-parts';
import { SCHEMA_FOLDER } from './schema-folder';
import { serveWorkerState } from './worker-endpoint';

export interface Running {
  /** Where it listens. */
  url: string;
  close(): Promise<void>;
}

const SUPERGRAPH_FILE = join(SCHEMA_FOLDER, 'supergraph.graphql');

const gatewayModule = () => require('../gateway/start') as typeof import('../gateway/start');
const demoModule = () => require('./demo/fill-demo') as typeof import('./demo/fill-demo');

/** Starts one role of the program; `close` ends it in the reverse order. What cannot start leaves nothing open. */
export async function startRole(role: Role, environment: Environment, log: Log): Promise<Running> {
  const parts = new OpenParts();
  try {
    const foundation = await layFoundation(environment, log.with({ role }));
    parts.add(() => foundation.close());
    const url = await startParts(role, foundation, parts);
    return { url, close: () => parts.close() };
  } catch (error) {
    await parts.close().catch(() => undefined);
    throw error;
  }
}

function startParts(role: Role, foundation: Foundation, parts: OpenParts): Promise<string> {
  switch (role) {
    case 'all':
      return startAll(foundation, parts);
    case 'gateway':
      return startGatewayRole(foundation, parts);
    case 'worker':
      return startWorkerRole(foundation, parts);
    default:
      return startSubgraphRole(role, foundation, parts);
  }
}

/** The whole system without a door, for a program of its own to ask. */
export async function openSystem(
  environment: Environment,
  log: Log,
): Promise<{ kernel: Kernel; close(): Promise<void> }> {
  const parts = new OpenParts();
  try {
    const foundation = await layFoundation(environment, log);
    parts.add(() => foundation.close());
    await openWhole(foundation, parts);
    return { kernel: foundation.kernel, close: () => parts.close() };
  } catch (error) {
    await parts.close().catch(() => undefined);
    throw error;
  }
}

async function openWhole(
  foundation: Foundation,
  parts: OpenParts,
): Promise<{ subgraphs: Subgraph[]; worker: RunningWorker }> {
  const subgraphs = await openSubgraphs(foundation, parts);
  for (const subgraph of subgraphs) foundation.links.set(subgraph.app.name, subgraph);
  return { subgraphs, worker: await openWorker(foundation, subgraphs, parts) };
}

async function startAll(foundation: Foundation, parts: OpenParts): Promise<string> {
  const { kernel, links } = foundation;
  const { subgraphs, worker } = await openWhole(foundation, parts);
  if (kernel.environment.demo) {
    const demo = await demoModule().fillDemo(kernel);
    parts.add(() => demo.stop());
  }
  const gateway = await gatewayModule().startGateway({
    kernel,
    databaseUrl: databaseUrl(foundation, 'gateway'),
    supergraphFile: kernel.environment.supergraphFile ?? SUPERGRAPH_FILE,
    linkTo: (name) => links.get(name as SubgraphName)!,
    localFiles: foundation.localFiles,
    dependencies: subgraphs.map((subgraph) => ({ name: subgraph.app.name, ready: () => subgraph.ready() })),
    gauges: [...worker.gauges, ...poolGauges(subgraphs)],
  });
  parts.add(() => gateway.close());
  return gateway.url;
}

async function startGatewayRole(foundation: Foundation, parts: OpenParts): Promise<string> {
  const { kernel, links } = foundation;
  const { environment } = kernel;
  linkPeers(foundation, parts);
  const ours = [...links].map(([name, link]) => ({ name, ready: () => (link as HttpLink).ready() }));
  const gateway = await gatewayModule().startGateway({
    kernel,
    databaseUrl: environment.identity ? databaseUrl(foundation, 'gateway') : null,
    supergraphFile: environment.supergraphFile ?? SUPERGRAPH_FILE,
    linkTo: (name, url) => links.get(name as SubgraphName) ?? httpLink(foundation, name, url ?? '', parts),
    localFiles: foundation.localFiles,
    dependencies: ours,
    gauges: [],
  });
  parts.add(() => gateway.close());
  return gateway.url;
}

async function startSubgraphRole(
  name: SubgraphName,
  foundation: Foundation,
  parts: OpenParts,
): Promise<string> {
  linkPeers(foundation, parts);
  const { kernel } = foundation;
  const subgraph = await openSubgraph(name, foundation, parts);
  const { host, port, bodyLimit } = kernel.environment;
  const metrics = new Metrics({ process: true });
  for (const gauge of poolGauges([subgraph])) metrics.gauge(gauge);
  const served = await serveSubgraph({ subgraph, signer: foundation.signer, host, port, bodyLimit, metrics });
  parts.add(() => served.close());
  return served.url;
}

async function startWorkerRole(foundation: Foundation, parts: OpenParts): Promise<string> {
  linkPeers(foundation, parts);
  const subgraphs = await openSubgraphs(foundation, parts);
  const worker = await openWorker(foundation, subgraphs, parts);
  const metrics = new Metrics({ process: true });
  for (const gauge of [...worker.gauges, ...poolGauges(subgraphs)]) metrics.gauge(gauge);
  const served = await serveWorkerState(foundation.kernel.environment, metrics);
  parts.add(() => served.close());
  return served.url;
}

/** All of them are waited for, whatever one of them does: what opens after the others were closed stays open. */
async function openSubgraphs(foundation: Foundation, parts: OpenParts): Promise<Subgraph[]> {
  const opened = await Promise.allSettled(SUBGRAPHS.map((name) => openSubgraph(name, foundation, parts)));
  return opened.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

async function openSubgraph(name: SubgraphName, foundation: Foundation, parts: OpenParts): Promise<Subgraph> {
  const { environment, secrets } = foundation.kernel;
  const replica = name === 'reporting' ? environment.reportingDatabaseUrl : null;
  const subgraph = await Subgraph.open(
    loadApp(name),
    foundation.kernel,
    databaseUrl(foundation, name),
    replica && roleUrl(replica, secrets.secretKey, name),
  );
  parts.add(() => subgraph.close());
  return subgraph;
}

async function openWorker(
  foundation: Foundation,
  subgraphs: readonly Subgraph[],
  parts: OpenParts,
): Promise<RunningWorker> {
  const { kernel } = foundation;
  const worker = await startWorker({
    subgraphs,
    url: databaseUrl(foundation, 'worker'),
    kernel,
    concurrency: 4,
  });
  parts.add(() => worker.stop());
  return worker;
}

function linkPeers(foundation: Foundation, parts: OpenParts): void {
  for (const name of SUBGRAPHS) {
    const url = foundation.kernel.environment.subgraphUrls[name];
    if (url) foundation.links.set(name, httpLink(foundation, name, url, parts));
  }
}

function httpLink({ kernel, signer }: Foundation, name: string, url: string, parts: OpenParts): HttpLink {
  const { subgraphTimeout, identity } = kernel.environment;
  const link = new HttpLink({
    name,
    url,
    timeoutMs: subgraphTimeout,
    sign: identity ? (caller) => signer.sign(caller, name) : null,
  });
  parts.add(() => link.close());
  return link;
}

function databaseUrl({ kernel }: Foundation, role: SubgraphName | 'gateway' | 'worker'): string {
  const { databaseUrl: url } = kernel.environment;
  if (!url)
    throw new EnvironmentError(
      'DATABASE_URL is not set: only the whole system brings a database of its own.',
    );
  return roleUrl(url, kernel.secrets.secretKey, role);
}
