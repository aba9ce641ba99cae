import type { Decimal } from 'decimal.js';
import { Money } from '../../../shared/money';
import { addDays, datesBetween, weekdayOf } from '../../../shared/time-zone';
import type { Days } from '../figures/days';
import type { Interval } from '../figures/read-figures';
import type { FigureName } from '../figures/source';
import type { Sums } from '../figures/sums';
import type { Chart, ChartSeries } from './chart.type';

export const startOf = (interval: Interval, date: string): string => {
  if (interval === 'WEEK') return addDays(date, 1 - weekdayOf(date));
  if (interval === 'MONTH') return `${date.slice(0, 7)}-01`;
  return interval === 'YEAR' ? `${date.slice(0, 4)}-01-01` : date;
};

/** The first days of all intervals that some days touch. */
export const labelsOf = (interval: Interval, { from, to }: Days): string[] => [
  ...new Set(datesBetween(from, to).map((date) => startOf(interval, date))),
];

/** How many there were in each interval. */
export const counted = (
  name: string,
  sums: Sums,
  labels: readonly string[],
  figure: FigureName,
): ChartSeries => ({
  name,
  currency: null,
  values: labels.map((start) => sums.count(figure, { start })),
});

/** What it came to in each interval, less something else, for each currency. */
export const moneyIn = (
  name: string,
  sums: Sums,
  labels: readonly string[],
  plus: FigureName,
  minus: FigureName,
): ChartSeries[] =>
  sums.currencies(plus, minus).map((currency) => ({
    name,
    currency,
    values: labels.map((start) =>
      mainUnits(
        sums.amount(plus, { start, currency }).minus(sums.amount(minus, { start, currency })),
        currency,
      ),
    ),
  }));

export const mainUnits = (minor: Decimal, currency: string): number =>
  Number(new Money(minor.toNumber(), currency).amount);

export const chart = (name: string, labels: string[], series: ChartSeries[]): Chart => ({
  name,
  labels,
  series,
});
