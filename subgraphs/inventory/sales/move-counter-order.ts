import { sql } from '../../../shared/database/sql';
import type { Given, Transaction } from '../../../shared/database/transaction';
import type { StockReference } from '../stock/ledger-types';
import type { StockPlace } from '../stock/lock-levels';
import { StockReferenceType } from '../stock/stock.enums';
import { CounterOrder } from './counter-order.entity';
import { type CounterOrderStatus, counterOrderLifecycle } from './counter-order.lifecycle';
import { counterOrdersFor, everyCounterOrderLine } from './counter-order.loader';
import type { CounterOrderLine } from './counter-order-line.entity';

/** What is changed about an order, by those who may. */
export const changeable = counterOrdersFor('counterOrders:update');

/** The lines of a locked order, in their order: nobody changes them but behind that lock. */
export const linesOf = (tx: Transaction, orderId: string): Promise<CounterOrderLine[]> =>
  tx.rows(
    everyCounterOrderLine,
    sql`t.organisation_id = ${tx.organisationId} and t.counter_order_id = ${orderId}`,
    sql`order by t.position`,
  );

export const referenceOf = ({ counterOrderId, id }: CounterOrderLine): StockReference => ({
  type: StockReferenceType.COUNTER_ORDER,
  id: counterOrderId,
  lineId: id,
});

/** Where the part of a line lies. */
export const placeOf = ({ locationId }: CounterOrder, { partId }: CounterOrderLine): StockPlace => ({
  partId,
  locationId,
});

export const whoActs = ({ identity }: Transaction): string | null =>
  identity.kind === 'USER' ? identity.actorId : null;

interface Step {
  action: string;
  event: CounterOrderEvent;
  patch: Given<CounterOrder>;
  /** What the event says beside whose order it is. */
  tells?: Record<string, unknown>;
}

/** Takes a locked order to its next state, and tells it. */
export async function moveCounterOrder(
  tx: Transaction,
  order: CounterOrder,
  status: CounterOrderStatus,
  { action, event, patch, tells }: Step,
): Promise<void> {
  counterOrderLifecycle.demand(order.status, status);
  emitOrderEvent(tx, event, await tx.update(CounterOrder, order, { ...patch, status }, action), tells);
}

type CounterOrderEvent = `CounterOrder${
  | 'Created'
  | 'Updated'
  | 'Processed'
  | 'Ready'
  | 'Delivered'
  | 'Cancelled'}`;

export function emitOrderEvent(
  tx: Transaction,
  name: CounterOrderEvent,
  order: CounterOrder,
  more: Record<string, unknown> = {},
): void {
  const { id, customerId, serviceCentreId, locationId } = order;
  tx.emit({
    name,
    subjectType: 'CounterOrder',
    subjectId: id,
    payload: { customerId, serviceCentreId, locationId, ...more },
  });
}
