import type { Reference } from '../../../shared/subgraph/app';
import { stockLocations } from './stock-location.loader';

export const stockLocationReference: Reference = { type: 'StockLocation', read: stockLocations };
