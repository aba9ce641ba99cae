import 'reflect-metadata';
import { Client as PostgresClient } from 'pg';
import { startRole } from '../../program/start-role';
import { freePort } from '../../shared/embedded/free-port';
import { readEnvironment } from '../../shared/environment';
import { Log } from '../../shared/log';
import { GraphClient } from './client';
import { cloneDatabase } from './databases';
import { startEightProcesses } from './eight-processes';
import { baseEnvironment } from './environment';
import { runState } from './run-state';
import { openShop, type Shop, type ShopOptions } from './shop';

export interface GraphOptions {
  /** Variables of the program that this file needs; the graph is then not shared with other files. */
  environment?: Record<string, string>;
  /** A database that no other file writes to, in both shapes. */
  own?: boolean;
}

/** A running graph, reached as clients reach it: over HTTP. */
export interface TestGraph {
  url: string;
  databaseUrl: string;
  /** The administrator of the database, past all row-level security: to look at what is stored, to move time. */
  sql<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  anonymous(): GraphClient;
  withToken(token: string): GraphClient;
  shop(options?: Partial<ShopOptions>): Promise<Shop>;
}

/** Starts (or, in the eight-process shape, joins) a graph for the tests of this file. */
export function useGraph(options: GraphOptions = {}): TestGraph {
  const graph = { url: '', databaseUrl: '' };
  let admin: PostgresClient;
  let stop = async () => {};
  beforeAll(async () => {
    const started = await start(options);
    stop = started.stop;
    graph.url = started.url;
    graph.databaseUrl = started.databaseUrl;
    admin = new PostgresClient({ connectionString: started.databaseUrl });
    await admin.connect();
  }, 90_000);
  afterAll(async () => {
    await admin?.end();
    await stop();
  }, 60_000);
  return Object.assign(graph, {
    ...callersOf(graph),
    sql: async <T extends object>(text: string, values: unknown[] = []) =>
      (await admin.query<T>(text, values)).rows,
  });
}

export type Callers = Pick<TestGraph, 'anonymous' | 'withToken' | 'shop'>;

/** Clients of whatever listens at an address, which may become known later. */
export function callersOf(place: { url: string }): Callers {
  const callers: Callers = {
    anonymous: () => new GraphClient(place.url, null),
    withToken: (token) => new GraphClient(place.url, token),
    shop: (options = {}) => openShop(callers, options),
  };
  return callers;
}

interface Started {
  url: string;
  databaseUrl: string;
  stop(): Promise<void>;
}

async function start({ environment = {}, own = false }: GraphOptions): Promise<Started> {
  const { shape, sharedGraph } = runState();
  const alone = own || Object.keys(environment).length > 0;
  if (shape === 'eight') {
    if (sharedGraph && !alone) return { ...sharedGraph, stop: async () => {} };
    return startEightProcesses('own', environment);
  }
  const database = await cloneDatabase(process.env.JEST_WORKER_ID ?? 'file');
  const port = await freePort();
  const settings = readEnvironment({ ...baseEnvironment(database.url, port), ...environment });
  const running = await startRole('all', settings, new Log(settings.logLevel));
  return {
    url: running.url!,
    databaseUrl: database.url,
    async stop() {
      await running.close();
      await database.drop();
    },
  };
}
