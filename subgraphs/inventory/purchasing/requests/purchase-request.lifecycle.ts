import { defineLifecycle } from '../../../../shared/lifecycle';

export const purchaseRequestLifecycle = defineLifecycle({
  name: 'PurchaseRequestStatus',
  description: 'Where a purchase request stands.',
  initial: 'OPEN',
  states: {
    OPEN: {
      means: 'To be bought; more of the same part for the same place is added to it.',
      next: ['ORDERED', 'DISMISSED'],
    },
    ORDERED: {
      means:
        'On a purchase order. When that is rejected, cancelled or closed short, it is open again, as far as jobs still lack ' +
        'what they asked for.',
      next: ['OPEN', 'DISMISSED'],
    },
    DISMISSED: { means: 'Not to be bought, for the reason that it tells. Final.', next: [] },
  },
});

export type PurchaseRequestStatus = (typeof purchaseRequestLifecycle.states)[number];
export const PurchaseRequestStatus = purchaseRequestLifecycle.enumeration;
