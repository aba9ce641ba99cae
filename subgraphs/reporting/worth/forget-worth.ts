import { type Sql, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { settledDay } from './settled-day';

/**
 * Behind a WITH that has `touched`: documents, which alone have a `day`, of one that may be kept already make what is
 * kept of their organisation worthless. Who adds it up holds the row meanwhile, so this waits for that, also when the
 * row is a new one.
 */
export const forgetWorth = (tx: Transaction): Sql => sql`
  insert into reporting.worth_rollup as w (organisation_id)
  select ${tx.organisationId}::uuid from touched t where t.day <= ${settledDay(tx.now)} limit 1
  on conflict (organisation_id) do update set until = null`;
