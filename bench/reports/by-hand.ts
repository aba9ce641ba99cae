import { Pool } from 'pg';
import type { Driven } from '../load/drive';
import type { Days, Question } from './questions';

/** Somebody who knows the database and asks it themselves: prepared statements, and no rights to look after. */
export class ByHand {
  private readonly pool: Pool;

  constructor(
    databaseUrl: string,
    private readonly organisationId: string,
    clients: number,
  ) {
    this.pool = new Pool({ connectionString: databaseUrl, max: clients });
  }

  async ask({ name, sql }: Question, { from, to }: Days): Promise<unknown[][]> {
    const values = [this.organisationId, from, to];
    const { rows } = await this.pool.query<unknown[]>({ name, text: sql, values, rowMode: 'array' });
    return rows;
  }

  /** Clients that each ask again when they are answered. */
  async drive(question: Question, days: Days, clients: number, seconds: number): Promise<Driven> {
    const latencies: number[] = [];
    const began = performance.now();
    const until = began + seconds * 1000;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (let at = performance.now(); at < until; ) {
          await this.ask(question, days);
          const now = performance.now();
          latencies.push(now - at);
          at = now;
        }
      }),
    );
    return {
      requests: latencies.length,
      seconds: (performance.now() - began) / 1000,
      latencies,
      failed: 0,
    };
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
