import 'reflect-metadata';
import { Client as PostgresClient } from 'pg';
import { GraphClient } from './client';
import { startEightProcesses, startOneProcess } from './eight-processes';
import { untilIdle } from './idle';
import { runState } from './run-state';
import { openShop, type Shop, type ShopOptions } from './shop';

/** A change of rows that no parameter chooses. */
const CHANGES_ALL = /^\s*(?:update|delete|truncate)\b(?!.*\$1)/is;

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

/** Joins the graph that the run has started, or starts one for the tests of this file alone. */
export function useGraph(options: GraphOptions = {}): TestGraph {
  const graph = { url: '', databaseUrl: '' };
  let isShared = false;
  let admin: PostgresClient;
  let stop = async () => {};
  beforeAll(async () => {
    const started = await start(options);
    stop = started.stop;
    isShared = started.isShared;
    graph.url = started.url;
    graph.databaseUrl = started.databaseUrl;
    admin = new PostgresClient({ connectionString: started.databaseUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin?.end();
    await stop();
  });
  const callers = callersOf(graph);
  const open: TestGraph = Object.assign(graph, {
    ...callers,
    sql: async <T extends object>(text: string, values: unknown[] = []) => {
      if (isShared && CHANGES_ALL.test(text))
        throw new Error(
          `Other files use this database as well: say with $1 whose rows are meant in "${text}".`,
        );
      return (await admin.query<T>(text, values)).rows;
    },
    // What a new organisation gets by and by, its stock locations for one, it has.
    shop: async (shop?: Partial<ShopOptions>) => {
      const made = await callers.shop(shop);
      await untilIdle(open, made.id);
      return made;
    },
  });
  return open;
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
  /** Other files use it at the same time. */
  isShared: boolean;
}

async function start({ environment = {}, own = false }: GraphOptions): Promise<Started> {
  const { shape, sharedGraph } = runState();
  const alone = own || Object.keys(environment).length > 0;
  if (sharedGraph && !alone) return { ...sharedGraph, isShared: true, stop: async () => {} };
  const started = await (shape === 'eight' ? startEightProcesses : startOneProcess)('own', environment);
  return { ...started, isShared: false };
}
