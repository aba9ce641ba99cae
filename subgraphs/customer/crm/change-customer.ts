import { reachOf } from '../../../shared/access/identity';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { customerColumns } from './customer.columns';
import { Customer } from './customer.entity';
import type { UpdateCustomerInput } from './customer.input';
import { archivableCustomers, changeableCustomers, customers } from './customer.loader';

export async function updateCustomer(
  context: Context,
  id: string,
  input: UpdateCustomerInput,
): Promise<Customer> {
  if (input.notes !== undefined && reachOf(context.identity, 'customers:update') === 'own')
    throw badField('input.notes', 'STAFF_ONLY', 'These notes are the shop’s.');
  if (input.possibleDuplicate !== undefined && reachOf(context.identity, 'customers:update') === 'own')
    throw badField('input.possibleDuplicate', 'STAFF_ONLY', 'Whether you are known already, the shop says.');
  const { possibleDuplicate } = input;
  const patch = { ...(await customerColumns(context, input, null)), possibleDuplicate };
  await context.transaction(async (tx) => {
    const customer = await tx.lock(changeableCustomers, id, input.expectedVersion);
    const changed = await tx.update(Customer, customer, patch);
    if (changed.version !== customer.version)
      tx.emit({ name: 'CustomerUpdated', subjectType: 'Customer', subjectId: id });
  });
  return context.loadOrFail(customers, id);
}

/** Archived customers leave the lists; what was done for them stays, and so does their account. */
export async function archiveCustomer(context: Context, id: string): Promise<Customer> {
  await context.transaction(async (tx) => {
    const customer = await tx.lock(archivableCustomers, id);
    if (customer.archivedAt) return;
    await tx.update(Customer, customer, { archivedAt: tx.now }, 'archive');
    tx.emit({ name: 'CustomerArchived', subjectType: 'Customer', subjectId: id });
  });
  return context.loadOrFail(customers, id);
}

export async function restoreCustomer(context: Context, id: string): Promise<Customer> {
  await context.transaction(async (tx) => {
    const customer = await tx.lock(archivableCustomers, id);
    if (!customer.archivedAt) return;
    await tx.update(Customer, customer, { archivedAt: null }, 'restore');
    tx.emit({ name: 'CustomerRestored', subjectType: 'Customer', subjectId: id });
  });
  return context.loadOrFail(customers, id);
}
