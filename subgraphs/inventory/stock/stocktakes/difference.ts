import { Decimal } from 'decimal.js';
import type { StocktakeLine } from './stocktake.entity';

/** By how much a count differs from what the ledger said at that moment; null while nobody counted. */
export const differenceIn = ({ counted, onHandAtCount }: StocktakeLine): Decimal | null =>
  counted === null || onHandAtCount === null ? null : new Decimal(counted).minus(onHandAtCount);
