import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { APPS } from '../../program/apps';
import { SnakeNaming } from '../../shared/database/naming';
import { secretsOf } from '../../shared/organisation-records/secret';
import { cloneDatabase } from '../harness/databases';
import { SCHEMAS } from './catalogue';
import { isGlobal } from './global-tables';
import { NO_RECORDS } from './records-left-out';

/** Of texts that everybody may know who may read the row. */
const NO_SECRET = new Set(['customer.persisted_document.hash', 'customer.webhook_endpoint.document_hash']);
const LIKE_A_SECRET = /(hash|secret|token|password|(tracking|recovery|access)_code|(api|private)_key)$/;

const TABLES = `
  select n.nspname || '.' || c.relname as table from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = any($1)
  where c.relkind in ('r', 'p') and not c.relispartition order by 1`;

/** What copies of an organisation's records consist of: the tables of all entities. */
async function described() {
  const entities = APPS.flatMap((app) => app.entities);
  const source = new DataSource({ type: 'postgres', entities, namingStrategy: new SnakeNaming() });
  await (source as unknown as { buildMetadatas(): Promise<void> }).buildMetadatas();
  return source.entityMetadatas;
}

test('each table of an organisation is in the copy of its records, or it is said why not', async () => {
  const database = await cloneDatabase('records');
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string }>(TABLES, [SCHEMAS]);
    const metadata = await described();
    const copied = new Set(metadata.map(({ schema, tableName }) => `${schema}.${tableName}`));
    const missing = rows.map(({ table }) => table).filter((table) => !copied.has(table) && !isGlobal(table));
    expect(missing).toEqual(Object.keys(NO_RECORDS).sort());
  } finally {
    await client.end();
    await database.drop();
  }
});

test('each column that is called like a secret is marked as one', async () => {
  const unmarked = (await described()).flatMap(({ schema, tableName, target, columns }) => {
    const secrets = secretsOf(target as new () => object);
    return columns
      .filter(
        ({ databaseName, propertyName }) => LIKE_A_SECRET.test(databaseName) && !secrets.has(propertyName),
      )
      .map(({ databaseName }) => `${schema}.${tableName}.${databaseName}`)
      .filter((column) => !NO_SECRET.has(column));
  });
  expect(unmarked).toEqual([]);
});
