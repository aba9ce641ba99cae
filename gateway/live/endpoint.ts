import type { Kernel } from '../../shared/subgraph/kernel';
import type { CallerOptions } from '../callers';
import type { GatewayDatabase } from '../database';
import type { Graph } from '../graph';
import type { Cors } from '../http/cors';
import type { Principals } from '../principals';
import { Count, MOST_OF_A_CALLER, MOST_OF_AN_ADDRESS } from './caps';
import { EventLog } from './event-log';
import { Feeds } from './feeds';
import type { LiveParts } from './subscription';

/** What sockets and streams have in common. */
export interface LiveEndpoint extends LiveParts, CallerOptions {
  bodyLimit: number;
  /** Whether pages of this origin may call. */
  allowsOrigin(origin: string): boolean;
  addresses: Count;
  callers: Count;
}

interface Around {
  graph: Graph;
  database: GatewayDatabase;
  principals: Principals | null;
  crossOrigin: Cors;
  kernel: Kernel;
}

/** Begins to listen for words of new events. */
export async function openLive(around: Around): Promise<{ endpoint: LiveEndpoint; feeds: Feeds }> {
  const { graph, database, principals, crossOrigin, kernel } = around;
  const { log, topics, environment } = kernel;
  const eventLog = new EventLog(database);
  const feeds = new Feeds(eventLog, log);
  await feeds.listen(topics);
  principals?.onForgotten((organisationId) => feeds.wake(organisationId));
  const endpoint: LiveEndpoint = {
    graph,
    feeds,
    eventLog,
    log,
    principals,
    trustedProxies: environment.trustedProxies,
    bodyLimit: environment.bodyLimit,
    allowsOrigin: crossOrigin.allows,
    addresses: new Count(MOST_OF_AN_ADDRESS),
    callers: new Count(MOST_OF_A_CALLER),
  };
  return { endpoint, feeds };
}
