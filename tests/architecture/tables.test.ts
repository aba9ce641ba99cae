import { Client } from 'pg';
import { cloneDatabase } from '../harness/databases';
import { breaches, ROLE_RULES, RULES } from './catalogue';
import { GLOBAL_TABLES, GLOBAL_UNIQUE_KEYS, GRANTS_ELSEWHERE, isGlobal } from './global-tables';

type Rule = keyof typeof RULES | keyof typeof ROLE_RULES;

const isExcepted = (thing: string): boolean =>
  isGlobal(thing) || thing in GLOBAL_UNIQUE_KEYS || thing in GRANTS_ELSEWHERE;

/** A table, a view and functions that break every rule, made by a careless superuser. */
const CARELESS = `
create table vehicle.wheel (id uuid primary key, organisation_id uuid, label text);
create unique index wheel_label on vehicle.wheel (label);
alter table vehicle.wheel add foreign key (id) references vehicle.wheel (id);
create policy tenant on vehicle.wheel using (true);
create policy shortcut on vehicle.wheel to liftbay_vehicle using (true);
grant select on vehicle.wheel to public, liftbay_billing;
create table vehicle.half (organisation_id uuid, id uuid, primary key (organisation_id, id));
alter table vehicle.half enable row level security;
create table vehicle.part (organisation_id uuid, id uuid, primary key (organisation_id, id)) partition by hash (id);
create table vehicle.part_0 partition of vehicle.part for values with (modulus 1, remainder 0);
call platform.protect('vehicle.part');
create view vehicle.everything as select * from vehicle.vehicle;
create materialized view vehicle.stale as select * from vehicle.vehicle;
grant update on platform.audit_log to liftbay_customer;
create function vehicle.tell() returns integer language sql security definer as 'select 1';
create function vehicle.own() returns integer language sql as 'select 1';
grant usage, create on schema vehicle to liftbay_vehicle;
alter function vehicle.own() owner to liftbay_vehicle;
grant liftbay_owner to liftbay_vehicle;
alter role liftbay_vehicle createdb;
`;
const FOUND: Readonly<Record<Rule, string[]>> = {
  'a primary key that begins with organisation_id': ['vehicle.wheel'],
  'every other unique key and exclusion begins with organisation_id': ['vehicle.wheel_label'],
  'every foreign key begins with organisation_id on both sides': ['vehicle.wheel_id_fkey'],
  'row-level security on and forced': ['vehicle.half', 'vehicle.part_0', 'vehicle.wheel'],
  'the tenant policy, for all and for everything': ['vehicle.half', 'vehicle.part_0', 'vehicle.wheel'],
  'no other policy but for a role that cannot log in': ['vehicle.wheel shortcut'],
  'no privilege for everybody': ['vehicle.wheel'],
  'no materialised view, which no policy would protect': ['vehicle.stale'],
  'no view of one who is past all policies': ['vehicle.everything', 'vehicle.stale'],
  'an audit log that nobody can change': ['platform.audit_log liftbay_customer UPDATE'],
  'no function that everybody may call': ['vehicle.own()', 'vehicle.tell()'],
  'a fixed search path for every function that runs as its owner': ['vehicle.tell()'],
  'no function that runs past all policies': ['vehicle.tell()'],
  'no login role owns anything': ['liftbay_vehicle owns function vehicle.own()'],
  'no login role is more than a login': ['liftbay_vehicle'],
  'no login role can become another role': ['liftbay_vehicle is liftbay_owner'],
  'a login role reads and writes in its own schema alone': [
    'liftbay_billing on vehicle.wheel',
    'liftbay_customer on platform.audit_log',
  ],
};

describe('the migrated database', () => {
  const rules = [...Object.keys(RULES), ...Object.keys(ROLE_RULES)] as Rule[];
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let client: Client;

  beforeAll(async () => {
    database = await cloneDatabase('tables');
    client = new Client({ connectionString: database.url });
    await client.connect();
  });

  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  it.each(rules)('%s', async (rule) => {
    const broken = await breaches(client, rule);
    expect(broken.filter((thing) => !isExcepted(thing))).toEqual([]);
  });

  it('needs each of the listed exceptions', async () => {
    const broken = new Set<string>();
    for (const rule of rules) for (const thing of await breaches(client, rule)) broken.add(thing);
    const listed = [GLOBAL_TABLES, GLOBAL_UNIQUE_KEYS, GRANTS_ELSEWHERE].flatMap((list) => Object.keys(list));
    expect(listed.filter((thing) => !broken.has(thing))).toEqual([]);
  });

  it('would not pass with a careless table, view or function in it', async () => {
    await client.query('begin');
    try {
      await client.query(CARELESS);
      for (const rule of rules) {
        const broken = await breaches(client, rule);
        expect({ [rule]: broken.filter((thing) => !isExcepted(thing)) }).toEqual({ [rule]: FOUND[rule] });
      }
    } finally {
      await client.query('rollback');
    }
  });
});
