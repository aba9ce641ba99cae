import type { FigureName } from '../figures/source';
import type { Sums } from '../figures/sums';
import type { RevenueAmounts } from './revenue.type';

/** The figures that `revenueOf` adds up. */
export const REVENUE_FIGURES = [
  'INVOICED',
  'INVOICED_NET',
  'INVOICED_TAX',
  'CREDITED',
  'CREDITED_NET',
  'PAID',
  'REFUNDED',
] as const satisfies FigureName[];

/** A row for each currency that occurs in the whole of the report. */
export const revenueOf = (sums: Sums, match: { centreId?: string } = {}): RevenueAmounts[] =>
  sums.currencies(...REVENUE_FIGURES).map((currency) => {
    const money = (figure: FigureName) => sums.money(figure, currency, match);
    return {
      currency,
      invoices: sums.count('INVOICED', { ...match, currency }),
      creditNotes: sums.count('CREDITED', { ...match, currency }),
      invoiced: money('INVOICED'),
      tax: money('INVOICED_TAX'),
      net: money('INVOICED_NET'),
      credited: money('CREDITED'),
      creditedNet: money('CREDITED_NET'),
      revenue: money('INVOICED_NET').minus(money('CREDITED_NET')),
      paid: money('PAID'),
      refunded: money('REFUNDED'),
    };
  });
