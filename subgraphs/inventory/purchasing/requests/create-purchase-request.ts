import type { Context } from '../../../../shared/subgraph/context';
import { quantityOf } from '../../catalogue/quantity';
import { requestingFor, requireBuyablePart, requireLocation } from '../buying';
import type { PurchaseRequest } from './purchase-request.entity';
import type { CreatePurchaseRequestInput } from './purchase-request.input';
import { purchaseRequests } from './purchase-request.loader';
import { raisePurchaseRequest } from './raise-purchase-request';

export async function createPurchaseRequest(
  context: Context,
  input: CreatePurchaseRequestInput,
): Promise<PurchaseRequest> {
  const { partId, locationId, note, idempotencyKey } = input;
  const [part] = await Promise.all([
    requireBuyablePart(context, partId, 'input.partId'),
    requireLocation(context, requestingFor, locationId, 'input.locationId'),
  ]);
  const quantity = quantityOf(input.quantity, part.unit, 'input.quantity');
  const { id } = await context.once(
    { operation: 'createPurchaseRequest', key: idempotencyKey, input },
    async (tx) => {
      const cause = { type: 'Person' as const, note: note?.trim() || null };
      const request = await raisePurchaseRequest(tx, { partId, locationId, quantity, cause });
      return { id: request.id };
    },
  );
  return context.loadOrFail(purchaseRequests, id);
}
