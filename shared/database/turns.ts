import { ApiError } from '../errors';
import { Semaphore } from '../semaphore';

/** A semaphore for as many as come: who waits in its line too long is told that it is busy. */
export class Turns extends Semaphore {
  constructor(
    most: number,
    private readonly patienceMs: number,
  ) {
    super(most, Number.POSITIVE_INFINITY);
  }

  protected override turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        clearTimeout(impatience);
        resolve();
      };
      const impatience = setTimeout(() => {
        this.line.delete(go);
        reject(busy());
      }, this.patienceMs).unref();
      this.line.add(go);
    });
  }
}

export const busy = () => new ApiError('BUSY', 'Too much is asked at once. Try again in a moment.');
