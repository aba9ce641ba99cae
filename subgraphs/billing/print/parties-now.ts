import type { Context } from '../../../shared/subgraph/context';
import type { DocumentRecord } from '../documents/document.entity';
import { buyerOf, sellerOf, vehicleThenOf } from '../documents/parties';
import { findSubject, houseOf } from '../peers';
import { settingsOf } from '../tax/billing-settings.loader';
import type { Printable } from './printable';

/** What a document would state if it went out now; null when it is to somebody who was erased. */
export async function partiesNow(
  context: Context,
  document: Pick<DocumentRecord, 'serviceCentreId' | 'customerId' | 'vehicleId'>,
): Promise<Pick<Printable, 'seller' | 'buyer' | 'vehicle'> | null> {
  const [house, subject, settings] = await Promise.all([
    houseOf(context, document.serviceCentreId, 'id'),
    findSubject(context, document),
    settingsOf(context),
  ]);
  if (!subject || subject.customer.erasedAt) return null;
  return {
    seller: sellerOf(house, settings),
    buyer: buyerOf(subject.customer),
    vehicle: vehicleThenOf(subject.vehicle),
  };
}
