import { Decimal } from 'decimal.js';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { giveBackRequest } from '../requests/give-back-requests';
import { emitRequestEvent, lockBuying } from '../requests/open-request';
import { PurchaseRequest } from '../requests/purchase-request.entity';
import { PurchaseRequestStatus, purchaseRequestLifecycle } from '../requests/purchase-request.lifecycle';
import { everyPurchaseRequest } from '../requests/purchase-request.loader';
import { type ChosenRequest, checkRequests } from './chosen-requests';
import { draftOrder } from './draft-order';
import { lineOf } from './lines';
import type { PurchaseOrder } from './purchase-order.entity';
import type { OrderRequestsInput } from './purchase-order.input';
import { purchaseOrders } from './purchase-order.loader';

const { ORDERED } = PurchaseRequestStatus;

/** One order for each supplier and place. What is ordered less of stays open. */
export async function createPurchaseOrderFromRequests(
  context: Context,
  input: OrderRequestsInput,
): Promise<PurchaseOrder[]> {
  const chosen = await checkRequests(context, input.requests);
  const { ids } = await context.once(
    { operation: 'createPurchaseOrderFromRequests', key: input.idempotencyKey, input },
    async (tx) => {
      const locked = await lockRequests(tx, chosen);
      const made: string[] = [];
      for (const group of groupsOf(chosen)) made.push(await orderGroup(tx, group, locked));
      return { ids: made };
    },
  );
  return Promise.all(ids.map((id) => context.loadOrFail(purchaseOrders, id)));
}

type Locked = ReadonlyMap<string, PurchaseRequest>;

/** Behind the locks they are still open, and as whoever chose them saw them. */
async function lockRequests(tx: Transaction, chosen: readonly ChosenRequest[]): Promise<Locked> {
  await lockBuying(
    tx,
    chosen.map(({ request }) => request),
  );
  const rows = await tx.rows(
    everyPurchaseRequest,
    sql`t.organisation_id = ${tx.organisationId} and t.id = any(${chosen.map(({ request }) => request.id)}::uuid[])`,
    sql`order by t.part_id, t.id for no key update of t`,
  );
  const locked = new Map(rows.map((row) => [row.id, row]));
  for (const { request, expectedVersion } of chosen) {
    const { id, version, status } = locked.get(request.id)!;
    purchaseRequestLifecycle.demand(status, ORDERED);
    if (expectedVersion != null && expectedVersion !== version)
      throw conflict('A purchase request was changed by somebody else.', {
        current: { id, version, status },
      });
  }
  return locked;
}

function groupsOf(chosen: readonly ChosenRequest[]): ChosenRequest[][] {
  const groups = new Map<string, ChosenRequest[]>();
  for (const each of chosen) {
    const key = `${each.supplier.id} ${each.location.id}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

async function orderGroup(tx: Transaction, group: readonly ChosenRequest[], locked: Locked): Promise<string> {
  const { supplier, location } = group[0]!;
  const wanted = group.map(({ request, quantity, unitPrice, path }) => {
    const asks = locked.get(request.id)!;
    return { asks, line: lineOf(asks.partId, quantity ?? new Decimal(asks.quantity), unitPrice, path) };
  });
  const order = await draftOrder(tx, { supplier, location, lines: wanted.map(({ line }) => line) });
  for (const { asks, line } of wanted) {
    const ordered = await tx.update(
      PurchaseRequest,
      asks,
      { status: ORDERED, purchaseOrderId: order.id },
      'order',
    );
    emitRequestEvent(tx, 'PurchaseRequestOrdered', ordered);
    await giveBackRequest(tx, ordered, { brought: line.quantity, dismissedBecause: null });
  }
  return order.id;
}
