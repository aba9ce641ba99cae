import { Decimal } from 'decimal.js';
import { badField } from '../../../shared/errors';
import { type PartUnit, UNIT_DECIMALS } from './unit';

const QUANTITY = /^-?\d{1,9}(\.\d{1,9})?$/;

/** How much of a part, as a client wrote it: more than nothing, and no finer than its unit. `path` is for the error. */
export function quantityOf(text: string, unit: PartUnit, path: string): Decimal {
  const quantity = countOf(text, unit, path);
  if (quantity.isZero()) throw badField(path, 'MIN', 'A quantity is more than nothing.');
  return quantity;
}

/** What somebody counted: nothing is an answer, too. */
export function countOf(text: string, unit: PartUnit, path: string): Decimal {
  const count = decimalOf(text, unit, path);
  if (count.isNegative()) throw badField(path, 'MIN', 'A quantity is not below zero.');
  return count;
}

/** By how much something changes, up or down. */
export function differenceOf(text: string, unit: PartUnit, path: string): Decimal {
  const difference = decimalOf(text, unit, path);
  if (difference.isZero()) throw badField(path, 'NOT_ZERO', 'This would change nothing.');
  return difference;
}

function decimalOf(text: string, unit: PartUnit, path: string): Decimal {
  if (!QUANTITY.test(text)) throw badField(path, 'QUANTITY', 'A quantity is a decimal such as 2 or 0.5.');
  const value = new Decimal(text);
  const decimals = UNIT_DECIMALS[unit];
  if (value.decimalPlaces() > decimals)
    throw badField(
      path,
      'DECIMALS',
      decimals ? `${unit} has at most ${decimals} decimals.` : `${unit} is counted in whole numbers.`,
    );
  return value;
}
