import type { Transaction } from '../../../shared/database/transaction';
import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { requireCustomer } from '../peers';
import { placeNamed, placesOfCentre } from '../stock/places-of-centre';
import { CounterOrder } from './counter-order.entity';
import type { UpdateCounterOrderInput } from './counter-order.input';
import { CounterOrderStatus, counterOrderLifecycle } from './counter-order.lifecycle';
import { counterOrders } from './counter-order.loader';
import { CounterOrderLine } from './counter-order-line.entity';
import { checkLines, type NewLine, totalOf } from './lines';
import { changeable, emitOrderEvent, linesOf } from './move-counter-order';

/** While it is PENDING, all that it says; later, until it is handed over, for whom it is and what is noted. */
export async function updateCounterOrder(
  context: Context,
  id: string,
  input: UpdateCounterOrderInput,
): Promise<CounterOrder> {
  const { customerId, notes, expectedVersion } = input;
  const before = await context.loadOrFail(changeable, id);
  if (customerId && customerId !== before.customerId)
    await requireCustomer(context, customerId, 'input.customerId');
  const locationId =
    input.locationId &&
    placeNamed(await placesOfCentre(context, before.serviceCentreId), input.locationId, 'input.locationId');
  const lines = input.lines ? await checkLines(context, before.currency, input.lines) : null;
  await context.transaction(async (tx) => {
    const order = await tx.lock(changeable, id, expectedVersion);
    demandChangeable(order, Boolean(locationId || lines));
    const isOther = lines !== null && (await replaceLines(tx, order, lines));
    const changed = await tx.update(CounterOrder, order, {
      customerId,
      notes: notes === undefined ? undefined : notes?.trim() || null,
      locationId: locationId || undefined,
      ...(isOther ? { revision: order.revision + 1, totalMinor: totalOf(lines) } : {}),
    });
    if (changed.version !== order.version) emitOrderEvent(tx, 'CounterOrderUpdated', changed);
  });
  return context.loadOrFail(counterOrders, id);
}

function demandChangeable({ id, version, status }: CounterOrder, wantsPending: boolean): void {
  const isOver = counterOrderLifecycle.next(status).length === 0;
  if (isOver || (wantsPending && status !== CounterOrderStatus.PENDING))
    throw conflict(`This does not change any more on an order that is ${status}.`, {
      reason: 'NOT_PENDING',
      current: { id, version, status },
    });
}

/** Whether anything is different. Nothing refers to the lines of an order that is PENDING. */
async function replaceLines(
  tx: Transaction,
  order: CounterOrder,
  wanted: readonly NewLine[],
): Promise<boolean> {
  const standing = await linesOf(tx, order.id);
  const isSame =
    standing.length === wanted.length && standing.every((line, index) => says(line, wanted[index]!));
  if (isSame) return false;
  for (const line of standing) await tx.delete(CounterOrderLine, line);
  for (const line of wanted) await tx.insert(CounterOrderLine, { ...line, counterOrderId: order.id });
  return true;
}

const says = (line: CounterOrderLine, wanted: NewLine): boolean =>
  Object.entries(wanted).every(([name, value]) => line[name as keyof CounterOrderLine] === value);
