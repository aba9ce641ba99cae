import { Pool } from 'pg';
import { inOneWrite } from '../shared/database/one-write';
import { PreparedNames } from '../shared/database/prepared-names';
import { SessionSettings } from '../shared/database/session-settings';

const TENANT = "select set_config('liftbay.organisation', $1, false)";

/** What the gateway itself reads, as its own role: through narrow functions, for one organisation at a time. */
export class GatewayDatabase {
  private readonly pool: Pool;
  private readonly names = new PreparedNames();
  private readonly settings = new SessionSettings();

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
      const read = () => client.query<Row>({ name: this.names.of(text), text, values });
      if (this.settings.are(client, organisationId)) {
        const { rows } = await read();
        client.release();
        return rows;
      }
      const tenant = { name: 'tenant', text: TENANT, values: [organisationId] };
      const [, { rows }] = await Promise.all(
        inOneWrite(client, () => [client.query(tenant), read()] as const),
      );
      this.settings.became(client, organisationId);
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
