import type { SubgraphApp } from '../../shared/subgraph/app';
import { openStockLocation } from './stock/open-stock-location.handler';
import { StockLocation } from './stock/stock-location.entity';
import { stockLocationReference } from './stock/stock-location.reference';
import { StockLocationResolver } from './stock/stock-location.resolver';

export const inventoryApp: SubgraphApp = {
  name: 'inventory',
  entities: [StockLocation],
  resolvers: [StockLocationResolver],
  references: [stockLocationReference],
  handlers: [openStockLocation],
  tasks: [],
  constraints: {},
};
