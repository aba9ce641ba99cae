import { randomUUID } from 'node:crypto';
import { Column, Entity } from 'typeorm';
import { GatewayDatabase } from '../../../gateway/database';
import { EventLog } from '../../../gateway/live/event-log';
import { systemClock } from '../../../shared/clock';
import { Database } from '../../../shared/database/database';
import { once } from '../../../shared/database/idempotency';
import { everyone, readable } from '../../../shared/database/readable';
import { Reader } from '../../../shared/database/reader';
import { loginRoleName, OWNER, roleUrl } from '../../../shared/database/roles';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { inTransaction } from '../../../shared/database/unit-of-work';
import { TenantRecord } from '../../../shared/entity';
import type { Happening } from '../../../shared/live/happening';
import { FACTS, system, useSubgraphs } from '../../harness/subgraphs';

@Entity({ schema: 'vehicle', name: 'thing' })
class Thing extends TenantRecord {
  @Column('text')
  name!: string;

  @Column('integer')
  amount!: number;
}
const things = readable({ entity: Thing, permission: null, called: 'Thing', visible: everyone });

const open = useSubgraphs();
let database: Database;
const [ours, theirs] = [randomUUID(), randomUUID()];

beforeAll(async () => {
  await open.admin.query(`
    set role ${OWNER};
    create table vehicle.thing (organisation_id uuid, id uuid, version int, created_at timestamptz(3),
      updated_at timestamptz(3), name text, amount int check (amount >= 0), primary key (organisation_id, id));
    call platform.protect('vehicle.thing');
    grant select, insert, update, delete on vehicle.thing to ${loginRoleName('vehicle')};
    create function vehicle.raise_error(code text) returns void language plpgsql as
      $$ begin raise exception using errcode = code, message = 'raised by a test'; end $$;
    grant execute on function vehicle.raise_error(text) to ${loginRoleName('vehicle')};
    reset role`);
  database = await Database.open({
    url: roleUrl(open.databaseUrl, open.foundation.kernel.secrets.secretKey, 'vehicle'),
    entities: [Thing],
    poolSize: 20,
    applicationName: 'tests',
  });
});
afterAll(() => database.close());

const work = <T>(
  organisationId: string,
  run: (tx: Transaction) => Promise<T>,
  happened: (organisationId: string, happenings: readonly Happening[]) => void = () => {},
): Promise<T> =>
  inTransaction(
    {
      database,
      identity: system(organisationId),
      facts: FACTS,
      clock: systemClock,
      constraints: {},
      happened,
    },
    run,
  );
const readerOf = (organisationId: string) => new Reader(database, system(organisationId));
const count = async (table: string, organisationId: string): Promise<number> =>
  Number(
    (await open.admin.query(`select count(*) from ${table} where organisation_id = $1`, [organisationId]))
      .rows[0].count,
  );

