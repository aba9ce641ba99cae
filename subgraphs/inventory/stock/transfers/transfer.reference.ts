import type { Reference } from '../../../../shared/subgraph/app';
import { transfers } from './transfer.loader';

export const transferReference: Reference = { type: 'StockTransfer', read: transfers };
