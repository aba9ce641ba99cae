import { Client } from 'pg';
import { LOGIN_ROLES, type LoginRole, roleUrl } from '../../shared/database/roles';
import { newId } from '../../shared/ids';
import { cloneDatabase } from '../harness/databases';
import { runState } from '../harness/run-state';
import { SCHEMAS } from './catalogue';
import { isGlobal } from './global-tables';
import { fillEveryTable } from './sample-rows';

const INSUFFICIENT_PRIVILEGE = '42501';

const RELATIONS = `
  select format('%I.%I', n.nspname, c.relname) as name, c.relkind in ('r', 'p') as "isTable"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = any($1)
  where c.relkind in ('r', 'p', 'v', 'm') order by 1`;

interface Relation {
  name: string;
  isTable: boolean;
}

/** Rows that the role sees of each relation; what it may not read is left out. */
async function visible(client: Client, relations: readonly Relation[]): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  for (const { name } of relations) {
    try {
      const { rows } = await client.query<{ count: string }>(`select count(*) from ${name}`);
      seen.set(name, Number(rows[0]!.count));
    } catch (error) {
      if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
    }
  }
  return seen;
}

describe('a raw SELECT, with rows of two organisations in every table', () => {
  const organisations = [newId(), newId()] as const;
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let relations: Relation[];
  let filled: string[];

  beforeAll(async () => {
    database = await cloneDatabase('unscoped');
    const administrator = new Client({ connectionString: database.url });
    await administrator.connect();
    filled = await fillEveryTable(administrator, SCHEMAS, organisations);
    relations = (await administrator.query<Relation>(RELATIONS, [SCHEMAS])).rows.filter(
      ({ name }) => !isGlobal(name),
    );
    await administrator.end();
  });

  afterAll(() => database?.drop());

  async function asRole<T>(role: LoginRole, work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: roleUrl(database.url, runState().secretKey, role) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  it('has something to hide in every table', async () => {
    const administrator = new Client({ connectionString: database.url });
    await administrator.connect();
    const seen = await visible(
      administrator,
      relations.filter(({ isTable }) => isTable),
    );
    await administrator.end();
    expect(filled.length).toBeGreaterThan(20);
    expect([...seen].filter(([name, rows]) => filled.includes(name) && rows !== 2)).toEqual([]);
    expect(filled.filter((name) => !seen.has(name))).toEqual([]);
  });

  it.each(LOGIN_ROLES)('%s sees no row without a scope', async (role) => {
    const seen = await asRole(role, (client) => visible(client, relations));
    expect([...seen].filter(([, rows]) => rows > 0)).toEqual([]);
  });

  it.each(LOGIN_ROLES)('%s sees no row with an empty or an invented scope', async (role) => {
    for (const scope of ['', newId()]) {
      const seen = await asRole(role, async (client) => {
        await client.query("select set_config('liftbay.organisation', $1, false)", [scope]);
        return visible(client, relations);
      });
      expect([...seen].filter(([, rows]) => rows > 0)).toEqual([]);
    }
  });

  it.each(LOGIN_ROLES)('%s sees the rows of the organisation in its scope, and of no other', async (role) => {
    const seen = await asRole(role, async (client) => {
      await client.query("select set_config('liftbay.organisation', $1, false)", [organisations[0]]);
      return visible(client, relations);
    });
    const ofTables = [...seen].filter(([name]) => filled.includes(name));
    expect(ofTables.filter(([, rows]) => rows !== 1)).toEqual([]);
    expect([...seen].filter(([, rows]) => rows > 1)).toEqual([]);
  });

  it('lets each subgraph with tables of its own read them', async () => {
    const readers = new Map<LoginRole, number>();
    for (const role of LOGIN_ROLES)
      readers.set(role, (await asRole(role, (c) => visible(c, relations))).size);
    expect([...readers].filter(([, count]) => count > 0).map(([role]) => role)).toEqual(
      expect.arrayContaining([
        'customer',
        'vehicle',
        'workshop',
        'inventory',
        'billing',
        'reporting',
        'worker',
      ]),
    );
    expect(readers.get('gateway')).toBe(0);
  });
});
