import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrationSets } from '../../migrations';
import { migrate } from '../../program/migrate';
import { bootstrapDatabase } from '../../shared/database/bootstrap';
import { type MigrationSet, migrateDatabase } from '../../shared/database/migrate';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../shared/embedded/postgres';
import { createDatabase, urlOf } from '../harness/databases';
import { dumpCatalogue } from './catalogue.fixtures';
import { cleanUp, newFolder, Program } from './program.fixtures';

const FAST = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
const SECRET_KEY = randomBytes(32).toString('base64url');
const ENCRYPTION_KEYS = `k1:${randomBytes(32).toString('base64')}`;

/** A cluster without any of our roles, so that migrating begins at nothing. */
let cluster: EmbeddedPostgres;
beforeAll(async () => {
  cluster = await startEmbeddedPostgres({ folder: join(await newFolder(), 'cluster'), settings: FAST });
});
afterAll(async () => {
  await cluster.stop();
  await cleanUp();
});

async function newDatabase(name: string): Promise<string> {
  await createDatabase(cluster.url, name);
  return urlOf(cluster.url, name);
}

async function copyOf(url: string, name: string): Promise<string> {
  await createDatabase(cluster.url, name, new URL(url).pathname.slice(1));
  return urlOf(cluster.url, name);
}

const migrateAsPerson = async (url: string) =>
  Program.start({
    folder: await newFolder(),
    command: 'migrate',
    environment: { DATABASE_URL: url, SECRET_KEY, ENCRYPTION_KEYS },
  });

async function recorded(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const names: string[] = [];
  for (const { schema } of migrationSets().filter((set) => set.migrations.length)) {
    const { rows } = await client.query<{ name: string }>(`select name from ${schema}.migration`);
    names.push(...rows.map(({ name }) => `${schema}: ${name}`));
  }
  await client.end();
  return names.sort();
}

const timeOf = (name: string): string => /\d{13}$/.exec(name)![0];

/** Every migration in the order in which it was written, which is the order of the states that a database can be in. */
const inOrder = migrationSets()
  .flatMap(({ schema, migrations }) => migrations.map(({ name }) => ({ schema, name })))
  .sort((a, b) => (timeOf(a.name) < timeOf(b.name) ? -1 : 1));
const all = inOrder.map(({ schema, name }) => `${schema}: ${name}`).sort();

function setsUpTo(last: string): MigrationSet[] {
  return migrationSets().map(({ schema, migrations }) => ({
    schema,
    migrations: migrations.filter(({ name }) => timeOf(name) <= timeOf(last)),
  }));
}

describe('migrating from nothing', () => {
  it('succeeds twice at once on one database, beside another one, in a cluster without roles', async () => {
    const [one, other] = [await newDatabase('at_once'), await newDatabase('other')];
    const programs = await Promise.all([one, one, other].map(migrateAsPerson));
    const endings = await Promise.all(programs.map(({ ended }) => ended));
    expect(programs.map(({ stderr }) => stderr)).toEqual(['', '', '']);
    expect(endings.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(await recorded(one)).toEqual(all);
    expect(await recorded(other)).toEqual(all);
    const said = programs.slice(0, 2).map(({ stdout }) => /^(Migrated|Nothing)/.exec(stdout)?.[0]);
    expect(said.sort()).toEqual(['Migrated', 'Nothing']);
    expect(await dumpCatalogue(one)).toEqual(await dumpCatalogue(other));
  });
});

it('prepares many databases of a cluster at once, which share their roles', async () => {
  const urls: string[] = [];
  for (let n = 0; n < 6; n += 1) urls.push(await newDatabase(`beside_${n}`));
  await Promise.all(urls.map((url) => bootstrapDatabase(url, SECRET_KEY)));
});

describe('migrating from every earlier state', () => {
  let fromNothing: Record<string, string[]>;
  /** Goes from one state to the next; a copy of it is what is brought up to date. */
  let growing: string;

  beforeAll(async () => {
    growing = await newDatabase('growing');
    const url = await newDatabase('from_nothing');
    await migrate(url, SECRET_KEY);
    fromNothing = await dumpCatalogue(url);
    expect(fromNothing.policies!.length).toBeGreaterThan(20);
    expect(fromNothing.functions!.length).toBeGreaterThan(20);
  });

  it.each(inOrder.slice(0, -1))('gives the same database: from $schema, $name', async ({ name }) => {
    await migrateDatabase(growing, SECRET_KEY, setsUpTo(name));
    const url = await copyOf(growing, `from_${name.toLowerCase()}`);
    expect(await dumpCatalogue(url)).not.toEqual(fromNothing);
    await migrate(url, SECRET_KEY);
    expect(await recorded(url)).toEqual(all);
    const dump = await dumpCatalogue(url);
    for (const kind of Object.keys(fromNothing))
      expect([kind, dump[kind]]).toEqual([kind, fromNothing[kind]]);
  });

  it('gives the same database to a login that is no superuser, but may make roles and owns the database', async () => {
    const hosted = await startEmbeddedPostgres({ folder: join(await newFolder(), 'hosted'), settings: FAST });
    try {
      const admin = new Client({ connectionString: hosted.url });
      await admin.connect();
      await admin.query("create role renter login createrole password 'rent'");
      await admin.query('create database rented owner renter');
      await admin.end();
      const url = Object.assign(new URL(urlOf(hosted.url, 'rented')), {
        username: 'renter',
        password: 'rent',
      });
      await migrate(url.toString(), SECRET_KEY);
      const dump = await dumpCatalogue(url.toString());
      for (const kind of ['relations', 'functions', 'policies'])
        expect([kind, dump[kind]]).toEqual([kind, fromNothing[kind]]);
    } finally {
      await hosted.stop();
    }
  });

  it('finds nothing to do the second time', async () => {
    const program = await migrateAsPerson(urlOf(cluster.url, 'from_nothing'));
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(program.stdout).toBe('Nothing to migrate.\n');
  });
});
