import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { countShop, signInAs } from './demo.fixtures';
import {
  cleanUp,
  newFolder,
  Program,
  postgresProcesses,
  runningPostgres,
  stillAlive,
  traces,
} from './program.fixtures';

let folder: string;
beforeAll(async () => {
  folder = await newFolder();
});
afterAll(cleanUp);

async function kill(program: Program): Promise<void> {
  program.signal('SIGKILL');
  expect(await program.ended).toEqual({ code: null, signal: 'SIGKILL' });
}

describe('starts that are killed, one after another on the same data folder', () => {
  it('in the middle of making the database', async () => {
    const program = await Program.start({ folder });
    await program.said(/Making a PostgreSQL data folder/);
    await kill(program);
    expect(await runningPostgres(folder)).toBeUndefined();
  });

  it('in the middle of the migration', async () => {
    const program = await Program.start({ folder });
    await program.until('its server ran', () => runningPostgres(folder));
    await kill(program);
    expect(program.stdout).not.toContain('Liftbay is at');
  });

  it('in the middle of the filling', async () => {
    const program = await Program.start({ folder });
    await program.said(/Filling the demo shop: 25 %/);
    await kill(program);
    expect(program.stdout).not.toContain('100 %');
    expect(await runningPostgres(folder)).toBeDefined();
  });

  it('leave nothing that the next one cannot cope with: it completes the shop, and nothing is there twice', async () => {
    // As an initdb leaves it that outlived the first of them, and wrote on while the second removed its folder.
    mkdirSync(join(folder, 'postgres', 'initdb-outlived'));
    const program = await Program.start({ folder });
    await program.said(/Took over the PostgreSQL that an earlier run left behind/);
    await program.answers();
    await program.said(/Filling the demo shop: 100 %/);

    const admin = await signInAs(program, 'admin');
    expect(await countShop(admin)).toEqual({ customers: 202, vehicles: 302, jobCards: 518 });
    const { serviceCentres, users } = await admin.ask<Standing>(
      '{ serviceCentres { nodes { code } } users(first: 100) { nodes { email } } }',
    );
    expect(serviceCentres.nodes.map(({ code }) => code)).toEqual(['BOLOGNA', 'MODENA']);
    expect(users.nodes).toHaveLength(15);

    const processes = await postgresProcesses(folder);
    program.interrupt();
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(await stillAlive(processes)).toEqual([]);
    expect(traces(folder)).toEqual([]);
  });
});

interface Standing {
  serviceCentres: { nodes: { code: string }[] };
  users: { nodes: { email: string }[] };
}
