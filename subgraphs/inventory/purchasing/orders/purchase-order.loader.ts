import {
  everyone,
  inCentres,
  type Readable,
  readable,
  type Viewer,
} from '../../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../../shared/database/sql';
import { GoodsReceipt } from './goods-receipt.entity';
import { GoodsReceiptLine } from './goods-receipt-line.entity';
import { PurchaseOrder } from './purchase-order.entity';
import { PurchaseOrderLine } from './purchase-order-line.entity';

/** Orders for the places of one's service centres, and for the warehouses that serve them. */
const visibleOrder = (viewer: Viewer, order = raw('t')): Sql =>
  sql`(${order}.service_centre_id is null or ${inCentres(viewer, sql`${order}.service_centre_id`)})`;

export const purchaseOrders = readable({
  entity: PurchaseOrder,
  permission: 'purchaseOrders:read',
  called: 'Purchase order',
  visible: (viewer) => visibleOrder(viewer),
});

/** What a warehouse orders is for those to decide who work in all service centres that it serves. */
export const purchaseOrdersFor = (permission: string): Readable<PurchaseOrder> =>
  readable({
    ...purchaseOrders,
    permission,
    visible: (viewer) => inCentres(viewer, sql`t.service_centre_id`),
  });

/** What hangs on an order is seen with it. */
const withOrder = (viewer: Viewer, id: Sql): Sql =>
  sql`exists (select from inventory.purchase_order o where o.organisation_id = t.organisation_id and o.id = ${id}
    and ${visibleOrder(viewer, raw('o'))})`;

export const purchaseOrderLines = readable({
  entity: PurchaseOrderLine,
  permission: 'purchaseOrders:read',
  called: 'Line',
  visible: (viewer) => withOrder(viewer, sql`t.purchase_order_id`),
});

export const everyOrderLine = readable({ ...purchaseOrderLines, permission: null, visible: everyone });

export const goodsReceipts = readable({
  entity: GoodsReceipt,
  permission: 'purchaseOrders:read',
  called: 'Goods receipt',
  visible: (viewer) => withOrder(viewer, sql`t.purchase_order_id`),
});

export const goodsReceiptLines = readable({
  entity: GoodsReceiptLine,
  permission: 'purchaseOrders:read',
  called: 'Line',
  visible: (viewer) =>
    withOrder(
      viewer,
      sql`(select g.purchase_order_id from inventory.goods_receipt g
        where g.organisation_id = t.organisation_id and g.id = t.goods_receipt_id)`,
    ),
});
