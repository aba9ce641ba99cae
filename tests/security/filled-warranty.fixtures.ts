import { recordCore } from '../api/core-returns.fixtures';
import { openCounterOrder } from '../api/counter-orders.fixtures';
import { openJobPart } from '../api/job-parts.fixtures';
import { claim, decide } from '../api/warranty.fixtures';
import type { GraphClient } from '../harness/client';
import type { Shop } from '../harness/shop';
import { idOf } from './id-of.fixtures';

/** What commands of this area need that the schema cannot say. */
export const VALUES_OF_WARRANTY: Readonly<Record<string, Record<string, unknown>>> = {
  openWarrantyClaim: { 'input.quantity': '1' },
  decideWarrantyClaim: { 'input.decision': 'ACCEPTED' },
  recordCoreReturn: { 'input.quantity': '1' },
};

type Fitting = Record<string, Record<string, string>>;

/** A claim that was refused, and one that can be decided, from a supplier; the last one made is open. */
export async function fillWarranty(
  admin: GraphClient,
  shop: Shop,
  marker: string,
  jobCardId: string,
): Promise<Fitting> {
  const host = { shop, client: admin, centre: shop.centres[0]! };
  const supplierId = await idOf(admin, 'createSupplier', 'CreateSupplierInput', {
    name: `Warrants ${marker}`,
    currency: 'EUR',
  });
  const jobPartId = await openJobPart(host, jobCardId, `WC ${marker}`);
  const order = await openCounterOrder(host, 'DELIVERED', {}, `Faulty ${marker}`);
  const { counterOrder } = await admin.ask<{ counterOrder: { lines: { id: string }[] } }>(
    'query ($id: ID!) { counterOrder(id: $id) { lines { id } } }',
    { id: order },
  );
  const counterOrderLineId = counterOrder.lines[0]!.id;
  const fault = `Leaks ${marker}`;
  const refused = await claim(admin, { jobPartId, fault, supplierId });
  await decide(admin, refused.id, { decision: 'REFUSED', reason: `Refused ${marker}` });
  const open = await claim(admin, { counterOrderLineId, fault });
  await recordCore(admin, { jobPartId, note: `Rusty ${marker}` });
  return {
    recordCoreReturn: { 'input.jobPartId': jobPartId },
    openWarrantyClaim: { 'input.jobPartId': jobPartId, 'input.supplierId': supplierId },
    decideWarrantyClaim: { id: open.id, 'input.supplierId': supplierId },
  };
}
