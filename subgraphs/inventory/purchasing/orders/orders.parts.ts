import type { Parts } from '../../../../shared/subgraph/parts';
import { GoodsReceipt } from './goods-receipt.entity';
import { GoodsReceiptLine } from './goods-receipt-line.entity';
import {
  GoodsReceiptLineResolver,
  GoodsReceiptResolver,
  PurchaseOrderLineResolver,
} from './order-parts.resolver';
import { PurchaseOrder } from './purchase-order.entity';
import { purchaseOrderReference } from './purchase-order.reference';
import { PurchaseOrderResolver } from './purchase-order.resolver';
import { PurchaseOrderCommands } from './purchase-order-commands.resolver';
import { PurchaseOrderLine } from './purchase-order-line.entity';

/** What is ordered from suppliers, and what comes of it. */
export const ordersParts = {
  entities: [PurchaseOrder, PurchaseOrderLine, GoodsReceipt, GoodsReceiptLine],
  resolvers: [
    PurchaseOrderResolver,
    PurchaseOrderCommands,
    PurchaseOrderLineResolver,
    GoodsReceiptResolver,
    GoodsReceiptLineResolver,
  ],
  references: [purchaseOrderReference],
} satisfies Parts;
