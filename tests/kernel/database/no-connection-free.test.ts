import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { systemClock } from '../../../shared/clock';
import { Database } from '../../../shared/database/database';
import { Reader } from '../../../shared/database/reader';
import { roleUrl } from '../../../shared/database/roles';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { inTransaction } from '../../../shared/database/unit-of-work';
import { FACTS, system, useSubgraphs } from '../../harness/subgraphs';

const open = useSubgraphs();
let database: Database;

beforeAll(async () => {
  database = await Database.open({
    url: roleUrl(open.databaseUrl, open.foundation.kernel.secrets.secretKey, 'vehicle'),
    entities: [],
    poolSize: 2,
    applicationName: 'tests',
  });
});
afterAll(() => database.close());

const identity = system(randomUUID());
const BUSY = { extensions: { code: 'BUSY' } };
const read = () => new Reader(database, identity).query(sql`select 1 as one`);
const work = <T>(run: (tx: Transaction) => Promise<T>) =>
  inTransaction(
    { database, identity, facts: FACTS, clock: systemClock, constraints: {}, happened: () => undefined },
    run,
  );
const write = () => work((tx) => tx.query(sql`select 1 as one`));

test('who finds no connection free is told that it is busy, and is served when there is one', async () => {
  const held = [await database.connect(), await database.connect()];
  await impatiently(async () => {
    for (const ask of [read, write]) await expect(ask()).rejects.toMatchObject(BUSY);
  });
  for (const connection of held) connection.release();
  for (const ask of [read, write]) expect(await ask()).toEqual([{ one: 1 }]);
});

test('so is who waits for a new connection that the database does not answer', async () => {
  const held = [await database.connect(), await database.connect()];
  for (const connection of held) connection.release(true);
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { connectionString } = database.pool.options;
  const { port } = silent.address() as AddressInfo;
  database.pool.options.connectionString = `postgres://nobody@127.0.0.1:${port}/none`;
  await impatiently(async () => {
    for (const ask of [read, write]) await expect(ask()).rejects.toMatchObject(BUSY);
  });
  database.pool.options.connectionString = connectionString;
  silent.close();
  for (const ask of [read, write]) expect(await ask()).toEqual([{ one: 1 }]);
});

test('reads have connections while more units of work wait than there are connections', async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const waiting = Array.from({ length: 5 }, () =>
    work(async (tx) => {
      await tx.query(sql`select 1 as one`);
      await held;
    }),
  );
  const found = await read().finally(letGo);
  expect(found).toEqual([{ one: 1 }]);
  await Promise.all(waiting);
});

/** Only while nobody can be served: a machine that stands still for a moment opens no connection in so short a time. */
async function impatiently(ask: () => Promise<void>): Promise<void> {
  const { options } = database.pool;
  const patience = options.connectionTimeoutMillis;
  options.connectionTimeoutMillis = 50;
  await ask();
  options.connectionTimeoutMillis = patience;
}
