import { join } from 'node:path';
import { startEmbeddedPostgres } from '../shared/embedded/postgres';
import type { Environment } from '../shared/environment';
import { loadSecrets } from '../shared/secrets';

/** The environment with a database in it, whether the installation brought one or not. */
export interface Settled {
  environment: Environment;
  databaseUrl: string;
  secretKey: string;
}

/** Runs the work with the database that DATABASE_URL names, or with one of its own, stopped at the end. */
export async function withDatabase(
  environment: Environment,
  command: string,
  work: (settled: Settled) => Promise<void>,
): Promise<void> {
  const { secretKey } = loadSecrets(environment);
  if (environment.databaseUrl) return work({ environment, databaseUrl: environment.databaseUrl, secretKey });
  if (command !== 'all' && command !== 'migrate') {
    // A gateway for another supergraph needs no database; the other roles say so themselves.
    return work({ environment, databaseUrl: '', secretKey });
  }
  const postgres = await startEmbeddedPostgres({
    folder: join(environment.dataFolder, 'postgres'),
    say: (line) => console.log(line),
  });
  try {
    await work({
      environment: { ...environment, databaseUrl: postgres.url },
      databaseUrl: postgres.url,
      secretKey,
    });
  } finally {
    await postgres.stop();
  }
}
