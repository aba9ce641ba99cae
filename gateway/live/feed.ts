import { type Happening, hears, type Listening } from '../../shared/live/happening';
import type { EventLog } from './event-log';

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

interface Waiting extends Reading {
  wake(): void;
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
  private readonly waiting = new Set<Waiting>();

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
    for (const waiting of [...this.waiting]) waiting.wake();
  }

  private async read(): Promise<void> {
    for (;;) {
      const found = await this.log.after(this.organisationId, this.reached, BATCH);
      if (found.length === 0) return;
      this.recent.push(...found);
      if (this.recent.length > MOST_RECENT) this.recent = this.recent.slice(-MOST_RECENT);
      this.reached = found.at(-1)!.position;
      this.tell(found);
      if (found.length < BATCH) return;
    }
  }

  /** Who waits and hears none of it sleeps on, further along. */
  private tell(found: readonly Happening[]): void {
    for (const waiting of [...this.waiting]) {
      const behind = waiting.position < found[0]!.position - 1;
      if (behind || found.some((happening) => hears(waiting.listening, happening))) waiting.wake();
      else waiting.position = this.reached;
    }
  }

  /** The position up to which there was nothing to hear. */
  private wait({ listening, position }: Reading, patienceMs: number, signal: AbortSignal): Promise<number> {
    return new Promise((resolve) => {
      const waiting: Waiting = {
        listening,
        position,
        wake: () => {
          clearTimeout(timer);
          this.waiting.delete(waiting);
          signal.removeEventListener('abort', waiting.wake);
          resolve(waiting.position);
        },
      };
      const timer = setTimeout(waiting.wake, patienceMs);
      this.waiting.add(waiting);
      signal.addEventListener('abort', waiting.wake);
      if (signal.aborted) waiting.wake();
    });
  }
}
