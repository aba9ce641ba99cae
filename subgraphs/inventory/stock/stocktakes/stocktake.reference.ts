import type { Reference } from '../../../../shared/subgraph/app';
import { stocktakes } from './stocktake.loader';

export const stocktakeReference: Reference = { type: 'Stocktake', read: stocktakes };
