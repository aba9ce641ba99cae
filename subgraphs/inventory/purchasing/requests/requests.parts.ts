import type { Parts } from '../../../../shared/subgraph/parts';
import { buyLowStock } from './buy-low-stock.handler';
import { PurchaseRequest } from './purchase-request.entity';
import { purchaseRequestReference } from './purchase-request.reference';
import { PurchaseRequestCauseResolver, PurchaseRequestResolver } from './purchase-request.resolver';
import { PurchaseRequestCause } from './request-cause.entity';

/** What is to be bought, and why. */
export const requestsParts = {
  entities: [PurchaseRequest, PurchaseRequestCause],
  resolvers: [PurchaseRequestResolver, PurchaseRequestCauseResolver],
  references: [purchaseRequestReference],
  handlers: [buyLowStock],
} satisfies Parts;
