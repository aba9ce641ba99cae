import { sql } from '../../../../shared/database/sql';
import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { addDays } from '../../../../shared/time-zone';
import { requireColleague } from '../../peers';
import { addResource } from '../resource';
import { shifts } from './opening.loader';
import { ownCentre } from './own-centre';
import { Shift, ShiftKind } from './shift.entity';
import type { SetShiftInput } from './shift.input';
import { storedSpans } from './spans';

const LONGEST_EXCEPTION_DAYS = 366;

/** Twice the same is once. */
export async function setShift(context: Context, input: SetShiftInput): Promise<Shift> {
  const { technicianId, fromDate } = input;
  const pattern = patternOf(input);
  const { id: serviceCentreId } = await ownCentre(context, input.serviceCentreId);
  await requireColleague(context, technicianId, serviceCentreId, 'input.technicianId');
  const id = await context.transaction(async (tx) => {
    await addResource(tx, technicianId);
    const [current] = await tx.rows(
      shifts,
      sql`t.organisation_id = ${tx.organisationId} and t.service_centre_id = ${serviceCentreId}
        and t.technician_id = ${technicianId} and t.kind = ${pattern.kind} and t.from_date = ${fromDate}`,
      sql`for no key update of t`,
    );
    const shift = current
      ? await tx.update(Shift, current, pattern)
      : await tx.insert(Shift, { serviceCentreId, technicianId, fromDate, ...pattern });
    tx.emit({
      name: 'ShiftChanged',
      subjectType: 'Shift',
      subjectId: shift.id,
      payload: { serviceCentreId, technicianId },
    });
    return shift.id;
  });
  return context.loadOrFail(shifts, id);
}

export async function removeShift(context: Context, id: string): Promise<string> {
  await context.transaction(async (tx) => {
    const shift = await tx.lock({ ...shifts, permission: 'scheduling:update' }, id);
    await tx.delete(Shift, shift);
    const { serviceCentreId, technicianId } = shift;
    tx.emit({
      name: 'ShiftChanged',
      subjectType: 'Shift',
      subjectId: id,
      payload: { serviceCentreId, technicianId },
    });
  });
  return id;
}

type Pattern = Pick<Shift, 'kind' | 'toDate' | 'spans' | 'reason'>;

function patternOf({ week, days, fromDate, toDate: given, reason }: SetShiftInput): Pattern {
  if (!week === !days) throw badField('input', 'ONE_OF', 'Give either a usual week or certain days.');
  const kind = week ? ShiftKind.WEEKLY : ShiftKind.DAYS;
  const toDate = given ?? (week ? null : fromDate);
  if (toDate && toDate < fromDate)
    throw badField('input.toDate', 'ORDER', 'The last day is not before the first.');
  if (days && toDate! > addDays(fromDate, LONGEST_EXCEPTION_DAYS))
    throw badField('input.toDate', 'TOO_LONG', 'An exception lasts a year at the most.');
  const spans = week ? storedSpans(week, 'input.week') : storedSpans(days!, 'input.days');
  return { kind, toDate, spans, reason: reason?.trim() || null };
}
