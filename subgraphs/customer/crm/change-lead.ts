import type { Transaction } from '../../../shared/database/transaction';
import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { requireColleague } from '../identity/colleague';
import { announceAssignment } from './create-lead';
import { leadColumns, requireReachable } from './lead.columns';
import { Lead } from './lead.entity';
import type { MarkLeadLostInput, UpdateLeadInput } from './lead.input';
import { LeadStatus, leadLifecycle } from './lead.lifecycle';
import { changeableLeads, leads } from './lead.loader';

export async function updateLead(context: Context, id: string, input: UpdateLeadInput): Promise<Lead> {
  const { serviceCentreId } = await context.loadOrFail(changeableLeads, id);
  const columns = await leadColumns(context, input, serviceCentreId);
  await context.transaction(async (tx) => {
    const lead = await lockOpen(tx, id, input.expectedVersion);
    requireReachable({ ...lead, ...given(columns) });
    const status = input.status ?? lead.status;
    if (status !== lead.status) leadLifecycle.demand(lead.status, status);
    const changed = await tx.update(Lead, lead, { ...columns, status });
    if (changed.version !== lead.version) announce(tx, lead, 'LeadUpdated', { status });
  });
  return context.loadOrFail(leads, id);
}

export async function assignLead(
  context: Context,
  id: string,
  assigneeId: string,
  expectedVersion: number | null,
): Promise<Lead> {
  await context.transaction(async (tx) => {
    const lead = await lockOpen(tx, id, expectedVersion);
    if (lead.assigneeId === assigneeId) return;
    await requireColleague(tx, assigneeId, lead.serviceCentreId, 'assigneeId');
    await tx.update(Lead, lead, { assigneeId }, 'assign');
    announceAssignment(tx, lead, assigneeId);
  });
  return context.loadOrFail(leads, id);
}

export async function markLeadLost(context: Context, id: string, input: MarkLeadLostInput): Promise<Lead> {
  await context.transaction(async (tx) => {
    const lead = await tx.lock(changeableLeads, id, input.expectedVersion);
    leadLifecycle.demand(lead.status, LeadStatus.LOST);
    const patch = { status: LeadStatus.LOST, lostReason: input.reason.trim() };
    await tx.update(Lead, lead, patch, 'mark lost');
    announce(tx, lead, 'LeadLost', {});
  });
  return context.loadOrFail(leads, id);
}

/** Without what is left out, which would hide what stays. */
const given = (columns: Partial<Lead>): Partial<Lead> =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));

async function lockOpen(tx: Transaction, id: string, expectedVersion?: number | null): Promise<Lead> {
  const lead = await tx.lock(changeableLeads, id, expectedVersion);
  if (leadLifecycle.next(lead.status).length === 0)
    throw conflict(`A lead that is ${lead.status} does not change any more.`);
  return lead;
}

const announce = (tx: Transaction, lead: Lead, name: string, payload: Record<string, unknown>): void =>
  tx.emit({
    name,
    subjectType: 'Lead',
    subjectId: lead.id,
    payload: { serviceCentreId: lead.serviceCentreId, ...payload },
  });
