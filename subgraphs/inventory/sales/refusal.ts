import type { Decimal } from 'decimal.js';
import { type ApiError, conflict } from '../../../shared/errors';
import type { CounterOrderLine } from './counter-order-line.entity';

/** A line of which less is there for the order than it sells. */
export interface Short {
  line: CounterOrderLine;
  wanted: Decimal;
  available: Decimal;
}

/** CONFLICT, with each line that is short of something. */
export const shortOf = (message: string, short: readonly Short[], reason = 'INSUFFICIENT_STOCK'): ApiError =>
  conflict(message, {
    reason,
    lines: short.map(({ line: { id, partId, sku }, wanted, available }) => ({
      lineId: id,
      partId,
      sku,
      wanted: wanted.toFixed(),
      available: available.toFixed(),
    })),
  });
