import { rateLimited } from './errors';

const RETRY_AFTER_SECONDS = 5;

/** At most `slots` at work and `maxWaiting` in line; who comes after that is sent away instead of piling up. */
export class Semaphore {
  private atWork = 0;
  protected readonly line = new Set<() => void>();

  constructor(
    private readonly slots: number,
    private readonly maxWaiting: number,
  ) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.atWork < this.slots) this.atWork += 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      // Whose turn it was passes it on, so that nobody comes in between.
      const [next] = this.line;
      if (!next) this.atWork -= 1;
      else {
        this.line.delete(next);
        next();
      }
    }
  }

  protected turn(): Promise<void> {
    if (this.line.size >= this.maxWaiting) throw rateLimited(RETRY_AFTER_SECONDS);
    return new Promise((resolve) => void this.line.add(resolve));
  }
}
