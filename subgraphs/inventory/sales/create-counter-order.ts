import { centreOf } from '../../../shared/access/centres';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { ownCurrency, requireCustomer, requireOpenCentre } from '../peers';
import { placeNamed, placesOfCentre } from '../stock/places-of-centre';
import { CounterOrder } from './counter-order.entity';
import type { CreateCounterOrderInput } from './counter-order.input';
import { counterOrderLifecycle } from './counter-order.lifecycle';
import { counterOrders } from './counter-order.loader';
import { CounterOrderLine } from './counter-order-line.entity';
import { checkLines, totalOf } from './lines';
import { emitOrderEvent, whoActs } from './move-counter-order';
import { counterOrderNumber } from './number';

export async function createCounterOrder(
  context: Context,
  input: CreateCounterOrderInput,
): Promise<CounterOrder> {
  const { customerId = null, notes, idempotencyKey } = input;
  const serviceCentreId = await requireCentre(context, input.serviceCentreId);
  const [currency, places] = await Promise.all([
    ownCurrency(context),
    placesOfCentre(context, serviceCentreId),
    customerId ? requireCustomer(context, customerId, 'input.customerId') : null,
  ]);
  const locationId = placeNamed(places, input.locationId ?? null, 'input.locationId');
  const lines = await checkLines(context, currency, input.lines);
  const { id } = await context.once(
    { operation: 'createCounterOrder', key: idempotencyKey, input },
    async (tx) => {
      // The series stays locked until COMMIT, so the number is taken as late as can be.
      const count = await tx.nextNumber(tx.organisationId, 'counter order');
      const order = await tx.insert(CounterOrder, {
        number: counterOrderNumber(count),
        customerId,
        serviceCentreId,
        locationId,
        status: counterOrderLifecycle.initial,
        currency,
        totalMinor: totalOf(lines),
        revision: 1,
        notes: notes?.trim() || null,
        createdById: whoActs(tx),
      });
      for (const line of lines) await tx.insert(CounterOrderLine, { ...line, counterOrderId: order.id });
      emitOrderEvent(tx, 'CounterOrderCreated', order);
      return { id: order.id };
    },
  );
  return context.loadOrFail(counterOrders, id);
}

async function requireCentre(context: Context, named: string | null | undefined): Promise<string> {
  const path = 'input.serviceCentreId';
  const id = centreOf(context.identity, named, path);
  if (!id) throw badField(path, 'REQUIRED', 'Say which service centre this is for.');
  await requireOpenCentre(context, id, path);
  return id;
}
