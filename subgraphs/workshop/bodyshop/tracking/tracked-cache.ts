import type { Clock } from '../../../../shared/clock';
import type { Topics } from '../../../../shared/live/topics';
import type { Kernel } from '../../../../shared/subgraph/kernel';
import type { Tracked } from './read-tracked';

/** How long an answer is kept when no word of a change comes. */
const KEPT_MS = 5 * 60 * 1000;
const MOST_KEPT = 10_000;

/** A look-up that is under way. */
interface Reading {
  organisationId: string;
  /** Something changed meanwhile: what is being read may be old already. */
  overtaken: boolean;
}

interface Kept {
  organisationId: string;
  tracked: Tracked;
  until: number;
}

/**
 * What codes led to, in this process. Whoever changes a record says so (`topics.changed`), and what was made of it is
 * dropped: at once where the change was made, and by a word through Redis in the other processes.
 */
export class TrackedRepairs {
  private readonly kept = new Map<string, Kept>();
  private readonly readings = new Set<Reading>();
  private readonly listening: Promise<unknown>;

  constructor(
    private readonly clock: Clock,
    topics: Topics,
  ) {
    this.listening = topics.onChanged(({ organisationId, subjects }) => this.drop(organisationId, subjects));
  }

  async find(organisationId: string, code: string, read: () => Promise<Tracked>): Promise<Tracked> {
    await this.listening;
    const key = `${organisationId}:${code}`;
    const now = this.clock.now().getTime();
    const known = this.kept.get(key);
    if (known && known.until > now) return known.tracked;
    const reading = { organisationId, overtaken: false };
    this.readings.add(reading);
    try {
      const tracked = await read();
      if (!reading.overtaken) this.keep(key, { organisationId, tracked, until: now + KEPT_MS });
      return tracked;
    } finally {
      this.readings.delete(reading);
    }
  }

  private keep(key: string, entry: Kept): void {
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(key, entry);
  }

  private drop(organisationId: string, subjects: readonly string[]): void {
    for (const reading of this.readings)
      if (reading.organisationId === organisationId) reading.overtaken = true;
    const changed = new Set(subjects);
    for (const [key, entry] of this.kept)
      if (entry.organisationId === organisationId && entry.tracked.subjects.some((id) => changed.has(id)))
        this.kept.delete(key);
  }
}

const ofProcess = new WeakMap<Topics, TrackedRepairs>();

/** One for each process: made with its first look-up. */
export function trackedRepairsOf({ topics, clock }: Kernel): TrackedRepairs {
  let cache = ofProcess.get(topics);
  if (!cache) {
    cache = new TrackedRepairs(clock, topics);
    ofProcess.set(topics, cache);
  }
  return cache;
}
