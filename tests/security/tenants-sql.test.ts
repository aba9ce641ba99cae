import { Client } from 'pg';
import { LOGIN_ROLES, type LoginRole, roleUrl } from '../../shared/database/roles';
import { SUBGRAPHS } from '../../shared/environment';
import { SCHEMAS } from '../architecture/catalogue';
import { isGlobal } from '../architecture/global-tables';
import { useGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import { Stored } from './stored.fixtures';
import { traces } from './traces.fixtures';
import { type FilledShop, openFilledShop } from './two-shops.fixtures';

/**
 * Whoever could send any SQL as one of the program’s own roles would read and change nothing without a scope, and
 * nothing of another organisation under the scope of one.
 */
const graph = useGraph();
const stored = new Stored(graph);
let theirs: FilledShop;
let ours: FilledShop;
let leaked: (text: string) => string[];

beforeAll(async () => {
  theirs = await openFilledShop(graph, stored);
  ours = await openFilledShop(graph, stored);
  leaked = traces(await stored.ids(theirs.id), theirs.marker);
});

const INSUFFICIENT_PRIVILEGE = '42501';
/** A view of several tables, which nobody writes through. */
const NOT_UPDATABLE = '55000';
/** What was issued is not changed by anybody: a trigger refuses, by a constraint of this name. */
const KEPT_FOR_EVER = '_kept';
const RELATIONS = `
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = any($1)
  where c.relkind = any($2) order by 1`;

const relations = async (kinds = ['r', 'p', 'v', 'm']): Promise<string[]> => {
  const rows = await graph.sql<{ name: string }>(RELATIONS, [SCHEMAS, kinds]);
  return rows.map(({ name }) => name).filter((name) => !isGlobal(name));
};
const views = () => relations(['v']);

/** As one of the roles, in a transaction that is not kept, under the scope of an organisation or under none. */
async function asRole<T>(role: LoginRole, scope: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: roleUrl(graph.databaseUrl, runState().secretKey, role) });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('liftbay.organisation', $1, true)", [scope]);
    return await work(client);
  } finally {
    await client.end();
  }
}

interface Tried {
  rows: string;
  count: number;
}

/** What a statement gave; null when the role may not do such a thing at all. */
async function attempt(client: Client, text: string, values: unknown[] = []): Promise<Tried | null> {
  await client.query('savepoint attempt');
  try {
    const { rows, rowCount } = await client.query(text, values);
    return { rows: JSON.stringify(rows), count: rowCount ?? 0 };
  } catch (error) {
    await client.query('rollback to attempt');
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === INSUFFICIENT_PRIVILEGE || code === NOT_UPDATABLE || constraint?.endsWith(KEPT_FOR_EVER))
      return null;
    throw error;
  }
}

const scopes = [
  ['without a scope', () => '', () => 0],
  ['under the scope of another organisation', () => ours.id, () => 1],
] as const;

describe.each(LOGIN_ROLES)('%s', (role) => {
  test.each(scopes)('reads nothing of an organisation %s', async (_, scope, least) => {
    await asRole(role, scope(), async (client) => {
      for (const name of await relations()) {
        const read = await attempt(client, `select t::text from ${name} t`);
        if (!read) continue;
        expect([name, leaked(read.rows)]).toEqual([name, []]);
        if (least() === 0) expect([name, read.count]).toEqual([name, 0]);
      }
    });
  });

  test.each(scopes)('changes nothing of an organisation %s', async (_, scope) => {
    await asRole(role, scope(), async (client) => {
      for (const name of (await stored.tenantTables()).keys()) {
        const tried = [
          `update ${name} set organisation_id = organisation_id where organisation_id = $1`,
          `delete from ${name} where organisation_id = $1`,
          `update ${name} set organisation_id = $1`,
        ];
        for (const text of tried)
          expect([text, (await attempt(client, text, [theirs.id]))?.count ?? 0]).toEqual([text, 0]);
      }
      for (const view of await views()) expect(await attempt(client, `delete from ${view}`)).toBeNull();
    });
  });

  test('puts nothing into another organisation', async () => {
    await asRole(role, ours.id, async (client) => {
      for (const [table, columns] of await stored.tenantTables()) {
        const names = columns.flatMap(({ column, generated }) => (generated ? [] : [column]));
        const values = names.map((column) => (column === 'organisation_id' ? '$1::uuid' : column));
        const copied = await attempt(
          client,
          `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table}`,
          [theirs.id],
        );
        expect([table, copied?.count ?? 0]).toEqual([table, 0]);
      }
    });
  });
});

test('the roles of the subgraphs do read their own organisation, under its scope', async () => {
  for (const role of SUBGRAPHS) {
    const texts = await asRole(role, theirs.id, async (client) => {
      const all: string[] = [];
      for (const name of await relations())
        all.push((await attempt(client, `select t::text from ${name} t`))?.rows ?? '');
      return all.join('');
    });
    expect([role, leaked(texts)]).toEqual([role, expect.arrayContaining([theirs.marker])]);
  }
});

