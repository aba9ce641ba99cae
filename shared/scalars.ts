import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** An instant. In and out as RFC 3339; what has no offset is refused, since nobody could say which instant it is. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'An instant as RFC 3339 text with an offset, such as `2026-03-29T01:30:00Z`. Answers are in UTC.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});

/** A day of the calendar, without a time or a zone: dates of birth, validity, registration. */
export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A day of the calendar as `YYYY-MM-DD`, without time or zone.',
  serialize: (value) => String(value),
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : null),
});

function parseInstant(value: unknown): Date {
  const instant = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : null;
  if (!instant || Number.isNaN(instant.getTime()))
    throw new GraphQLError('A DateTime is RFC 3339 text with an offset, such as 2026-03-29T01:30:00Z.');
  return instant;
}

function parseDay(value: unknown): string {
  const day = typeof value === 'string' && DAY.test(value) ? value : '';
  const instant = new Date(`${day}T00:00:00Z`);
  // JavaScript takes 31 April for 1 May; comparing back refuses it.
  if (!day || Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day)
    throw new GraphQLError('A LocalDate is a day that exists, as YYYY-MM-DD.');
  return day;
}
