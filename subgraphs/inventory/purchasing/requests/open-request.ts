import { Decimal } from 'decimal.js';
import { everyone } from '../../../../shared/database/readable';
import { sql } from '../../../../shared/database/sql';
import type { Given, Transaction } from '../../../../shared/database/transaction';
import type { StockPlace } from '../../stock/lock-levels';
import { stockLocations } from '../../stock/stock-location.loader';
import { PurchaseRequest } from './purchase-request.entity';
import { PurchaseRequestStatus, purchaseRequestLifecycle } from './purchase-request.lifecycle';
import { everyCause, everyPurchaseRequest } from './purchase-request.loader';
import { PurchaseRequestCause, PurchaseRequestCauseType } from './request-cause.entity';

const { OPEN } = PurchaseRequestStatus;
const { MANUAL } = PurchaseRequestCauseType;

export type Cause = Pick<PurchaseRequestCause, 'type' | 'quantity'> &
  Partial<Pick<PurchaseRequestCause, 'jobCardId' | 'jobLineId' | 'requestedById' | 'note'>>;

/** What becomes of a cause that the request has already: the new word replaces the old, or is added to it. */
export type Topping = 'replace' | 'add';

/** Tops the open request for a part and a place up, or raises one. */
export async function putOnOpenRequest(
  tx: Transaction,
  place: StockPlace,
  causes: readonly Cause[],
  topping: Topping,
): Promise<PurchaseRequest> {
  const open = await lockOpenRequest(tx, place);
  if (!open) return raiseFor(tx, place, causes);
  const standing = await causesOf(tx, open.id);
  for (const cause of causes) await top(tx, open.id, standing, cause, topping);
  const topped = await tx.update(PurchaseRequest, open, await quantityOf(tx, open.id), 'top up');
  if (topped.version !== open.version) emitRequestEvent(tx, 'PurchaseRequestChanged', topped);
  return topped;
}

/**
 * Held until the end by whoever looks for the open requests of these parts and places: of those who find none, one raises
 * it and the others wait. There is no row yet that they could wait for.
 */
export async function lockBuying(tx: Transaction, places: readonly StockPlace[]): Promise<void> {
  const keys = places
    .map(({ partId, locationId }) => `${tx.organisationId} ${partId} ${locationId}`.toLowerCase())
    .sort();
  await tx.query(
    sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${keys}::text[]) as key`,
  );
}

export async function lockOpenRequest(tx: Transaction, place: StockPlace): Promise<PurchaseRequest | null> {
  await lockBuying(tx, [place]);
  const [open] = await tx.rows(
    everyPurchaseRequest,
    sql`t.organisation_id = ${tx.organisationId} and t.part_id = ${place.partId} and t.location_id = ${place.locationId}
        and t.status = ${OPEN}`,
    sql`for no key update of t`,
  );
  return open ?? null;
}

/** The causes of a locked request, the oldest first. */
export const causesOf = (tx: Transaction, requestId: string): Promise<PurchaseRequestCause[]> =>
  tx.rows(
    everyCause,
    sql`t.organisation_id = ${tx.organisationId} and t.purchase_request_id = ${requestId}`,
    sql`order by t.created_at, t.id`,
  );

/** What a request asks for, all its causes together. */
export async function quantityOf(tx: Transaction, requestId: string): Promise<Given<PurchaseRequest>> {
  return { quantity: sum(await causesOf(tx, requestId)) };
}

export const sum = (parts: readonly { quantity: string }[]): string =>
  parts.reduce((all, { quantity }) => all.plus(quantity), new Decimal(0)).toFixed();

async function raiseFor(
  tx: Transaction,
  place: StockPlace,
  causes: readonly Cause[],
): Promise<PurchaseRequest> {
  const [location] = await tx.rows(
    { ...stockLocations, permission: null, visible: everyone },
    sql`t.organisation_id = ${tx.organisationId} and t.id = ${place.locationId}`,
  );
  const request = await tx.insert(PurchaseRequest, {
    partId: place.partId,
    locationId: place.locationId,
    serviceCentreId: location!.serviceCentreId,
    quantity: sum(causes),
    status: purchaseRequestLifecycle.initial,
  });
  for (const cause of causes)
    await tx.insert(PurchaseRequestCause, { ...cause, purchaseRequestId: request.id });
  emitRequestEvent(tx, 'PurchaseRequestRaised', request);
  return request;
}

async function top(
  tx: Transaction,
  purchaseRequestId: string,
  standing: readonly PurchaseRequestCause[],
  cause: Cause,
  topping: Topping,
): Promise<void> {
  const same = standing.find((each) => isSame(each, cause));
  if (!same) await tx.insert(PurchaseRequestCause, { ...cause, purchaseRequestId });
  else
    await tx.update(PurchaseRequestCause, same, {
      quantity: topping === 'add' ? sum([same, cause]) : cause.quantity,
    });
}

/** One cause for low stock, one for each line of a job; what people ask for stands side by side. */
const isSame = (a: Cause, b: Cause): boolean =>
  a.type === b.type && a.type !== MANUAL && (a.jobLineId ?? null) === (b.jobLineId ?? null);

type RequestEvent =
  | 'PurchaseRequestRaised'
  | 'PurchaseRequestChanged'
  | 'PurchaseRequestOrdered'
  | 'PurchaseRequestReopened'
  | 'PurchaseRequestDismissed';

export function emitRequestEvent(tx: Transaction, name: RequestEvent, request: PurchaseRequest): void {
  const { id, partId, locationId, serviceCentreId } = request;
  tx.emit({
    name,
    subjectType: 'PurchaseRequest',
    subjectId: id,
    payload: { partId, locationId, serviceCentreId },
  });
}
