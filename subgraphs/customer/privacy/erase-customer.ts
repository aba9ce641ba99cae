import { requireOrganisation } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { customerPersonalData } from './customer.personal-data';
import { CustomerErasure } from './customer-erasure.entity';
import { erasureLifecycle } from './privacy.lifecycle';
import { erasableCustomers, erasures } from './privacy.loader';

/** All that is not over: the shop still owes the customer something, or the customer the shop. */
const OPEN_WORK = `query ($customerId: ID!) {
  jobCards(first: 5, filter: { customerId: $customerId, status: [CREATED, INSPECTED, ASSIGNED, IN_PROGRESS,
    WAITING_PARTS, WAITING_APPROVAL, PAUSED, COMPLETED] }) { nodes { number } }
  appointments(first: 5, filter: { customerId: $customerId, status: [BOOKED, CONFIRMED, CHECKED_IN] }) {
    nodes { number }
  }
}`;

type Numbered = { nodes: { number: string }[] };

/**
 * Takes the person out of the records, here at once and elsewhere by the event that says so. Again, the answer is what
 * was done the first time.
 */
export async function eraseCustomer(
  context: Context,
  customerId: string,
  reason: string,
): Promise<CustomerErasure> {
  const customer = await context.loadOrFail(erasableCustomers, customerId);
  if (!customer.erasedAt) await requireNothingOpen(context, customerId);
  const id = await context.transaction(async (tx) => {
    const { erasedAt } = await tx.lock(erasableCustomers, customerId);
    return erasedAt ? earlierErasure(tx, customerId) : erase(tx, customerId, reason.trim());
  });
  context.kernel.topics.accessChanged(requireOrganisation(context.identity));
  return context.loadOrFail(erasures, id);
}

async function erase(tx: Transaction, customerId: string, reason: string): Promise<string> {
  const report = await customerPersonalData.erase(tx, customerId);
  const { id } = await tx.insert(CustomerErasure, {
    customerId,
    reason,
    status: erasureLifecycle.initial,
    reports: { customer: report },
    requestedById: tx.identity.actorId,
  });
  tx.emit({
    name: 'CustomerErased',
    subjectType: 'Customer',
    subjectId: customerId,
    payload: { customerId, erasureId: id },
  });
  return id;
}

async function earlierErasure(tx: Transaction, customerId: string): Promise<string> {
  const [earlier] = await tx.rows(erasures, sql`t.customer_id = ${customerId}`);
  return earlier!.id;
}

async function requireNothingOpen(context: Context, customerId: string): Promise<void> {
  const system = context.asSystem(requireOrganisation(context.identity));
  const { jobCards, appointments } = await system.peers.ask<Record<'jobCards' | 'appointments', Numbered>>(
    'workshop',
    OPEN_WORK,
    { customerId },
  );
  const open = [...jobCards.nodes, ...appointments.nodes].map(({ number }) => number);
  if (open.length)
    throw conflict(`The customer has open work: ${open.join(', ')}. Finish or cancel it first.`, {
      current: { open },
    });
}
