import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';

/** From now on the service centre has to do with the customer, and sees them. */
export async function linkCustomer(
  tx: Transaction,
  customerId: string,
  serviceCentreId: string,
): Promise<void> {
  await tx.query(sql`insert into customer.customer_centre (organisation_id, customer_id, service_centre_id)
    values (${tx.organisationId}, ${customerId}, ${serviceCentreId}) on conflict do nothing`);
}
