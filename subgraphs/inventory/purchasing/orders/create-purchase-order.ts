import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { orderingFor, requireLocation } from '../buying';
import type { Supplier } from '../suppliers/supplier.entity';
import { everySupplier } from '../suppliers/supplier.loader';
import { draftOrder } from './draft-order';
import { checkLines } from './lines';
import type { PurchaseOrder } from './purchase-order.entity';
import type { CreatePurchaseOrderInput } from './purchase-order.input';
import { purchaseOrders } from './purchase-order.loader';

export async function createPurchaseOrder(
  context: Context,
  input: CreatePurchaseOrderInput,
): Promise<PurchaseOrder> {
  const { supplierId, locationId, expectedOn, notes, idempotencyKey } = input;
  const [supplier, location] = await Promise.all([
    requireSupplier(context, supplierId, 'input.supplierId'),
    requireLocation(context, orderingFor, locationId, 'input.locationId'),
  ]);
  const lines = await checkLines(context, supplier, supplier.currency, input.lines);
  const { id } = await context.once(
    { operation: 'createPurchaseOrder', key: idempotencyKey, input },
    async (tx) => {
      const order = await draftOrder(tx, { supplier, location, lines, expectedOn, notes });
      return { id: order.id };
    },
  );
  return context.loadOrFail(purchaseOrders, id);
}

/** Somebody to order from now. */
export async function requireSupplier(context: Context, id: string, path: string): Promise<Supplier> {
  const supplier = await context.load(everySupplier, id);
  if (!supplier) throw badField(path, 'UNKNOWN', 'There is no such supplier.');
  if (supplier.archivedAt) throw badField(path, 'ARCHIVED', 'The supplier is archived.');
  return supplier;
}
