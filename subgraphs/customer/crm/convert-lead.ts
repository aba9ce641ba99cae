import { requireReach } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { takeInCustomer } from './create-customer';
import { customers } from './customer.loader';
import { Lead } from './lead.entity';
import type { ConvertLeadInput } from './lead.input';
import { LeadStatus, leadLifecycle } from './lead.lifecycle';
import { changeableLeads, leads } from './lead.loader';
import { linkCustomer } from './link-customer';

/**
 * Makes the lead a customer, once: of many at the same time one does, and the others are answered with what it did,
 * like a repetition is.
 */
export async function convertLead(context: Context, id: string, input: ConvertLeadInput): Promise<Lead> {
  if (!input.customerId) requireReach(context.identity, 'customers:create');
  await context.transaction(async (tx) => {
    const lead = await tx.lock(changeableLeads, id);
    if (lead.status === LeadStatus.CONVERTED && isSame(lead, input)) return;
    if (input.expectedVersion != null) await tx.lock(changeableLeads, id, input.expectedVersion);
    if (input.customerId) await requireCustomer(tx, input.customerId);
    leadLifecycle.demand(lead.status, LeadStatus.CONVERTED);
    const customerId = await customerFor(tx, lead, input.customerId ?? null);
    const patch = { status: LeadStatus.CONVERTED, customerId, convertedAt: tx.now };
    await tx.update(Lead, lead, patch, 'convert');
    tx.emit({
      name: 'LeadConverted',
      subjectType: 'Lead',
      subjectId: id,
      payload: { customerId, serviceCentreId: lead.serviceCentreId },
    });
  });
  return context.loadOrFail(leads, id);
}

const isSame = (lead: Lead, { customerId }: ConvertLeadInput): boolean =>
  !customerId || customerId === lead.customerId;

async function requireCustomer(tx: Transaction, id: string): Promise<void> {
  const [known] = await tx.rows(customers, sql`t.id = ${id} and t.archived_at is null`);
  if (!known) throw badField('input.customerId', 'UNKNOWN', 'There is no such customer in use.');
}

async function customerFor(tx: Transaction, lead: Lead, customerId: string | null): Promise<string> {
  const { serviceCentreId } = lead;
  if (customerId) {
    await linkCustomer(tx, customerId, serviceCentreId);
    return customerId;
  }
  const { firstName, lastName, company, phone, email } = lead;
  return (await takeInCustomer(tx, { firstName, lastName, company, phone, email }, serviceCentreId)).id;
}
