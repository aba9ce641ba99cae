import type { Reference } from '../../../shared/subgraph/app';
import { customers } from './customer.loader';

export const customerReference: Reference = {
  type: 'Customer',
  owned: true,
  resolve: ({ id }, context) => context.load(customers, id),
};
