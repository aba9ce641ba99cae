import type { Happening } from '../../shared/live/happening';
import type { EventLog } from './event-log';

/** Events in memory for those who are nearly there; who is further behind reads the database. */
const MOST_RECENT = 2_000;
const BATCH = 500;

/**
 * One organisation's log as this process follows it: read once for all its subscribers. A word that there is more
 * only says when to look; what there is, the log says.
 */
export class Feed {
  /** Without a gap, up to `reached`. */
  private recent: Happening[] = [];
  private reading: Promise<void> | null = null;
  private behind = false;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly log: EventLog,
    readonly organisationId: string,
    private reached: number,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** What happened after that position; nothing when the reader was woken for another reason. */
  async next(position: number, patienceMs: number, signal: AbortSignal): Promise<readonly Happening[]> {
    if (position >= this.reached) await this.wait(patienceMs, signal);
    if (position >= this.reached || signal.aborted) return [];
    const from = this.reached - this.recent.length;
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

  wake(): void {
    for (const wake of [...this.waiting]) wake();
  }

  private async read(): Promise<void> {
    for (;;) {
      const found = await this.log.after(this.organisationId, this.reached, BATCH);
      if (found.length === 0) return;
      this.recent.push(...found);
      if (this.recent.length > MOST_RECENT) this.recent = this.recent.slice(-MOST_RECENT);
      this.reached = found.at(-1)!.position;
      this.wake();
      if (found.length < BATCH) return;
    }
  }

  private wait(patienceMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, patienceMs);
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
      if (signal.aborted) wake();
    });
  }
}
