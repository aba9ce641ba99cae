import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { addDays } from '../../../../shared/time-zone';
import { everySupplier } from '../suppliers/supplier.loader';
import { emitOrderEvent, movePurchaseOrder } from './move-purchase-order';
import type { SendPurchaseOrderArgs } from './purchase-order.args';
import type { PurchaseOrder } from './purchase-order.entity';
import { PurchaseOrderStatus } from './purchase-order.lifecycle';
import { purchaseOrders, purchaseOrdersFor } from './purchase-order.loader';

const { ORDERED } = PurchaseOrderStatus;

/** Sent again, it stays as it is. The supplier is written to by whoever hears of it: the messages. */
export async function sendPurchaseOrder(
  context: Context,
  { id, expectedOn, expectedVersion }: SendPurchaseOrderArgs,
): Promise<PurchaseOrder> {
  await context.transaction(async (tx) => {
    const order = await tx.lock(purchaseOrdersFor('purchaseOrders:update'), id, expectedVersion);
    if (order.status === ORDERED) return;
    const sent = await movePurchaseOrder(tx, order, ORDERED, 'send', {
      orderedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
      orderedAt: tx.now,
      expectedOn: demandNotPast(tx, expectedOn) ?? order.expectedOn ?? (await usualDay(tx, order)),
    });
    emitOrderEvent(tx, 'PurchaseOrderSent', sent);
  });
  return context.loadOrFail(purchaseOrders, id);
}

/** By UTC: in the evening of the Americas, yesterday is not refused. */
const today = (tx: Transaction): string => tx.now.toISOString().slice(0, 10);

function demandNotPast(tx: Transaction, day: string | null | undefined): string | null | undefined {
  if (day && day < addDays(today(tx), -1))
    throw badField('expectedOn', 'PAST', 'What is ordered now does not come in the past.');
  return day;
}

async function usualDay(tx: Transaction, { supplierId }: PurchaseOrder): Promise<string | null> {
  const [supplier] = await tx.rows(
    everySupplier,
    sql`t.organisation_id = ${tx.organisationId} and t.id = ${supplierId}`,
  );
  const days = supplier!.leadTimeDays;
  return days === null ? null : addDays(today(tx), days);
}
