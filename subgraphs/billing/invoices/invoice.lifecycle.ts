import { defineLifecycle } from '../../../shared/lifecycle';

export const invoiceLifecycle = defineLifecycle({
  name: 'InvoiceStatus',
  description:
    'Where an invoice stands. Whether it is paid or overdue follows from its balance and is not here.',
  initial: 'DRAFT',
  states: {
    DRAFT: {
      means: 'Being written: everything can change, and it has no number.',
      next: ['ISSUED', 'CANCELLED'],
    },
    ISSUED: { means: 'Numbered and binding. It never changes; credit notes correct it. Final.', next: [] },
    CANCELLED: { means: 'A draft that was given up. Final.', next: [] },
  },
});

export type InvoiceStatus = (typeof invoiceLifecycle.states)[number];
export const InvoiceStatus = invoiceLifecycle.enumeration;
