import { join } from 'node:path';
import { startEmbeddedPostgres } from '../shared/embedded/postgres';
import type { Environment } from '../shared/environment';
import type { Command } from './command';
import type { OpenParts } from './open-parts';

/**
 * The environment with a database in it, whether the installation brought one or not. Where it brings none, the
 * whole system has its own; a single role has to be told.
 */
export async function settleDatabase(
  command: Command,
  environment: Environment,
  parts: OpenParts,
): Promise<Environment> {
  if (environment.databaseUrl || (command !== 'all' && command !== 'migrate')) return environment;
  const postgres = await startEmbeddedPostgres({
    folder: join(environment.dataFolder, 'postgres'),
    say: (line) => console.log(line),
  });
  parts.add(() => postgres.stop());
  return { ...environment, databaseUrl: postgres.url };
}
