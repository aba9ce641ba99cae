import { Decimal } from 'decimal.js';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { lockJobs } from '../../jobs/lock-jobs';
import {
  type Cause,
  causesOf,
  emitRequestEvent,
  lockOpenRequest,
  putOnOpenRequest,
  quantityOf,
  sum,
} from './open-request';
import { PurchaseRequest } from './purchase-request.entity';
import { PurchaseRequestStatus, purchaseRequestLifecycle } from './purchase-request.lifecycle';
import { everyPurchaseRequest } from './purchase-request.loader';
import { PurchaseRequestCause } from './request-cause.entity';
import { NOT_NEEDED, stillWanted } from './still-wanted';

const { DISMISSED, OPEN } = PurchaseRequestStatus;

/**
 * The requests on a locked order, in the order that everybody takes them in, behind the jobs that they are for: what
 * those lack stays as it is until the end.
 */
export async function lockOrdered(tx: Transaction, purchaseOrderId: string): Promise<PurchaseRequest[]> {
  const jobs = await tx.query<{ id: string }>(sql`
    select distinct c.job_card_id as id from inventory.purchase_request_cause c
    join inventory.purchase_request r on r.organisation_id = c.organisation_id and r.id = c.purchase_request_id
    where r.organisation_id = ${tx.organisationId} and r.purchase_order_id = ${purchaseOrderId}
      and c.job_card_id is not null`);
  const jobIds = jobs.map(({ id }) => id);
  if (jobIds.length) await lockJobs(tx, jobIds, []);
  return tx.rows(
    everyPurchaseRequest,
    sql`t.organisation_id = ${tx.organisationId} and t.purchase_order_id = ${purchaseOrderId}`,
    sql`order by t.part_id, t.id for no key update of t`,
  );
}

/** What an order is not going to bring of a request: to be bought elsewhere, or given up for a reason. */
export interface Rest {
  /** How much of the request the order does bring. */
  brought: Decimal;
  dismissedBecause: string | null;
}

/** Of a request that is on an order, gives back what the order does not bring, as far as it is still wanted. */
export async function giveBackRequest(
  tx: Transaction,
  request: PurchaseRequest,
  { brought, dismissedBecause }: Rest,
): Promise<void> {
  if (brought.gte(request.quantity)) return;
  if (brought.gt(0)) return giveBackRest(tx, request, brought, dismissedBecause);
  if (dismissedBecause === null) return reopen(tx, request);
  await dismiss(tx, request, dismissedBecause);
}

export async function dismiss(tx: Transaction, request: PurchaseRequest, reason: string): Promise<void> {
  purchaseRequestLifecycle.demand(request.status, DISMISSED);
  const dismissed = await tx.update(
    PurchaseRequest,
    request,
    {
      status: DISMISSED,
      purchaseOrderId: null,
      dismissedBecause: reason,
      dismissedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
    },
    'dismiss',
  );
  emitRequestEvent(tx, 'PurchaseRequestDismissed', dismissed);
}

/** Open again with what is still wanted of it; where there is another by now, that one takes it over. */
async function reopen(tx: Transaction, request: PurchaseRequest): Promise<void> {
  const open = await lockOpenRequest(tx, request);
  const causes = await causesOf(tx, request.id);
  const left = await stillWanted(tx, causes);
  if (causes.every((cause) => left(cause).isZero())) return dismiss(tx, request, NOT_NEEDED);
  if (open) return mergeInto(tx, open, request, wantedOf(causes.map(asked), left));
  for (const cause of causes)
    if (left(cause).isZero()) await tx.delete(PurchaseRequestCause, cause);
    else await tx.update(PurchaseRequestCause, cause, { quantity: left(cause).toFixed() });
  const reopened = await tx.update(
    PurchaseRequest,
    request,
    { status: OPEN, purchaseOrderId: null, ...(await quantityOf(tx, request.id)) },
    'reopen',
  );
  emitRequestEvent(tx, 'PurchaseRequestReopened', reopened);
}

async function mergeInto(
  tx: Transaction,
  open: PurchaseRequest,
  request: PurchaseRequest,
  wanted: readonly Cause[],
): Promise<void> {
  for (const cause of await causesOf(tx, request.id)) await tx.delete(PurchaseRequestCause, cause);
  await putOnOpenRequest(tx, request, wanted, 'add');
  const merged = await tx.update(
    PurchaseRequest,
    request,
    { status: DISMISSED, purchaseOrderId: null, mergedIntoId: open.id },
    'merge',
  );
  emitRequestEvent(tx, 'PurchaseRequestDismissed', merged);
}

const wantedOf = (causes: readonly Cause[], left: (cause: Cause) => Decimal): Cause[] =>
  causes
    .map((cause) => ({ ...cause, quantity: left(cause).toFixed() }))
    .filter(({ quantity }) => quantity !== '0');

/** The oldest causes keep what is brought, the others go to a request of their own. */
async function giveBackRest(
  tx: Transaction,
  request: PurchaseRequest,
  brought: Decimal,
  dismissedBecause: string | null,
): Promise<void> {
  const rest = await cutCauses(tx, request.id, brought);
  await tx.update(PurchaseRequest, request, { quantity: brought.toFixed() }, 'split');
  if (dismissedBecause === null) {
    const wanted = wantedOf(rest, await stillWanted(tx, rest));
    if (wanted.length) await putOnOpenRequest(tx, request, wanted, 'add');
    return;
  }
  const { partId, locationId, serviceCentreId, status, purchaseOrderId } = request;
  const given = await tx.insert(PurchaseRequest, {
    partId,
    locationId,
    serviceCentreId,
    status,
    purchaseOrderId,
    quantity: sum(rest),
  });
  for (const cause of rest) await tx.insert(PurchaseRequestCause, { ...cause, purchaseRequestId: given.id });
  await dismiss(tx, given, dismissedBecause);
}

/** Leaves so much with the request, and gives what was cut off. */
async function cutCauses(tx: Transaction, requestId: string, kept: Decimal): Promise<Cause[]> {
  const rest: Cause[] = [];
  let left = kept;
  for (const cause of await causesOf(tx, requestId)) {
    const stays = Decimal.min(left, cause.quantity);
    left = left.minus(stays);
    const goes = new Decimal(cause.quantity).minus(stays);
    if (goes.isZero()) continue;
    rest.push({ ...asked(cause), quantity: goes.toFixed() });
    if (stays.isZero()) await tx.delete(PurchaseRequestCause, cause);
    else await tx.update(PurchaseRequestCause, cause, { quantity: stays.toFixed() });
  }
  return rest;
}

const asked = ({
  type,
  quantity,
  jobCardId,
  jobLineId,
  requestedById,
  note,
}: PurchaseRequestCause): Cause => ({
  type,
  quantity,
  jobCardId,
  jobLineId,
  requestedById,
  note,
});
