import type { Transaction } from '../../../../shared/database/transaction';
import type { Appointment } from './appointment.entity';
import { AppointmentAction, AppointmentChange } from './appointment-change.entity';

const EVENTS: Readonly<Record<AppointmentAction, string>> = {
  HELD: 'AppointmentHeld',
  BOOKED: 'AppointmentBooked',
  CONFIRMED: 'AppointmentConfirmed',
  UPDATED: 'AppointmentUpdated',
  MOVED: 'AppointmentRescheduled',
  CHECKED_IN: 'AppointmentCheckedIn',
  COMPLETED: 'AppointmentCompleted',
  CANCELLED: 'AppointmentCancelled',
  LAPSED: 'AppointmentLapsed',
  NO_SHOW: 'AppointmentMissed',
};

interface Step {
  reason?: string | null;
  formerTechnicianId?: string | null;
}

/** Writes a step into the appointment's history, as it stands from now on, and tells of it. */
export async function recordChange(
  tx: Transaction,
  appointment: Appointment,
  action: AppointmentAction,
  { reason = null, ...more }: Step = {},
): Promise<void> {
  const { id: appointmentId, status, startsAt, endsAt, bayId, technicianId } = appointment;
  const changedById = tx.identity.kind === 'USER' ? tx.identity.actorId : null;
  await tx.insert(AppointmentChange, {
    appointmentId,
    action,
    status,
    startsAt,
    endsAt,
    bayId,
    technicianId,
    reason,
    changedById,
  });
  emitAbout(tx, EVENTS[action], appointment, more);
}

export function emitAbout(
  tx: Transaction,
  name: string,
  { id, serviceCentreId, customerId, vehicleId }: Appointment,
  more: Record<string, unknown> = {},
): void {
  tx.emit({
    name,
    subjectType: 'Appointment',
    subjectId: id,
    payload: { serviceCentreId, customerId, vehicleId, ...more },
  });
}
