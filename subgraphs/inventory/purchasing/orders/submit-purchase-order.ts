import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { RecordArgs } from '../command.args';
import { emitOrderEvent, movePurchaseOrder } from './move-purchase-order';
import type { PurchaseOrder } from './purchase-order.entity';
import { PurchaseOrderStatus } from './purchase-order.lifecycle';
import { purchaseOrders, purchaseOrdersFor } from './purchase-order.loader';

const { PENDING } = PurchaseOrderStatus;

/** Submitted again, it stays as it is. */
export async function submitPurchaseOrder(
  context: Context,
  { id, expectedVersion }: RecordArgs,
): Promise<PurchaseOrder> {
  await context.transaction(async (tx) => {
    const order = await tx.lock(purchaseOrdersFor('purchaseOrders:update'), id, expectedVersion);
    if (order.status === PENDING) return;
    await demandBuyable(tx, order);
    const submitted = await movePurchaseOrder(tx, order, PENDING, 'submit', {
      submittedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
      submittedAt: tx.now,
    });
    emitOrderEvent(tx, 'PurchaseOrderSubmitted', submitted);
  });
  return context.loadOrFail(purchaseOrders, id);
}

/** Since it was put together, the supplier may have been archived, or a part discontinued. */
async function demandBuyable(tx: Transaction, { id, supplierId }: PurchaseOrder): Promise<void> {
  const [found] = await tx.query<{ archived: boolean; discontinued: string[] }>(sql`
    select (select s.archived_at is not null from inventory.supplier s
        where s.organisation_id = ${tx.organisationId} and s.id = ${supplierId}) as archived,
      array(select p.sku from inventory.purchase_order_line l
        join inventory.part p on p.organisation_id = l.organisation_id and p.id = l.part_id
        where l.organisation_id = ${tx.organisationId} and l.purchase_order_id = ${id}
          and p.discontinued_at is not null order by l.position) as discontinued`);
  if (found!.archived) throw conflict('The supplier is archived.', { reason: 'SUPPLIER_ARCHIVED' });
  const [sku] = found!.discontinued;
  if (sku) throw conflict(`${sku} is not bought any more.`, { reason: 'PART_DISCONTINUED', sku });
}
