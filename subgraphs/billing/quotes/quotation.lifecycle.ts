import { defineLifecycle } from '../../../shared/lifecycle';

export const quotationLifecycle = defineLifecycle({
  name: 'QuotationStatus',
  description: 'Where a quotation stands. Whether it has expired follows from its last day and is not here.',
  initial: 'DRAFT',
  states: {
    DRAFT: { means: 'Being written: everything can change.', next: ['APPROVED', 'REJECTED'] },
    APPROVED: { means: 'The shop stands by it; it has not gone out yet.', next: ['SENT', 'REJECTED'] },
    SENT: {
      means: 'With the customer, who may accept it until its last day.',
      next: ['ACCEPTED', 'REJECTED'],
    },
    ACCEPTED: { means: 'The customer wants it. It becomes work or an order once. Final.', next: [] },
    REJECTED: { means: 'Turned down, by the customer or before it went out. Final.', next: [] },
  },
});

export type QuotationStatus = (typeof quotationLifecycle.states)[number];
export const QuotationStatus = quotationLifecycle.enumeration;
