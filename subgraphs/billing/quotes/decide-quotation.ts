import type { Identity } from '../../../shared/access/identity';
import type { Context } from '../../../shared/subgraph/context';
import { emitQuotationEvent } from './create-quotation';
import { requireNotExpired } from './expiry';
import { Quotation } from './quotation.entity';
import { DecidedThrough } from './quotation.enums';
import { QuotationStatus, quotationLifecycle } from './quotation.lifecycle';
import { quotations, quotationsFor } from './quotation.loader';
import type { OfQuotation } from './send-quotation';

const { ACCEPTED, REJECTED } = QuotationStatus;

export interface Decision extends OfQuotation {
  reason?: string | null;
}

export const acceptQuotation = (context: Context, decision: Decision): Promise<Quotation> =>
  decide(context, decision, ACCEPTED);

export const rejectQuotation = (context: Context, decision: Decision): Promise<Quotation> =>
  decide(context, decision, REJECTED);

/** The same decision again changes nothing; another than was taken is INVALID_TRANSITION. */
async function decide(
  context: Context,
  { id, reason, expectedVersion }: Decision,
  to: typeof ACCEPTED | typeof REJECTED,
): Promise<Quotation> {
  await context.transaction(async (tx) => {
    const quotation = await tx.lock(quotationsFor('quotations:decide'), id, expectedVersion);
    if (quotation.status === to) return;
    quotationLifecycle.demand(quotation.status, to);
    if (to === ACCEPTED) requireNotExpired(quotation, tx.now);
    const decided = await tx.update(
      Quotation,
      quotation,
      {
        status: to,
        decidedAt: tx.now,
        decidedThrough: throughOf(tx.identity),
        decidedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
        decisionReason: reason?.trim() || null,
      },
      to === ACCEPTED ? 'accept' : 'reject',
    );
    const name = to === ACCEPTED ? 'QuotationAccepted' : 'QuotationRejected';
    emitQuotationEvent(tx, name, decided, { wasSent: decided.sentAt !== null });
  });
  return context.loadOrFail(quotations, id);
}

function throughOf({ kind, customerId }: Identity): DecidedThrough {
  if (kind === 'LINK') return DecidedThrough.LINK;
  return customerId ? DecidedThrough.ACCOUNT : DecidedThrough.STAFF;
}
