import { Client } from 'pg';
import { keptSql } from './kept.sql';
import type { Days, Question } from './questions/question';

/** PostgreSQL's guess of the price of a page, as the program sets it. */
const SESSION = '-c timezone=UTC -c random_page_cost=1.1';
const REPORTING = 'liftbay_reporting';

/** Somebody who knows the database and asks it themselves, with the rights of reporting and prepared statements. */
export class ByHand {
  private constructor(
    private readonly client: Client,
    private readonly organisationId: string,
  ) {}

  static async open(databaseUrl: string, organisationId: string): Promise<ByHand> {
    const client = new Client({ connectionString: databaseUrl, options: SESSION });
    await client.connect();
    await client.query(`set role ${REPORTING}`);
    await client.query(`select set_config('liftbay.organisation', $1, false)`, [organisationId]);
    return new ByHand(client, organisationId);
  }

  /** Under whose name the server does it. */
  get user(): string {
    return this.client.user!;
  }

  ask({ name, sql }: Question, days: Days): Promise<unknown[][]> {
    return this.run(name, sql, days);
  }

  /** The same from days and months that are kept; false where none are. */
  async askKept({ name, kept }: Question, days: Days): Promise<boolean> {
    if (!kept) return false;
    const rows = await this.run(`${name}, kept`, keptSql(kept), days);
    if (rows.length === 0) throw new Error('Nothing is kept.');
    return true;
  }

  private async run(name: string, text: string, { from, to }: Days): Promise<unknown[][]> {
    const values = [this.organisationId, from, to];
    const { rows } = await this.client.query<unknown[]>({ name, text, values, rowMode: 'array' });
    return rows;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
