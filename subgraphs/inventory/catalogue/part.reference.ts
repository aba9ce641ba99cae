import type { Reference } from '../../../shared/subgraph/app';
import { parts } from './part.loader';

export const partReference: Reference = { type: 'Part', read: parts };
