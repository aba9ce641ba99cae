import { Decimal } from 'decimal.js';
import type { Transaction } from '../../../../shared/database/transaction';
import type { Context } from '../../../../shared/subgraph/context';
import { changeStockAndServe } from '../../jobs/supply-jobs';
import { StockReferenceType } from '../../stock/stock.enums';
import { lineColumns } from './draft-order';
import { costInOwnMoney, type Exchange, exchangeFor } from './exchange';
import { GoodsReceipt } from './goods-receipt.entity';
import { GoodsReceiptLine } from './goods-receipt-line.entity';
import { emitOrderEvent, linesOf, movePurchaseOrder } from './move-purchase-order';
import { PurchaseOrder } from './purchase-order.entity';
import { PurchaseOrderStatus, purchaseOrderLifecycle } from './purchase-order.lifecycle';
import { purchaseOrders, purchaseOrdersFor } from './purchase-order.loader';
import { PurchaseOrderLine } from './purchase-order-line.entity';
import type { ReceivePurchaseOrderInput } from './receipt.input';
import { type Came, checkReceived } from './received-lines';

const { RECEIVED } = PurchaseOrderStatus;
const receivable = purchaseOrdersFor('purchaseOrders:receive');

/** Takes what came into stock, at the price that it really cost, and gives it to those who wait for it. */
export async function receivePurchaseOrder(
  context: Context,
  id: string,
  input: ReceivePurchaseOrderInput,
): Promise<PurchaseOrder> {
  const { currency } = await context.loadOrFail(purchaseOrders, id);
  const exchange = await exchangeFor(context, currency, input.exchangeRate);
  const { exchangeRate: _given, expectedVersion, idempotencyKey, ...receipt } = input;
  await context.once(
    { operation: 'receivePurchaseOrder', key: idempotencyKey, input: { id, ...input } },
    async (tx) => {
      const order = await tx.lock(receivable, id, expectedVersion);
      purchaseOrderLifecycle.demand(order.status, RECEIVED);
      const came = await checkReceived(tx, order, input.lines);
      await writeReceipt(tx, order, came, { ...receipt, exchange });
      await takeIntoStock(tx, order, came, exchange);
      await countReceived(tx, order, came);
      return null;
    },
  );
  return context.loadOrFail(purchaseOrders, id);
}

type Papers = Pick<ReceivePurchaseOrderInput, 'deliveryNote' | 'notes'> & { exchange: Exchange };

async function writeReceipt(
  tx: Transaction,
  order: PurchaseOrder,
  came: readonly Came[],
  { deliveryNote, notes, exchange }: Papers,
): Promise<void> {
  const receipt = await tx.insert(GoodsReceipt, {
    number: `${order.number}/${order.receiptCount + 1}`,
    purchaseOrderId: order.id,
    deliveryNote: deliveryNote?.trim() || null,
    notes: notes?.trim() || null,
    exchangeRate: exchange.rate?.toFixed() ?? null,
    receivedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
  });
  for (const { line, quantity, unitPrice, total } of came) {
    const { partId, position } = line;
    const { position: _, ...columns } = lineColumns({ partId, quantity, unitPrice, total }, position);
    await tx.insert(GoodsReceiptLine, { ...columns, goodsReceiptId: receipt.id, orderLineId: line.id });
  }
}

async function takeIntoStock(
  tx: Transaction,
  { id, locationId }: PurchaseOrder,
  came: readonly Came[],
  exchange: Exchange,
): Promise<void> {
  const places = came.map(({ line: { partId } }) => ({ partId, locationId }));
  await changeStockAndServe(tx, places, (stock) => {
    for (const { line, quantity, unitPrice } of came) {
      const cost = costInOwnMoney(unitPrice, exchange);
      const received = { partId: line.partId, locationId, quantity, cost };
      stock.receive(received, { type: StockReferenceType.PURCHASE_ORDER, id, lineId: line.id });
    }
  });
}

async function countReceived(tx: Transaction, order: PurchaseOrder, came: readonly Came[]): Promise<void> {
  for (const { line, quantity } of came)
    await tx.update(PurchaseOrderLine, line, {
      receivedQuantity: quantity.plus(line.receivedQuantity).toFixed(),
    });
  const isComplete = (await linesOf(tx, order.id)).every(({ quantity, receivedQuantity }) =>
    new Decimal(receivedQuantity).gte(quantity),
  );
  const receiptCount = order.receiptCount + 1;
  const received = isComplete
    ? await movePurchaseOrder(tx, order, RECEIVED, 'receive', { receiptCount, receivedAt: tx.now })
    : await tx.update(PurchaseOrder, order, { receiptCount }, 'receive');
  emitOrderEvent(tx, 'PurchaseOrderReceived', received, { isComplete });
}
