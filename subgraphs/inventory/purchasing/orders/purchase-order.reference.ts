import type { Reference } from '../../../../shared/subgraph/app';
import { purchaseOrders } from './purchase-order.loader';

export const purchaseOrderReference: Reference = { type: 'PurchaseOrder', read: purchaseOrders };
