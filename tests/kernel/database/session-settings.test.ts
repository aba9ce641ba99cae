import { randomUUID } from 'node:crypto';
import { systemClock } from '../../../shared/clock';
import { Database } from '../../../shared/database/database';
import { Projection } from '../../../shared/database/projection';
import { Reader } from '../../../shared/database/reader';
import { loginRoleName, OWNER, roleUrl } from '../../../shared/database/roles';
import {
  type Planned,
  plannedEachTime,
  plannedOnce,
  plannedWhichever,
  type Sql,
  sql,
} from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { inTransaction } from '../../../shared/database/unit-of-work';
import { FACTS, system, useSubgraphs } from '../../harness/subgraphs';
import { chanceOf, pickBy } from '../execution/chance.fixtures';

/**
 * A connection that is believed to be set to a tenant and a plan mode is set to them, whatever was done with it
 * before: many organisations share few connections, and what they do fails in every way there is.
 */
const SEED = 20_261_120;
const OPERATIONS = 700;
const LANES = 9;
const CONNECTIONS = 3;
/** Long enough for every other statement, on a busy machine too. */
const STATEMENT_TIMEOUT_MS = 1_500;

const organisations = Array.from({ length: 5 }, () => randomUUID());
const open = useSubgraphs();
let database: Database;

beforeAll(async () => {
  await open.admin.query(`
    set role ${OWNER};
    create table vehicle.single (n integer, constraint single_n unique (n) deferrable initially deferred);
    grant select, insert on vehicle.single to ${loginRoleName('vehicle')};
    reset role`);
  const url = new URL(roleUrl(open.databaseUrl, open.foundation.kernel.secrets.secretKey, 'vehicle'));
  // What stands in the URL goes before what the program asks for.
  url.searchParams.set('options', `-c timezone=UTC -c statement_timeout=${STATEMENT_TIMEOUT_MS}`);
  database = await Database.open({
    url: url.toString(),
    entities: [],
    poolSize: CONNECTIONS,
    applicationName: 'tests',
  });
});
afterAll(() => database.close());

interface Seen {
  organisation: string;
  mode: string;
}

const OWN_SETTINGS = sql`select current_setting('liftbay.organisation') as organisation,
  current_setting('plan_cache_mode') as mode`;
const PROJECTED = new Projection<Seen>(
  'Seen',
  ['organisation', 'mode'].map((name) => ({ property: name, name, fromStored: null })),
  [],
);
const PROJECTED_SETTINGS = sql`select ${PROJECTED.select} from (${OWN_SETTINGS}) t`;

const UNSAFE = new Projection<{ n: number }>('Unsafe', [{ property: 'n', name: 'n', fromStored: null }], []);
const UNSAFE_ROW = sql`select ${UNSAFE.select} from (select 9007199254740993::bigint as n) t`;

const MODES: Record<Planned, { modes: string[]; as: (statement: Sql) => Sql }> = {
  'as PostgreSQL likes': { modes: ['auto'], as: (statement) => statement },
  whichever: { modes: ['auto', 'force_generic_plan'], as: plannedWhichever },
  once: { modes: ['force_generic_plan'], as: plannedOnce },
  'each time': { modes: ['force_custom_plan'], as: plannedEachTime },
};

/** One operation, by the settings that it asks for; what it saw of its own, if it came so far. */
type Operation = (asked: { organisation: string; planned: Planned }) => Promise<Seen | null>;

const readerOf = (organisation: string) => new Reader(database, system(organisation));

