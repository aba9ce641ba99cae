import type { Reference } from '../../../shared/subgraph/app';
import { counterOrders } from './counter-order.loader';

export const counterOrderReference: Reference = { type: 'CounterOrder', read: counterOrders };

/** The customer subgraph's type, with the field that inventory adds. */
export const customerOrdersReference: Reference = { type: 'Customer', read: null };
