import { defineLifecycle } from '../../../../shared/lifecycle';

export const purchaseOrderLifecycle = defineLifecycle({
  name: 'PurchaseOrderStatus',
  description: 'Where a purchase order stands.',
  initial: 'DRAFT',
  states: {
    DRAFT: { means: 'Being put together.', next: ['PENDING', 'CANCELLED'] },
    PENDING: { means: 'Submitted; it waits for approval.', next: ['APPROVED', 'REJECTED', 'CANCELLED'] },
    APPROVED: { means: 'May be sent to the supplier.', next: ['ORDERED', 'CANCELLED'] },
    REJECTED: { means: 'Turned down, for the reason that it tells. Final.', next: [] },
    ORDERED: {
      means: 'Sent to the supplier; none, or not all, of it has been received.',
      next: ['RECEIVED', 'CLOSED', 'CANCELLED'],
    },
    RECEIVED: { means: 'All of it was received. Final.', next: [] },
    CLOSED: { means: 'Received in part; the rest does not come any more. Final.', next: [] },
    CANCELLED: { means: 'Called off before anything was received. Final.', next: [] },
  },
});

export type PurchaseOrderStatus = (typeof purchaseOrderLifecycle.states)[number];
export const PurchaseOrderStatus = purchaseOrderLifecycle.enumeration;
