import { openCounterOrder } from '../api/counter-orders.fixtures';
import type { Maker } from './records.fixtures';

/** Kinds of what is sold over the counter. */
export const SALES_KINDS = ['counterOrder', 'processedOrder', 'readyOrder', 'deliveredOrder'] as const;
type SalesKind = (typeof SALES_KINDS)[number];

/** Of a customer; nobody else has any of their own. */
const order =
  (customer: () => Maker, status: 'PENDING' | 'PROCESSING' | 'READY' | 'DELIVERED'): Maker =>
  async (world, host, owner, place) => {
    if (owner && owner.customerId === null) return null;
    return openCounterOrder(host, status, { customerId: await customer()(world, host, owner, place) });
  };

export const salesMakers = (customer: () => Maker): Record<SalesKind, Maker> => ({
  counterOrder: order(customer, 'PENDING'),
  processedOrder: order(customer, 'PROCESSING'),
  readyOrder: order(customer, 'READY'),
  deliveredOrder: order(customer, 'DELIVERED'),
});
