import { Decimal } from 'decimal.js';
import { Money } from '../../../shared/money';
import type { FigureName } from './source';

/** So many, and how much they come to together. */
export interface Sum {
  figure: string;
  centreId: string | null;
  /** The first day of the interval. */
  start: string | null;
  dim: string;
  /** Empty for what is no money. */
  currency: string;
  count: number;
  amount: string;
}

type Match = Partial<Pick<Sum, 'centreId' | 'start' | 'dim' | 'currency'>>;

/** What a report adds up further. Amounts of two currencies are never added. */
export class Sums {
  constructor(private readonly rows: readonly Sum[]) {}

  of(figure: FigureName, match: Match = {}): Sum[] {
    const keys = Object.keys(match) as (keyof Match)[];
    return this.rows.filter((row) => row.figure === figure && keys.every((key) => row[key] === match[key]));
  }

  count(figure: FigureName, match: Match = {}): number {
    return this.of(figure, match).reduce((sum, { count }) => sum + count, 0);
  }

  amount(figure: FigureName, match: Match = {}): Decimal {
    return this.of(figure, match).reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
  }

  money(figure: FigureName, currency: string, match: Match = {}): Money {
    return new Money(this.amount(figure, { ...match, currency }).toNumber(), currency);
  }

  /** The money of those rows that are chosen. */
  sumOf(figure: FigureName, currency: string, chosen: (row: Sum) => boolean): Money {
    return new Sums(this.of(figure, { currency }).filter(chosen)).money(figure, currency);
  }

  /** Currencies of these figures, in order. */
  currencies(...figures: readonly FigureName[]): string[] {
    const found = this.rows.filter(
      ({ figure, currency }) => currency && figures.includes(figure as FigureName),
    );
    return [...new Set(found.map(({ currency }) => currency))].sort();
  }

  dims(...figures: readonly FigureName[]): string[] {
    const found = this.rows.filter(({ figure }) => figures.includes(figure as FigureName));
    return [...new Set(found.map(({ dim }) => dim))].sort();
  }
}

const HOUR = 3600;
const PLACES = 2;

/** Seconds as hours, a decimal of at most two places. */
export const hours = (seconds: Decimal): string => seconds.div(HOUR).toDecimalPlaces(PLACES).toFixed();

/** The part that something is of a whole, as a decimal of at most four places; null of nothing. */
export const share = (part: Decimal.Value, whole: Decimal.Value): string | null =>
  new Decimal(whole).isZero() ? null : new Decimal(part).div(whole).toDecimalPlaces(4).toFixed();

/** What something comes to on average, to so many places; null of nothing. */
export const mean = (sum: Decimal, count: number, places = PLACES): string | null =>
  count === 0 ? null : sum.div(count).toDecimalPlaces(places).toFixed();
