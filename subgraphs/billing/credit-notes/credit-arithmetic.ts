import { Money } from '../../../shared/money';
import { spread, sum, type Terms, tax } from '../documents/arithmetic';

/** What tax is rounded over: a category and rate of the invoice, or one line where tax is rounded on each. */
export interface Pool {
  taxPercent: string;
  /** What no credit note has taken off yet. */
  leftNetMinor: number;
  leftTaxMinor: number;
}

export interface Credited {
  netMinor: number;
  taxMinor: number;
}

type CreditTerms = Pick<Terms, 'currency' | 'pricesIncludeTax'>;

/** What is left of a pool in terms of the prices. */
export const leftOf = ({ leftNetMinor, leftTaxMinor }: Pool, { pricesIncludeTax }: CreditTerms): number =>
  pricesIncludeTax ? leftNetMinor + leftTaxMinor : leftNetMinor;

/**
 * Takes these amounts, in terms of the prices and together no more than what is left, off a pool. The tax is that of
 * their sum; who takes the last of a pool takes all its tax, so that credits come to what the invoice bore, to the
 * unit.
 */
export function creditPool(terms: CreditTerms, pool: Pool, amounts: readonly number[]): Credited[] {
  const { currency, pricesIncludeTax } = terms;
  const bases = amounts.map((amount) => new Money(amount, currency));
  const whole = sum(bases, currency);
  const taxes = spread(taxOf(terms, pool, whole), bases);
  return bases.map((base, n) => ({
    netMinor: pricesIncludeTax ? base.minus(taxes[n]!).minorUnits : base.minorUnits,
    taxMinor: taxes[n]!.minorUnits,
  }));
}

function taxOf(terms: CreditTerms, pool: Pool, whole: Money): Money {
  const { leftNetMinor, leftTaxMinor } = pool;
  const left = leftOf(pool, terms);
  if (whole.minorUnits > left) throw new RangeError('More is credited than is left.');
  if (whole.minorUnits === left) return new Money(leftTaxMinor, whole.currency);
  const own = tax(whole, pool, terms).minorUnits;
  // Taken out of a price, the net must not be more than what is left of that either.
  const least = terms.pricesIncludeTax ? Math.max(0, whole.minorUnits - leftNetMinor) : 0;
  return new Money(Math.max(least, Math.min(own, leftTaxMinor)), whole.currency);
}
