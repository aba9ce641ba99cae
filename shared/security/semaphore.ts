import { rateLimited } from '../errors';

const RETRY_AFTER_SECONDS = 5;

/** At most `slots` at work and `maxWaiting` in line; who comes after that is sent away instead of piling up. */
export class Semaphore {
  private atWork = 0;
  private readonly line: Array<() => void> = [];

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
      const next = this.line.shift();
      if (next) next();
      else this.atWork -= 1;
    }
  }

  private turn(): Promise<void> {
    if (this.line.length >= this.maxWaiting) throw rateLimited(RETRY_AFTER_SECONDS);
    return new Promise((resolve) => this.line.push(resolve));
  }
}
