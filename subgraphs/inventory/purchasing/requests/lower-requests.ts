import type { Decimal } from 'decimal.js';
import { empty, idList, sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { dismiss } from './give-back-requests';
import { causesOf, emitRequestEvent, lockBuying, quantityOf } from './open-request';
import { PurchaseRequest } from './purchase-request.entity';
import { PurchaseRequestStatus } from './purchase-request.lifecycle';
import { everyPurchaseRequest } from './purchase-request.loader';
import { PurchaseRequestCause } from './request-cause.entity';
import { NOT_NEEDED } from './still-wanted';

/** How much a line of a job lacks. */
export interface Lacking {
  jobCardId: string;
  lineId: string;
  quantity: Decimal;
}

/** Leaves those lines no more of what is still open than they lack. What is ordered comes, and lies on the shelf. */
export async function lowerPurchaseRequests(tx: Transaction, lacking: readonly Lacking[]): Promise<void> {
  const touched = await openRequestsFor(tx, lacking);
  if (touched.length === 0) return;
  await lockBuying(tx, touched);
  const byLine = new Map(lacking.map(({ lineId, quantity }) => [lineId, quantity]));
  // Read again: of what was ordered in part meanwhile, the rest is on another request.
  for (const request of await openRequestsFor(tx, lacking, sql`for no key update of t`))
    await lower(tx, request, byLine);
}

async function lower(
  tx: Transaction,
  request: PurchaseRequest,
  lacking: ReadonlyMap<string, Decimal>,
): Promise<void> {
  const causes = await causesOf(tx, request.id);
  const tooMuch = causes.filter(({ jobLineId, quantity }) => lacking.get(jobLineId ?? '')?.lt(quantity));
  if (tooMuch.length === 0) return;
  const left = (cause: PurchaseRequestCause) => lacking.get(cause.jobLineId!)!;
  const gone = tooMuch.filter((cause) => left(cause).isZero());
  if (gone.length === causes.length) return dismiss(tx, request, NOT_NEEDED);
  for (const cause of tooMuch)
    if (gone.includes(cause)) await tx.delete(PurchaseRequestCause, cause);
    else await tx.update(PurchaseRequestCause, cause, { quantity: left(cause).toFixed() });
  const lowered = await tx.update(PurchaseRequest, request, await quantityOf(tx, request.id), 'lower');
  emitRequestEvent(tx, 'PurchaseRequestChanged', lowered);
}

const openRequestsFor = (
  tx: Transaction,
  lacking: readonly Lacking[],
  locked = empty,
): Promise<PurchaseRequest[]> =>
  tx.rows(
    everyPurchaseRequest,
    sql`t.organisation_id = ${tx.organisationId} and t.status = ${PurchaseRequestStatus.OPEN}
        and t.id in (select c.purchase_request_id from inventory.purchase_request_cause c
          where c.organisation_id = ${tx.organisationId}
            and c.job_card_id = any(${idList(lacking.map(({ jobCardId }) => jobCardId))}::uuid[])
            and c.job_line_id = any(${idList(lacking.map(({ lineId }) => lineId))}::uuid[]))`,
    sql`order by t.part_id, t.location_id ${locked}`,
  );
