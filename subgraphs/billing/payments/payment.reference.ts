import type { Reference } from '../../../shared/subgraph/app';
import { payments } from './payment.loader';
import { receipts } from './receipts/receipt.loader';

export const paymentReference: Reference = { type: 'Payment', read: payments };
export const receiptReference: Reference = { type: 'Receipt', read: receipts };
