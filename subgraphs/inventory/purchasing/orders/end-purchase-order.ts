import { Decimal } from 'decimal.js';
import { conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { ReasonArgs } from '../command.args';
import { giveBackRequest, lockOrdered } from '../requests/give-back-requests';
import { emitOrderEvent, linesOf, movePurchaseOrder } from './move-purchase-order';
import { type ClosePurchaseOrderArgs, UndeliveredRest } from './purchase-order.args';
import type { PurchaseOrder } from './purchase-order.entity';
import { PurchaseOrderStatus } from './purchase-order.lifecycle';
import { purchaseOrders, purchaseOrdersFor } from './purchase-order.loader';

const { CANCELLED, CLOSED, ORDERED } = PurchaseOrderStatus;
const endable = purchaseOrdersFor('purchaseOrders:update');

/** Before anything was received. Cancelled again, it stays as it is. What it was to bring is open again. */
export async function cancelPurchaseOrder(
  context: Context,
  { id, reason, expectedVersion }: ReasonArgs,
): Promise<PurchaseOrder> {
  await context.transaction(async (tx) => {
    const order = await tx.lock(endable, id, expectedVersion);
    if (order.status === CANCELLED) return;
    if (order.status === ORDERED && order.receiptCount > 0)
      throw conflict('Some of it was received: close it instead.', { reason: 'ALREADY_RECEIVED' });
    const closedReason = reason.trim();
    const cancelled = await movePurchaseOrder(tx, order, CANCELLED, 'cancel', { closedReason });
    for (const request of await lockOrdered(tx, id))
      await giveBackRequest(tx, request, { brought: new Decimal(0), dismissedBecause: null });
    emitOrderEvent(tx, 'PurchaseOrderCancelled', cancelled, { wasSent: order.status === ORDERED });
  });
  return context.loadOrFail(purchaseOrders, id);
}

/** The rest does not come. Closed again, it stays as it is. */
export async function closePurchaseOrder(
  context: Context,
  { id, reason, rest, expectedVersion }: ClosePurchaseOrderArgs,
): Promise<PurchaseOrder> {
  await context.transaction(async (tx) => {
    const order = await tx.lock(endable, id, expectedVersion);
    if (order.status === CLOSED) return;
    if (order.status === ORDERED && order.receiptCount === 0)
      throw conflict('Nothing of it was received: cancel it instead.', { reason: 'NOTHING_RECEIVED' });
    const closedReason = reason.trim();
    const closed = await movePurchaseOrder(tx, order, CLOSED, 'close', { closedReason });
    const lines = await linesOf(tx, id);
    const received = new Map(lines.map(({ partId, receivedQuantity }) => [partId, receivedQuantity]));
    for (const request of await lockOrdered(tx, id))
      await giveBackRequest(tx, request, {
        brought: new Decimal(received.get(request.partId) ?? 0),
        dismissedBecause: rest === UndeliveredRest.DISMISS ? closedReason : null,
      });
    emitOrderEvent(tx, 'PurchaseOrderClosed', closed);
  });
  return context.loadOrFail(purchaseOrders, id);
}
