import { createHash } from 'node:crypto';
import { ApiError, badField, conflict } from '../errors';
import { sql } from './sql';
import type { Transaction } from './transaction';

export interface IdempotentCommand {
  operation: string;
  /** The client's key; without one the command simply runs. */
  key: string | null | undefined;
  input: unknown;
}

/**
 * Runs the command once per key. A repetition gets the first result; the same key with another input is
 * refused; a key whose first use is still under way is waited for, by the database's own lock on the row.
 */
export async function once<T>(
  tx: Transaction,
  command: IdempotentCommand,
  work: () => Promise<T>,
): Promise<T> {
  const { operation, key, input } = command;
  if (key == null) return work();
  if (key.length < 8 || key.length > 200)
    throw badField('idempotencyKey', 'LENGTH', 'An idempotency key has 8 to 200 characters.');
  const hash = createHash('sha256').update(canonical(input)).digest('hex');
  const [earlier] = await tx
    .query<{ input_hash: string; result: T | null }>(
      sql`select * from platform.claim_key(${operation}, ${key}, ${hash})`,
    )
    .catch(rethrowWait);
  if (!earlier) {
    const result = await work();
    await tx.query(sql`select platform.finish_key(${operation}, ${key}, ${JSON.stringify(result)})`);
    return result;
  }
  if (earlier.input_hash !== hash)
    throw new ApiError('IDEMPOTENCY_MISMATCH', 'This idempotency key was used before with another input.');
  return earlier.result as T;
}

function rethrowWait(error: unknown): never {
  if ((error as { code?: string }).code === '55P03')
    throw conflict('The first use of this idempotency key is still under way. Try again.');
  throw error;
}

/** JSON with sorted keys: the same input is the same text, whatever order a client sends it in. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`)
    .join(',')}}`;
}
