import { plannedOnce, raw, type Sql, sql } from './sql';

/** `%part%` for LIKE, with the part's own wildcards taken literally. */
export const likePattern = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;

const MOST_HITS = 500;

/**
 * The ids of the newest of what a search finds; the user narrows it. `found` selects `id` and `created_at` from
 * a search view. Materialised, because otherwise PostgreSQL may walk through a whole tenant from the newest on,
 * looking at each record, instead of asking the trigram index.
 */
export const newestHits = (found: Sql, most = MOST_HITS): Sql =>
  plannedOnce(sql`with hit as materialized (${found})
    select hit.id from hit order by hit.created_at desc limit ${raw(String(most))}`);
