import { escapeLiteral } from 'pg';
import type { Identity } from '../../../shared/access/identity';
import { Database } from '../../../shared/database/database';
import type { Planned, Sql } from '../../../shared/database/sql';
import type { SubgraphName } from '../../../shared/environment';
import { FACTS, type OpenSubgraphs } from '../../harness/subgraphs';
import type { PlanNode } from './search-plans.fixtures';

export type Row = Record<string, unknown>;

/** The plan modes that a statement may meet; left to PostgreSQL, it is one or the other. */
const MODES: Record<Planned, string[]> = {
  'as PostgreSQL likes': ['force_generic_plan', 'force_custom_plan'],
  whichever: ['force_generic_plan', 'force_custom_plan'],
  once: ['force_generic_plan'],
  'each time': ['force_custom_plan'],
};

function literal(value: unknown): string {
  if (value === null) return 'null';
  if (value instanceof Date) return escapeLiteral(value.toISOString());
  return escapeLiteral(Array.isArray(value) ? `{${value.join()}}` : String(value));
}

/** What the subgraphs send to the database for a query, and how PostgreSQL goes about it. */
export class PlannedStatements {
  private readonly sent: jest.SpyInstance[];

  constructor(
    private readonly open: OpenSubgraphs,
    private readonly organisation: string,
  ) {
    this.sent = [jest.spyOn(Database.prototype, 'send'), jest.spyOn(Database.prototype, 'sendForRows')];
  }

  /** The answer to a query, and the statements that were sent for it. */
  async of(name: SubgraphName, query: string, variables: Row, identity: Identity) {
    for (const spy of this.sent) spy.mockClear();
    const result = await this.open.of(name).execute({ query, variables }, identity, FACTS);
    expect(result.errors).toBeUndefined();
    const statements = this.sent.flatMap((spy) => spy.mock.calls.map((call) => call[1] as Sql));
    return { data: JSON.parse(JSON.stringify(result.data)) as Row, statements };
  }

  /** The plans of a statement as the subgraph's role, for the tenant, in each mode that may be. */
  async plans(name: SubgraphName, { text, values, planned }: Sql): Promise<PlanNode[]> {
    const client = await this.open.of(name).database.pool.connect();
    try {
      const plans: PlanNode[] = [];
      await client.query("select set_config('liftbay.organisation', $1, false)", [this.organisation]);
      await client.query(`prepare looked_at as ${text}`);
      const given = values.length ? `(${values.map(literal).join()})` : '';
      for (const mode of MODES[planned]) {
        await client.query(`set plan_cache_mode = ${mode}`);
        const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
          `explain (analyze, format json) execute looked_at${given}`,
        );
        plans.push(rows[0]!['QUERY PLAN'][0]!.Plan);
      }
      return plans;
    } finally {
      client.release(true);
    }
  }
}
