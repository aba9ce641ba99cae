import { join } from 'node:path';
import { startEmbeddedPostgres } from '../shared/embedded/postgres';
import { runningPostgres } from '../shared/embedded/running';
import type { Environment } from '../shared/environment';

/** The database of DATABASE_URL, or the program's own: as it runs, or, where it does not, started for this. */
export async function onDatabase<T>(
  { databaseUrl, dataFolder }: Environment,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const folder = join(dataFolder, 'postgres');
  const running = databaseUrl ?? (await runningPostgres(folder));
  if (running) return work(running);
  const postgres = await startEmbeddedPostgres({ folder });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}
