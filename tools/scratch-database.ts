import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../program/migrate';
import { startEmbeddedPostgres } from '../shared/embedded/postgres';

/** A migrated database that exists for this one piece of work. */
export async function withScratchDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'liftbay-scratch-'));
  try {
    const postgres = await startEmbeddedPostgres({
      folder: join(folder, 'postgres'),
      settings: { fsync: 'off' },
    });
    try {
      await migrate(postgres.url, randomBytes(32).toString('base64url'));
      return await work(postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