const transaction = <T>(organisation: string, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  inTransaction(
    {
      database,
      identity: system(organisation),
      facts: FACTS,
      clock: systemClock,
      constraints: {},
      happened() {},
    },
    work,
  );

/** A transaction that looks at its settings first, and is then brought to its end by `ending`. */
const transactionThat =
  (ending: (tx: Transaction) => Promise<unknown>, fails: object | null): Operation =>
  async ({ organisation }) => {
    let seen: Seen | null = null;
    const done = transaction(organisation, async (tx) => {
      [seen = null] = await tx.query<Seen>(OWN_SETTINGS);
      await ending(tx);
    });
    if (fails) await expect(done).rejects.toMatchObject(fails);
    else await done;
    return seen;
  };

const failingRead =
  (statement: Sql, error: object): Operation =>
  async ({ organisation, planned }) => {
    await expect(readerOf(organisation).query(MODES[planned].as(statement))).rejects.toMatchObject(error);
    return null;
  };

const GONE = { message: expect.stringMatching(/terminat/) };

const projectUnsafe: Operation = async ({ organisation, planned }) => {
  await expect(readerOf(organisation).project(MODES[planned].as(UNSAFE_ROW), UNSAFE)).rejects.toThrow(
    RangeError,
  );
  return null;
};

const END_CONNECTION = sql`select pg_terminate_backend(pg_backend_pid())`;
const TWICE_ONE = sql`insert into vehicle.single (n) values (1), (1)`;

/** Each with how often it comes, compared to the others. */
const KINDS: Record<string, [weight: number, run: Operation]> = {
  read: [
    30,
    async ({ organisation, planned }) =>
      (await readerOf(organisation).query<Seen>(MODES[planned].as(OWN_SETTINGS)))[0]!,
  ],
  'read of a projection': [
    30,
    async ({ organisation, planned }) =>
      (await readerOf(organisation).project(MODES[planned].as(PROJECTED_SETTINGS), PROJECTED))[0]!,
  ],
  'read with bad SQL': [4, failingRead(sql`selekt`, { code: '42601' })],
  'read that fails at its second row': [
    4,
    failingRead(sql`select 1 / (2 - n) from generate_series(1, 3) n`, { code: '22012' }),
  ],
  'read that takes too long': [1, failingRead(sql`select pg_sleep(60)`, { code: '57014' })],
  'read whose parser throws': [4, failingRead(sql`select 9007199254740993::bigint`, { name: 'RangeError' })],
  'read of a projection whose parser throws': [4, projectUnsafe],
  'read whose connection is ended': [3, failingRead(END_CONNECTION, GONE)],
  'transaction that commits': [8, transactionThat(async () => {}, null)],
  'transaction that changes its mind': [
    4,
    transactionThat(() => Promise.reject(new Error('changed its mind')), { message: 'changed its mind' }),
  ],
  'transaction that fails': [4, transactionThat((tx) => tx.query(sql`select 1 / 0`), { code: '22012' })],
  'transaction that fails at commit': [4, transactionThat((tx) => tx.query(TWICE_ONE), { code: 'CONFLICT' })],
  'transaction whose connection is ended': [3, transactionThat((tx) => tx.query(END_CONNECTION), GONE)],
};
const DRAWN = Object.entries(KINDS).flatMap(([kind, [weight]]) => new Array<string>(weight).fill(kind));
const PLANNED = Object.keys(MODES) as Planned[];

interface Step {
  kind: string;
  organisation: string;
  planned: Planned;
}

/** Half of the steps stay with the settings of the one before, so that being remembered happens at all. */
function steps(): Step[] {
  const all: Step[] = [];
  for (let n = 0; n < OPERATIONS; n += 1) {
    const draw = <T>(of: string, items: readonly T[]): T => pickBy(chanceOf(SEED, n, of), items);
    const before = all.at(-1);
    const stays = before && chanceOf(SEED, n, 'stays') < 0.5;
    const { organisation, planned } = stays
      ? before
      : { organisation: draw('organisation', organisations), planned: draw('planned', PLANNED) };
    all.push({ kind: draw('kind', DRAWN), organisation, planned });
  }
  return all;
}

const modesOf = ({ kind, planned }: Step): string[] =>
  kind.startsWith('transaction') ? ['auto'] : MODES[planned].modes;

test(`each of ${OPERATIONS} reads and transactions sees its own organisation and plan mode`, async () => {
  const believed = jest.spyOn(database.settings, 'are');
  const given = steps().entries();
  const counts = new Map<string, number>();
  const strayed: unknown[] = [];
  let looked = 0;
  const lane = async () => {
    for (const [n, step] of given) {
      const seen = await KINDS[step.kind]![1](step);
      if (seen) looked += 1;
      if (seen && (seen.organisation !== step.organisation || !modesOf(step).includes(seen.mode)))
        strayed.push({ n, step, seen });
      counts.set(step.kind, (counts.get(step.kind) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  expect(strayed).toEqual([]);
  expect([...counts.keys()].sort()).toEqual(Object.keys(KINDS).sort());
  expect(looked).toBeGreaterThan(OPERATIONS / 2);
  // Worth something only while connections are found set, and found set to something else.
  const answers = believed.mock.results.map(({ value }) => value as boolean);
  expect(answers.filter(Boolean).length).toBeGreaterThan(OPERATIONS / 20);
  expect(answers.filter((known) => !known).length).toBeGreaterThan(OPERATIONS / 5);
  expect(database.pool.totalCount).toBeLessThanOrEqual(CONNECTIONS);
});
