import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findBinaries } from '../../shared/embedded/binaries';
import { poll } from '../../shared/embedded/poll';
import { identify, waitUntilGone } from '../../shared/embedded/processes';
import { reachableBinaries } from '../../shared/embedded/reachable-binaries';
import {
  connect,
  killOwners,
  living,
  makeBase,
  nextMessage,
  postmasterPid,
  query,
  removeBase,
  serverProcesses,
  start,
  startOwner,
  stopAll,
} from './embedded-postgres.fixtures';

let base: string;
let folders = 0;
const newFolder = () => {
  folders += 1;
  return join(base, `data-${folders}`);
};
const namesIn = (path: string): Promise<string[]> => readdir(path).catch(() => []);

beforeAll(async () => {
  base = await makeBase();
});
afterEach(stopAll);
afterAll(removeBase);

describe('the embedded PostgreSQL', () => {
  test('makes a durable UTF-8 cluster that only its password opens, whatever the environment says', async () => {
    const folder = newFolder();
    const odd = { LANG: 'C', LC_ALL: 'xx_YY', TZ: 'Asia/Kathmandu', PGSSLMODE: 'require' };
    const { url = '', adopted } = await nextMessage(startOwner(folder, {}, odd));

    expect(adopted).toBe(false);
    expect(url).toMatch(/^postgres:\/\/liftbay_admin:[^@]{20,}@127\.0\.0\.1:\d+\/liftbay$/);
    const [row] = await query(
      url,
      `select current_database() as database, pg_encoding_to_char(encoding) as encoding,
         datlocprovider as provider, datlocale as locale, datcollate as "collate",
         current_setting('timezone') as timezone, current_setting('fsync') as fsync,
         current_setting('jit') as jit, current_setting('max_connections') as connections,
         current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets
       from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({
      ...{ database: 'liftbay', encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', collate: 'C' },
      ...{
        timezone: 'UTC',
        fsync: 'on',
        jit: 'off',
        connections: '200',
        addresses: '127.0.0.1',
        sockets: '',
      },
    });
    expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600);
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
  });

  test('stops without leaving a process, and has the data at the next start', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await query(first.url, 'create table kept as select 42 as answer');
    const processes = await serverProcesses(first.url, folder);
    expect(processes.length).toBeGreaterThan(3);

    await Promise.all([first.stop(), first.stop()]);
    expect(await living(processes)).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(['cluster', 'password', 'server.log']);

    const second = await start(folder);
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('refuses a second owner, in this process or another, and leaves the first one alone', async () => {
    const folder = newFolder();
    const { url } = await start(folder);
    const refusal = `Another instance is using the data folder ${folder} (pid ${process.pid})`;
    await expect(start(folder)).rejects.toThrow(refusal);
    expect(await nextMessage(startOwner(folder))).toMatchObject({
      error: expect.stringContaining(refusal),
    });
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('lets one win when several start at the same moment', async () => {
    const folder = newFolder();
    const answers = await Promise.all([1, 2, 3].map(() => nextMessage(startOwner(folder))));
    expect(answers.filter((answer) => answer.url)).toHaveLength(1);
    expect(answers.filter((answer) => answer.error?.includes('Another instance'))).toHaveLength(2);
    await killOwners();
    expect((await start(folder)).adopted).toBe(true);
  });

  test('takes over the server of a killed owner, with its data, and stops it in the end', async () => {
    const folder = newFolder();
    const { url = '' } = await nextMessage(startOwner(folder));
    await query(url, 'create table kept as select 42 as answer');
    const processes = await serverProcesses(url, folder);
    await killOwners();

    const next = await start(folder);
    expect(next).toMatchObject({ adopted: true, url });
    expect(await query(next.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await next.stop();
    expect(await living(processes)).toEqual([]);
  });

  test('replaces a left server that does not answer any more', async () => {
    const folder = newFolder();
    const { url = '' } = await nextMessage(startOwner(folder));
    await query(url, 'create table kept as select 42 as answer');
    const processes = await serverProcesses(url, folder);
    await killOwners();
    process.kill(await postmasterPid(folder), 'SIGSTOP');

    const next = await start(folder);
    expect(next.adopted).toBe(false);
    expect(await living(processes)).toEqual([]);
    expect(await query(next.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('recovers when the server was killed as well, once its last busy process has ended', async () => {
    const folder = newFolder();
    const { url = '' } = await nextMessage(startOwner(folder));
    await query(url, 'create table kept as select 42 as answer');
    const busy = await connect(url);
    busy.query('do $$ begin loop end loop; end $$').catch(() => undefined);
    await poll(60_000, async () => {
      const [row] = await query(
        url,
        `select from pg_stat_activity where query like 'do %' and state = 'active'`,
      );
      return row;
    });
    await killOwners();
    const postmaster = await identify(await postmasterPid(folder));
    process.kill(postmaster!.pid, 'SIGKILL');
    await waitUntilGone(postmaster!, 60_000);
    const restarted = start(folder);
    await busy.end();

    expect((await restarted).adopted).toBe(false);
    expect(await query((await restarted).url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('keeps the server up when Ctrl-C reaches the whole process group', async () => {
    const folder = newFolder();
    const owner = startOwner(folder);
    const { url = '' } = await nextMessage(owner);
    process.kill(-owner.pid!, 'SIGINT');
    expect(await nextMessage(owner)).toEqual({ interrupted: true });
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await killOwners();
    await start(folder);
  });

  test('starts over after an initdb that was killed half-way', async () => {
    const folder = newFolder();
    startOwner(folder);
    const halfWay = await poll(60_000, async () => {
      const staging = (await namesIn(folder)).find((name) => name.startsWith('initdb-'));
      const made = staging ? await namesIn(join(folder, staging, 'data')) : [];
      return made.includes('base') ? staging : undefined;
    });
    await killOwners();
    expect(halfWay).toBeDefined();
    expect(await namesIn(folder)).not.toContain('cluster');
    const { url } = await start(folder);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test.each([
    ['of a process that is gone', '4194000'],
    ['of some other process', String(process.ppid)],
    ['with nonsense', 'nonsense'],
    ['that is empty', ''],
  ])('copes with a stale pid file %s', async (_case, firstLine) => {
    const folder = newFolder();
    const first = await start(folder);
    const pidFile = await readFile(join(folder, 'cluster/postmaster.pid'), 'utf8');
    await first.stop();
    const stale = firstLine === '' ? '' : pidFile.replace(/^\d+/, firstLine);
    await writeFile(join(folder, 'cluster/postmaster.pid'), stale);
    const { url, adopted } = await start(folder);
    expect(adopted).toBe(false);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('what cannot work is one error that says what to do', () => {
  const ADVICE = 'Move the folder away to start with an empty one, or set DATABASE_URL';

  test('no package for the platform', async () => {
    await expect(findBinaries('plan9-mips')).rejects.toThrow(
      /@embedded-postgres\/plan9-mips is not installed.*DATABASE_URL/,
    );
  });

  test('a path that is no folder', async () => {
    const file = join(base, 'file');
    await writeFile(file, '');
    await expect(start(file)).rejects.toThrow(ADVICE);
    await expect(start(join(file, 'below'))).rejects.toThrow(ADVICE);
  });

  test('a folder that holds something else, and stays as it was', async () => {
    const folder = newFolder();
    await mkdir(join(folder, 'cluster'), { recursive: true });
    await writeFile(join(folder, 'cluster/thesis.txt'), 'mine');
    await expect(start(folder)).rejects.toThrow(`does not hold a PostgreSQL cluster. ${ADVICE}`);
    expect(await readdir(folder, { recursive: true })).toEqual(['cluster', 'cluster/thesis.txt']);
  });

  test('a damaged cluster, one of another version, and one without its password', async () => {
    const folder = newFolder();
    await (await start(folder)).stop();

    await truncate(join(folder, 'cluster/global/pg_control'), 100);
    const failure = await start(folder).catch((error: Error) => error.message);
    expect(failure).toContain(ADVICE);
    expect(failure).toMatch(/^PostgreSQL did not start on .*: (FATAL|PANIC): .*pg_control.*server\.log\.$/);

    await rm(join(folder, 'password'));
    await expect(start(folder)).rejects.toThrow(/password file cannot be read .*ENOENT/);

    await writeFile(join(folder, 'cluster/PG_VERSION'), '15\n');
    await expect(start(folder)).rejects.toThrow(
      `PostgreSQL 15 made it, and this is PostgreSQL 18. ${ADVICE}`,
    );
  });
});

const asRoot = process.getuid?.() === 0;
if (!asRoot)
  console.warn('Not run, because they need root: the tests of what root does below a private folder.');

(asRoot ? describe : describe.skip)('as root, below a folder that is closed to everybody else', () => {
  let secret: string;

  beforeAll(async () => {
    secret = join(base, 'secret');
    await mkdir(secret, { mode: 0o700 });
  });

  test('the data stay in their folder, under a user that is not root', async () => {
    const folder = join(secret, 'data');
    const first = await start(folder);
    await query(first.url, 'create table kept as select 42 as answer');
    expect((await stat(join(folder, 'cluster'))).uid).not.toBe(0);
    const status = await readFile(`/proc/${await postmasterPid(folder)}/status`, 'utf8');
    expect(status).not.toMatch(/^Uid:.*\t0\b/m);
    await first.stop();
    expect(await query((await start(folder)).url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('a copy that root made of such a folder is a cluster of its own', async () => {
    const [original, copy] = [join(secret, 'original'), join(secret, 'copy')];
    await query((await start(original)).url, 'create table kept as select 42 as answer; checkpoint');
    await cp(original, copy, { recursive: true, filter: (path) => !/owner-/.test(path) });
    const { url, adopted } = await start(copy);
    expect(adopted).toBe(false);
    expect(await query(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('the programs are copied to where that user can run them, once', async () => {
    const installed = await findBinaries();
    const [hidden, place] = [join(secret, 'native'), join(base, 'place')];
    await mkdir(place);
    await cp(installed.native, hidden, { recursive: true, verbatimSymlinks: true });
    await chmod(join(hidden, 'bin/postgres'), 0o700);
    const said: string[] = [];
    const nobody = { uid: 65534, gid: 65534 };
    const binaries = { ...installed, native: hidden, postgres: join(hidden, 'bin/postgres') };
    const locate = () => reachableBinaries(binaries, nobody, (line) => said.push(line), [secret, place]);

    const { native, postgres } = await locate();
    expect(dirname(native)).toBe(place);
    expect(await readdir(place)).toHaveLength(1);
    expect(await locate()).toMatchObject({ native });
    expect(said).toHaveLength(1);
    const { stdout } = await promisify(execFile)(postgres, ['--version'], nobody);
    expect(stdout).toContain('postgres (PostgreSQL) 18');
  });
});
