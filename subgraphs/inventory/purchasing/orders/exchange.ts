import { Decimal } from 'decimal.js';
import { badField } from '../../../../shared/errors';
import { decimalsOf, type Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import { ownCurrency } from '../../peers';
import type { Cost } from '../../stock/cost';

const PATH = 'input.exchangeRate';
/** Wide enough that a product is rounded once, by us. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const RATE = /^\d{1,9}(\.\d{1,10})?$/;
/** As many as the ledger keeps of a cost. */
const DECIMALS = 6;

/** From the money of an order into that of the organisation, in which stock is valued. */
export interface Exchange {
  currency: string;
  /** Null where the two are the same. */
  rate: Decimal | null;
}

export async function exchangeFor(
  context: Context,
  currency: string,
  given: string | null | undefined,
): Promise<Exchange> {
  const own = await ownCurrency(context);
  if (own === currency) {
    if (given != null) throw badField(PATH, 'NOT_NEEDED', `The order is in ${own}, as the stock is.`);
    return { currency: own, rate: null };
  }
  if (given == null) throw badField(PATH, 'REQUIRED', `The order is in ${currency}, the stock in ${own}.`);
  if (!RATE.test(given) || new Decimal(given).isZero())
    throw badField(PATH, 'RATE', 'A rate is a decimal above zero, such as 0.9215.');
  return { currency: own, rate: new Decimal(given) };
}

/** What one cost, in the organisation's money. */
export function costInOwnMoney(price: Money, { currency, rate }: Exchange): Cost {
  if (!rate) return { amount: new Decimal(price.minorUnits), currency };
  const amount = new Exact(rate).times(price.amount).times(new Exact(10).pow(decimalsOf(currency)));
  return { amount: new Decimal(amount.toFixed(DECIMALS)), currency };
}
