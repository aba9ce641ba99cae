import { Decimal } from 'decimal.js';
import { Money, type Rate } from '../../../shared/money';
import type { TaxCategory } from '../tax/tax-category';

/** Of the price alone a part, or an amount; neither where there is no discount. */
export interface Discount {
  discountPercent: string | null;
  discountMinor: number | null;
}

export interface PricedLine extends Discount {
  quantity: Rate;
  unitPriceMinor: number;
  taxCategory: TaxCategory;
  taxPercent: string;
}

/** What a document says about all of its lines. */
export interface Terms extends Discount {
  currency: string;
  /** Whether unit prices, and discounts with them, have the tax in them. */
  pricesIncludeTax: boolean;
  /** Whether tax is rounded on each line; otherwise once a category and rate. */
  taxPerLine: boolean;
}

/** In minor units. `amount` is the line after its own discount, in terms of its price. */
export interface LineAmounts {
  amountMinor: number;
  /** The line's share of the document's discount. */
  shareMinor: number;
  netMinor: number;
  taxMinor: number;
}

export interface Totals {
  subtotalMinor: number;
  discountTotalMinor: number;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
}

export interface Calculated {
  lines: LineAmounts[];
  totals: Totals;
}

/**
 * The one arithmetic of quotations, invoices and credit notes, after EN 16931: each line is rounded, the lines are
 * summed, tax is taken once a category and rate on that sum (or on each line, where the organisation says so), and
 * the totals are sums of those. What is computed for a group is given out to its lines unit by unit, so that lines,
 * groups and totals always agree.
 */
export function calculate(terms: Terms, lines: readonly PricedLine[]): Calculated {
  const { currency } = terms;
  const amounts = lines.map((line) => amountOf(line, currency));
  const subtotal = sum(amounts, currency);
  const discount = discounted(terms, subtotal);
  const shares = spread(discount, amounts);
  const bases = amounts.map((amount, index) => amount.minus(shares[index]!));
  const taxes = terms.taxPerLine
    ? bases.map((base, n) => tax(base, lines[n]!, terms))
    : byGroup(terms, lines, bases);
  const nets = terms.pricesIncludeTax ? bases.map((base, n) => base.minus(taxes[n]!)) : bases;
  const net = sum(nets, currency);
  const taxTotal = sum(taxes, currency);
  return {
    lines: amounts.map((amount, n) => ({
      amountMinor: amount.minorUnits,
      shareMinor: shares[n]!.minorUnits,
      netMinor: nets[n]!.minorUnits,
      taxMinor: taxes[n]!.minorUnits,
    })),
    totals: {
      subtotalMinor: subtotal.minorUnits,
      discountTotalMinor: discount.minorUnits,
      netMinor: net.minorUnits,
      taxMinor: taxTotal.minorUnits,
      totalMinor: net.plus(taxTotal).minorUnits,
    },
  };
}

/** The line before its discount, rounded: what a discount cannot be more than. */
export const grossOf = ({ quantity, unitPriceMinor }: PricedLine, currency: string): Money =>
  new Money(unitPriceMinor, currency).times(quantity);

const amountOf = (line: PricedLine, currency: string): Money => {
  const gross = grossOf(line, currency);
  return gross.minus(discounted(line, gross));
};

function discounted({ discountPercent, discountMinor }: Discount, from: Money): Money {
  if (discountPercent !== null) return from.times(discountPercent, '100');
  return new Money(discountMinor ?? 0, from.currency);
}

/**
 * The tax on a base, or in it. Taken out of what customers pay, so that a price with tax is what they pay: where a
 * net amount exists whose tax makes up the price, this finds it.
 */
export function tax(
  base: Money,
  { taxPercent }: Pick<PricedLine, 'taxPercent'>,
  { pricesIncludeTax }: Pick<Terms, 'pricesIncludeTax'>,
): Money {
  return base.times(taxPercent, pricesIncludeTax ? new Decimal(taxPercent).plus(100) : '100');
}

function byGroup(terms: Terms, lines: readonly PricedLine[], bases: readonly Money[]): Money[] {
  const taxes: Money[] = [];
  for (const members of groupsOf(lines)) {
    const own = members.map((n) => bases[n]!);
    const whole = tax(sum(own, terms.currency), lines[members[0]!]!, terms);
    spread(whole, own).forEach((part, k) => {
      taxes[members[k]!] = part;
    });
  }
  return taxes;
}

/** The lines of each category and rate, by their places. */
export function groupsOf(lines: readonly Pick<PricedLine, 'taxCategory' | 'taxPercent'>[]): number[][] {
  const groups = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const key = groupKey(line);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return [...groups.values()];
}

export const groupKey = ({
  taxCategory,
  taxPercent,
}: Pick<PricedLine, 'taxCategory' | 'taxPercent'>): string => `${taxCategory} ${taxPercent}`;

/** In proportion to the weights, to the last unit. Nothing spreads over nothing. */
export const spread = (amount: Money, weights: readonly Money[]): Money[] =>
  amount.minorUnits === 0
    ? weights.map(() => amount)
    : amount.allocate(weights.map(({ minorUnits }) => String(minorUnits)));

export const sum = (amounts: readonly Money[], currency: string): Money =>
  amounts.reduce((all, one) => all.plus(one), Money.zero(currency));
