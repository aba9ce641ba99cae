import { types } from 'pg';

const TIMESTAMPTZ = 1184;
const asPgReads = types.getTypeParser(TIMESTAMPTZ) as (text: string) => unknown;

export interface Sample {
  /** The column's type as entities name it. */
  type: string;
  /** An expression of SQL that has the value. */
  stored: string;
  value: unknown;
}

/** A moment as PostgreSQL writes it in a session that runs in UTC: read as pg itself would read it. */
const moment = (text: string): Sample => ({
  type: 'timestamptz',
  stored: `timestamptz '${text}'`,
  value: asPgReads(text),
});

export const MOMENTS: readonly Sample[] = [
  {
    type: 'timestamptz',
    stored: `timestamptz '2026-11-20 22:06:57.123+00'`,
    value: new Date(1_795_212_417_123),
  },
  { type: 'timestamptz', stored: `timestamptz '2026-11-21 00:06:57+02'`, value: new Date(1_795_212_417_000) },
  ...[
    '2026-11-20 22:06:57+00',
    '2026-11-20 22:06:57.1+00',
    '2026-11-20 22:06:57.12+00',
    '2026-11-20 22:06:57.123456+00',
    '1970-01-01 00:00:00+00',
    '1969-12-31 23:59:59.999+00',
    '1883-07-02 12:30:15.5+00',
    '0099-01-01 00:00:00+00',
    '0044-03-15 12:00:00+00 BC',
    '9999-12-31 23:59:59.999+00',
    '12026-01-01 00:00:00+00',
    'infinity',
    '-infinity',
  ].map(moment),
];

/** One value at least of every type that a column of ours has. */
export const SAMPLES: readonly Sample[] = [
  ...MOMENTS,
  { type: 'date', stored: `date '2026-02-28'`, value: '2026-02-28' },
  { type: 'bigint', stored: '9007199254740991::bigint', value: 9_007_199_254_740_991 },
  { type: 'bigint', stored: '(-9007199254740991)::bigint', value: -9_007_199_254_740_991 },
  { type: 'integer', stored: '(-2147483648)::integer', value: -2_147_483_648 },
  { type: 'boolean', stored: 'true', value: true },
  { type: 'boolean', stored: 'false', value: false },
  { type: 'numeric', stored: '12345678901234567890.123450::numeric', value: '12345678901234567890.123450' },
  { type: 'text', stored: `''`, value: '' },
  { type: 'text', stored: `'a, "b" {c} \\ é 🚗'`, value: 'a, "b" {c} \\ é 🚗' },
  {
    type: 'uuid',
    stored: `'0199C0DE-0000-7000-8000-00000000000A'::uuid`,
    value: '0199c0de-0000-7000-8000-00000000000a',
  },
  { type: 'text[]', stored: `'{}'::text[]`, value: [] },
  {
    type: 'text[]',
    stored: `array['a,b', '"', '{}', '', 'NULL', null]`,
    value: ['a,b', '"', '{}', '', 'NULL', null],
  },
  { type: 'integer[]', stored: `array[1, -2, null]`, value: [1, -2, null] },
  {
    type: 'uuid[]',
    stored: `array['0199c0de-0000-7000-8000-00000000000a']::uuid[]`,
    value: ['0199c0de-0000-7000-8000-00000000000a'],
  },
  { type: 'jsonb', stored: `'{"a": [1, null, "x"]}'::jsonb`, value: { a: [1, null, 'x'] } },
  { type: 'jsonb', stored: `'null'::jsonb`, value: null },
];
