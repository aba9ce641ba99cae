import { execFile } from 'node:child_process';
import { chmod, chown, copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { canEnter, type User } from '../../shared/embedded/server-user';
import { signInAs } from './demo.fixtures';
import { cleanUp, newFolder, Program, postgresProcesses, ROOT, stillAlive, traces } from './program.fixtures';

const NOBODY: User = { uid: 65_534, gid: 65_534 };
const run = promisify(execFile);

/** Somebody without any rights: another user when the tests run as root, ourselves when they do not. */
const user = process.getuid?.() === 0 ? NOBODY : undefined;

let place: { node: string; root: string };
beforeAll(async () => {
  place = user ? await reachableBy(user) : { node: process.execPath, root: ROOT };
});
afterAll(cleanUp);

/** Where that user finds node and the program: here, or copies of them when here is a private folder. */
async function reachableBy(somebody: User): Promise<{ node: string; root: string }> {
  let [node, root] = [process.execPath, ROOT];
  const copies = await newFolder();
  if (!(await canEnter(somebody, dirname(node)))) {
    await copyFile(node, join(copies, 'node'));
    node = join(copies, 'node');
    await chmod(node, 0o755);
  }
  if (!(await canEnter(somebody, root))) {
    const names = (await readdir(root)).filter((name) => !/^(\.git|\.data|coverage)$/.test(name));
    const paths = names.map((name) => join(root, name));
    root = join(copies, 'root');
    await mkdir(root);
    // Links where the file system has them for us: the packages are large.
    await run('cp', ['-Rl', ...paths, root]).catch(() => run('cp', ['-Rp', ...paths, root]));
  }
  return { node, root };
}

describe('as a user without rights', () => {
  it('starts on a data folder of its own, serves, and ends', async () => {
    const folder = await newFolder();
    if (user) await chown(folder, user.uid, user.gid);
    const program = await Program.start({ folder, user, ...place });
    await program.answers();
    const manager = await signInAs(program, 'manager');
    const { organisation } = await manager.ask<{ organisation: { name: string } }>(
      '{ organisation { name } }',
    );
    expect(organisation.name).toBe('Carrozzeria Fagioli');
    const owner = (await stat(join(folder, 'postgres/cluster'))).uid;
    expect(owner).toBe(user?.uid ?? process.getuid?.());

    const processes = await postgresProcesses(folder);
    program.interrupt();
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(await stillAlive(processes)).toEqual([]);
    expect(traces(folder)).toEqual([]);
  });

  it('says in one line that the data folder belongs to somebody else', async () => {
    const folder = await newFolder();
    await chmod(folder, 0o555);
    const program = await Program.start({ folder, user, ...place });
    expect(await program.ended).toEqual({ code: 1, signal: null });
    expect(program.stderr).toMatch(
      /^Liftbay cannot start: the data folder .* cannot be used \(EACCES at .*\)\. Put that right, or set DATA_FOLDER to another\.\n$/,
    );
  });
});
