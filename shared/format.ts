import { Decimal } from 'decimal.js';
import type { Money, Rate } from './money';

/** Amounts, numbers and days as people of a language and region write them. */

/** With all decimals that the currency has, as ISO 4217 has them: `Intl` knows how prices are usually shown. */
export function formatMoney(money: Money, locale: string): string {
  const decimals = money.amount.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(money.amount as Intl.StringNumericLiteral);
}

/** A quantity, hours, a rate: without zeros at its end. */
export const formatDecimal = (value: Rate, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(plain(value));

/** `22` is 22 %. */
export const formatPercent = (percent: Rate, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(
    plain(new Decimal(percent).dividedBy(100)),
  );

/** A day such as `2026-03-05`, wherever it is. */
export const formatDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

export const formatInstant = (instant: Date, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(instant);

const plain = (value: Rate): Intl.StringNumericLiteral =>
  new Decimal(value).toFixed() as Intl.StringNumericLiteral;
