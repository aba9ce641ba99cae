import { requireOrganisation } from '../../../../shared/access/identity';
import { badField, notFound } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { everyServiceItem } from '../../catalogue/service-item.loader';
import { takeIn } from '../../jobs/create-job-card';
import { JobPriority } from '../../jobs/job-card.input';
import { requireVehicle } from '../../peers';
import { beginServiceRequest, lockRequestOf } from '../../requests/follow-job';
import { Appointment } from './appointment.entity';
import { AppointmentStatus, appointmentLifecycle } from './appointment.lifecycle';
import { appointments, appointmentsFor } from './appointment.loader';
import { AppointmentAction } from './appointment-change.entity';
import { recordChange } from './record-change';

const { CHECKED_IN } = AppointmentStatus;

/** Takes the vehicle in: the appointment gets its job card, one and no more. */
export async function checkInAppointment(context: Context, id: string): Promise<Appointment> {
  const seen = await context.load(appointments, id);
  if (!seen) throw notFound(appointments.called);
  const complaint = await complaintOf(context, seen, `Appointment ${seen.number}`);
  const system = context.asSystem(requireOrganisation(context.identity));
  if (seen.vehicleId && seen.status !== CHECKED_IN) await requireVehicle(system, seen.vehicleId, 'id');
  await context.transaction(async (tx) => {
    const request = await lockRequestOf(tx, seen);
    const current = await tx.lock(appointmentsFor('appointments:receive'), id);
    if (current.status === CHECKED_IN) return;
    appointmentLifecycle.demand(current.status, CHECKED_IN);
    const { vehicleId, customerId, serviceCentreId } = current;
    if (!vehicleId || !customerId)
      throw badField('id', 'NO_VEHICLE', 'Say first which vehicle it is: with updateAppointment.');
    const card = await takeIn(
      tx,
      { serviceCentreId, vehicleId, customerId },
      { complaint, priority: JobPriority.MEDIUM },
    );
    const patch = { status: CHECKED_IN, jobCardId: card.id, remindAt: null };
    const checkedIn = await tx.update(Appointment, current, patch, 'check in');
    await recordChange(tx, checkedIn, AppointmentAction.CHECKED_IN);
    await beginServiceRequest(tx, request, card.id);
  });
  return context.loadOrFail(appointments, id);
}

/** In the customer’s words, and what they booked; what was agreed can be about neither. */
export async function complaintOf(
  context: Context,
  { notes, serviceItemIds }: Pick<Appointment, 'notes' | 'serviceItemIds'>,
  otherwise: string,
): Promise<string> {
  const items = await Promise.all(serviceItemIds.map((id) => context.load(everyServiceItem, id)));
  const words = [notes, items.flatMap((item) => item?.name ?? []).join(', ')].filter(Boolean);
  return words.join('\n') || otherwise;
}
