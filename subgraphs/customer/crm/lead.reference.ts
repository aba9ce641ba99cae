import type { Reference } from '../../../shared/subgraph/app';
import { leads } from './lead.loader';

export const leadReference: Reference = { type: 'Lead', read: leads };
