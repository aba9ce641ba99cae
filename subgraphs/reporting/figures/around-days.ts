import { type Sql, sql } from '../../../shared/database/sql';
import type { Days } from './days';

/**
 * A day or more wider than the days are in any time zone: which day a row is of is asked of the row. Compared as
 * instants, since PostgreSQL lets no comparison with a date into an index behind row-level security, and would read all
 * that the organisation ever had.
 */
export const aroundDays = (instant: Sql, { from, to }: Days): Sql =>
  sql`${instant} >= (${from}::date - 2)::timestamp at time zone 'UTC'
    and ${instant} < (${to}::date + 2)::timestamp at time zone 'UTC'`;
