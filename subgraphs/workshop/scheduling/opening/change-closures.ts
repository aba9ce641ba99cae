import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { addDays } from '../../../../shared/time-zone';
import { Closure } from './closure.entity';
import type { AddClosureInput } from './closure.input';
import { bays, closures } from './opening.loader';
import { ownCentre } from './own-centre';

const LONGEST_DAYS = 366;

/** What is booked already stays booked: the calendar shows it on the closed day, to be moved by hand. */
export async function addClosure(context: Context, input: AddClosureInput): Promise<Closure> {
  const { idempotencyKey, bayId, fromDate, reason } = input;
  const toDate = input.toDate ?? fromDate;
  if (toDate < fromDate) throw badField('input.toDate', 'ORDER', 'The last day is not before the first.');
  if (toDate > addDays(fromDate, LONGEST_DAYS))
    throw badField('input.toDate', 'TOO_LONG', 'A closure lasts a year at the most.');
  const { id: serviceCentreId } = await ownCentre(context, input.serviceCentreId);
  if (bayId && (await context.load(bays, bayId))?.serviceCentreId !== serviceCentreId)
    throw badField('input.bayId', 'UNKNOWN', 'There is no such bay in the service centre.');
  const { id } = await context.once({ operation: 'addClosure', key: idempotencyKey, input }, async (tx) => {
    const closure = await tx.insert(Closure, {
      serviceCentreId,
      bayId: bayId ?? null,
      fromDate,
      toDate,
      reason: reason.trim(),
    });
    tx.emit({
      name: 'ClosureAdded',
      subjectType: 'Closure',
      subjectId: closure.id,
      payload: { serviceCentreId },
    });
    return { id: closure.id };
  });
  return context.loadOrFail(closures, id);
}

export async function removeClosure(context: Context, id: string): Promise<string> {
  await context.transaction(async (tx) => {
    const closure = await tx.lock({ ...closures, permission: 'scheduling:update' }, id);
    await tx.delete(Closure, closure);
    const { serviceCentreId } = closure;
    tx.emit({ name: 'ClosureRemoved', subjectType: 'Closure', subjectId: id, payload: { serviceCentreId } });
  });
  return id;
}
