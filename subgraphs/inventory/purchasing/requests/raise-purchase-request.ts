import { Decimal } from 'decimal.js';
import type { Transaction } from '../../../../shared/database/transaction';
import type { StockPlace } from '../../stock/lock-levels';
import { type Cause, putOnOpenRequest } from './open-request';
import type { PurchaseRequest } from './purchase-request.entity';
import { PurchaseRequestCauseType } from './request-cause.entity';

const { JOB_CARD, LOW_STOCK, MANUAL } = PurchaseRequestCauseType;

/**
 * Why a part is to be bought. A line of a job asks for what it lacks more than before; of low stock, what was said last
 * holds.
 */
export type Reason =
  | { type: 'JobCard'; id: string; lineId: string }
  | { type: 'LowStock' }
  | { type: 'Person'; note: string | null };

/**
 * In the transaction of whatever found that something is missing. Of a part at a place there is one open request: what
 * is asked for is added to it.
 */
export async function raisePurchaseRequest(
  tx: Transaction,
  { quantity, cause, ...place }: StockPlace & { quantity: Decimal.Value; cause: Reason },
): Promise<PurchaseRequest> {
  const wanted = { ...columnsOf(tx, cause), quantity: new Decimal(quantity).toFixed() };
  return putOnOpenRequest(tx, place, [wanted], cause.type === 'LowStock' ? 'replace' : 'add');
}

function columnsOf(tx: Transaction, cause: Reason): Omit<Cause, 'quantity'> {
  switch (cause.type) {
    case 'JobCard':
      return { type: JOB_CARD, jobCardId: cause.id, jobLineId: cause.lineId };
    case 'LowStock':
      return { type: LOW_STOCK };
    case 'Person':
      return {
        type: MANUAL,
        note: cause.note,
        requestedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
      };
  }
}
