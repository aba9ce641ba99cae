import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../shared/embedded/postgres';
import { cloneDatabase, urlOf } from '../harness/databases';
import { baseEnvironment } from '../harness/environment';
import { ownPort } from '../harness/own-port';
import { cleanUp, newFolder, Program, traces } from './program.fixtures';

const KEYS = {
  SECRET_KEY: randomBytes(32).toString('base64url'),
  ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
};
const SECRETS = JSON.stringify({ secretKey: KEYS.SECRET_KEY, encryptionKeys: KEYS.ENCRYPTION_KEYS });
const FAST = { fsync: 'off', full_page_writes: 'off', shared_buffers: '16MB' };

let given: EmbeddedPostgres;
let taken: Server;
let takenPort: string;

beforeAll(async () => {
  given = await startEmbeddedPostgres({ folder: join(await newFolder(), 'given'), settings: FAST });
  const client = new Client({ connectionString: given.url });
  await client.connect();
  await client.query("create role plain login password 'plain'");
  await client.end();
  takenPort = String(await ownPort());
  taken = createServer().listen(Number(takenPort), '127.0.0.1');
});

afterAll(async () => {
  await given.stop();
  taken.close();
  await cleanUp();
});

interface Refusal {
  command?: string;
  environment?: Record<string, string>;
  prepare?(folder: string): Promise<unknown>;
}

/** The one line with which a start ends that cannot succeed. */
async function refusal({ command, environment = {}, prepare }: Refusal): Promise<string> {
  const folder = await newFolder();
  await prepare?.(folder);
  const program = await Program.start({ folder, command, environment });
  expect(await program.ended).toEqual({ code: 1, signal: null });
  expect(program.stdout).not.toContain('Liftbay is at');
  expect(traces(folder)).toEqual([]);
  if (environment.DATABASE_URL) expect(existsSync(join(folder, 'postgres'))).toBe(false);
  const lines = program.stderr.split('\n');
  expect([lines.length, lines[1], program.stderr]).toEqual([2, '', program.stderr]);
  return lines[0]!;
}

const as = (user: string, password: string, database = 'liftbay') => {
  const url = new URL(urlOf(given.url, database));
  Object.assign(url, { username: user, password });
  return url.toString();
};

/** Starts all of them at once: most of the time is node loading packages. */
function eachIsRefused(rows: [what: string, refused: () => Refusal, line: RegExp][]): void {
  const lines = new Map<string, string>();
  beforeAll(async () => {
    await Promise.all(rows.map(async ([what, refused]) => lines.set(what, await refusal(refused()))));
  });
  it.each(rows)('%s', (what, _refused, line) => expect(lines.get(what)).toMatch(line));
}

describe('what is said wrongly', () => {
  const given = (environment: Record<string, string>) => () => ({ environment });
  eachIsRefused([
    [
      'a role that there is not',
      () => ({ command: 'gatekeeper' }),
      /^There is no role "gatekeeper"\. Choose one of: all, gateway, customer, .*, worker, migrate\.$/,
    ],
    ['a port that is none', given({ PORT: '70000' }), /^PORT must be a whole number from 0 to 65535/],
    [
      'a level that is none',
      given({ LOG_LEVEL: 'loud' }),
      /^LOG_LEVEL must be one of debug, .*, not "loud"\.$/,
    ],
    [
      'no secret beside a database',
      given({ DATABASE_URL: 'postgres://u@127.0.0.1/d' }),
      /^SECRET_KEY is not set\. See \.env\.example for how to make one\.$/,
    ],
    [
      'a database that is not PostgreSQL',
      given({ ...KEYS, DATABASE_URL: 'mysql://127.0.0.1/d' }),
      /^DATABASE_URL must be a URL such as postgres:\/\//,
    ],
    [
      'a password that is not encoded',
      given({ ...KEYS, DATABASE_URL: 'postgres://u:100%@127.0.0.1/d' }),
      /^DATABASE_URL must be a URL such as postgres:\/\//,
    ],
    [
      'a key that is too short',
      given({ ENCRYPTION_KEYS: `k1:${'a'.repeat(40)}` }),
      /^ENCRYPTION_KEYS: Keyring entry 1 \(k1\): the key must be 32 bytes in base64\. See \.env\.example/,
    ],
    [
      'a role without a database',
      () => ({ command: 'customer', environment: KEYS }),
      /^DATABASE_URL is not set: only the whole system brings a database of its own\.$/,
    ],
  ]);
});

