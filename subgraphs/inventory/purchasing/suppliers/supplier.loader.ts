import { everyone, readable } from '../../../../shared/database/readable';
import { Supplier } from './supplier.entity';

/** The organisation’s, whichever service centre buys from them. */
export const suppliers = readable({
  entity: Supplier,
  permission: 'suppliers:read',
  called: 'Supplier',
  visible: everyone,
});

export const changeableSuppliers = readable({ ...suppliers, permission: 'suppliers:update' });

/** For what is ordered from it: who may order knows whom from. */
export const everySupplier = readable({ ...suppliers, permission: null });
