import { types } from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

export type Parser = (text: string) => unknown;

/** bigint as a number (an unsafe one is an error, not a rounding), dates as text: a day has no time zone. */
export const typeParsers = {
  getTypeParser(oid: number, format?: string): Parser {
    return format === 'binary' ? (types.getTypeParser(oid, 'binary') as Parser) : parserOf(oid);
  },
};

export function parserOf(oid: number): Parser {
  if (oid === INT8) return safeInteger;
  if (oid === DATE) return (text) => text;
  if (oid === TIMESTAMPTZ) return instant;
  return types.getTypeParser(oid) as Parser;
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError('A bigint outside the safe range came from the database.');
  return value;
}

/** Of our sessions, which all run in UTC, and to the millisecond: `2026-11-20 22:06:57.123+00`. */
const USUAL_INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?\+00$/;
const anyInstant = types.getTypeParser(TIMESTAMPTZ) as Parser;

/** pg's own takes several times as long, and lists are full of times. */
function instant(text: string): unknown {
  return USUAL_INSTANT.test(text)
    ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
    : anyInstant(text);
}
