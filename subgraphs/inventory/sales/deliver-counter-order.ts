import { Decimal } from 'decimal.js';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import type { Context } from '../../../shared/subgraph/context';
import type { RecordArgs } from '../purchasing/command.args';
import { changeStock } from '../stock/ledger';
import { everyReservation } from '../stock/stock.loader';
import type { CounterOrderReadyArgs } from './counter-order.args';
import type { CounterOrder } from './counter-order.entity';
import { CounterOrderStatus, counterOrderLifecycle } from './counter-order.lifecycle';
import { counterOrders } from './counter-order.loader';
import { CounterOrderLine } from './counter-order-line.entity';
import { changeable, linesOf, moveCounterOrder, placeOf, referenceOf, whoActs } from './move-counter-order';
import { shortOf } from './refusal';

const { DELIVERED, READY } = CounterOrderStatus;

/** All of it lies there, reserved. Again: nothing happens, and nobody is told again. */
export async function markCounterOrderReady(
  context: Context,
  { id, notify, expectedVersion }: CounterOrderReadyArgs,
): Promise<CounterOrder> {
  await context.transaction(async (tx) => {
    const order = await tx.lock(changeable, id, expectedVersion);
    if (order.status === READY) return;
    counterOrderLifecycle.demand(order.status, READY);
    await demandHeld(tx, id);
    await moveCounterOrder(tx, order, READY, {
      action: 'ready',
      event: 'CounterOrderReady',
      patch: { readyAt: tx.now },
      tells: { notify },
    });
  });
  return context.loadOrFail(counterOrders, id);
}

/** A count may have found less than was reserved. */
async function demandHeld(tx: Transaction, id: string): Promise<void> {
  const held = await tx.rows(
    everyReservation,
    sql`t.organisation_id = ${tx.organisationId} and t.reference_id = ${id}`,
  );
  const short = (await linesOf(tx, id))
    .map((line) => ({
      line,
      wanted: new Decimal(line.quantity),
      available: new Decimal(held.find(({ referenceLineId }) => referenceLineId === line.id)?.quantity ?? 0),
    }))
    .filter(({ wanted, available }) => available.lt(wanted));
  if (short.length) throw shortOf('A count has taken from what was reserved: process it again.', short);
}

/** Handed over: it leaves the stock at what it costs there at this moment. Again: nothing happens. */
export async function deliverCounterOrder(
  context: Context,
  { id, expectedVersion }: RecordArgs,
): Promise<CounterOrder> {
  await context.transaction(async (tx) => {
    const order = await tx.lock(changeable, id, expectedVersion);
    if (order.status === DELIVERED) return;
    counterOrderLifecycle.demand(order.status, DELIVERED);
    await issue(tx, order);
    await moveCounterOrder(tx, order, DELIVERED, {
      action: 'deliver',
      event: 'CounterOrderDelivered',
      patch: { deliveredAt: tx.now, deliveredById: whoActs(tx) },
    });
  });
  return context.loadOrFail(counterOrders, id);
}

async function issue(tx: Transaction, order: CounterOrder): Promise<void> {
  const sold = (await linesOf(tx, order.id)).filter(({ quantity }) => Number(quantity) > 0);
  const wanted = sold.map((line) => ({ ...placeOf(order, line), quantity: new Decimal(line.quantity) }));
  const movements = await changeStock(tx, wanted, (stock) =>
    sold.map((line, index) => stock.issue(wanted[index]!, referenceOf(line))),
  );
  for (const [index, { id: movementId, unitCost }] of movements.entries())
    await tx.update(CounterOrderLine, sold[index]!, {
      movementId,
      unitCost: unitCost?.amount.toFixed() ?? null,
      costCurrency: unitCost?.currency ?? null,
    });
}
