import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { accountOf, createCustomer, createVehicle, eventsOf, problemsOf } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const READING = 'id version value unit readAt source kind note createdAt updatedAt';
const RECORD = `mutation ($input: RecordOdometerReadingInput!) { recordOdometerReading(input: $input) { ${READING} } }`;
const LOG = `query ($id: ID!) { vehicle(id: $id) { odometer { value unit }
  odometerReadings(first: 100) { totalCount nodes { value unit readAt kind source note } } } }`;

interface Reading {
  value: number;
  unit: 'KM' | 'MI';
  readAt: string;
  kind: string;
  source: string;
  note: string | null;
}
interface Log {
  odometer: { value: number; unit: string } | null;
  odometerReadings: { totalCount: number; nodes: Reading[] };
}

const record = (vehicleId: string, input: object, client: GraphClient = shop.admin.client) =>
  client.send<{ recordOdometerReading: Reading & { id: string } }>(RECORD, {
    input: { vehicleId, unit: 'KM', ...input },
  });
const logOf = async (id: string, client: GraphClient = shop.admin.client): Promise<Log> =>
  (await client.ask<{ vehicle: Log }>(LOG, { id })).vehicle;
const on = (day: string) => `${day}T10:00:00Z`;

it('writes a reading down with all that is said of it, and tells the latest by date', async () => {
  const { id } = await createVehicle(shop.admin.client);
  expect(await logOf(id)).toEqual({ odometer: null, odometerReadings: { totalCount: 0, nodes: [] } });
  const later = await record(id, { value: 12_000, unit: 'MI', readAt: on('2026-03-01') });
  expect(later.data.recordOdometerReading).toMatchObject({
    version: 1,
    value: 12_000,
    unit: 'MI',
    readAt: '2026-03-01T10:00:00.000Z',
    source: 'WORKSHOP',
    kind: 'NORMAL',
    note: null,
  });
  const { createdAt, updatedAt } = later.data.recordOdometerReading as unknown as Record<string, string>;
  expect(updatedAt).toBe(createdAt);
  await record(id, { value: 100, readAt: on('2020-01-01'), source: 'DOCUMENT', note: ' From the book. ' });
  expect(await logOf(id)).toEqual({
    odometer: { value: 12_000, unit: 'MI' },
    odometerReadings: {
      totalCount: 2,
      nodes: [
        expect.objectContaining({ value: 12_000 }),
        expect.objectContaining({ value: 100, source: 'DOCUMENT', note: 'From the book.' }),
      ],
    },
  });
  expect(await eventsOf(graph, id)).toEqual([
    'VehicleCreated',
    'OdometerReadingRecorded',
    'OdometerReadingRecorded',
  ]);
});

