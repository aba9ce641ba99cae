import { idList, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';

/** A bay or a technician, as something that is booked: its row is what those queue for who want it. */
export async function addResource(tx: Transaction, id: string): Promise<void> {
  await tx.query(sql`insert into workshop.booked_resource (organisation_id, id)
    values (${tx.organisationId}, ${id}) on conflict do nothing`);
}

/**
 * Locks them in one order until the end. With the exclusion constraints alone, those who race for a slot wait for each
 * other in circles and end as deadlocks; in this queue the next one sees what the one in front has booked.
 */
export async function lockResources(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query(sql`select r.id from workshop.booked_resource r where r.organisation_id = ${tx.organisationId}
    and r.id = any(${idList(ids)}::uuid[]) order by r.id for no key update of r`);
}
