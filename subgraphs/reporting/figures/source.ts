import { type Sql, sql } from '../../../shared/database/sql';

/**
 * Where figures come from: a statement over published views that counts what happened, by service centre and day. This
 * is the only place where a figure is defined; rollups keep what it gives, reports add it up.
 *
 * It selects `figure, centre_id, day, dim, currency, count, amount` and finds in scope
 *   `w`  for each service centre the stretch that is counted: `centre_id`, `zone`, `from_day`, `to_day` and the instants
 *        `starts_at` and `ends_at` around it;
 *   `d`  the days themselves: `centre_id`, `zone`, `day`.
 * It may tell of other days than those of `d`: they are left out.
 */
export interface FigureSource {
  figures: readonly FigureName[];
  rows: Sql;
}

export const FIGURES = [
  'JOBS_CREATED',
  'JOBS_COMPLETED',
  'JOBS_WORKED',
  'JOBS_PROMISED',
  'JOBS_BY_DURATION',
  'JOBS_DELIVERED',
  'JOBS_CANCELLED',
  'SERVICES_COMPLETED',
  'SERVICES_BY_TECHNICIAN',
  'TIME_CLOCKED',
  'TIME_ROSTERED',
  'REQUESTS_CREATED',
  'REQUESTS_COMPLETED',
  'APPOINTMENTS',
  'INVOICED',
  'INVOICED_NET',
  'INVOICED_TAX',
  'INVOICED_LINES',
  'CREDITED',
  'CREDITED_NET',
  'CREDITED_TAX',
  'CREDITED_LINES',
  'PAID',
  'REFUNDED',
  'STOCK_MOVED',
  'PARTS_COST',
  'RATED',
  'RATED_TECHNICIAN',
  'LEADS_CREATED',
  'LEADS_CONVERTED',
] as const;
export type FigureName = (typeof FIGURES)[number];

/**
 * Rows of a view, of the centre and between the instants of `w`, found by an index for each centre whatever the planner
 * thinks of the number of days: without `offset 0` it reads all rows of the organisation for each of them.
 */
export const happened = (view: Sql, column: Sql): Sql => sql`w cross join lateral (select x.* from ${view} x
  where x.service_centre_id = w.centre_id and ${between(sql`x.${column}`)} offset 0) t`;

/** The same for what has a day of its own, given when it was issued. */
export const issued = (view: Sql): Sql => sql`w cross join lateral (select x.* from ${view} x
  where x.service_centre_id = w.centre_id and x.issued_on between w.from_day and w.to_day offset 0) t`;

export const between = (instant: Sql): Sql => sql`${instant} >= w.starts_at and ${instant} < w.ends_at`;

/** The day that the service centre's calendar showed. */
export const dayOf = (instant: Sql): Sql => sql`(${instant} at time zone w.zone)::date`;

export const seconds = (from: Sql, to: Sql): Sql => sql`extract(epoch from ${to} - ${from})`;
