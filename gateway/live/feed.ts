import type { Happening, Listening } from '../../shared/live/happening';
import type { EventLog } from './event-log';
import { Reader } from './reader';
import { WaitingList } from './waiting';

/** Events in memory for those who are nearly there, or up to twice as many; who is further behind reads the database. */
const MOST_RECENT = 2_000;
const BATCH = 500;

/**
 * One organisation's log as this process follows it: read once for all its subscribers. What this process has just
 * written itself is taken as it is, when it is the next; any other word that there is more only says when to look, and
 * what there is, the log says.
 */
export class Feed {
  /** Without a gap, up to `reached`. */
  private recent: Happening[] = [];
  private reading: Promise<void> | null = null;
  private behind = false;
  private readonly readers = new Set<Reader>();
  readonly waiting = new WaitingList();

  constructor(
    private readonly log: EventLog,
    private readonly organisationId: string,
    private end: number,
    private readonly on: { failed(error: unknown): void; deserted(): void },
  ) {}

  /** How far this process has read. */
  get reached(): number {
    return this.end;
  }

  /** Somebody who has come as far as that. */
  follow(listening: Listening, position: number): Reader {
    const reader = new Reader(this, listening, position);
    this.readers.add(reader);
    this.look();
    return reader;
  }

  leave(reader: Reader): void {
    if (this.readers.delete(reader) && this.readers.size === 0) this.on.deserted();
  }

  /** What happened next, from memory for those who are nearly there. */
  after(position: number): readonly Happening[] | Promise<Happening[]> {
    const from = this.end - this.recent.length;
    if (position < from) return this.log.after(this.organisationId, position, BATCH);
    return this.recent.slice(position - from, position - from + BATCH);
  }

  /** There may be more. Words that come while it reads are one word. */
  look(): void {
    if (this.reading) {
      this.behind = true;
      return;
    }
    this.reading = this.read()
      .catch((error: unknown) => this.on.failed(error))
      .finally(() => {
        this.reading = null;
        if (this.behind) {
          this.behind = false;
          this.look();
        }
      });
  }

  /** The log reaches that far; these are the last of it, when this process has written that. */
  heard(position: number, happenings: readonly Happening[] = []): void {
    if (position <= this.end) return;
    if (happenings[0]?.position === this.end + 1) this.take(happenings);
    else this.look();
  }

  /** Everybody looks at themselves. */
  wake(): void {
    for (const reader of this.readers) reader.look();
  }

  /** Those look at themselves who have not done so since then. */
  wakeIfLastBefore(time: number): void {
    for (const reader of this.readers) reader.lookIfLastBefore(time);
  }

  private async read(): Promise<void> {
    for (;;) {
      const found = await this.log.after(this.organisationId, this.end, BATCH);
      // Some of it may have been heard of while it was read.
      this.take(found.filter(({ position }) => position > this.end));
      if (found.length < BATCH) return;
    }
  }

  /** What comes next in the log. */
  private take(next: readonly Happening[]): void {
    if (next.length === 0) return;
    this.recent.push(...next);
    if (this.recent.length > 2 * MOST_RECENT) this.recent = this.recent.slice(-MOST_RECENT);
    this.end = next.at(-1)!.position;
    // Who hears none of it waits on, and has come along all the same: whatever wakes them, says how far.
    for (const happening of next) this.waiting.wakeFor(happening);
  }
}
