import { addSeconds } from '../../../shared/clock';
import { defineTask } from '../../../shared/events/task';
import { isId } from '../../../shared/ids';
import { createLink } from '../../../shared/links/links';
import type { Context } from '../../../shared/subgraph/context';
import type { AmountFact } from '../messages/kinds/facts';
import { customerRecipient } from '../messages/kinds/recipients';
import { senderOf } from '../messages/kinds/sender';
import { tell } from '../messages/kinds/tell';
import { linkAddress } from '../messages/link-address';
import { PURPOSES } from '../sign-in/held-link';

export const OFFER_QUOTATION_TASK = 'offer-quotation';
/** Past the last day it can still be read: what was offered, and that it is too late. */
const LINK_SECONDS_AFTER = 15 * 24 * 60 * 60;

interface Offer {
  eventId: string;
  quotationId: string;
  customerId: string;
  serviceCentreId: string;
}

interface Quotation {
  number: string;
  validUntil: string;
  total: AmountFact;
}

export const offerQuotationTask = defineTask<Offer>({
  name: OFFER_QUOTATION_TASK,
  parse({ eventId, quotationId, customerId, serviceCentreId }) {
    if (!isId(eventId) || !isId(quotationId) || !isId(customerId) || !isId(serviceCentreId))
      throw new Error('An offer without its quotation, customer or centre.');
    return { eventId, quotationId, customerId, serviceCentreId };
  },
  run: (offer, context) => offerQuotation(context, offer),
});

/** With a link that needs no account, for this quotation alone. */
async function offerQuotation(context: Context, offer: Offer): Promise<void> {
  const { eventId, quotationId, customerId, serviceCentreId } = offer;
  const [[quotation], [recipient], sender] = await Promise.all([
    context.peers.entities<Quotation>(
      'billing',
      'Quotation',
      [quotationId],
      'number validUntil total { amount currency }',
    ),
    customerRecipient(context, customerId),
    senderOf(context, serviceCentreId),
  ]);
  if (!quotation || !recipient) return;
  const { number, validUntil, total } = quotation;
  await context.transaction(async (tx) => {
    const { id, token } = await createLink(tx, {
      purpose: PURPOSES.quotation,
      recordType: 'Quotation',
      recordId: quotationId,
      permissions: { 'quotations:read': 'own', 'quotations:decide': 'own' },
      customerId,
      expiresAt: addSeconds(new Date(`${validUntil}T00:00:00Z`), LINK_SECONDS_AFTER),
      singleUse: false,
    });
    const telling = {
      kind: 'QUOTATION_SENT' as const,
      occasion: eventId,
      sender,
      serviceCentreId,
      facts: {
        number,
        total,
        validUntil: { day: validUntil },
        link: linkAddress(context.kernel.environment, PURPOSES.quotation, token),
      },
      related: { type: 'Quotation', id: quotationId },
    };
    await tell(tx, telling, recipient);
    tx.audit('offer quotation', 'Customer', customerId, { link: id, quotationId });
  });
}
