import { createHash } from 'node:crypto';
import { RecentlyUsed } from '../recently-used';

/** Texts that are in use at a time; connections end after an hour, and what was prepared on them with them. */
const MOST_PREPARED = 500;

/**
 * Under which name a statement is prepared, once per connection. A text that was not seen lately goes unprepared:
 * what columns are read depends on the query, and a query that comes once should leave nothing behind.
 */
export class PreparedNames {
  private readonly names = new RecentlyUsed<string>(MOST_PREPARED);
  private readonly seen = new RecentlyUsed<true>(MOST_PREPARED);

  of(text: string): string | undefined {
    const name = this.names.get(text);
    if (name !== undefined) return name;
    if (!this.seen.get(text)) {
      this.seen.set(text, true);
      return undefined;
    }
    const made = `l${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
    this.names.set(text, made);
    return made;
  }
}
