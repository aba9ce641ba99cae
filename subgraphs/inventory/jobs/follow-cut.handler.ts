import type { EventHandler } from '../../../shared/events/handler';
import { isId } from '../../../shared/ids';
import { StockReferenceType } from '../stock/stock.enums';
import { type Scope, supplyJobs } from './supply-jobs';

/** Less was counted than was held for a job: its line waits again for what is gone. */
export const followCut: EventHandler = {
  event: 'StockReservationCut',
  name: 'inventory.follow-cut-reservations',
  async handle(tx, { payload }) {
    if (payload.referenceType !== StockReferenceType.JOB_CARD) return;
    const { lineId, ...scope } = parse(payload);
    await supplyJobs(tx, scope, (supply) => supply.line(lineId)?.recount(supply.stock));
  },
};

function parse(payload: Record<string, unknown>): Scope & { lineId: string } {
  const { partId, locationId, referenceId: jobCardId, referenceLineId: lineId } = payload;
  if (!isId(partId) || !isId(locationId) || !isId(jobCardId) || !isId(lineId))
    throw new Error('A cut reservation without its part, place or line.');
  return { lineId, jobCardId, lineIds: [lineId], places: [{ partId, locationId }], frees: true };
}
