import { Client } from 'pg';
import { APPS } from '../../program/apps';
import { cloneDatabase } from '../harness/databases';
import { SCHEMAS } from './catalogue';
import { NOT_OF_A_CUSTOMER } from './personal-columns';

/** Columns that say whose a row is: a customer’s id, by whatever name. */
const WHOSE = '^(customer_id|owner_id|former_owner_id)$';
/** Columns that are named like something of a person: what identifies them, and what they or others say of them. */
const PERSONAL =
  '(^|_)(first_name|last_name|full_name|email|phone|recipient|street|postal_code|address|user_agent|date_of_birth|' +
  'tax_number|body|person|comment|complaint|notes?|reason|words|evidence|caption|instructions)$';

const COLUMNS = `
  select n.nspname || '.' || c.relname as table, a.attname as column, a.attname ~ $2 as whose
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = any($1)
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind in ('r', 'p') and not c.relispartition and (a.attname ~ $2 or a.attname ~ $3)
  order by 1, a.attnum`;

interface Column {
  table: string;
  column: string;
  whose: boolean;
}

const sections = APPS.flatMap(({ name, personalData }) =>
  Object.entries(personalData?.sections ?? {}).map(([section, table]) => ({ app: name, section, table })),
);
const covered = new Set(sections.map(({ table }) => table));

/** What of these is in no section of any export, and is not excepted with a reason. */
const forgotten = (columns: readonly Column[]): string[] =>
  columns.flatMap(({ table, column }) =>
    covered.has(table) || table in NOT_OF_A_CUSTOMER || `${table}.${column}` in NOT_OF_A_CUSTOMER
      ? []
      : `${table}.${column}`,
  );

describe('personal data', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let client: Client;
  const columns = async (): Promise<Column[]> =>
    (await client.query<Column>(COLUMNS, [SCHEMAS, WHOSE, PERSONAL])).rows;

  beforeAll(async () => {
    database = await cloneDatabase('personal');
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  it('is declared by every subgraph, if only to say that there is none', () => {
    expect(APPS.filter(({ personalData }) => !personalData).map(({ name }) => name)).toEqual([]);
    for (const { name, handlers, tasks } of APPS) {
      expect(tasks.map((task) => task.name)).toContain(`${name}-personal-data`);
      const does = handlers.map((handler) => `${handler.event} ${handler.name}`);
      expect(does).toContain(`PersonalDataRequested ${name}.collect-personal-data`);
      if (name !== 'customer') expect(does).toContain(`CustomerErased ${name}.erase-personal-data`);
    }
  });

  it('of a customer is in a section of the export, in every table there is', async () => {
    expect(forgotten(await columns())).toEqual([]);
  });

  it('is declared for tables that there are, of the subgraph itself', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p')`,
    );
    const tables = new Set(rows.map(({ name }) => name));
    expect(sections.filter(({ table }) => !tables.has(table))).toEqual([]);
    const ownSchema = ({ app, table }: (typeof sections)[number]) =>
      table.startsWith(`${app}.`) || table === 'platform.audit_log';
    expect(sections.filter((section) => !ownSchema(section))).toEqual([]);
  });

  it('needs each of the listed exceptions', async () => {
    const found = await columns();
    const needed = new Set(found.flatMap(({ table, column }) => [table, `${table}.${column}`]));
    expect(Object.keys(NOT_OF_A_CUSTOMER).filter((name) => !needed.has(name) || covered.has(name))).toEqual(
      [],
    );
  });

  it('would not pass with a new table of a customer, or one with a phone', async () => {
    await client.query('begin');
    try {
      await client.query(`create table vehicle.loan (organisation_id uuid, id uuid, customer_id uuid);
        create table workshop.visitor (organisation_id uuid, id uuid, phone text)`);
      expect(forgotten(await columns())).toEqual(['vehicle.loan.customer_id', 'workshop.visitor.phone']);
    } finally {
      await client.query('rollback');
    }
  });
});
