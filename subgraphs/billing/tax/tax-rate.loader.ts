import { everyone, readable } from '../../../shared/database/readable';
import { TaxRate } from './tax-rate.entity';

export const taxRates = readable({
  entity: TaxRate,
  permission: 'tax:read',
  called: 'Tax rate',
  visible: everyone,
});

/** For whoever writes documents: they need not be able to list the rates. */
export const everyTaxRate = readable({ ...taxRates, permission: null });
