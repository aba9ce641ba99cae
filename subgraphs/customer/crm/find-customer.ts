import { centreOf } from '../../../shared/access/centres';
import { type Sql, sql } from '../../../shared/database/sql';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { emailOf, phoneOf } from './customer.columns';
import type { Customer } from './customer.entity';
import type { FindCustomerInput } from './customer.input';
import { customers } from './customer.loader';
import { linkCustomer } from './link-customer';

/** Families and fleets share phones; more than this is no exact look-up any more. */
const MOST_FOUND = 20;

/**
 * Who stands at the desk and gives their phone may be known from another service centre. Knowing it whole is
 * the reason to see the record; the look-up opens it to this centre, and the audit log says so.
 */
export async function findCustomer(context: Context, input: FindCustomerInput): Promise<Customer[]> {
  const serviceCentreId = centreOf(context.identity, input.serviceCentreId, 'input.serviceCentreId');
  const { by, match } = await exactly(context, input, serviceCentreId);
  const ids = await context.transaction(async (tx) => {
    const found = await tx.query<{ id: string }>(
      sql`select t.id from customer.customer t where t.organisation_id = ${tx.organisationId}
          and t.archived_at is null and ${match} order by t.created_at desc, t.id desc limit ${MOST_FOUND}`,
    );
    for (const { id } of found) {
      if (serviceCentreId) await linkCustomer(tx, id, serviceCentreId);
      tx.audit('look up', 'Customer', id, { by, serviceCentreId });
    }
    return found.map(({ id }) => id);
  });
  const found = await Promise.all(ids.map((id) => context.load(customers, id)));
  return found.filter((customer) => customer !== null);
}

async function exactly(
  context: Context,
  { phone, email }: FindCustomerInput,
  serviceCentreId: string | null,
): Promise<{ by: string; match: Sql }> {
  if (phone && !email)
    return { by: 'phone', match: sql`t.phone = ${await phoneOf(context, phone, serviceCentreId)}` };
  if (email && !phone) return { by: 'email', match: sql`t.email = ${emailOf(email)}` };
  throw badField('input', 'ONE_OF', 'Give either a phone or an e-mail address.');
}
