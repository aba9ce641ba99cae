import { sql } from './sql';
import type { Transaction } from './transaction';

/** As many statements as another way through would take, so that the time an answer takes does not tell which it was. */
export async function spendStatements(tx: Transaction, count: number): Promise<void> {
  for (let spent = 0; spent < count; spent += 1) await tx.query(sql`select 1`);
}
