import type { Client } from 'pg';
import { isGlobal } from './global-tables';

interface Column {
  table: string;
  column: string;
  type: string;
  array: boolean;
}

/** A value of the type, as SQL. */
const VALUES: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: 'md5(random()::text)',
  bool: 'false',
  int2: '1',
  int4: '1',
  int8: '1',
  numeric: '1',
  date: 'current_date',
  time: 'localtime',
  timestamptz: 'now()',
  tstzrange: "tstzrange(now(), now() + interval '1 hour')",
  interval: "interval '1 hour'",
  jsonb: `'{}'`,
  bytea: `'\\x00'`,
  inet: `'127.0.0.1'`,
};

const REQUIRED_COLUMNS = `
  select format('%I.%I', n.nspname, c.relname) as table, quote_ident(a.attname) as column, t.typname as type,
    t.typcategory = 'A' as array
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = any($1)
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attnotnull
    and a.attgenerated = '' and a.attidentity = ''
  join pg_type t on t.oid = a.atttypid
  where c.relkind in ('r', 'p') and not c.relispartition
  order by 1, a.attnum`;

/**
 * One row for each organisation in every table that organisations have rows in, written past checks and foreign
 * keys: what is tested with them is who may see a row, not what is in it. Tells the tables.
 */
export async function fillEveryTable(
  administrator: Client,
  schemas: readonly string[],
  organisations: readonly string[],
): Promise<string[]> {
  const { rows } = await administrator.query<Column>(REQUIRED_COLUMNS, [schemas]);
  const tables = new Map<string, Column[]>();
  for (const row of rows)
    if (!isGlobal(row.table)) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  await administrator.query("set session_replication_role = 'replica'");
  await dropChecks(administrator, schemas);
  for (const [table, columns] of tables)
    for (const organisation of organisations) {
      const names = columns.map(({ column }) => column).join(', ');
      const values = columns.map((column) => sampleValue(column, organisation)).join(', ');
      await administrator.query(`insert into ${table} (${names}) values (${values})`);
    }
  await administrator.query("set session_replication_role = 'origin'");
  return [...tables.keys()];
}

function sampleValue({ table, column, type, array }: Column, organisation: string): string {
  if (column === 'organisation_id') return `'${organisation}'`;
  const value = array ? `'{}'` : VALUES[type];
  if (!value) throw new Error(`There is no sample value for ${table}.${column} of type ${type}.`);
  return value;
}

async function dropChecks(administrator: Client, schemas: readonly string[]): Promise<void> {
  const { rows } = await administrator.query<{ statement: string }>(
    `select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as statement
     from pg_constraint k join pg_namespace n on n.oid = k.connamespace and n.nspname = any($1)
     where k.contype = 'c' and k.coninhcount = 0 and k.conrelid <> 0`,
    [schemas],
  );
  for (const { statement } of rows) await administrator.query(statement);
}