describe('a reading between its neighbours', () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await createVehicle(shop.admin.client));
    await record(id, { value: 10_000, readAt: on('2026-01-01') });
    await record(id, { value: 20_000, readAt: on('2026-06-01') });
  });

  it.each([
    ['lower than before', { value: 9_999, readAt: on('2026-02-01') }, 'LOWER_THAN_BEFORE', 10_000],
    ['higher than after', { value: 20_001, readAt: on('2026-02-01') }, 'HIGHER_THAN_AFTER', 20_000],
    ['lower than the latest', { value: 19_999 }, 'LOWER_THAN_BEFORE', 20_000],
    [
      'lower in the other unit',
      { value: 6_212, unit: 'MI', readAt: on('2026-02-01') },
      'LOWER_THAN_BEFORE',
      10_000,
    ],
    [
      'a replacement above the one after it',
      { value: 20_001, kind: 'REPLACEMENT', readAt: on('2026-02-01') },
      'HIGHER_THAN_AFTER',
      20_000,
    ],
  ])('is refused when %s, with the one in the way', async (_, input, code, neighbour) => {
    const before = await logOf(id);
    const answer = await record(id, input);
    expect(problemsOf(answer)).toEqual([`value: ${code}`]);
    expect(answer.errors[0]!.extensions.neighbour).toMatchObject({ value: neighbour, unit: 'KM' });
    expect(answer.errors[0]!.message).toContain(`${neighbour} KM on 2026-`);
    expect(await logOf(id)).toEqual(before);
  });

  it.each([
    ['as the one before', { value: 10_000, readAt: on('2026-01-02') }],
    ['as the one after', { value: 20_000, readAt: on('2026-05-30') }],
    [
      'in the other unit, with what is behind the point dropped',
      { value: 6_214, unit: 'MI', readAt: on('2026-01-01') },
    ],
  ])('is taken when it is the same %s', async (_, input) => {
    expect((await record(id, input)).errors).toEqual([]);
  });

  it('from the future is refused', async () => {
    const answer = await record(id, { value: 30_000, readAt: '2100-01-01T00:00:00Z' });
    expect(problemsOf(answer)).toEqual(['readAt: IN_FUTURE']);
  });

  it.each([
    [{ value: -1 }, 'value: MIN'],
    [{ value: 10_000_000 }, 'value: MAX'],
    [{ value: 1, note: ' ' }, 'note: MATCHES'],
  ])('with %j is bad input', async (input, problem) => {
    expect(problemsOf(await record(id, input))).toEqual([problem]);
  });
});

it.each(['REPLACEMENT', 'CORRECTION'])('a %s may show less, and the next go on from it', async (kind) => {
  const { id } = await createVehicle(shop.admin.client);
  await record(id, { value: 150_000, readAt: on('2026-01-01') });
  expect((await record(id, { value: 15_000, readAt: on('2026-02-01'), kind })).errors).toEqual([]);
  expect(problemsOf(await record(id, { value: 14_999, readAt: on('2026-03-01') }))).toEqual([
    'value: LOWER_THAN_BEFORE',
  ]);
  await record(id, { value: 15_100, readAt: on('2026-03-01') });
  const { odometer, odometerReadings } = await logOf(id);
  expect(odometer).toEqual({ value: 15_100, unit: 'KM' });
  expect(odometerReadings.nodes.map(({ value, kind: each }) => [value, each])).toEqual([
    [15_100, 'NORMAL'],
    [15_000, kind],
    [150_000, 'NORMAL'],
  ]);
});

it('an unknown vehicle is not found, an archived one takes none, a key gives the first result', async () => {
  const unknown = await record('01a1fa6a-ce0d-7513-9abd-c393af773971', { value: 1 });
  expect(unknown.code).toBe('NOT_FOUND');
  const { id } = await createVehicle(shop.admin.client);
  const once = { value: 5, idempotencyKey: 'one reading' };
  const first = await record(id, once);
  const again = await record(id, once);
  expect(again.data.recordOdometerReading.id).toBe(first.data.recordOdometerReading.id);
  expect((await record(id, { ...once, value: 6 })).code).toBe('IDEMPOTENCY_MISMATCH');
  expect((await logOf(id)).odometerReadings.totalCount).toBe(1);
  await shop.admin.client.ask('mutation ($id: ID!) { archiveVehicle(id: $id) { id } }', { id });
  expect((await record(id, { value: 7 })).code).toBe('CONFLICT');
});

