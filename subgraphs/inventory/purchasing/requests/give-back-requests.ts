import { Decimal } from 'decimal.js';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import {
  type Cause,
  causesOf,
  emitRequestEvent,
  lockOpenRequest,
  putOnOpenRequest,
  sum,
} from './open-request';
import { PurchaseRequest } from './purchase-request.entity';
import { PurchaseRequestStatus, purchaseRequestLifecycle } from './purchase-request.lifecycle';
import { everyPurchaseRequest } from './purchase-request.loader';
import { PurchaseRequestCause } from './request-cause.entity';

const { DISMISSED, OPEN } = PurchaseRequestStatus;

/** The requests on an order, locked in the order that everybody takes them in. */
export const lockOrdered = (tx: Transaction, purchaseOrderId: string): Promise<PurchaseRequest[]> =>
  tx.rows(
    everyPurchaseRequest,
    sql`t.organisation_id = ${tx.organisationId} and t.purchase_order_id = ${purchaseOrderId}`,
    sql`order by t.part_id, t.id for no key update of t`,
  );

/** What an order is not going to bring of a request: to be bought elsewhere, or given up for a reason. */
export interface Rest {
  /** How much of the request the order does bring. */
  brought: Decimal;
  dismissedBecause: string | null;
}

/** Of a request that is on an order, gives back what the order does not bring. */
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

/** Open again; where there is another by now, that one takes over what it asks for. */
async function reopen(tx: Transaction, request: PurchaseRequest): Promise<void> {
  const open = await lockOpenRequest(tx, request);
  if (!open) {
    const reopened = await tx.update(
      PurchaseRequest,
      request,
      { status: OPEN, purchaseOrderId: null },
      'reopen',
    );
    emitRequestEvent(tx, 'PurchaseRequestReopened', reopened);
    return;
  }
  const causes = await causesOf(tx, request.id);
  for (const cause of causes) await tx.delete(PurchaseRequestCause, cause);
  await putOnOpenRequest(tx, request, causes.map(asked), 'add');
  const merged = await tx.update(
    PurchaseRequest,
    request,
    { status: DISMISSED, purchaseOrderId: null, mergedIntoId: open.id },
    'merge',
  );
  emitRequestEvent(tx, 'PurchaseRequestDismissed', merged);
}

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
    await putOnOpenRequest(tx, request, rest, 'add');
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
