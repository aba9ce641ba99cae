import { requireReach } from '../../../../shared/access/identity';
import { conflict, notFound } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { CentreSchedule } from '../centre/centre-schedule.entity';
import { requireCentre } from '../centre/known-centre';
import { Appointment } from './appointment.entity';
import type { RescheduleAppointmentInput } from './appointment.input';
import { AppointmentStatus } from './appointment.lifecycle';
import { appointments, appointmentsFor } from './appointment.loader';
import { AppointmentAction } from './appointment-change.entity';
import { reminderFor } from './book';
import { demandNotice } from './notice';
import { place } from './place';
import { recordChange } from './record-change';

const { BOOKED, CONFIRMED } = AppointmentStatus;
const MOVABLE: ReadonlySet<AppointmentStatus> = new Set([BOOKED, CONFIRMED]);

/** Where it stands already, it stays: the same again changes nothing. */
function standsThere(current: Appointment, input: RescheduleAppointmentInput): boolean {
  const { startsAt, bayId, technicianId, minutes } = input;
  return (
    current.startsAt.getTime() === startsAt.getTime() &&
    (!bayId || bayId === current.bayId) &&
    (!technicianId || technicianId === current.technicianId) &&
    (!minutes || minutes === current.minutes)
  );
}

export async function rescheduleAppointment(
  context: Context,
  id: string,
  input: RescheduleAppointmentInput,
): Promise<Appointment> {
  if (input.override) requireReach(context.identity, 'appointments:override');
  const centre = await centreOfAppointment(context, id);
  await context.transaction(async (tx) => {
    const current = await tx.lock(appointmentsFor('appointments:update'), id, input.expectedVersion);
    if (!MOVABLE.has(current.status))
      throw conflict(`An appointment that is ${current.status} is not moved any more.`, {
        current: { id, version: current.version, status: current.status },
      });
    if (standsThere(current, input)) return;
    demandNotice(tx.identity, centre, current, tx.now);
    const wanted = {
      serviceCentreId: centre.id,
      timeZone: centre.timeZone,
      startsAt: input.startsAt,
      minutes: input.minutes ?? current.minutes,
      bayId: input.bayId ?? null,
      technicianId: input.technicianId ?? null,
      override: input.override?.reason.trim() ?? null,
    };
    const onGrid = tx.identity.customerId !== null;
    const found = await place(tx, wanted, { onGrid, moving: current });
    const remindAt = reminderFor(centre, found.startsAt, tx.now);
    const moved = await tx.update(Appointment, current, { ...found, remindAt }, 'move');
    await recordChange(tx, moved, AppointmentAction.MOVED, {
      reason: input.reason?.trim() || found.overrideReason,
      formerTechnicianId: current.technicianId,
    });
  });
  return context.loadOrFail(appointments, id);
}

export async function centreOfAppointment(context: Context, id: string): Promise<CentreSchedule> {
  const seen = await context.load(appointments, id);
  if (!seen) throw notFound(appointments.called);
  return requireCentre(context, seen.serviceCentreId, 'id');
}