test('a row of one organisation is not there for another, by any way', async () => {
  const mine = await work(ours, (tx) => tx.insert(Thing, { name: 'ours', amount: 1 }));
  expect(await readerOf(ours).rows(things, sql`t.id = ${mine.id}`)).toHaveLength(1);
  expect(await readerOf(theirs).rows(things, sql`t.id = ${mine.id}`)).toEqual([]);
  await expect(work(theirs, (tx) => tx.lock(things, mine.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await work(theirs, (tx) => tx.query(sql`update vehicle.thing set name = 'stolen'`));
  expect((await readerOf(ours).rows(things, sql`t.id = ${mine.id}`))[0]).toMatchObject({ name: 'ours' });
});

test('a read without a scope returns no row', async () => {
  await work(ours, (tx) => tx.insert(Thing, { name: 'hidden', amount: 1 }));
  const client = await database.pool.connect();
  await client.query("select set_config('liftbay.organisation', '', false)");
  const { rows } = await client.query('select * from vehicle.thing');
  client.release();
  expect(rows).toEqual([]);
});

test('a transaction that meets 40001 is retried whole, three times at most', async () => {
  let attempts = 0;
  const thing = await work(ours, (tx) => tx.insert(Thing, { name: 'counter', amount: 0 }));
  await work(ours, async (tx) => {
    attempts += 1;
    const locked = await tx.lock(things, thing.id);
    await tx.update(Thing, locked, { amount: locked.amount + 1 });
    if (attempts < 3) await tx.query(raise('40001'));
  });
  expect(attempts).toBe(3);
  expect((await readerOf(ours).rows(things, sql`t.id = ${thing.id}`))[0]!.amount).toBe(1);

  attempts = 0;
  const never = work(ours, async (tx) => {
    attempts += 1;
    await tx.query(raise('40001'));
  });
  await expect(never).rejects.toMatchObject({ code: 'BUSY' });
  expect(attempts).toBe(3);
});

test('an error that is no collision is not retried, and leaves nothing behind', async () => {
  const organisation = randomUUID();
  let attempts = 0;
  const failing = work(organisation, async (tx) => {
    attempts += 1;
    await tx.insert(Thing, { name: 'half', amount: 1 });
    tx.emit({ name: 'ThingMade', subjectType: 'Thing', subjectId: randomUUID() });
    tx.enqueue({ task: 'nothing', payload: {} });
    throw new Error('broken');
  });
  await expect(failing).rejects.toThrow('broken');
  expect(attempts).toBe(1);
  for (const table of ['vehicle.thing', 'platform.event', 'platform.audit_log'])
    expect([table, await count(table, organisation)]).toEqual([table, 0]);
  const jobs = await open.admin.query("select * from graphile_worker.jobs where task_identifier = 'nothing'");
  expect(jobs.rows).toEqual([]);
});

test('a change writes its audit entry, with old and new values of what differs', async () => {
  const organisation = randomUUID();
  const made = await work(organisation, (tx) => tx.insert(Thing, { name: 'before', amount: 5 }));
  const changed = await work(organisation, async (tx) =>
    tx.update(Thing, await tx.lock(things, made.id, 1), { name: 'after', amount: 5 }),
  );
  expect(changed).toMatchObject({ name: 'after', version: 2 });
  const { rows } = await open.admin.query(
    'select action, old_values, new_values, request_id from platform.audit_log where entity_id = $1 order by id',
    [made.id],
  );
  expect(rows).toEqual([
    expect.objectContaining({ action: 'create', old_values: null, request_id: FACTS.requestId }),
    {
      action: 'update',
      old_values: { name: 'before' },
      new_values: { name: 'after' },
      request_id: FACTS.requestId,
    },
  ]);
});

test('an update that names an old version is a conflict and changes nothing', async () => {
  const made = await work(ours, (tx) => tx.insert(Thing, { name: 'v1', amount: 1 }));
  await work(ours, async (tx) => tx.update(Thing, await tx.lock(things, made.id), { name: 'v2' }));
  const late = work(ours, async (tx) =>
    tx.update(Thing, await tx.lock(things, made.id, 1), { name: 'lost' }),
  );
  await expect(late).rejects.toMatchObject({ code: 'CONFLICT', extensions: { current: { version: 2 } } });
  expect((await readerOf(ours).rows(things, sql`t.id = ${made.id}`))[0]!.name).toBe('v2');
});

test('event positions are complete and without gaps under load', async () => {
  const organisation = randomUUID();
  await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      work(organisation, async (tx) => {
        tx.emit({ name: 'A', subjectType: 'Thing', subjectId: randomUUID() });
        tx.emit({ name: 'B', subjectType: 'Thing', subjectId: randomUUID() });
        if (n % 6 === 0) throw new Error('rolled back');
      }).catch(() => undefined),
    ),
  );
  await work(organisation, async (tx) =>
    tx.emit({ name: 'C', subjectType: 'Thing', subjectId: randomUUID() }),
  );
  const { rows } = await open.admin.query<{ position: string }>(
    'select position from platform.event where organisation_id = $1 order by position',
    [organisation],
  );
  expect(rows.map((row) => Number(row.position))).toEqual(Array.from({ length: 101 }, (_, n) => n + 1));
});

test('what is told of a unit of work is what the log says of it', async () => {
  const organisation = randomUUID();
  const payload = {
    at: new Date('2026-12-01T08:00:00.123Z'),
    nothing: null,
    missing: undefined,
    words: 'Grüße \u2028 "\\',
    deep: [{ amount: 12.5, big: 9007199254740991, tiny: 1e-7 }, []],
  };
  const told: Happening[] = [];
  for (const names of [['A'], ['B', 'C', 'D'], []])
    await work(
      organisation,
      async (tx) => {
        for (const name of names) tx.emit({ name, subjectType: 'Thing', subjectId: randomUUID(), payload });
        tx.emit({ name: 'E', subjectType: 'Thing', subjectId: randomUUID() });
      },
      (to, happenings) => told.push(...happenings.filter(() => to === organisation)),
    );
  const gateway = new GatewayDatabase(
    roleUrl(open.databaseUrl, open.foundation.kernel.secrets.secretKey, 'gateway'),
  );
  expect(told.map(({ name }) => name)).toEqual(['A', 'E', 'B', 'C', 'D', 'E', 'E']);
  expect(await new EventLog(gateway).after(organisation, 0, 10)).toEqual(told);
  await gateway.close();
});

test('a unit of work without events tells nothing', async () => {
  const happened = jest.fn();
  await work(ours, (tx) => tx.insert(Thing, { name: 'quiet', amount: 1 }), happened);
  expect(happened).not.toHaveBeenCalled();
});

test('fifty at once on one idempotency key: one effect, one result', async () => {
  const organisation = randomUUID();
  const key = randomUUID();
  const command = { operation: 'makeThing', key, input: { name: 'once' } };
  const results = await Promise.all(
    Array.from({ length: 50 }, () =>
      work(organisation, (tx) =>
        once(tx, command, async () => ({ id: (await tx.insert(Thing, { name: 'once', amount: 1 })).id })),
      ),
    ),
  );
  expect(new Set(results.map((result) => result.id)).size).toBe(1);
  expect(await count('vehicle.thing', organisation)).toBe(1);
  const other = work(organisation, (tx) =>
    once(tx, { ...command, input: { name: 'other' } }, async () => ({ id: 'x' })),
  );
  await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  expect(await count('vehicle.thing', organisation)).toBe(1);
});

test('numbers are given in a row, without gaps, whoever rolls back', async () => {
  const organisation = randomUUID();
  const centre = randomUUID();
  const given = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      work(organisation, async (tx) => {
        const number = await tx.nextNumber(centre, 'thing');
        if (n % 4 === 0) throw new Error('rolled back');
        return number;
      }).catch(() => null),
    ),
  );
  expect(given.filter((n) => n !== null).sort((a, b) => a! - b!)).toEqual(
    Array.from({ length: 30 }, (_, n) => n + 1),
  );
});

