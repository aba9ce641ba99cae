import { randomUUID } from 'node:crypto';
import { systemClock } from '../../../shared/clock';
import { Database } from '../../../shared/database/database';
import { Reader } from '../../../shared/database/reader';
import { roleUrl } from '../../../shared/database/roles';
import { sql } from '../../../shared/database/sql';
import { inTransaction } from '../../../shared/database/unit-of-work';
import { FACTS, system, useSubgraphs } from '../../harness/subgraphs';

const open = useSubgraphs();
let database: Database;

beforeAll(async () => {
  database = await Database.open({
    url: roleUrl(open.databaseUrl, open.foundation.kernel.secrets.secretKey, 'vehicle'),
    entities: [],
    poolSize: 1,
    applicationName: 'tests',
    patience: 50,
  });
});
afterAll(() => database.close());

const identity = system(randomUUID());
const read = () => new Reader(database, identity).query(sql`select 1 as one`);
const write = () =>
  inTransaction(
    { database, identity, facts: FACTS, clock: systemClock, constraints: {}, reached: () => undefined },
    (tx) => tx.query(sql`select 1 as one`),
  );

test('who finds no connection free is told that it is busy, and is served when there is one', async () => {
  const held = await database.connect();
  for (const ask of [read, write])
    await expect(ask()).rejects.toMatchObject({ extensions: { code: 'BUSY' } });
  held.release();
  for (const ask of [read, write]) expect(await ask()).toEqual([{ one: 1 }]);
});