describe('a customer', () => {
  it('writes down plain readings of their own, and sees those since it is theirs', async () => {
    const { id: customerId } = await createCustomer(shop.admin.client);
    const { client } = await accountOf(graph, shop, customerId);
    const { id } = await createVehicle(shop.admin.client);
    await record(id, { value: 50_000, readAt: on('2026-01-01'), note: 'From the last owner.' });
    expect((await record(id, { value: 60_000 }, client)).code).toBe('NOT_FOUND');
    await shop.admin.client.ask(
      'mutation ($id: ID!, $to: ID!) { transferVehicleOwnership(id: $id, customerId: $to) { id } }',
      { id, to: customerId },
    );
    expect((await logOf(id, client)).odometerReadings.nodes).toEqual([]);
    const lower = await record(id, { value: 40_000 }, client);
    expect(problemsOf(lower)).toEqual(['value: LOWER_THAN_BEFORE']);
    expect(JSON.stringify(lower.errors)).not.toMatch(/50.?000|2026-01-01/);
    for (const kind of ['REPLACEMENT', 'CORRECTION'])
      expect(problemsOf(await record(id, { value: 1, kind }, client))).toEqual(['kind: STAFF_ONLY']);
    expect(problemsOf(await record(id, { value: 51_000, source: 'WORKSHOP' }, client))).toEqual([
      'source: STAFF_ONLY',
    ]);
    const made = await record(id, { value: 51_000 }, client);
    expect(made.data.recordOdometerReading.source).toBe('CUSTOMER');
    expect((await logOf(id, client)).odometerReadings.nodes.map(({ value }) => value)).toEqual([51_000]);
    expect((await logOf(id)).odometerReadings.totalCount).toBe(2);
  });
});

const MILLIMETRES = { KM: 1_000_000, MI: 1_609_344 };

/** Each instrument by itself, from the earliest on: nothing shows less than what came before it. */
function backwards(nodes: Reading[]): Reading[][] {
  const log = nodes.toReversed();
  return log.flatMap((later, index) => {
    const earlier = log[index - 1];
    if (!earlier || later.kind !== 'NORMAL') return [];
    const isLess = (later.value + 1) * MILLIMETRES[later.unit] <= earlier.value * MILLIMETRES[earlier.unit];
    return isLess ? [[earlier, later]] : [];
  });
}

/** The same numbers each time, for each seed. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it.each([1, 2, 3, 4, 5])('keeps the log in order, whatever comes in whatever order (%i)', async (seed) => {
  const next = chance(seed);
  const { id } = await createVehicle(shop.admin.client);
  let taken = 0;
  for (let n = 0; n < 40; n += 1) {
    const answer = await record(id, {
      value: next(400),
      unit: next(2) ? 'KM' : 'MI',
      readAt: `2026-01-${String(1 + next(28)).padStart(2, '0')}T10:00:00Z`,
      kind: ['NORMAL', 'NORMAL', 'NORMAL', 'REPLACEMENT', 'CORRECTION'][next(5)],
    });
    if (!answer.errors.length) taken += 1;
    else expect(problemsOf(answer)[0]).toMatch(/^value: (LOWER_THAN_BEFORE|HIGHER_THAN_AFTER)$/);
  }
  const { odometerReadings } = await logOf(id);
  expect(odometerReadings.totalCount).toBe(taken);
  expect(taken).toBeGreaterThan(8);
  expect(backwards(odometerReadings.nodes)).toEqual([]);
});

it('keeps the log in order when fifty are written down at once', async () => {
  const { id } = await createVehicle(shop.admin.client);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      record(id, {
        value: (n * 37) % 50,
        readAt: `2026-01-${String(1 + (n % 25)).padStart(2, '0')}T10:00:00Z`,
      }),
    ),
  );
  const taken = answers.filter(({ errors }) => !errors.length).length;
  const { odometerReadings } = await logOf(id);
  const refused = answers.filter(({ errors }) => errors.length);
  expect(refused.filter((answer) => !problemsOf(answer)[0]?.startsWith('value: '))).toEqual([]);
  expect(odometerReadings.totalCount).toBe(taken);
  expect(backwards(odometerReadings.nodes)).toEqual([]);
  const [entries] = await graph.sql<{ entries: number; highest: number }>(
    'select count(*)::int as entries, max(entry) as highest from vehicle.odometer_reading where vehicle_id = $1',
    [id],
  );
  expect(entries).toEqual({ entries: taken, highest: taken });
});
