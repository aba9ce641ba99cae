import { centreOf } from '../../../shared/access/centres';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { requireColleague } from '../identity/colleague';
import { leadColumns, requireReachable } from './lead.columns';
import { Lead } from './lead.entity';
import type { CreateLeadInput } from './lead.input';
import { leadLifecycle } from './lead.lifecycle';
import { leads } from './lead.loader';

export async function createLead(context: Context, input: CreateLeadInput): Promise<Lead> {
  const serviceCentreId = centreOf(context.identity, input.serviceCentreId, 'input.serviceCentreId');
  if (!serviceCentreId)
    throw badField('input.serviceCentreId', 'REQUIRED', 'Say which service centre this is for.');
  const columns = await leadColumns(context, input, serviceCentreId);
  requireReachable(columns);
  const { id } = await context.once(
    { operation: 'createLead', key: input.idempotencyKey, input },
    async (tx) => {
      const assigneeId = input.assigneeId ?? null;
      if (assigneeId) await requireColleague(tx, assigneeId, serviceCentreId, 'input.assigneeId');
      const lead = await takeIn(tx, { ...columns, serviceCentreId, assigneeId });
      tx.emit({
        name: 'LeadCreated',
        subjectType: 'Lead',
        subjectId: lead.id,
        payload: { serviceCentreId, source: lead.source },
      });
      if (assigneeId) announceAssignment(tx, lead, assigneeId);
      return { id: lead.id };
    },
  );
  return context.loadOrFail(leads, id);
}

async function takeIn(tx: Transaction, columns: Partial<Lead>): Promise<Lead> {
  // The series stays locked until COMMIT, so the number is taken as late as can be.
  const number = await tx.nextNumber(columns.serviceCentreId!, 'lead');
  return tx.insert(Lead, {
    ...columns,
    firstName: columns.firstName ?? '',
    lastName: columns.lastName ?? '',
    status: leadLifecycle.initial,
    number: `LD-${String(number).padStart(6, '0')}`,
  });
}

export const announceAssignment = (tx: Transaction, lead: Lead, assigneeId: string): void =>
  tx.emit({
    name: 'LeadAssigned',
    subjectType: 'Lead',
    subjectId: lead.id,
    payload: { assigneeId, serviceCentreId: lead.serviceCentreId },
  });
