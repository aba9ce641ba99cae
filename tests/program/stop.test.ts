import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { cloneDatabase } from '../harness/databases';
import { baseEnvironment } from '../harness/environment';
import { signInAs } from './demo.fixtures';
import {
  cleanUp,
  newFolder,
  Program,
  postgresProcesses,
  runningPostgres,
  stillAlive,
  traces,
} from './program.fixtures';

afterAll(cleanUp);

const ENDED_WELL = { code: 0, signal: null };

/** Says when the first of the large packages is asked for: main.ts has hardly begun then. */
const TELL_LOADING = `
  const Module = require('node:module');
  const load = Module._load;
  Module._load = function (name, ...rest) {
    if (name === 'typeorm') require('node:fs').writeSync(1, 'loading typeorm\\n');
    return load.call(this, name, ...rest);
  };`;

/** Moments of a first start, each told by what is there then. */
const MOMENTS: Record<string, (program: Program, folder: string) => Promise<unknown>> = {
  'while it loads its packages': (program) => program.said(/loading typeorm/),
  'while initdb makes the database': (program) => program.said(/Making a PostgreSQL data folder/),
  'once its server runs': (program, folder) => program.until('its server ran', () => runningPostgres(folder)),
};

describe('Ctrl-C in the middle of a start', () => {
  it.each(Object.keys(MOMENTS))('%s: ends it, and leaves nothing running', async (moment) => {
    const folder = await newFolder();
    const hook = join(folder, 'hook.js');
    await writeFile(hook, TELL_LOADING);
    const program = await Program.start({ folder, environment: { NODE_OPTIONS: `--require ${hook}` } });
    await MOMENTS[moment]!(program, folder);
    const server = await runningPostgres(folder);
    program.interrupt();
    expect(await program.ended).toEqual(ENDED_WELL);
    expect(await stillAlive(server ? [server] : [])).toEqual([]);
    expect(traces(folder)).toEqual([]);
    expect(program.stdout).not.toContain('Liftbay is at');
    expect(program.stderr).not.toContain('cannot start');
  });
});

describe('a running program', () => {
  it('ends in the middle of its filling, whoever hangs on the line', async () => {
    const folder = await newFolder();
    const program = await Program.start({ folder });
    await program.answers();
    const halfway = connect(Number(new URL(program.url).port), '127.0.0.1');
    halfway.on('error', () => undefined);
    await once(halfway, 'connect');
    halfway.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    );
    await (await signInAs(program, 'admin')).ask('{ organisation { name } }');
    const processes = await postgresProcesses(folder);

    program.signal('SIGTERM');
    // In order and in time: after its patience it would end with an error.
    expect(await program.ended).toEqual(ENDED_WELL);
    expect(await stillAlive(processes)).toEqual([]);
    expect(traces(folder)).toEqual([]);
    expect(program.stdout).not.toContain('100 %');
    halfway.destroy();
  });

  it.each(['customer', 'worker', 'migrate'])('ends in order as %s, too', async (command) => {
    const database = await cloneDatabase(command);
    const { PORT: _port, DATA_FOLDER: _folder, ...environment } = baseEnvironment(database.url, 0);
    const program = await Program.start({ folder: await newFolder(), command, environment });
    if (command === 'migrate') await program.said(/Nothing to migrate/);
    else await program.said(new RegExp(`^${command} is `));
    program.signal('SIGTERM');
    expect([await program.ended, program.stderr]).toEqual([ENDED_WELL, '']);
    await database.drop();
  });
});
