import { badField, conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { buyerOf, sellerOf, vehicleThenOf } from '../documents/parties';
import { linesOf } from '../documents/write-lines';
import { houseOf, readSubject } from '../peers';
import { settingsOf } from '../tax/billing-settings.loader';
import { emitQuotationEvent } from './create-quotation';
import { requireNotExpired } from './expiry';
import { quotationDrafts } from './quotation.draft';
import { Quotation } from './quotation.entity';
import { QuotationStatus, quotationLifecycle } from './quotation.lifecycle';
import { quotations, quotationsFor } from './quotation.loader';

const { APPROVED, SENT } = QuotationStatus;

export interface OfQuotation {
  id: string;
  expectedVersion?: number | null;
}

/** Approved again: nothing happens. */
export async function approveQuotation(
  context: Context,
  { id, expectedVersion }: OfQuotation,
): Promise<Quotation> {
  await context.transaction(async (tx) => {
    const quotation = await tx.lock(quotationsFor('quotations:approve'), id, expectedVersion);
    if (quotation.status === APPROVED) return;
    quotationLifecycle.demand(quotation.status, APPROVED);
    requireNotExpired(quotation, tx.now);
    const lines = await linesOf(tx, quotationDrafts, id);
    if (lines.length === 0) throw badField('id', 'EMPTY', 'A quotation needs at least one line.');
    const approved = await tx.update(
      Quotation,
      quotation,
      { status: APPROVED, approvedAt: tx.now, approvedById: tx.identity.actorId },
      'approve',
    );
    emitQuotationEvent(tx, 'QuotationApproved', approved);
  });
  return context.loadOrFail(quotations, id);
}

const sendable = quotationsFor('quotations:send');

export interface Sending extends OfQuotation {
  /** Whether the customer is written to; it may also be handed over. */
  notify: boolean;
}

/** It states who offers what to whom from the first time on. Sent again, the customer is written to again. */
export async function sendQuotation(
  context: Context,
  { id, expectedVersion, notify }: Sending,
): Promise<Quotation> {
  const seen = await context.loadOrFail(sendable, id);
  const [house, { customer, vehicle }, settings] = await Promise.all([
    houseOf(context, seen.serviceCentreId, 'id'),
    readSubject(context, seen),
    settingsOf(context),
  ]);
  await context.transaction(async (tx) => {
    const quotation = await tx.lock(sendable, id, expectedVersion);
    if (quotation.customerId !== seen.customerId || quotation.vehicleId !== seen.vehicleId)
      throw conflict('The quotation was changed by somebody else.', {
        current: { id, version: quotation.version },
      });
    const again = quotation.status === SENT;
    if (!again) quotationLifecycle.demand(quotation.status, SENT);
    requireNotExpired(quotation, tx.now);
    const stated = {
      seller: sellerOf(house, settings),
      buyer: buyerOf(customer),
      vehicleThen: vehicleThenOf(vehicle),
    };
    const sent = await tx.update(
      Quotation,
      quotation,
      { status: SENT, sentAt: tx.now, ...(again ? {} : stated) },
      'send',
    );
    emitQuotationEvent(tx, 'QuotationSent', sent, { notify });
  });
  return context.loadOrFail(quotations, id);
}
