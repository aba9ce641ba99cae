import { defineLifecycle } from '../../../shared/lifecycle';

export const paymentLifecycle = defineLifecycle({
  name: 'PaymentState',
  description: 'Where a payment stands. How far an invoice is paid is its `paymentStatus`.',
  initial: 'PENDING',
  states: {
    PENDING: {
      means: 'Asked of a provider, which has not said yet what became of it.',
      next: ['SUCCEEDED', 'FAILED'],
    },
    SUCCEEDED: { means: 'The money is there.', next: ['VOIDED'] },
    FAILED: {
      means: 'It was given up before any money came; money that comes after all counts.',
      next: ['SUCCEEDED'],
    },
    VOIDED: { means: 'Recorded by mistake and undone by a counter-entry. Final.', next: [] },
  },
});

export type PaymentState = (typeof paymentLifecycle.states)[number];
export const PaymentState = paymentLifecycle.enumeration;

export const refundLifecycle = defineLifecycle({
  name: 'RefundState',
  description: 'Where a refund stands.',
  initial: 'PENDING',
  states: {
    PENDING: {
      means: 'Asked of the provider, which has not said yet what became of it.',
      next: ['SUCCEEDED', 'FAILED'],
    },
    SUCCEEDED: { means: 'The money went back.', next: ['FAILED'] },
    FAILED: {
      means: 'The money did not arrive; what it had taken off is the customer’s balance. Final.',
      next: [],
    },
  },
});

export type RefundState = (typeof refundLifecycle.states)[number];
export const RefundState = refundLifecycle.enumeration;
