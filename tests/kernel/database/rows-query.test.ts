import { APPS } from '../../../program/apps';
import { Database } from '../../../shared/database/database';
import { type ProjectedColumn, Projection } from '../../../shared/database/projection';
import { Reader } from '../../../shared/database/reader';
import { roleUrl } from '../../../shared/database/roles';
import { sealed } from '../../../shared/database/sealed';
import { raw, type Sql, sql } from '../../../shared/database/sql';
import { newId } from '../../../shared/ids';
import { system, useSubgraphs } from '../../harness/subgraphs';
import { SAMPLES } from './rows-query.fixtures';

/** Rows that are made of their columns as they arrive are the rows that pg would have made. */
type Row = Record<string, unknown>;

const open = useSubgraphs();
let database: Database;

beforeAll(async () => {
  const secret = open.foundation.kernel.secrets.secretKey;
  database = await Database.open({
    url: roleUrl(open.databaseUrl, secret, 'vehicle'),
    entities: [],
    poolSize: 1,
    applicationName: 'tests',
  });
});
afterAll(() => database.close());

const column = (name: string, fromStored: ProjectedColumn['fromStored'] = null): ProjectedColumn => ({
  property: name,
  name,
  fromStored,
});

/** Rows of `from`, a table expression, by the projection. */
async function rowsOf<E>(projection: Projection<E>, from: Sql): Promise<E[]> {
  const client = await database.pool.connect();
  try {
    return await database.sendForRows(client, sql`select ${projection.select} from (${from}) t`, projection);
  } finally {
    client.release();
  }
}

const oneOf = async (from: Sql, ...columns: ProjectedColumn[]): Promise<Row> => {
  const [row] = await rowsOf(new Projection<Row>('Sample', columns, []), from);
  return row!;
};

describe('a value', () => {
  it.each(SAMPLES)('of the type $type comes back: $stored', async ({ stored, value }) => {
    const row = await oneOf(sql`select ${raw(stored)} as value`, column('value'));
    expect(row).toEqual({ value });
  });

  it.each([...new Set(SAMPLES.map(({ type }) => type))])('of the type %s may be null', async (type) => {
    expect(await oneOf(sql`select null::${raw(type)} as value`, column('value'))).toEqual({ value: null });
  });

  it('is tried for each type that a column of an entity has', async () => {
    const entities = APPS.flatMap(({ name }) => open.of(name).database.metadata);
    const columns = entities.flatMap(({ tablePath, columns }) =>
      columns.map(({ databaseName }) => `${tablePath}.${databaseName}`),
    );
    const { rows } = await open.admin.query<{ type: string; sampled: boolean }>(
      `select distinct a.atttypid::regtype::text as type, a.atttypid = any($2::regtype[]) as sampled
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where format('%s.%s.%s', c.relnamespace::regnamespace, c.relname, a.attname) = any($1)`,
      [columns, [...new Set(SAMPLES.map(({ type }) => type))]],
    );
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.filter(({ sampled }) => !sampled)).toEqual([]);
  });

  it('is opened where its column is encrypted, and null stays null', async () => {
    const { to, from } = sealed('tests.sample.secret');
    const opened = column('secret', (stored) => from(stored));
    const stored = to('Kerze & Öl') as string;
    expect(stored).not.toContain('Kerze');
    expect(await oneOf(sql`select ${stored}::text as secret`, opened)).toEqual({ secret: 'Kerze & Öl' });
    expect(await oneOf(sql`select null::text as secret`, opened)).toEqual({ secret: null });
  });

  it('that is null is shown to the transformer of its column, too', async () => {
    const named = column('name', (stored) => stored ?? 'nobody');
    expect(await oneOf(sql`select null::text as name`, named)).toEqual({ name: 'nobody' });
  });

  it('stands in its own column, whatever the order', async () => {
    const from = sql`select 1 as a, 'two' as b, true as c, null::text as d`;
    const row = await oneOf(from, column('c'), column('a'), column('d'), column('b'));
    expect(row).toEqual({ a: 1, b: 'two', c: true, d: null });
  });

  it('is read alike by one projection in many statements', async () => {
    const projection = new Projection<Row>('Sample', [column('at'), column('n')], []);
    for (const rows of [3, 0, 2]) {
      const found = await rowsOf(
        projection,
        sql`select timestamptz '2026-11-20 10:00:00+00' as at, n::bigint as n from generate_series(1, ${rows}) n`,
      );
      const at = new Date('2026-11-20T10:00:00Z');
      expect(found).toEqual(Array.from({ length: rows }, (_, n) => ({ at, n: n + 1 })));
    }
  });
});

