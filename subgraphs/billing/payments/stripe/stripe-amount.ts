import { badField } from '../../../../shared/errors';
import { Money } from '../../../../shared/money';

/**
 * How Stripe counts, where that is not the currency’s smallest unit: ISK and UGX as if they had cents, MGA whole.
 * https://docs.stripe.com/currencies#special-cases
 */
const STRIPE_UNITS_PER_MINOR = new Map([
  ['ISK', 100],
  ['UGX', 100],
]);
const MINOR_PER_STRIPE_UNIT = new Map([['MGA', 100]]);
/** Counted in thousandths, and charged in hundredths. */
const LAST_DIGIT_ZERO = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

export function toStripe({ minorUnits, currency }: Money): number {
  const step = MINOR_PER_STRIPE_UNIT.get(currency) ?? (LAST_DIGIT_ZERO.has(currency) ? 10 : 1);
  if (minorUnits % step !== 0)
    throw badField('input.amount', 'DECIMALS', `Stripe charges ${currency} with fewer decimals.`);
  return (
    (minorUnits / (MINOR_PER_STRIPE_UNIT.get(currency) ?? 1)) * (STRIPE_UNITS_PER_MINOR.get(currency) ?? 1)
  );
}

export function fromStripe(amount: number, stripeCurrency: string): Money {
  const currency = stripeCurrency.toUpperCase();
  const minorUnits =
    (amount * (MINOR_PER_STRIPE_UNIT.get(currency) ?? 1)) / (STRIPE_UNITS_PER_MINOR.get(currency) ?? 1);
  return new Money(minorUnits, currency);
}
