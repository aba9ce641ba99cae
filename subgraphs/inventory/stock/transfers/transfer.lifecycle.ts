import { defineLifecycle } from '../../../../shared/lifecycle';

export const transferLifecycle = defineLifecycle({
  name: 'StockTransferStatus',
  description: 'Where a transfer of stock stands.',
  initial: 'REQUESTED',
  states: {
    REQUESTED: { means: 'Asked for; nobody has decided yet.', next: ['APPROVED', 'REJECTED', 'CANCELLED'] },
    APPROVED: { means: 'Granted: what is wanted is reserved where it lies.', next: ['SHIPPED', 'CANCELLED'] },
    REJECTED: { means: 'Turned down. Final.', next: [] },
    SHIPPED: {
      means: 'On its way, and in stock nowhere, until all of it came or was written off.',
      next: ['RECEIVED'],
    },
    RECEIVED: { means: 'All that was sent came, or was written off. Final.', next: [] },
    CANCELLED: { means: 'Called off before it was sent; what was reserved is free again. Final.', next: [] },
  },
});

export type StockTransferStatus = (typeof transferLifecycle.states)[number];
export const StockTransferStatus = transferLifecycle.enumeration;