describe('a read is rejected, and the next one on the connection is none the worse', () => {
  const broken = column('value', () => {
    throw new TypeError('no such word');
  });
  const tampered = column('value', (stored) => sealed('tests.sample.secret').from(stored));
  const failures: [string, Sql, ProjectedColumn, object][] = [
    [
      'a bigint that is not safe',
      sql`select 9007199254740992::bigint as value`,
      column('value'),
      { name: 'RangeError' },
    ],
    [
      'a bigint that is not safe, in the middle',
      sql`select n as value from unnest(array[1, -9007199254740992, 3]::bigint[]) n`,
      column('value'),
      { name: 'RangeError' },
    ],
    ['a transformer that throws', sql`select 'x' as value`, broken, { message: 'no such word' }],
    [
      'a text that was not sealed by us',
      sql`select 'plain' as value`,
      tampered,
      { message: expect.any(String) },
    ],
    ['a division by zero', sql`select 1 / 0 as value`, column('value'), { code: '22012' }],
    [
      'an error behind rows that have arrived',
      sql`select 1 / (40000 - n) as value from generate_series(1, 40000) n`,
      column('value'),
      { code: '22012' },
    ],
    [
      'a parser’s error in front of the database’s own',
      sql`select 9007199254740992 / (40000 - n) as value from generate_series(1, 40000) n`,
      column('value'),
      { name: 'RangeError' },
    ],
    ['a column that is not there', sql`select 1 as other`, column('value'), { code: '42703' }],
  ];

  it.each(failures)('by %s', async (_, from, failing, error) => {
    const before = database.pool.totalCount;
    const projection = new Projection<Row>('Sample', [failing], []);
    await expect(rowsOf(projection, from)).rejects.toMatchObject(error);
    expect(await oneOf(sql`select 'fine' as value`, column('value'))).toEqual({ value: 'fine' });
    expect([database.pool.totalCount, database.pool.waitingCount]).toEqual([before, 0]);
  });

  it('by the end of its connection, which the pool replaces', async () => {
    const reader = new Reader(database, system(newId()));
    const projection = new Projection<Row>('Sample', [column('value')], []);
    const read = (from: Sql) => reader.project(sql`select ${projection.select} from (${from}) t`, projection);
    await expect(read(sql`select pg_terminate_backend(pg_backend_pid()) as value`)).rejects.toThrow(
      /terminat/,
    );
    expect(await read(sql`select true as value`)).toEqual([{ value: true }]);
  });
});

test('reads in one flight get their own rows, and failures among them are their own', async () => {
  const NUMBERED = new Projection<{ read: number; row: number }>(
    'Numbered',
    ['read', 'row'].map((name) => column(name)),
    [],
  );
  const client = await database.pool.connect();
  const read = (n: number): Promise<unknown> => {
    if (n % 10 === 3)
      return database.sendForRows(
        client,
        sql`select ${NUMBERED.select} from (select ${n}::int / 0 as read, 1 as row) t`,
        NUMBERED,
      );
    const rows = sql`select ${n}::int as read, row from generate_series(1, ${n % 7}) row`;
    return n % 4 === 1
      ? database.send(client, rows)
      : database.sendForRows(client, sql`select ${NUMBERED.select} from (${rows}) t`, NUMBERED);
  };
  const answers = await Promise.allSettled(Array.from({ length: 200 }, (_, n) => read(n)));
  client.release();
  answers.forEach((answer, n) => {
    if (n % 10 === 3) expect(answer).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
    else {
      const value = Array.from({ length: n % 7 }, (_, row) => ({ read: n, row: row + 1 }));
      expect(answer).toEqual({ status: 'fulfilled', value });
    }
  });
});

describe('a column that was not read', () => {
  const PARTLY = new Projection<Row>('Vehicle', [column('id'), column('plate')], ['vin', 'notes']);
  const from = sql`select 1 as id, 'AB 12' as plate`;

  it('throws when it is looked at, and says what to do', async () => {
    const [row] = await rowsOf(PARTLY, from);
    expect(() => row!.vin).toThrow('Vehicle.vin was not read: name it in @Reads');
    expect(() => row!.notes).toThrow('Vehicle.notes was not read: name it in @Reads');
  });

  it('is in no copy, no list of keys and no JSON of the row', async () => {
    const [row] = await rowsOf(PARTLY, from);
    const plain = { id: 1, plate: 'AB 12' };
    expect({ ...row }).toStrictEqual(plain);
    expect({ ...row }.vin).toBeUndefined();
    expect(JSON.stringify(row)).toBe(JSON.stringify(plain));
    expect(Object.keys(row!)).toEqual(['id', 'plate']);
    expect(row!.__typename).toBe('Vehicle');
  });

  it('is guarded in the rows of its projection alone', async () => {
    const whole = new Projection<Row>(
      'Vehicle',
      ['id', 'plate', 'vin'].map((name) => column(name)),
      [],
    );
    const [row] = await rowsOf(whole, sql`${from}, null::text as vin`);
    expect(row!.vin).toBeNull();
    expect(row!.nothingOfTheKind).toBeUndefined();
  });
});

describe('a table’s projections', () => {
  const vehicles = () => {
    const { entities } = APPS.find(({ name }) => name === 'vehicle')!;
    return open.of('vehicle').database.table(entities[0]!);
  };

  it('leave out what is not named, and are kept', () => {
    const some = vehicles().projection(new Set(['id', 'plate']));
    expect(some.select.text).toBe('t."id" as "id", t."plate" as "plate"');
    expect(vehicles().projection(new Set(['plate', 'id']))).toBe(some);
    expect(vehicles().projection(null)).not.toBe(some);
  });

  it('are so many at most: whoever asks for yet other columns gets all', () => {
    const names = [...vehicles().all.select.text.matchAll(/as "(\w+)"/g)].map((match) => match[1]!);
    const pairs = names.flatMap((one, n) => names.slice(n + 1).map((other) => new Set([one, other])));
    const projections = new Set(pairs.map((pair) => vehicles().projection(pair)));
    expect(pairs.length).toBeGreaterThan(120);
    expect(projections.size).toBeLessThanOrEqual(101);
    expect(projections).toContain(vehicles().projection(null));
  });
});
