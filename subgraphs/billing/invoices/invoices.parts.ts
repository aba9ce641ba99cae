import { badField, conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { billCounterOrderHandler, billJobHandler } from './from-work/bill-work.handler';
import { billCounterOrderTask, billJobTask } from './from-work/bill-work.task';
import { Invoice } from './invoice.entity';
import { counterOrderInvoiceReference, invoiceReference, jobInvoiceReference } from './invoice.reference';
import { InvoiceDocumentFields, InvoiceLineFields, InvoiceResolver } from './invoice.resolver';
import { InvoiceCommands } from './invoice-commands.resolver';
import { InvoiceLine } from './invoice-line.entity';
import { InvoiceTaxGroup } from './invoice-tax-group.entity';
import { invoicesInvariants } from './invoices.invariants';
import { CounterOrderInvoiceResolver, JobCardInvoiceResolver } from './neighbours.resolver';

/** Drafts, and the numbered documents that they become. */
export const invoicesParts = {
  entities: [Invoice, InvoiceLine, InvoiceTaxGroup],
  resolvers: [
    InvoiceResolver,
    InvoiceDocumentFields,
    InvoiceLineFields,
    InvoiceCommands,
    JobCardInvoiceResolver,
    CounterOrderInvoiceResolver,
  ],
  references: [invoiceReference, jobInvoiceReference, counterOrderInvoiceReference],
  handlers: [billJobHandler, billCounterOrderHandler],
  tasks: [billJobTask, billCounterOrderTask],
  invariants: invoicesInvariants,
  constraints: {
    invoice_kept: () => conflict('An issued invoice never changes. Credit it instead.'),
    invoice_number: () =>
      badField(
        'id',
        'NUMBER_TAKEN',
        'Another service centre had this code before: give the centre a new one.',
      ),
    invoice_of_job: () => conflict('The job has an invoice already.'),
    invoice_of_counter_order: () => conflict('The order has an invoice already.'),
  },
} satisfies Parts;
