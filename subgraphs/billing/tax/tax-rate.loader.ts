import { everyone, readable } from '../../../shared/database/readable';
import { TaxRate } from './tax-rate.entity';

export const taxRates = readable({
  entity: TaxRate,
  permission: 'tax:read',
  called: 'Tax rate',
  visible: everyone,
});
