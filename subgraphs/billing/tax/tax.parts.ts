import { conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { BillingSettings } from './billing-settings.entity';
import { BillingSettingsResolver } from './billing-settings.resolver';
import { enterDefaultRates } from './enter-default-rates.handler';
import { TaxRate } from './tax-rate.entity';
import { TaxRateResolver } from './tax-rate.resolver';

/** Which tax there is on what, and by which terms the organisation bills. */
export const taxParts = {
  entities: [TaxRate, BillingSettings],
  resolvers: [TaxRateResolver, BillingSettingsResolver],
  handlers: [enterDefaultRates],
  constraints: {
    tax_rate_replaced_once: () => conflict('Another rate follows that one already.'),
  },
} satisfies Parts;
