import { ApiError } from '../errors';

/** At most so many at once, in the order in which they came; who waits too long is told that it is busy. */
export class Turns {
  private under = 0;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly most: number,
    private readonly patienceMs: number,
  ) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.under < this.most) this.under += 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      // Whose turn it was passes it on, so that nobody comes in between.
      const [next] = this.waiting;
      if (next) next();
      else this.under -= 1;
    }
  }

  private turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        clearTimeout(impatience);
        this.waiting.delete(go);
        resolve();
      };
      const impatience = setTimeout(() => {
        this.waiting.delete(go);
        reject(busy());
      }, this.patienceMs).unref();
      this.waiting.add(go);
    });
  }
}

export const busy = () => new ApiError('BUSY', 'Too much is asked at once. Try again in a moment.');
