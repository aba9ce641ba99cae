import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { logFile } from '../../shared/embedded/data-folder';
import { startEmbeddedPostgres } from '../../shared/embedded/postgres';
import { deadlocksIn } from '../harness/deadlocks';

/** What a run of tests looks for in its server's log when it ends. */
it('a circle of transactions is found in the log of the server, with the statements of both', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'liftbay-circle-'));
  const postgres = await startEmbeddedPostgres({
    folder,
    settings: { fsync: 'off', deadlock_timeout: '20ms' },
  });
  const [one, other] = [postgres.url, postgres.url].map((url) => new Client({ connectionString: url })) as [
    Client,
    Client,
  ];
  try {
    await Promise.all([one.connect(), other.connect()]);
    await one.query('create table part (id int primary key)');
    await one.query('insert into part values (1), (2)');
    expect(deadlocksIn(readFileSync(logFile(folder), 'utf8'))).toBeNull();
    await one.query('begin');
    await other.query('begin');
    await one.query('select from part where id = 1 for update');
    await other.query('select from part where id = 2 for update');
    const ends = await Promise.allSettled([
      one.query('select from part where id = 2 for update'),
      other.query('select from part where id = 1 for update'),
    ]);
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  } finally {
    await Promise.all([one.end(), other.end()]);
    await postgres.stop();
  }
  const found = deadlocksIn(readFileSync(logFile(folder), 'utf8'));
  expect(found).toMatch(/in a circle 1 times/);
  expect(found).toContain('select from part where id = 1 for update');
  expect(found).toContain('select from part where id = 2 for update');
  rmSync(folder, { recursive: true });
});
