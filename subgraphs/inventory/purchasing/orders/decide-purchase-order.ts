import { Decimal } from 'decimal.js';
import { conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { ReasonArgs, RecordArgs } from '../command.args';
import { giveBackRequest, lockOrdered } from '../requests/give-back-requests';
import { emitOrderEvent, movePurchaseOrder } from './move-purchase-order';
import type { PurchaseOrder } from './purchase-order.entity';
import { PurchaseOrderStatus } from './purchase-order.lifecycle';
import { purchaseOrders, purchaseOrdersFor } from './purchase-order.loader';

const { APPROVED, REJECTED } = PurchaseOrderStatus;
const decidable = purchaseOrdersFor('purchaseOrders:approve');

/** Approved again, it stays as it is; another decision than was taken is INVALID_TRANSITION. */
export async function approvePurchaseOrder(
  context: Context,
  { id, expectedVersion }: RecordArgs,
): Promise<PurchaseOrder> {
  const isOwnAllowed = await nobodyElseMay(context, id);
  await context.transaction(async (tx) => {
    const order = await tx.lock(decidable, id, expectedVersion);
    if (order.status === APPROVED) return;
    const isOwn = order.submittedById !== null && order.submittedById === tx.identity.actorId;
    if (isOwn && !isOwnAllowed)
      throw conflict('You submitted this order: somebody else approves it.', { reason: 'OWN_ORDER' });
    const approved = await movePurchaseOrder(tx, order, APPROVED, 'approve', {
      decidedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
      decidedAt: tx.now,
    });
    emitOrderEvent(tx, 'PurchaseOrderApproved', approved);
  });
  return context.loadOrFail(purchaseOrders, id);
}

/** Rejected again, it stays as it is. What it was to bring is open again. */
export async function rejectPurchaseOrder(
  context: Context,
  { id, reason, expectedVersion }: ReasonArgs,
): Promise<PurchaseOrder> {
  await context.transaction(async (tx) => {
    const order = await tx.lock(decidable, id, expectedVersion);
    if (order.status === REJECTED) return;
    const rejected = await movePurchaseOrder(tx, order, REJECTED, 'reject', {
      decidedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
      decidedAt: tx.now,
      closedReason: reason.trim(),
    });
    for (const request of await lockOrdered(tx, id))
      await giveBackRequest(tx, request, { brought: new Decimal(0), dismissedBecause: null });
    emitOrderEvent(tx, 'PurchaseOrderRejected', rejected);
  });
  return context.loadOrFail(purchaseOrders, id);
}

/** Whether, in the place that the order is for, the caller is the only one who may approve. Asked as the program. */
async function nobodyElseMay(context: Context, id: string): Promise<boolean> {
  const { serviceCentreId, submittedById } = await context.loadOrFail(purchaseOrders, id);
  if (submittedById === null || submittedById !== context.identity.actorId) return true;
  const system = context.asSystem(context.identity.organisationId!);
  const { staffHolding } = await system.peers.ask<{ staffHolding: string[] }>(
    'customer',
    `query ($permission: String!, $serviceCentreId: ID) {
       staffHolding(permission: $permission, serviceCentreId: $serviceCentreId) }`,
    { permission: 'purchaseOrders:approve', serviceCentreId },
  );
  return staffHolding.every((userId) => userId === submittedById);
}
