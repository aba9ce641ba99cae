import { centreOf } from '../../../shared/access/centres';
import type { Transaction } from '../../../shared/database/transaction';
import type { Context } from '../../../shared/subgraph/context';
import { customerColumns } from './customer.columns';
import { Customer } from './customer.entity';
import type { CreateCustomerInput } from './customer.input';
import { customers } from './customer.loader';
import { linkCustomer } from './link-customer';

export async function createCustomer(context: Context, input: CreateCustomerInput): Promise<Customer> {
  const serviceCentreId = centreOf(context.identity, input.serviceCentreId, 'input.serviceCentreId');
  const columns = await customerColumns(context, input, serviceCentreId);
  const { id } = await context.once(
    { operation: 'createCustomer', key: input.idempotencyKey, input },
    async (tx) => ({ id: (await takeInCustomer(tx, columns, serviceCentreId)).id }),
  );
  return context.loadOrFail(customers, id);
}

/** A customer with what is known of them, for every way by which one comes in. */
export async function takeInCustomer(
  tx: Transaction,
  columns: Partial<Customer>,
  serviceCentreId: string | null,
): Promise<Customer> {
  // The series stays locked until COMMIT, so the number is taken as late as can be.
  const number = await tx.nextNumber(tx.organisationId, 'customer');
  const customer = await tx.insert(Customer, {
    ...columns,
    firstName: columns.firstName ?? '',
    lastName: columns.lastName ?? '',
    code: `CUS-${String(number).padStart(6, '0')}`,
  });
  if (serviceCentreId) await linkCustomer(tx, customer.id, serviceCentreId);
  tx.emit({
    name: 'CustomerCreated',
    subjectType: 'Customer',
    subjectId: customer.id,
    payload: { serviceCentreId },
  });
  return customer;
}
