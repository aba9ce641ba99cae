import type { SubgraphApp } from '../../shared/subgraph/app';
import { enterDefaultRates } from './tax/enter-default-rates.handler';
import { TaxRate } from './tax/tax-rate.entity';
import { TaxRateResolver } from './tax/tax-rate.resolver';

export const billingApp: SubgraphApp = {
  name: 'billing',
  entities: [TaxRate],
  resolvers: [TaxRateResolver],
  references: [],
  handlers: [enterDefaultRates],
  tasks: [],
  constraints: {},
};
