import type { RevenueAmounts } from '../../reports/revenue.type';
import { type Column, money, number, text } from './table';

export const REVENUE: readonly Column<RevenueAmounts>[] = [
  text('CURRENCY', ({ currency }) => currency),
  number('INVOICES', ({ invoices }) => invoices),
  number('CREDIT_NOTES', ({ creditNotes }) => creditNotes),
  money('INVOICED', ({ invoiced }) => invoiced),
  money('TAX', ({ tax }) => tax),
  money('NET', ({ net }) => net),
  money('CREDITED', ({ credited }) => credited),
  money('CREDITED_NET', ({ creditedNet }) => creditedNet),
  money('REVENUE', ({ revenue }) => revenue),
  money('PAID', ({ paid }) => paid),
  money('REFUNDED', ({ refunded }) => refunded),
];
