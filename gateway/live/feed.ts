import { type Happening, hears, type Listening } from '../../shared/live/happening';
import type { EventLog } from './event-log';
import { type Waiting, WaitingList } from './waiting';

/** Events in memory for those who are nearly there; who is further behind reads the database. */
const MOST_RECENT = 2_000;
const BATCH = 500;

/** What a reader wants, and how far it has come. */
export interface Reading {
  listening: Listening;
  position: number;
}

/** What was heard since; perhaps nothing, and all the same the reader has come further. */
export interface Heard {
  happenings: readonly Happening[];
  position: number;
}

/**
 * One organisation's log as this process follows it: read once for all its subscribers. A word that there is more
 * only says when to look; what there is, the log says.
 */
export class Feed {
  /** Without a gap, up to `reached`. */
  private recent: Happening[] = [];
  private reading: Promise<void> | null = null;
  private behind = false;
  private readonly waiting = new WaitingList();

  constructor(
    private readonly log: EventLog,
    private readonly organisationId: string,
    private reached: number,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Waits for something to hear, or until the reader is woken for another reason. */
  async next(reading: Reading, patienceMs: number, signal: AbortSignal): Promise<Heard> {
    let { position } = reading;
    if (position >= this.reached) position = await this.wait(reading, patienceMs, signal);
    if (position >= this.reached || signal.aborted) return { happenings: [], position };
    const from = this.reached - this.recent.length;
    const happened =
      position < from
        ? await this.log.after(this.organisationId, position, BATCH)
        : this.recent.slice(position - from, position - from + BATCH);
    return {
      happenings: happened.filter((happening) => hears(reading.listening, happening)),
      position: happened.at(-1)?.position ?? position,
    };
  }

  /** There may be more. Words that come while it reads are one word. */
  look(): void {
    if (this.reading) {
      this.behind = true;
      return;
    }
    this.reading = this.read()
      .catch((error: unknown) => this.failed(error))
      .finally(() => {
        this.reading = null;
        if (this.behind) {
          this.behind = false;
          this.look();
        }
      });
  }

  heard(position: number): void {
    if (position > this.reached) this.look();
  }

  /** Everybody looks at themselves. */
  wake(): void {
    this.waiting.wakeAll(this.reached);
  }

  private async read(): Promise<void> {
    for (;;) {
      const found = await this.log.after(this.organisationId, this.reached, BATCH);
      if (found.length === 0) return;
      this.recent.push(...found);
      if (this.recent.length > MOST_RECENT) this.recent = this.recent.slice(-MOST_RECENT);
      this.reached = found.at(-1)!.position;
      // Who hears none of it waits on, and has come along all the same: whatever wakes them, says how far.
      for (const happening of found) this.waiting.wakeFor(happening);
      if (found.length < BATCH) return;
    }
  }

  /** The position up to which there was nothing to hear. */
  private wait({ listening, position }: Reading, patienceMs: number, signal: AbortSignal): Promise<number> {
    return new Promise((resolve) => {
      const waiting: Waiting = {
        listening,
        wake: (reached) => {
          clearTimeout(timer);
          this.waiting.delete(waiting);
          signal.removeEventListener('abort', leave);
          resolve(Math.max(reached, position));
        },
      };
      const leave = () => waiting.wake(this.reached);
      const timer = setTimeout(leave, patienceMs);
      this.waiting.add(waiting);
      signal.addEventListener('abort', leave);
      if (signal.aborted) leave();
    });
  }
}
