import { conflict } from '../../../shared/errors';
import { localDate } from '../../../shared/time-zone';
import type { Quotation } from './quotation.entity';
import { quotationLifecycle } from './quotation.lifecycle';

type Dated = Pick<Quotation, 'status' | 'validUntil' | 'timeZone'>;

const isPast = ({ validUntil, timeZone }: Dated, now: Date): boolean =>
  validUntil < localDate(timeZone, now.getTime());

/** Nobody decided on it in time. What was decided does not expire. */
export const isExpired = (quotation: Dated, now: Date): boolean =>
  quotationLifecycle.next(quotation.status).length > 0 && isPast(quotation, now);

export function requireNotExpired(quotation: Dated & Pick<Quotation, 'id' | 'version'>, now: Date): void {
  if (!isPast(quotation, now)) return;
  const { id, version, validUntil } = quotation;
  throw conflict(`The quotation was valid until ${validUntil}.`, {
    reason: 'EXPIRED',
    current: { id, version, validUntil },
  });
}
