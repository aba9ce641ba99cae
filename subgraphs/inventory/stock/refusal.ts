import type { Decimal } from 'decimal.js';
import { type ApiError, conflict } from '../../../shared/errors';

export interface Shortage {
  partId: string;
  locationId: string;
  sku: string;
  wanted: Decimal;
  available: Decimal;
}

/** Less is there than is wanted, or less of it is free. */
export const insufficientStock = ({ sku, wanted, available, partId, locationId }: Shortage): ApiError =>
  conflict(`Of ${sku}, ${available.toFixed()} is available and ${wanted.toFixed()} is wanted.`, {
    reason: 'INSUFFICIENT_STOCK',
    partId,
    locationId,
    available: available.toFixed(),
    wanted: wanted.toFixed(),
  });

export const otherCurrency = (sku: string, kept: string, given: string): ApiError =>
  conflict(`${sku} is kept in ${kept} there, and this costs ${given}.`, { reason: 'CURRENCY' });

export const closedLocation = (locationId: string): ApiError =>
  conflict('This place is closed.', { reason: 'CLOSED_LOCATION', locationId });
