import { type Sql, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { settledDay } from './settled-day';

/**
 * Documents of a `day` that may be kept already make what is kept of their organisation worthless. Who adds it up holds
 * the row meanwhile, so this waits for that, also when the row is a new one.
 */
export async function forgetWorth(tx: Transaction, documents: Sql): Promise<void> {
  await tx.query(sql`
    insert into reporting.worth_rollup as w (organisation_id)
    select ${tx.organisationId}::uuid from (${documents}) d where d.day <= ${settledDay(tx.now)} limit 1
    on conflict (organisation_id) do update set until = null`);
}
