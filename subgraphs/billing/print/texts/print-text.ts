import type { PaymentMethod } from '../../payments/payment-method';
import type { TaxCategory } from '../../tax/tax-category';
import type { PrintedKind } from '../printable';

/** The words of printed documents in one language. */
export interface PrintText {
  titles: Readonly<Record<PrintedKind, string>>;
  watermarks: Readonly<Record<'DRAFT' | 'CANCELLED', string>>;
  /** With `{{page}}` and `{{pages}}`. */
  page: string;
  /** Above the name of the customer. */
  addressed: Readonly<Record<PrintedKind, string>>;
  customerNumber: string;
  taxNumber: string;
  registrationNumber: string;
  issuedOn: string;
  dueOn: string;
  validUntil: string;
  reference: string;
  corrects: string;
  reason: string;
  vehicle: string;
  plate: string;
  vin: string;
  description: string;
  quantity: string;
  unitPrice: string;
  discount: string;
  taxPercent: string;
  amount: string;
  pricesWithTax: string;
  pricesWithoutTax: string;
  subtotal: string;
  net: string;
  tax: string;
  total: string;
  taxTable: string;
  categories: Readonly<Record<TaxCategory, string>>;
  /** What the law wants said where the buyer owes the tax. */
  reverseCharge: string;
  notes: string;
  payment: string;
  /** With `{{amount}}` and `{{date}}`. */
  payUntil: string;
  payTo: string;
  scanToPay: string;
  methods: Readonly<Record<PaymentMethod, string>>;
  paidBy: string;
  forInvoice: string;
  kept: string;
  received: string;
  accepted: string;
  dateAndPlace: string;
}
