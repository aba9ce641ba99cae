import { DatabaseError } from 'pg';
import { ApiError, badField, conflict } from '../errors';

/** What to say when the database refuses: constraint name → error. Each feature lists its own. */
export type ConstraintErrors = Record<string, () => ApiError>;

const UNIQUE = '23505';
const NOT_NULL = '23502';
const CHECK = '23514';
const OUT_OF_RANGE = '22003';
const FOREIGN_KEY = '23503';
const EXCLUSION = '23P01';
const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';
const RETRYABLE = new Set(['40001', '40P01']);

export const isRetryable = (error: unknown): boolean =>
  error instanceof DatabaseError && RETRYABLE.has(error.code ?? '');

/** An error of the database as the caller should see it; what is not the caller's doing is left as it is. */
export function translate(error: unknown, constraints: ConstraintErrors): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const known = error.constraint ? constraints[error.constraint] : undefined;
  if (known) return known();
  switch (error.code) {
    case UNIQUE:
      return conflict('A record with the same key exists.');
    case EXCLUSION:
      return conflict('It overlaps with what is there.');
    case FOREIGN_KEY:
      return badField('input', 'UNKNOWN_REFERENCE', 'It refers to a record that does not exist.');
    case NOT_NULL:
      return badField(`input.${camel(error.column ?? '')}`, 'REQUIRED', 'It cannot be empty.');
    case CHECK:
    case OUT_OF_RANGE:
      return badField('input', 'OUT_OF_RANGE', 'A value is outside of what can be kept.');
    case LOCK_NOT_AVAILABLE:
    case QUERY_CANCELED:
      return new ApiError('BUSY', 'The record is locked by other work. Try again.');
    default:
      return isRetryable(error)
        ? new ApiError('BUSY', 'Too much at once on the same records. Try again.')
        : error;
  }
}

const camel = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
