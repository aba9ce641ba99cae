import { findBinaries } from './binaries';
import { openCluster } from './cluster';
import { connectionUrl, ensureDatabase } from './connection';
import { clusterFolder, prepareFolder } from './data-folder';
import { adoptOrphan } from './orphan';
import { acquireOwnerLock } from './owner-lock';
import { reachableBinaries } from './reachable-binaries';
import { launch, type Server, stopServer } from './server';
import { serverUser } from './server-user';

export interface EmbeddedPostgres {
  /** The superuser's: postgres://owner:password@127.0.0.1:port/database */
  readonly url: string;
  /** True when a server was taken over that an earlier, killed run had left behind. */
  readonly adopted: boolean;
  /** Stops the server, whether started or adopted; done when its process has ended. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where the data, the password and the server's log are kept; made where it is missing. */
  readonly folder: string;
  readonly database?: string;
  /** PostgreSQL's own, by name. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Hears what a developer at the terminal wants to know. */
  readonly say?: (line: string) => void;
}

/**
 * A PostgreSQL of our own, on a machine that has none. Whatever stands in its way is thrown as an Error whose
 * message is meant for the terminal.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const installed = await findBinaries();
  const folder = await prepareFolder(options.folder);
  const lock = await acquireOwnerLock(folder);
  try {
    return await startOwned(options, folder, installed, lock.release);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function startOwned(
  options: EmbeddedPostgresOptions,
  folder: string,
  installed: Awaited<ReturnType<typeof findBinaries>>,
  release: () => Promise<void>,
): Promise<EmbeddedPostgres> {
  const { database = 'liftbay', settings = {}, say = () => undefined } = options;
  const user = await serverUser(clusterFolder(folder));
  const binaries = await reachableBinaries(installed, user, say);
  const durable = settings.fsync !== 'off';
  const password = await openCluster({ folder, binaries, user, durable, say });

  const orphan = await adoptOrphan(folder, password, say);
  const server = orphan ?? (await launch({ folder, binaries, user, password, settings }));
  await ensureDatabase(server.port, password, database).catch(async (error) => {
    await stopServer(server.process);
    throw error;
  });
  return {
    url: connectionUrl(server.port, password, database),
    adopted: orphan !== undefined,
    stop: stopOnce(server, release),
  };
}

/** However often it is asked for: one signal more would turn the shutdown into a faster, rougher one. */
function stopOnce(server: Server, release: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= stopServer(server.process).finally(release);
    return stopping;
  };
}
