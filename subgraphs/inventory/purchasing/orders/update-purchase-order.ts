import { Decimal } from 'decimal.js';
import type { Transaction } from '../../../../shared/database/transaction';
import { conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { giveBackRequest, lockOrdered } from '../requests/give-back-requests';
import { everySupplier } from '../suppliers/supplier.loader';
import { lineColumns } from './draft-order';
import { checkLines, type NewLine, totalOf } from './lines';
import { emitOrderEvent, linesOf } from './move-purchase-order';
import { PurchaseOrder } from './purchase-order.entity';
import type { UpdatePurchaseOrderInput } from './purchase-order.input';
import { PurchaseOrderStatus, purchaseOrderLifecycle } from './purchase-order.lifecycle';
import { purchaseOrders, purchaseOrdersFor } from './purchase-order.loader';
import { PurchaseOrderLine } from './purchase-order-line.entity';

/** A draft changes in all that it says; later, only the day that it is expected on. */
export async function updatePurchaseOrder(
  context: Context,
  id: string,
  input: UpdatePurchaseOrderInput,
): Promise<PurchaseOrder> {
  const { expectedVersion, expectedOn, notes } = input;
  const before = await context.loadOrFail(purchaseOrders, id);
  const supplier = await context.loadOrFail(everySupplier, before.supplierId);
  const lines = input.lines ? await checkLines(context, supplier, before.currency, input.lines) : null;
  await context.transaction(async (tx) => {
    const order = await tx.lock(purchaseOrdersFor('purchaseOrders:update'), id, expectedVersion);
    demandChangeable(order, lines !== null || notes !== undefined);
    const isOther = lines !== null && (await replaceLines(tx, order, lines));
    const changed = await tx.update(PurchaseOrder, order, {
      expectedOn,
      notes: notes === undefined ? undefined : notes?.trim() || null,
      ...(isOther
        ? { revision: order.revision + 1, totalMinor: totalOf(lines, order.currency).minorUnits }
        : {}),
    });
    if (changed.version !== order.version) emitOrderEvent(tx, 'PurchaseOrderUpdated', changed);
  });
  return context.loadOrFail(purchaseOrders, id);
}

function demandChangeable({ id, version, status }: PurchaseOrder, wantsDraft: boolean): void {
  const isOver = purchaseOrderLifecycle.next(status).length === 0;
  if (isOver || (wantsDraft && status !== PurchaseOrderStatus.DRAFT))
    throw conflict(`This does not change any more on an order that is ${status}.`, {
      reason: 'NOT_A_DRAFT',
      current: { id, version, status },
    });
}

/** Whether anything is different. What is ordered no more of a purchase request goes back to it. */
async function replaceLines(
  tx: Transaction,
  order: PurchaseOrder,
  wanted: readonly NewLine[],
): Promise<boolean> {
  const standing = await linesOf(tx, order.id);
  const byPart = new Map(standing.map((line) => [line.partId, line]));
  let isOther = false;
  for (const line of standing.filter(({ partId }) => !wanted.some((each) => each.partId === partId))) {
    await tx.delete(PurchaseOrderLine, line);
    isOther = true;
  }
  for (const [n, line] of wanted.entries()) {
    const present = byPart.get(line.partId);
    const columns = lineColumns(line, n + 1);
    const saved = present
      ? await tx.update(PurchaseOrderLine, present, columns)
      : await tx.insert(PurchaseOrderLine, { ...columns, purchaseOrderId: order.id, receivedQuantity: '0' });
    isOther ||= saved.version !== present?.version;
  }
  const ordered = new Map(wanted.map(({ partId, quantity }) => [partId, quantity]));
  for (const request of await lockOrdered(tx, order.id))
    await giveBackRequest(tx, request, {
      brought: ordered.get(request.partId) ?? new Decimal(0),
      dismissedBecause: null,
    });
  return isOther;
}
