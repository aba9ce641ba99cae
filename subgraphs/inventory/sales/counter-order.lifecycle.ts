import { defineLifecycle } from '../../../shared/lifecycle';

export const counterOrderLifecycle = defineLifecycle({
  name: 'CounterOrderStatus',
  description: 'Where an order over the counter stands.',
  initial: 'PENDING',
  states: {
    PENDING: { means: 'Taken down; nothing is reserved for it.', next: ['PROCESSING', 'CANCELLED'] },
    PROCESSING: { means: 'Its parts are reserved, and being put together.', next: ['READY', 'CANCELLED'] },
    READY: { means: 'It lies ready to be taken away.', next: ['DELIVERED', 'CANCELLED'] },
    DELIVERED: { means: 'Handed over; its parts have left the stock. Final.', next: [] },
    CANCELLED: { means: 'Called off; what was reserved is free again. Final.', next: [] },
  },
});

export type CounterOrderStatus = (typeof counterOrderLifecycle.states)[number];
export const CounterOrderStatus = counterOrderLifecycle.enumeration;