/** What each function that runs with rights of its own is asked, and by which role, for what the other has. */
const PROBES: Readonly<Record<string, [LoginRole, string, string] | string>> = {
  'customer.principal': ['gateway', `customer.principal('USER', $1)`, 'customer.session'],
  'customer.client_principal': [
    'gateway',
    'customer.client_principal($1, null)',
    'customer.api_client_secret',
  ],
  'customer.registered_document': [
    'gateway',
    `customer.registered_document($1, (select encode(sha256(convert_to('query ' || $2 || ' { me { kind } }', 'UTF8')), 'hex')))`,
    'customer.api_client',
  ],
  'customer.note_client_use': 'writes under the scope of the session alone',
  'platform.find_link': ['customer', 'platform.find_link(null, $1, now())', 'platform.link'],
  'platform.use_link': ['customer', 'nullif(platform.use_link($1, now()), false)', 'platform.link'],
  'platform.revoke_links': [
    'customer',
    'platform.revoke_links(array[$1::uuid], null, null, now())',
    'platform.link',
  ],
  'platform.take_event': ['vehicle', `platform.take_event(1, 'probe ' || $1)`, 'platform.event'],
  'platform.event_bounds': 'two numbers of the session’s organisation alone',
  'platform.events_after': [
    'gateway',
    'platform.events_after(0, 100000) where subject_id = $1',
    'workshop.job_card',
  ],
  'platform.forget_events': 'deletes under the scope of the session alone',
  'platform.claim_key': [
    'customer',
    `platform.claim_key('createRole', 'Role ' || $2, $1::text)`,
    'customer.role',
  ],
  'platform.redact_audit': [
    'customer',
    `nullif(platform.redact_audit('Customer', array[$1::uuid]), 0)`,
    'customer.customer',
  ],
  'platform.revoke_links_of': [
    'customer',
    'nullif(platform.revoke_links_of($1, now()), 0)',
    'customer.customer',
  ],
  'platform.redact_actor': 'empties columns under the scope of the session alone',
  'customer.erase_complaint_reasons': 'empties a column under the scope of the session alone',
  'vehicle.erase_reading_notes': 'empties a column under the scope of the session alone',
  'workshop.erase_photo_words': 'empties columns under the scope of the session alone',
  'workshop.erase_stage_notes': 'empties a column under the scope of the session alone',
  'workshop.erase_appointment_reasons': 'empties a column under the scope of the session alone',
  'workshop.erase_home_service_reasons': 'empties a column under the scope of the session alone',
  'workshop.erase_job_card_reasons': 'empties a column under the scope of the session alone',
  'workshop.erase_service_request_reasons': 'empties a column under the scope of the session alone',
  'platform.create_link': 'writes under the scope of the session alone',
  'platform.finish_key': 'writes under the scope of the session alone',
  'platform.listen': 'writes under the scope of the session alone',
  'platform.note_access': 'writes under the scope of the session alone',
  'platform.queue_health': 'counts under the scope of the session alone',
  'platform.next_number': 'counts under the scope of the session alone',
  'platform.set_clock': 'writes under the scope of the session alone',
  'platform.tick': 'makes jobs of what is due, of everybody, and answers how many',
  'platform.settle': 'writes under the scope of the session alone',
  'platform.enqueue': 'no login role may call it',
  'platform.clean_up': 'deletes what is out of date, of everybody, and answers nothing',
  'platform.hit': 'counts by a hash, of no organisation',
  'platform.forget_hits': 'counts by a hash, of no organisation',
  'platform.give_hit_back': 'counts by a hash, of no organisation',
  'customer.organisation_by_slug': 'the slug is what people know of an organisation before they sign in',
  'customer.only_organisation': 'nothing where there are several',
  'customer.organisations_that_wrote':
    'by the hash of an address, for a word that came from it: ids of organisations alone',
  'customer.kept_messages':
    'for the outbox of developers: ids alone, which only their own organisation can read',
};

describe('functions that run with rights of their own', () => {
  test('are all probed, or it is said why not', async () => {
    const rows = await graph.sql<{ name: string }>(
      `select distinct f.oid::regproc::text as name from pg_proc f
       join pg_namespace n on n.oid = f.pronamespace and n.nspname = any($1) where f.prosecdef order by 1`,
      [SCHEMAS],
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(PROBES).sort());
  });

  const probes = Object.entries(PROBES).flatMap(([name, probe]) =>
    typeof probe === 'string' ? [] : [[name, ...probe] as const],
  );

  test.each(probes)('%s gives nothing of another organisation', async (_, role, call, table) => {
    const [id] = (await stored.records(theirs.id)).get(table)!;
    const values = call.includes('$2') ? [id, theirs.marker] : [id];
    const ask = (scope: string) =>
      asRole(role, scope, (client) => attempt(client, `select * from ${call}`, values));
    expect(leaked((await ask(ours.id))!.rows)).toEqual([]);
    const own = await ask(theirs.id);
    expect(own!.rows).not.toBe((await ask(ours.id))!.rows);
  });
});
