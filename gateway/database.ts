import { Pool } from 'pg';

/** What the gateway itself reads, as its own role: through narrow functions, for one organisation at a time. */
export class GatewayDatabase {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool({
      connectionString: url,
      max: 4,
      application_name: 'liftbay gateway',
      pipeline: true,
    });
    // A lost connection fails the query that runs on it; unheard, the event about it would end the process.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async read<Row extends object>(organisationId: string, text: string, values: unknown[]): Promise<Row[]> {
    const client = await this.pool.connect();
    try {
      const [, { rows }] = await Promise.all([
        client.query("select set_config('liftbay.organisation', $1, false)", [organisationId]),
        client.query<Row>(text, values),
      ]);
      client.release();
      return rows;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async ready(): Promise<boolean> {
    return this.pool.query('select 1').then(
      () => true,
      () => false,
    );
  }

  get connections(): Record<string, number> {
    return { total: this.pool.totalCount, idle: this.pool.idleCount, waiting: this.pool.waitingCount };
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
