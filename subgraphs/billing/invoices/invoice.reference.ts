import type { Reference } from '../../../shared/subgraph/app';
import { invoices } from './invoice.loader';

export const invoiceReference: Reference = { type: 'Invoice', read: invoices };

export const jobInvoiceReference: Reference = { type: 'JobCard', read: null };

export const counterOrderInvoiceReference: Reference = { type: 'CounterOrder', read: null };
