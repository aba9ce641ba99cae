import { type Happening, hears, type Listening } from '../../shared/live/happening';
import type { Feed } from './feed';

/** One subscriber at a feed: what they listen to, how far they have come, and whether it is time to look at themselves. */
export class Reader {
  private lookedAt = performance.now();
  private looks = false;
  private left = false;
  /** While they wait: lets them go on. */
  private go: (() => void) | null = null;

  constructor(
    private readonly feed: Feed,
    readonly listening: Listening,
    private position: number,
  ) {}

  /** What there is to hear since, in order. Nothing, when they are to look at themselves, or have left. */
  async next(): Promise<readonly Happening[]> {
    while (!this.left && !this.looks) {
      if (this.position >= this.feed.reached) {
        await this.wait();
        continue;
      }
      const happened = await this.feed.after(this.position);
      this.position = happened.at(-1)?.position ?? this.position;
      const heard = happened.filter((happening) => hears(this.listening, happening));
      if (heard.length) return heard;
    }
    this.looks = false;
    return [];
  }

  /** There was nothing for them up to this position, and there is something behind it. */
  wake(position: number): void {
    this.position = Math.max(this.position, position);
    this.goOn();
  }

  /** What they may do has perhaps changed. Who is busy looks when that is told. */
  look(): void {
    this.lookedAt = performance.now();
    this.looks = true;
    // Who waits was not woken by anything so far.
    if (this.go) this.position = Math.max(this.position, this.feed.reached);
    this.goOn();
  }

  lookIfLastBefore(time: number): void {
    if (this.lookedAt < time) this.look();
  }

  leave(): void {
    this.left = true;
    this.feed.leave(this);
    this.goOn();
  }

  private goOn(): void {
    this.feed.waiting.delete(this);
    this.go?.();
    this.go = null;
  }

  private wait(): Promise<void> {
    return new Promise((resolve) => {
      this.go = resolve;
      this.feed.waiting.add(this);
    });
  }
}
