import type { Given, Transaction } from '../../../../shared/database/transaction';
import type { StockLocation } from '../../stock/stock-location.entity';
import type { Supplier } from '../suppliers/supplier.entity';
import { type NewLine, totalOf } from './lines';
import { emitOrderEvent } from './move-purchase-order';
import { purchaseOrderNumber } from './number';
import { PurchaseOrder } from './purchase-order.entity';
import { purchaseOrderLifecycle } from './purchase-order.lifecycle';
import { PurchaseOrderLine } from './purchase-order-line.entity';

export interface Draft {
  supplier: Supplier;
  location: Pick<StockLocation, 'id' | 'serviceCentreId'>;
  lines: readonly NewLine[];
  expectedOn?: string | null;
  notes?: string | null;
}

/** A new order. Suppliers know the organisation as one, so all of it counts its orders together. */
export async function draftOrder(
  tx: Transaction,
  { supplier, location, lines, expectedOn, notes }: Draft,
): Promise<PurchaseOrder> {
  const { currency } = supplier;
  // The series stays locked until COMMIT, so the number is taken as late as can be.
  const count = await tx.nextNumber(tx.organisationId, 'purchase order');
  const order = await tx.insert(PurchaseOrder, {
    number: purchaseOrderNumber(count),
    supplierId: supplier.id,
    locationId: location.id,
    serviceCentreId: location.serviceCentreId,
    status: purchaseOrderLifecycle.initial,
    currency,
    totalMinor: totalOf(lines, currency).minorUnits,
    revision: 1,
    receiptCount: 0,
    expectedOn: expectedOn ?? null,
    notes: notes?.trim() || null,
    requestedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
  });
  for (const [n, line] of lines.entries())
    await tx.insert(PurchaseOrderLine, {
      ...lineColumns(line, n + 1),
      purchaseOrderId: order.id,
      receivedQuantity: '0',
    });
  emitOrderEvent(tx, 'PurchaseOrderCreated', order);
  return order;
}

export const lineColumns = (
  { partId, quantity, unitPrice, total }: NewLine,
  position: number,
): Given<PurchaseOrderLine> => ({
  position,
  partId,
  quantity: quantity.toFixed(),
  unitPriceMinor: unitPrice.minorUnits,
  totalMinor: total.minorUnits,
  currency: unitPrice.currency,
});
