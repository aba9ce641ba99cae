import type { Reference } from '../../../../shared/subgraph/app';
import { suppliers } from './supplier.loader';

export const supplierReference: Reference = { type: 'Supplier', read: suppliers };
