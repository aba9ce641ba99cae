import type { Transaction } from '../../../../shared/database/transaction';
import type { Appointment } from './appointment.entity';
import { AppointmentAction, AppointmentChange } from './appointment-change.entity';

/** Writes a step into the appointment's history, as it stands from now on. */
export async function recordChange(
  tx: Transaction,
  appointment: Appointment,
  action: AppointmentAction,
  reason: string | null = null,
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
}

const EVENTS: Partial<Record<AppointmentAction, string>> = {
  BOOKED: 'AppointmentBooked',
  CONFIRMED: 'AppointmentConfirmed',
  MOVED: 'AppointmentRescheduled',
  CANCELLED: 'AppointmentCancelled',
  NO_SHOW: 'AppointmentMissed',
  CHECKED_IN: 'AppointmentCheckedIn',
};

/** The same, told to the others where it concerns them. */
export async function announce(
  tx: Transaction,
  appointment: Appointment,
  action: AppointmentAction,
  reason: string | null = null,
): Promise<void> {
  await recordChange(tx, appointment, action, reason);
  const name = EVENTS[action];
  if (name) emitAbout(tx, name, appointment);
}

export function emitAbout(tx: Transaction, name: string, appointment: Appointment): void {
  const { id, serviceCentreId, customerId, vehicleId } = appointment;
  tx.emit({
    name,
    subjectType: 'Appointment',
    subjectId: id,
    payload: { serviceCentreId, customerId, vehicleId },
  });
}
