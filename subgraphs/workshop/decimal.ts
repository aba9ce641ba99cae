import { Decimal } from 'decimal.js';

/** A decimal as text, written in one way: `1.50` is `1.5`. */
export const plain = (decimal: string): string => new Decimal(decimal).toFixed();

/** For a `numeric` column whose entity has the decimal as text. */
export const decimalColumn = (precision: number, scale: number) => ({
  precision,
  scale,
  transformer: {
    to: (decimal: string | null) => decimal,
    from: (stored: string | null) => (stored === null ? null : plain(stored)),
  },
});

const MINUTES_OF_AN_HOUR = 60;
const HOUR = 60 * MINUTES_OF_AN_HOUR * 1000;

/** Hours as a decimal of at most so many places. */
export const hoursOf = (milliseconds: number, places = 2): string =>
  new Decimal(milliseconds).div(HOUR).toDecimalPlaces(places).toFixed();

export const hoursOfMinutes = (minutes: number, places = 4): string =>
  new Decimal(minutes).div(MINUTES_OF_AN_HOUR).toDecimalPlaces(places).toFixed();
