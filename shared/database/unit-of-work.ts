import type { Identity, RequestFacts } from '../access/identity';
import type { Clock } from '../clock';
import { type ConstraintErrors, isRetryable, translate } from './constraint-errors';
import type { Database } from './database';
import { Transaction } from './transaction';

const ATTEMPTS = 3;
const BEGIN = `select set_config('liftbay.organisation', $1, true), set_config('lock_timeout', '10s', true)`;

export interface WorkScope {
  database: Database;
  identity: Identity;
  facts: RequestFacts;
  clock: Clock;
  constraints: ConstraintErrors;
  /** Told after COMMIT how far the organisation's events reach now. */
  reached(organisationId: string, position: number): void;
}

/**
 * Runs the work in a transaction, again as a whole when the database says that it collided (40001, 40P01),
 * three times at most. `work` must therefore have no effect but through its transaction.
 */
export async function inTransaction<T>(scope: WorkScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(scope, work);
    } catch (error) {
      if (attempt < ATTEMPTS && isRetryable(error)) continue;
      throw translate(error, scope.constraints);
    }
  }
}

async function attemptOnce<T>(scope: WorkScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { database, identity, facts, clock } = scope;
  const client = await database.pool.connect();
  let broken: Error | undefined;
  try {
    const tx = new Transaction(database, client, identity, facts, clock);
    await Promise.all([
      client.query('begin'),
      client.query({ name: 'begin', text: BEGIN, values: [tx.organisationId] }),
    ]);
    try {
      const result = await work(tx);
      const position = await tx.settle();
      await client.query('commit');
      if (position !== null) scope.reached(tx.organisationId, position);
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    }
  } finally {
    client.release(broken);
  }
}
