import { Client } from 'pg';
import { migrationSets } from '../migrations';
import { migrateDatabase } from '../shared/database/migrate';
import { ownerUrl } from '../shared/database/roles';
import { syncHandlers } from '../shared/events/sync-handlers';
import { APPS } from './apps';

/** The schema, and the data that follows from the code, brought up to date. Tells which migrations ran. */
export async function migrate(databaseUrl: string, secretKey: string): Promise<string[]> {
  const ran = await migrateDatabase(databaseUrl, secretKey, migrationSets());
  const client = new Client({ connectionString: ownerUrl(databaseUrl) });
  await client.connect();
  try {
    await syncHandlers(client, APPS);
    for (const app of APPS) await app.synchronise?.((text, values) => client.query(text, values));
  } finally {
    await client.end();
  }
  return ran;
}
