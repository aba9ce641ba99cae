import type { Log } from '../shared/log';

/** After this, what hangs is left behind: whoever stops us (a person, an orchestrator) does not wait longer. */
const PATIENCE_MS = 15_000;

/**
 * Ctrl-C or SIGTERM. To be listened for before anything is started: a signal in the middle of the start ends the
 * program in order too, the database with it, once the start has come to its end.
 */
export class StopSignal {
  private readonly arrived: Promise<string>;

  constructor() {
    this.arrived = new Promise((resolve) => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => resolve(name));
    });
  }

  /** Waits for the signal, then ends what runs: no new requests, the running ones to their end. */
  async thenClose(running: { close(): Promise<void> }, log: Log): Promise<void> {
    const signal = await this.arrived;
    log.info('stopping', { signal });
    const timer = setTimeout(() => {
      log.warn('stopped without waiting longer');
      process.exit(1);
    }, PATIENCE_MS);
    await running.close();
    clearTimeout(timer);
  }
}
