import type { Identity } from '../../../../shared/access/identity';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField, conflict, notFound } from '../../../../shared/errors';
import { useLink } from '../../../../shared/links/links';
import { Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import { JobCard } from '../job-card.entity';
import { everyCard } from '../job-card.loader';
import { emitJobEvent } from '../job-event';
import { insertServices } from '../services/add-job-service';
import { AdditionalService } from './additional-service.entity';
import type { DecideAdditionalServiceInput } from './additional-service.input';
import { AdditionalServiceStatus, additionalServiceLifecycle } from './additional-service.lifecycle';
import { additionalServices, additionalServicesFor } from './additional-service.loader';
import { ApprovalDecision, ApprovalMeans } from './approval-means';
import { proposedAmount } from './proposed-work';
import { closeLinks, settleApproval } from './settle-approval';

const { APPROVED, DECLINED } = AdditionalServiceStatus;
const decidable = additionalServicesFor('jobs:decide');

/** Of those who decide at once, one does: the card is locked first, and what is decided is looked at then. */
export async function decideAdditionalService(
  context: Context,
  id: string,
  input: DecideAdditionalServiceInput,
): Promise<AdditionalService> {
  const word = wordOf(context.identity, input, context.kernel.clock.now());
  const amount = Money.from(input.amount, 'input.amount');
  const [seen] = await context.reader.rows(decidable, sql`t.id = ${id}`);
  if (!seen) throw notFound(decidable.called);
  await context.once(
    { operation: 'decideAdditionalService', key: input.idempotencyKey, input: { id, ...input } },
    async (tx) => {
      const card = await tx.lock(everyCard, seen.jobCardId);
      const proposal = await tx.lock(decidable, id);
      const status = input.decision === ApprovalDecision.APPROVE ? APPROVED : DECLINED;
      additionalServiceLifecycle.demand(proposal.status, status);
      demandUnchanged(proposal, input.version, amount);
      if (tx.identity.kind === 'LINK') await useLink(tx, tx.identity.actorId!);
      await decide(tx, card, proposal, { status, ...word });
      return { id };
    },
  );
  context.kernel.topics.accessChanged(context.identity.organisationId!);
  return context.loadOrFail(additionalServices, id);
}

type Word = Pick<
  AdditionalService,
  'decidedAt' | 'decidedMeans' | 'decidedById' | 'decidedByName' | 'decisionNote'
>;

/** A link and an account speak for themselves; staff say how they know. */
function wordOf(identity: Identity, input: DecideAdditionalServiceInput, now: Date): Word {
  const { means, decidedAt, decidedByName, note } = input;
  const decisionNote = note?.trim() ?? null;
  if (identity.kind === 'LINK' || identity.customerId) {
    for (const [field, value] of Object.entries({ means, decidedAt, decidedByName }))
      if (value != null) throw badField(`input.${field}`, 'STAFF_ONLY', 'You decide for yourself, and now.');
    const isLink = identity.kind === 'LINK';
    return {
      decidedAt: now,
      decidedMeans: isLink ? ApprovalMeans.LINK : ApprovalMeans.ACCOUNT,
      decidedById: isLink ? null : identity.actorId,
      decidedByName: null,
      decisionNote,
    };
  }
  if (!means) throw badField('input.means', 'REQUIRED', 'Say how the customer let you know.');
  if (means === ApprovalMeans.LINK || means === ApprovalMeans.ACCOUNT)
    throw badField('input.means', 'NOT_THEIRS', 'By a link or an account, customers decide themselves.');
  if (decidedAt && decidedAt > now)
    throw badField('input.decidedAt', 'IN_FUTURE', 'They have not decided yet.');
  return {
    decidedAt: decidedAt ?? now,
    decidedMeans: means,
    decidedById: identity.actorId,
    decidedByName: decidedByName?.trim() ?? null,
    decisionNote,
  };
}

/** An approval is of what was seen: more, or something else, needs another one. */
function demandUnchanged(proposal: AdditionalService, version: number, seen: Money): void {
  const now = proposedAmount(proposal);
  if (version === proposal.version && seen.currency === now.currency && seen.minorUnits === now.minorUnits)
    return;
  const { amount, currency, minorUnits } = now;
  const current = {
    id: proposal.id,
    version: proposal.version,
    status: proposal.status,
    amount: { amount, currency, minorUnits },
  };
  throw conflict('The proposal is not what you saw any more.', { reason: 'CHANGED', current });
}

type Decision = Word & Pick<AdditionalService, 'status'>;

async function decide(
  tx: Transaction,
  card: JobCard,
  proposal: AdditionalService,
  decision: Decision,
): Promise<void> {
  const { id, version, amountMinor, lines } = proposal;
  const patch = { ...decision, decidedVersion: version, decidedAmountMinor: amountMinor };
  await tx.update(AdditionalService, proposal, patch, 'decide');
  await closeLinks(tx, id);
  emitJobEvent(tx, 'AdditionalServiceDecided', card, {
    additionalServiceId: id,
    status: decision.status,
    technicianId: card.technicianId,
  });
  if (decision.status === DECLINED) return settleApproval(tx, card, 'decide');
  await insertServices(tx, card, lines, id);
  await settleApproval(tx, await raiseEstimate(tx, card, proposal), 'decide');
}

/** What was approved comes on top of what was estimated, where anything was. */
async function raiseEstimate(
  tx: Transaction,
  card: JobCard,
  { amountMinor, amountCurrency }: AdditionalService,
): Promise<JobCard> {
  if (card.estimatedCostMinor === null || card.estimatedCostCurrency !== amountCurrency) return card;
  return tx.update(JobCard, card, { estimatedCostMinor: card.estimatedCostMinor + amountMinor }, 'decide');
}
