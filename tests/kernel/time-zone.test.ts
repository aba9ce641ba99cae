import { Client } from 'pg';
import { addDays, datesBetween, instantOf, localDate, MINUTE, weekdayOf } from '../../shared/time-zone';
import { cloneDatabase } from '../harness/databases';

const at = (zone: string, date: string, time: string): string => {
  const [hours, minutes] = time.split(':').map(Number);
  return new Date(instantOf(zone, date, hours! * 60 + minutes!)).toISOString();
};

/** As java.time's ZonedDateTime.ofLocal has them, by hand from the tz database. */
const CASES: readonly [string, string, string, string, string][] = [
  ['Europe/Rome, before summer time', 'Europe/Rome', '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
  ['Europe/Rome, a time that is skipped', 'Europe/Rome', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['Europe/Rome, as summer time begins', 'Europe/Rome', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
  ['Europe/Rome, before winter time', 'Europe/Rome', '2026-10-25', '01:59', '2026-10-24T23:59:00.000Z'],
  ['Europe/Rome, a time that comes twice', 'Europe/Rome', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['Europe/Rome, behind what comes twice', 'Europe/Rome', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  [
    'São Paulo, whose midnight is skipped',
    'America/Sao_Paulo',
    '2018-11-04',
    '00:15',
    '2018-11-04T03:15:00.000Z',
  ],
  ['São Paulo, behind that', 'America/Sao_Paulo', '2018-11-04', '01:00', '2018-11-04T03:00:00.000Z'],
  [
    'São Paulo, an evening hour twice',
    'America/Sao_Paulo',
    '2018-02-17',
    '23:30',
    '2018-02-18T01:30:00.000Z',
  ],
  ['São Paulo, the day after', 'America/Sao_Paulo', '2018-02-18', '00:00', '2018-02-18T03:00:00.000Z'],
  [
    'Lord Howe, half an hour is skipped',
    'Australia/Lord_Howe',
    '2026-10-04',
    '02:15',
    '2026-10-03T15:45:00.000Z',
  ],
  ['Lord Howe, behind that', 'Australia/Lord_Howe', '2026-10-04', '02:30', '2026-10-03T15:30:00.000Z'],
  [
    'Lord Howe, half an hour comes twice',
    'Australia/Lord_Howe',
    '2026-04-05',
    '01:45',
    '2026-04-04T14:45:00.000Z',
  ],
  ['Lord Howe, behind that', 'Australia/Lord_Howe', '2026-04-05', '02:00', '2026-04-04T15:30:00.000Z'],
  [
    'Kathmandu, a quarter of an hour off',
    'Asia/Kathmandu',
    '2026-06-01',
    '08:00',
    '2026-06-01T02:15:00.000Z',
  ],
  ['a time before 1970', 'Europe/Rome', '1969-07-20', '12:00', '1969-07-20T10:00:00.000Z'],
];

it.each(CASES)('%s', (_, zone, date, time, expected) => {
  expect(at(zone, date, time)).toBe(expected);
});

it.each([
  ['Europe/Rome', '2026-03-01', '2026-04-30'],
  ['Europe/Rome', '2026-10-01', '2026-11-30'],
  ['America/Sao_Paulo', '2018-02-01', '2018-03-01'],
  ['America/Sao_Paulo', '2018-10-20', '2018-11-20'],
  ['Australia/Lord_Howe', '2026-03-20', '2026-04-20'],
  ['Australia/Lord_Howe', '2026-09-20', '2026-10-20'],
])('%s, each quarter of an hour from %s to %s, falls on its day and never back', (zone, from, to) => {
  let last = Number.NEGATIVE_INFINITY;
  for (const date of datesBetween(from, to)) {
    const midnight = instantOf(zone, date, 0);
    expect(localDate(zone, midnight)).toBe(date);
    expect(midnight).toBeGreaterThanOrEqual(last);
    last = instantOf(zone, addDays(date, 1), 0);
    expect(localDate(zone, last - 1)).toBe(date);
    for (let minutes = 0; minutes < 1440; minutes += 15)
      expect(localDate(zone, instantOf(zone, date, minutes))).toBe(date);
  }
});

/** They agree but for an hour that comes twice, of which PostgreSQL takes the second. */
it('agrees with PostgreSQL on every half hour of a year, but for what comes twice', async () => {
  const database = await cloneDatabase('zones');
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const differing = async (zone: string, from: string): Promise<string[]> => {
    const dates = datesBetween(from, addDays(from, 364));
    const { rows } = await client.query<{ wall: string; ms: string }>(
      `select to_char(t, 'YYYY-MM-DD"T"HH24:MI') as wall, extract(epoch from t at time zone $1) * 1000 as ms
       from generate_series($2::timestamp, $3::timestamp, interval '30 minutes') t`,
      [zone, `${from}T00:00`, `${dates.at(-1)}T23:30`],
    );
    return rows.flatMap(({ wall, ms }) => {
      const [date, time] = wall.split('T') as [string, string];
      const ours = Date.parse(at(zone, date, time));
      return ours === Number(ms) ? [] : [`${wall} ${(Number(ms) - ours) / MINUTE}`];
    });
  };
  try {
    expect(await differing('Europe/Rome', '2026-01-01')).toEqual([
      '2026-10-25T02:00 60',
      '2026-10-25T02:30 60',
    ]);
    expect(await differing('Australia/Lord_Howe', '2026-01-01')).toEqual(['2026-04-05T01:30 30']);
  } finally {
    await client.end();
    await database.drop();
  }
});

it('counts days and weekdays without a clock', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect([weekdayOf('2026-03-30'), weekdayOf('2026-03-29')]).toEqual([1, 7]);
  expect(datesBetween('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
});
