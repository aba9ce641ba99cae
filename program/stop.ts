import { setTimeout as pause } from 'node:timers/promises';

/** After this, what hangs is left behind: whoever stops us (a person, an orchestrator) does not wait longer. */
const PATIENCE_MS = 15_000;

/** Ctrl-C or SIGTERM. One in the middle of the start ends the program in order too, the database with it. */
class StopSignal {
  readonly arrived: Promise<NodeJS.Signals>;
  private readonly overdue: Promise<never>;
  private heard = false;

  constructor() {
    this.arrived = new Promise((resolve) => {
      for (const name of ['SIGINT', 'SIGTERM'] as const)
        process.on(name, () => {
          this.heard = true;
          resolve(name);
        });
    });
    this.overdue = this.arrived.then(async () => {
      await pause(PATIENCE_MS, undefined, { ref: false });
      throw new Error(`something was still busy ${PATIENCE_MS / 1000} seconds after the signal`);
    });
    this.overdue.catch(() => undefined);
  }

  get asked(): boolean {
    return this.heard;
  }

  /** What the work gives; an error when it goes on for too long after the signal. */
  patiently<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.overdue]);
  }
}

/** Listens from the moment that this module is loaded, while the others still are. */
export const stopSignal = new StopSignal();

export type { StopSignal };
