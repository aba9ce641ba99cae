import type { Parts } from '../../../shared/subgraph/parts';
import {
  BillingDocumentResolver,
  CustomerDocumentsResolver,
  VehicleDocumentsResolver,
} from './document.resolver';

/** One list over all kinds of documents. */
export const documentListParts = {
  resolvers: [BillingDocumentResolver, CustomerDocumentsResolver, VehicleDocumentsResolver],
  references: [
    { type: 'Customer', read: null },
    { type: 'Vehicle', read: null },
  ],
} satisfies Parts;
