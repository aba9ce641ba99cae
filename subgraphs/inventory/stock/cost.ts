import { Decimal } from 'decimal.js';
import { Money } from '../../../shared/money';

/** Wide enough that a sum of costs is rounded once, by us. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const DECIMALS = 6;

/** What one of a part costs: minor units with decimals, because an average is seldom whole. */
export interface Cost {
  amount: Decimal;
  currency: string;
}

export const costOf = ({ minorUnits, currency }: Money): Cost => ({
  amount: new Decimal(minorUnits),
  currency,
});

/** From its two columns, which are both null or neither. */
export const costOfColumns = (amount: string | null, currency: string | null): Cost | null =>
  amount === null || currency === null ? null : { amount: new Decimal(amount), currency };

/** What so much of it costs, rounded once to the minor unit. */
export const costFor = ({ amount, currency }: Cost, quantity: Decimal | string = '1'): Money =>
  new Money(new Exact(amount).times(quantity).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(), currency);

/**
 * The moving average after so much came at this cost. What cost nobody knows what is taken to have cost what the rest
 * did; where nothing is left, the last that came decides.
 */
export function averageAfter(
  before: Cost | null,
  onHand: Decimal,
  came: Decimal,
  cost: Cost | null,
): Cost | null {
  if (!cost) return before;
  if (!before || onHand.isZero()) return cost;
  const sum = new Exact(before.amount).times(onHand).plus(new Exact(cost.amount).times(came));
  const amount = sum.dividedBy(new Exact(onHand).plus(came)).toDecimalPlaces(DECIMALS, Decimal.ROUND_HALF_UP);
  return { amount: new Decimal(amount.toFixed()), currency: before.currency };
}

/** What one of several lots cost on the average; of those whose cost nobody knew, nothing is said. */
export function averageOf(lots: readonly { quantity: Decimal; cost: Cost | null }[]): Cost | null {
  let [average, counted]: [Cost | null, Decimal] = [null, new Decimal(0)];
  for (const { quantity, cost } of lots) {
    if (!cost || quantity.isZero()) continue;
    average = averageAfter(average, counted, quantity, cost);
    counted = counted.plus(quantity);
  }
  return average;
}
