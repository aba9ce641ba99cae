import type { Context } from '../subgraph/context';

/** What came due since the last time: after `since`, up to and with `until`. */
export interface Span {
  since: Date;
  until: Date;
}

/**
 * Something that the program does by the clock, for each organisation. Once each time, whatever the number of workers;
 * after a stop once for all that was missed, with the whole span of it: what of that is still worth doing is the
 * item's to say. It runs as a job and may run again after a crash, so its effects are made safe to repeat.
 */
export interface ClockworkItem {
  /** Kept in the database: under another name it is another item, that has never run. */
  name: string;
  /** Every so many minutes, or once a day at a time of the organisation's own clock, as `09:00`. */
  at: { everyMinutes: number } | { daily: string };
  run(context: Context, span: Span): Promise<void>;
}
