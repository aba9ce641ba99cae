import { conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { ReasonArgs } from '../command.args';
import { dismiss } from './give-back-requests';
import type { PurchaseRequest } from './purchase-request.entity';
import { PurchaseRequestStatus } from './purchase-request.lifecycle';
import { purchaseRequests, purchaseRequestsFor } from './purchase-request.loader';

const { DISMISSED, ORDERED } = PurchaseRequestStatus;

/** Dismissed again, it stays as it is. */
export async function dismissPurchaseRequest(
  context: Context,
  { id, reason, expectedVersion }: ReasonArgs,
): Promise<PurchaseRequest> {
  await context.transaction(async (tx) => {
    const request = await tx.lock(purchaseRequestsFor('purchaseRequests:dismiss'), id, expectedVersion);
    if (request.status === DISMISSED) return;
    if (request.status === ORDERED)
      throw conflict('It is on a purchase order: take it off that, cancel it or close it.', {
        reason: 'ON_ORDER',
        current: { id, version: request.version, status: request.status },
      });
    await dismiss(tx, request, reason.trim());
  });
  return context.loadOrFail(purchaseRequests, id);
}
