import { Decimal } from 'decimal.js';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import type { EventHandler } from '../../../../shared/events/handler';
import { isId } from '../../../../shared/ids';
import type { StockPlace } from '../../stock/lock-levels';
import { raisePurchaseRequest } from './raise-purchase-request';

/** Once a dip, as the alert is. What has recovered by now, or is on its way in sufficient quantity, is not bought. */
export const buyLowStock: EventHandler = {
  event: 'StockLow',
  name: 'inventory.buy-low-stock',
  async handle(tx, { name, payload: { partId, locationId } }) {
    if (!isId(partId) || !isId(locationId)) throw new Error(`${name} without its part or place.`);
    const quantity = await missing(tx, { partId, locationId });
    if (quantity.gt(0))
      await raisePurchaseRequest(tx, { partId, locationId, quantity, cause: { type: 'LowStock' } });
  },
};

interface Dip {
  available: string;
  reorder_point: string;
  reorder_quantity: string | null;
  on_the_way: string;
}

/**
 * The usual quantity, at least as much as brings it back to the reorder point, without what is ordered for the shelf
 * already. What was ordered for jobs goes to those.
 */
async function missing(tx: Transaction, { partId, locationId }: StockPlace): Promise<Decimal> {
  const [dip] = await tx.query<Dip>(sql`
    select s.available, coalesce(s.reorder_point, p.reorder_point) as reorder_point,
      coalesce(s.reorder_quantity, p.reorder_quantity) as reorder_quantity,
      (select coalesce(sum(l.quantity - l.received_quantity), 0) from inventory.purchase_order_line l
        join inventory.purchase_order o on o.organisation_id = l.organisation_id and o.id = l.purchase_order_id
        where l.organisation_id = s.organisation_id and l.part_id = s.part_id and o.location_id = s.location_id
          and o.status in ('DRAFT', 'PENDING', 'APPROVED', 'ORDERED'))
      - (select coalesce(sum(c.quantity), 0) from inventory.purchase_request_cause c
        join inventory.purchase_request r on r.organisation_id = c.organisation_id and r.id = c.purchase_request_id
        join inventory.purchase_order o on o.organisation_id = r.organisation_id and o.id = r.purchase_order_id
        where r.organisation_id = s.organisation_id and r.part_id = s.part_id and r.location_id = s.location_id
          and o.status in ('DRAFT', 'PENDING', 'APPROVED', 'ORDERED') and c.type = 'JOB_CARD') as on_the_way
    from inventory.stock_level s join inventory.part p on p.organisation_id = s.organisation_id and p.id = s.part_id
    where s.organisation_id = ${tx.organisationId} and s.part_id = ${partId} and s.location_id = ${locationId}
      and s.low and p.discontinued_at is null`);
  if (!dip) return new Decimal(0);
  const shortage = new Decimal(dip.reorder_point).minus(dip.available);
  const usual = dip.reorder_quantity ?? Decimal.max(dip.reorder_point, 1);
  return Decimal.max(usual, shortage).minus(Decimal.max(dip.on_the_way, 0));
}