test('the audit log and the events cannot be changed by any role that logs in', async () => {
  for (const table of ['platform.audit_log', 'platform.event', 'platform.event_counter'])
    for (const statement of [
      `update ${table} set organisation_id = organisation_id`,
      `delete from ${table}`,
      `select * from ${table}`,
    ]) {
      const client = await database.pool.connect();
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
      client.release();
    }
});

test('a released connection never carries an open or aborted transaction to the next user', async () => {
  await Promise.all(
    Array.from({ length: 40 }, () =>
      work(ours, async (tx) => {
        await tx.query(sql`select 1 / 0`);
      }).catch(() => undefined),
    ),
  );
  const states = await Promise.all(
    Array.from({ length: 20 }, () => readerOf(ours).query<{ one: number }>(sql`select 1 as one`)),
  );
  expect(states.flat().every((row) => row.one === 1)).toBe(true);
});

/** A statement that fails with this SQLSTATE, as the database itself would. */
const raise = (code: '40001') => sql`select vehicle.raise_error(${code})`;

test.each([
  ['committed', async () => undefined],
  ['rolled back', async () => Promise.reject(new Error('no'))],
])('what goes on after a transaction was %s writes nothing outside of it', async (_how, ending) => {
  const organisation = randomUUID();
  // The session itself is set to the tenant, so that row-level security would let a straggler through.
  await readerOf(organisation).rows(things, sql`true`);
  let straggler: Transaction | undefined;
  await work(organisation, (tx) => {
    straggler = tx;
    return ending();
  }).catch(() => undefined);
  await expect(straggler!.insert(Thing, { name: 'late', amount: 1 })).rejects.toThrow('is over');
  expect(await count('vehicle.thing', organisation)).toBe(0);
});

test('when BEGIN fails, nothing that may write is sent, whatever the work makes of it', async () => {
  const kept = await work(ours, (tx) => tx.insert(Thing, { name: 'kept', amount: 1 }));
  const before = await Promise.all([count('vehicle.thing', ours), count('platform.audit_log', ours)]);
  const connect = jest.spyOn(database, 'connect').mockImplementation(async () => {
    const client = await database.pool.connect();
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>;
    client.query = ((...given: unknown[]) =>
      given[0] === 'begin' ? query('begin nonsense') : query(...given)) as typeof client.query;
    const release = client.release.bind(client);
    client.release = () => release(true);
    return client;
  });
  const ways: ((tx: Transaction) => Promise<unknown>)[] = [
    (tx) => tx.lock(things, kept.id),
    (tx) => tx.insert(Thing, { name: 'in the open', amount: 1 }),
    (tx) => tx.query(sql`update vehicle.thing set name = 'in the open'`),
    async (tx) => {
      await tx.lock(things, kept.id).catch(() => undefined);
      await tx.update(Thing, kept, { name: 'in the open' });
    },
    async (tx) => {
      await tx.lock(things, kept.id).catch(() => undefined);
      tx.audit('nothing', 'Thing', kept.id);
    },
  ];
  for (const way of ways) await expect(work(ours, way)).rejects.toThrow('nonsense');
  connect.mockRestore();
  expect(await Promise.all([count('vehicle.thing', ours), count('platform.audit_log', ours)])).toEqual(
    before,
  );
  expect(await readerOf(ours).rows(things, sql`t.id = ${kept.id}`)).toMatchObject([{ name: 'kept' }]);
});
