import { Client } from 'pg';
import { everyOrganisation } from '../../shared/invariants/audit';
import { tenantId } from '../../subgraphs/customer/identity/tenant-id';
import { DEMO_SHOPS } from './shops';

const EMPTY =
  'Make an empty database and name it in DATABASE_URL, or leave that out to have one in the data folder.';

/** Refuses what somebody else has data in: nothing of a demo can be taken out of there again. */
export async function requireDemoDatabase(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ migrated: boolean; strange: string | null }>(
      `select to_regclass('platform.tenant_clock') is not null as migrated,
         (select schemaname || '.' || tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema') limit 1) as strange`,
    );
    const [{ migrated, strange }] = rows as [(typeof rows)[0]];
    if (!migrated && strange)
      throw new Error(`This database is not a demo shop’s: it has ${strange}. ${EMPTY}`);
    if (!migrated) return;
  } finally {
    await client.end();
  }
  const ours = new Set(DEMO_SHOPS.map(({ key }) => tenantId(key)));
  const others = (await everyOrganisation(databaseUrl)).filter((id) => !ours.has(id));
  if (others.length > 0)
    throw new Error(`This database is not a demo shop’s: organisations of others are in it. ${EMPTY}`);
}
