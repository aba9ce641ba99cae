import type { Reference } from '../../../../shared/subgraph/app';
import { purchaseRequests } from './purchase-request.loader';

export const purchaseRequestReference: Reference = { type: 'PurchaseRequest', read: purchaseRequests };
