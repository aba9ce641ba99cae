import type { Parts } from '../../../../shared/subgraph/parts';
import { Supplier } from './supplier.entity';
import { supplierReference } from './supplier.reference';
import { SupplierResolver } from './supplier.resolver';

/** Whom parts are bought from. */
export const suppliersParts = {
  entities: [Supplier],
  resolvers: [SupplierResolver],
  references: [supplierReference],
} satisfies Parts;
