import { Client } from 'pg';
import { cloneDatabase } from '../harness/databases';
import { baseEnvironment } from '../harness/environment';
import { callersOf } from '../harness/graph';
import { cleanUp, newFolder, Program } from './program.fixtures';

afterAll(cleanUp);

const KILL_ALL = `select count(pg_terminate_backend(pid)) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

it('a database that drops every connection, in the middle of work, costs some answers and not the program', async () => {
  const database = await cloneDatabase('lost');
  const { PORT: _port, DATA_FOLDER: _folder, ...environment } = baseEnvironment(database.url, 0);
  const program = await Program.start({ folder: await newFolder(), environment });
  await program.answers();
  const shop = await callersOf(program).shop();
  const admin = new Client({ connectionString: database.url });
  admin.on('error', () => undefined);
  await admin.connect();

  for (let round = 0; round < 5; round += 1) {
    const work = Array.from({ length: 20 }, (_, n) =>
      shop.admin.client.send(
        'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { id } }',
        { input: { firstName: 'Ada', lastName: `${round}-${n}`, serviceCentreId: shop.centres[0] } },
      ),
    );
    await Promise.race(work);
    await admin.query(KILL_ALL);
    await Promise.allSettled(work);
    expect([program.running, program.stderr]).toEqual([true, expect.not.stringContaining('Unhandled')]);
  }

  const again = await program.until('it answered again', async () => {
    const answer = await shop.admin.client.send('{ organisation { id } }');
    return answer.errors.length ? undefined : answer;
  });
  expect(again.status).toBe(200);
  expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
  program.interrupt();
  expect(await program.ended).toEqual({ code: 0, signal: null });
  await admin.end();
  await database.drop();
});
