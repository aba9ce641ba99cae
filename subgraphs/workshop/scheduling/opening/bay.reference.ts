import type { Reference } from '../../../../shared/subgraph/app';
import { bays } from './opening.loader';

export const bayReference: Reference = { type: 'Bay', read: bays };
