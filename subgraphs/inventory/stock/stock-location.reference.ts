import type { Reference } from '../../../shared/subgraph/app';
import { stockLocations } from './stock-location.loader';

export const stockLocationReference: Reference = {
  type: 'StockLocation',
  owned: true,
  resolve: ({ id }, context) => context.load(stockLocations, id),
};