describe('a database that is not to be had', () => {
  const at = (url: () => string, command?: string) => () => ({
    command,
    environment: { ...KEYS, DATABASE_URL: url() },
  });
  const mayNotMakeRoles =
    /the login "plain" may not prepare the database .* \(permission denied .*\)\. Put one into DATABASE_URL that may create roles/;
  eachIsRefused([
    [
      'because nobody listens there',
      at(() => 'postgres://u:p@localhost:9/d'),
      /^Liftbay cannot start: the PostgreSQL at localhost:9 does not answer \(ECONNREFUSED\)\. Start it, or correct DATABASE_URL\.$/,
    ],
    [
      'because the password is wrong',
      at(() => as('plain', 'wrong')),
      /refuses the login \(password authentication failed for user "plain"\)\. Correct user and password in DATABASE_URL\.$/,
    ],
    [
      'because it does not exist',
      at(() => as('plain', 'plain', 'lift')),
      /has no database "lift"\. Create it, or correct DATABASE_URL\.$/,
    ],
    ['because the login may not make roles', at(() => as('plain', 'plain')), mayNotMakeRoles],
    ['because it may not, for migrate', at(() => as('plain', 'plain'), 'migrate'), mayNotMakeRoles],
    [
      'because nobody has migrated it',
      at(() => given.url, 'customer'),
      /does not let liftbay_customer in\. Migrate first, with the same SECRET_KEY: node dist\/main\.js migrate$/,
    ],
  ]);
});

describe('a port that is taken', () => {
  const line = () =>
    `Liftbay cannot start: port ${takenPort} is taken. Stop what listens there, or choose another, such as PORT=${Number(takenPort) + 1}.`;

  it('for the whole system, whose database and filling end again', async () => {
    expect(await refusal({ environment: { PORT: takenPort } })).toBe(line());
  });

  it('for a role', async () => {
    const database = await cloneDatabase('taken');
    const { DATA_FOLDER: _folder, ...environment } = baseEnvironment(database.url, Number(takenPort));
    const commands = ['customer', 'gateway', 'worker'];
    const lines = await Promise.all(commands.map((command) => refusal({ command, environment })));
    expect(lines).toEqual([line(), line(), line()]);
    await database.drop();
  });
});

describe('a data folder that cannot be used', () => {
  const MOVE = /Move the folder away to start with an empty one, or set DATABASE_URL to a PostgreSQL server/;

  it('because something else is in it', async () => {
    const line = await refusal({
      prepare: async (folder) => {
        await mkdir(join(folder, 'postgres/cluster'), { recursive: true });
        await writeFile(join(folder, 'postgres/cluster/thesis.txt'), 'mine');
        await writeFile(join(folder, 'secrets.json'), SECRETS);
      },
    });
    expect(line).toMatch(/^Liftbay cannot start: The data folder .* does not hold a PostgreSQL cluster\. /);
    expect(line).toMatch(MOVE);
  });

  it('because it is a file', async () => {
    const environment = { DATA_FOLDER: join(await newFolder(), 'file') };
    await writeFile(environment.DATA_FOLDER, '');
    expect(await refusal({ environment })).toMatch(
      /the data folder .*\/file cannot be used \(EEXIST at .*\)\. Put that right, or set DATA_FOLDER to another\.$/,
    );
  });

  it('because it was damaged, or lost its secrets', async () => {
    const folder = await newFolder();
    const environment = { DATA_FOLDER: folder };
    await writeFile(join(folder, 'secrets.json'), SECRETS);
    await (await startEmbeddedPostgres({ folder: join(folder, 'postgres'), settings: FAST })).stop();
    await truncate(join(folder, 'postgres/cluster/global/pg_control'), 100);
    const line = await refusal({ environment });
    expect(line).toMatch(
      /^Liftbay cannot start: PostgreSQL did not start on the data folder .*: (FATAL|PANIC): /,
    );
    expect(line).toMatch(MOVE);
    expect(line).toMatch(/server\.log\.$/);

    await writeFile(join(folder, 'secrets.json'), '{"secretKey":');
    expect(await refusal({ environment })).toMatch(
      /secrets\.json does not hold the secrets .* or move the data folder away to start anew\.$/,
    );
    await rm(join(folder, 'secrets.json'));
    expect(await refusal({ environment })).toMatch(
      /secrets\.json is gone, and its database is there\. Put it back from a backup/,
    );
    expect(existsSync(join(folder, 'secrets.json'))).toBe(false);
  });

  it('because another program uses it, which goes on', async () => {
    const folder = await newFolder();
    const first = await Program.start({ folder });
    await first.answers();
    const second = await Program.start({ folder });
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.stderr).toMatch(
      /^Liftbay cannot start: Another instance is using the data folder .* \(pid \d+\)\. Stop it first, or give this one a folder of its own\.\n$/,
    );
    expect((await first.client().send('{ __typename }')).status).toBe(200);
    first.interrupt();
    expect(await first.ended).toEqual({ code: 0, signal: null });
  });
});

it('a supergraph that is not there', async () => {
  const database = await cloneDatabase('supergraph');
  const { DATA_FOLDER: _folder, ...environment } = baseEnvironment(database.url, await ownPort());
  const SUPERGRAPH_FILE = join(await newFolder(), 'none.graphql');
  expect(await refusal({ environment: { ...environment, SUPERGRAPH_FILE } })).toMatch(
    /the supergraph cannot be read \(ENOENT at .*none\.graphql\)\. Correct SUPERGRAPH_FILE, or write ours with: npm run schema\.$/,
  );
  await database.drop();
});
