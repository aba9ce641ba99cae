import { Decimal } from 'decimal.js';
import type { Context } from '../../../shared/subgraph/context';
import { changeStock, type Stock } from '../stock/ledger';
import type { ProcessCounterOrderArgs } from './counter-order.args';
import { CounterOrder } from './counter-order.entity';
import { CounterOrderStatus, counterOrderLifecycle } from './counter-order.lifecycle';
import { counterOrders } from './counter-order.loader';
import { CounterOrderLine } from './counter-order-line.entity';
import { totalOf, without } from './lines';
import { changeable, linesOf, moveCounterOrder, placeOf, referenceOf } from './move-counter-order';
import { type Short, shortOf } from './refusal';

const { PENDING, PROCESSING, READY } = CounterOrderStatus;

/**
 * Reserves all that is on it, or says what is short; in part, what is short is left off. Again, it reserves what a
 * count has taken away meanwhile, and where that is nothing, nothing happens.
 */
export async function processCounterOrder(
  context: Context,
  { id, partial, expectedVersion }: ProcessCounterOrderArgs,
): Promise<CounterOrder> {
  await context.transaction(async (tx) => {
    const order = await tx.lock(changeable, id, expectedVersion);
    const { status } = order;
    if (status !== PROCESSING && status !== READY) counterOrderLifecycle.demand(status, PROCESSING);
    const lines = await linesOf(tx, id);
    const places = lines.map((line) => placeOf(order, line));
    const short = await changeStock(tx, places, (stock) => hold(stock, order, lines));
    if (short.length) demandPartial(lines, short, partial);
    for (const { line, wanted, available } of short)
      await tx.update(CounterOrderLine, line, without(line, wanted.minus(available)));
    const patch = short.length
      ? { totalMinor: totalOf(await linesOf(tx, id)), revision: order.revision + 1 }
      : {};
    if (status === PENDING)
      await moveCounterOrder(tx, order, PROCESSING, {
        action: 'process',
        event: 'CounterOrderProcessed',
        patch: { ...patch, processedAt: tx.now },
      });
    else await tx.update(CounterOrder, order, patch, 'process');
  });
  return context.loadOrFail(counterOrders, id);
}

/** Each line in its order takes what is free; those that get less than they lack. */
function hold(stock: Stock, order: CounterOrder, lines: readonly CounterOrderLine[]): Short[] {
  return lines.flatMap((line) => {
    const place = placeOf(order, line);
    const reference = referenceOf(line);
    const wanted = new Decimal(line.quantity);
    const lacking = wanted.minus(stock.held(place, reference));
    if (lacking.isZero()) return [];
    const got = stock.reserveUpTo({ ...place, quantity: lacking }, reference);
    return got.eq(lacking) ? [] : [{ line, wanted, available: wanted.minus(lacking).plus(got) }];
  });
}

/** An order of nothing is called off instead. */
function demandPartial(lines: readonly CounterOrderLine[], short: readonly Short[], partial: boolean): void {
  if (!partial) throw shortOf('Not all of it is there.', short);
  const sold = lines.filter(({ id, quantity }) => {
    const found = short.find(({ line }) => line.id === id);
    return found ? found.available.gt(0) : Number(quantity) > 0;
  });
  if (sold.length === 0) throw shortOf('Nothing of it is there.', short, 'NOTHING_THERE');
}
