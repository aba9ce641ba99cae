import { setTimeout as pause } from 'node:timers/promises';
import { runMigrations as runGraphileMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { bootstrapDatabase } from './bootstrap';
import { ownerUrl } from './roles';
import { silentLogger } from './silent-logger';

export type MigrationClass = new () => MigrationInterface;

/** One folder of migrations for each schema, in the order in which they run. */
export interface MigrationSet {
  schema: string;
  migrations: MigrationClass[];
}

const MIGRATION_LOCK = 5_170_002;

/**
 * Brings a database up to date, from nothing or from any earlier state. Two that start at once take turns:
 * TypeORM has no lock of its own, and a blocking wait would deadlock with CREATE INDEX CONCURRENTLY, so the
 * lock is polled.
 */
export async function migrateDatabase(
  databaseUrl: string,
  secretKey: string,
  sets: MigrationSet[],
): Promise<string[]> {
  const lock = new Client({ connectionString: databaseUrl });
  // A server that goes away fails the migration; the idle connection must not end the process first.
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    await untilLocked(lock);
    await bootstrapDatabase(databaseUrl, secretKey);
    const url = ownerUrl(databaseUrl);
    await runGraphileMigrations({ connectionString: url, logger: silentLogger() });
    const done: string[] = [];
    for (const set of sets) done.push(...(await migrateSchema(url, set)));
    return done;
  } finally {
    await lock.end();
  }
}

async function untilLocked(client: Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      MIGRATION_LOCK,
    ]);
    if (rows[0]!.locked) return;
    await pause(100);
  }
}

async function migrateSchema(url: string, set: MigrationSet): Promise<string[]> {
  const source = await new DataSource({
    type: 'postgres',
    url,
    schema: set.schema,
    installExtensions: false,
    migrations: set.migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    poolSize: 1,
  }).initialize();
  try {
    const run = await source.runMigrations();
    return run.map((migration) => `${set.schema}: ${migration.name}`);
  } finally {
    await source.destroy();
  }
}
