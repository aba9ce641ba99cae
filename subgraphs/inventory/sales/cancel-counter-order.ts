import type { Context } from '../../../shared/subgraph/context';
import { changeStockAndServe } from '../jobs/supply-jobs';
import type { ReasonArgs } from '../purchasing/command.args';
import type { CounterOrder } from './counter-order.entity';
import { CounterOrderStatus, counterOrderLifecycle } from './counter-order.lifecycle';
import { counterOrders, counterOrdersFor } from './counter-order.loader';
import { linesOf, moveCounterOrder, placeOf, referenceOf } from './move-counter-order';

const { CANCELLED, PENDING } = CounterOrderStatus;
const cancellable = counterOrdersFor('counterOrders:cancel');

/** Before it is handed over; what it holds goes to jobs that wait for it, or is free. Again: nothing happens. */
export async function cancelCounterOrder(
  context: Context,
  { id, reason, expectedVersion }: ReasonArgs,
): Promise<CounterOrder> {
  await context.transaction(async (tx) => {
    const order = await tx.lock(cancellable, id, expectedVersion);
    if (order.status === CANCELLED) return;
    counterOrderLifecycle.demand(order.status, CANCELLED);
    if (order.status !== PENDING) {
      const lines = await linesOf(tx, id);
      const places = lines.map((line) => placeOf(order, line));
      await changeStockAndServe(tx, places, (stock) => {
        for (const line of lines) stock.release(placeOf(order, line), referenceOf(line));
      });
    }
    await moveCounterOrder(tx, order, CANCELLED, {
      action: 'cancel',
      event: 'CounterOrderCancelled',
      patch: { cancelledReason: reason.trim(), cancelledAt: tx.now },
    });
  });
  return context.loadOrFail(counterOrders, id);
}
