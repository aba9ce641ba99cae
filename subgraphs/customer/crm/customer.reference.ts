import type { Reference } from '../../../shared/subgraph/app';
import { customers } from './customer.loader';

export const customerReference: Reference = { type: 'Customer', read: customers };
