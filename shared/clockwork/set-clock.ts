import { sql } from '../database/sql';
import type { Transaction } from '../database/transaction';

/** Says by which clock the organisation lives: without it, nothing is done by the clock for them. */
export async function setClock(tx: Transaction, timeZone: string): Promise<void> {
  await tx.query(sql`select platform.set_clock(${timeZone})`);
}
