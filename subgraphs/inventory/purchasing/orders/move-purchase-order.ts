import { sql } from '../../../../shared/database/sql';
import type { Given, Transaction } from '../../../../shared/database/transaction';
import { PurchaseOrder } from './purchase-order.entity';
import { type PurchaseOrderStatus, purchaseOrderLifecycle } from './purchase-order.lifecycle';
import { everyOrderLine } from './purchase-order.loader';
import type { PurchaseOrderLine } from './purchase-order-line.entity';

/** Takes a locked order to its next state. */
export async function movePurchaseOrder(
  tx: Transaction,
  order: PurchaseOrder,
  to: PurchaseOrderStatus,
  action: string,
  patch: Given<PurchaseOrder> = {},
): Promise<PurchaseOrder> {
  purchaseOrderLifecycle.demand(order.status, to);
  return tx.update(PurchaseOrder, order, { ...patch, status: to }, action);
}

/** The lines of a locked order, in their order: nobody changes them but behind that lock. */
export const linesOf = (tx: Transaction, orderId: string): Promise<PurchaseOrderLine[]> =>
  tx.rows(
    everyOrderLine,
    sql`t.organisation_id = ${tx.organisationId} and t.purchase_order_id = ${orderId}`,
    sql`order by t.position`,
  );

type OrderEvent =
  | 'PurchaseOrderCreated'
  | 'PurchaseOrderUpdated'
  | 'PurchaseOrderSubmitted'
  | 'PurchaseOrderApproved'
  | 'PurchaseOrderRejected'
  | 'PurchaseOrderSent'
  | 'PurchaseOrderReceived'
  | 'PurchaseOrderClosed'
  | 'PurchaseOrderCancelled';

export function emitOrderEvent(
  tx: Transaction,
  name: OrderEvent,
  order: PurchaseOrder,
  more: Record<string, unknown> = {},
): void {
  const { id, supplierId, locationId, serviceCentreId, submittedById } = order;
  tx.emit({
    name,
    subjectType: 'PurchaseOrder',
    subjectId: id,
    payload: { supplierId, locationId, serviceCentreId, submittedById, ...more },
  });
}
