import { type Readable, readable, visibleTo } from '../../../../shared/database/readable';
import { sql } from '../../../../shared/database/sql';
import { visiblePayment } from '../payment.loader';
import { Receipt } from './receipt.entity';

/** Seen with their payments. */
export const receipts = readable({
  entity: Receipt,
  permission: 'payments:read',
  called: 'Receipt',
  visible: (viewer) => visiblePayment(viewer),
});

/** The receipts that they may see and that this permission of theirs reaches. */
export const receiptsFor = (permission: string): Readable<Receipt> =>
  readable({
    ...receipts,
    permission,
    visible: (viewer) => sql`(${visibleTo(receipts, viewer.identity)}) and (${visiblePayment(viewer)})`,
  });
