import type { PoolClient } from 'pg';
import type { Identity, RequestFacts } from '../access/identity';
import type { Clock } from '../clock';
import type { Happening } from '../live/happening';
import { type ConstraintErrors, isRetryable, translate } from './constraint-errors';
import type { Database } from './database';
import { inOneWrite } from './one-write';
import { Transaction } from './transaction';

const ATTEMPTS = 3;

export interface WorkScope {
  database: Database;
  identity: Identity;
  facts: RequestFacts;
  clock: Clock;
  constraints: ConstraintErrors;
  /** Told after COMMIT what stands in the organisation's log by it, in order; not told when that is nothing. */
  happened(organisationId: string, happenings: readonly Happening[]): void;
}

/**
 * Runs the work in a transaction, again as a whole when the database says that it collided (40001, 40P01),
 * three times at most. `work` must therefore have no effect but through its transaction.
 */
export async function inTransaction<T>(scope: WorkScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await scope.database.turns.run(() => attemptOnce(scope, work));
    } catch (error) {
      if (attempt < ATTEMPTS && isRetryable(error)) continue;
      throw translate(error, scope.constraints);
    }
  }
}

async function attemptOnce<T>(scope: WorkScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { database, identity, facts, clock } = scope;
  const client = await database.connect();
  database.settings.forget(client);
  let broken: Error | undefined;
  try {
    const tx = new Transaction(database, client, identity, facts, clock);
    try {
      const result = await work(tx);
      const happenings = await settleAndCommit(client, tx);
      if (happenings.length) scope.happened(tx.organisationId, happenings);
      return result;
    } catch (error) {
      tx.end();
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    }
  } finally {
    client.release(broken);
  }
}

/**
 * In one flight, because the organisation's event counter is locked from the one to the other. A COMMIT behind a
 * statement that failed rolls back.
 */
async function settleAndCommit(client: PoolClient, tx: Transaction): Promise<Happening[]> {
  await tx.begun();
  const sent = inOneWrite(client, () => [tx.settle(), client.query('commit')] as const);
  tx.end();
  const [happenings] = await Promise.all(sent);
  return happenings;
}
