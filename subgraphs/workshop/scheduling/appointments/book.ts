import { addSeconds } from '../../../../shared/clock';
import type { Transaction } from '../../../../shared/database/transaction';
import type { CentreSchedule } from '../centre/centre-schedule.entity';
import { Appointment } from './appointment.entity';
import { AppointmentStatus } from './appointment.lifecycle';
import { AppointmentAction } from './appointment-change.entity';
import { appointmentNumber } from './number';
import { type Place, place } from './place';
import { recordChange } from './record-change';

/** What is to be booked, checked as far as other subgraphs know about it. */
export interface Booking {
  centre: CentreSchedule;
  startsAt: Date;
  minutes: number;
  bayId?: string | null | undefined;
  technicianId?: string | null | undefined;
  serviceItemIds: string[];
  customerId: string | null;
  vehicleId: string | null;
  notes?: string | null | undefined;
  serviceRequestId?: string | null | undefined;
  /** Why it is booked although it may not fit. */
  override?: string | null | undefined;
  /** It begins where slots begin: for those who choose from what they are offered. */
  onGrid: boolean;
}

/** When a customer is reminded; null for what begins so soon that they have only just booked it. */
export function reminderFor({ reminderMinutes }: CentreSchedule, startsAt: Date, now: Date): Date | null {
  const remindAt = addSeconds(startsAt, -60 * reminderMinutes);
  return remindAt > now ? remindAt : null;
}

function placeFor(tx: Transaction, booking: Booking): Promise<Place> {
  const { centre, onGrid, startsAt, minutes, bayId, technicianId, override } = booking;
  const wanted = { serviceCentreId: centre.id, timeZone: centre.timeZone, startsAt, minutes };
  return place(
    tx,
    {
      ...wanted,
      bayId: bayId ?? null,
      technicianId: technicianId ?? null,
      override: override ?? null,
    },
    { onGrid },
  );
}

const factsOf = ({ centre, customerId, vehicleId, serviceItemIds, notes, serviceRequestId }: Booking) => ({
  serviceCentreId: centre.id,
  customerId,
  vehicleId,
  serviceItemIds,
  notes: notes?.trim() || null,
  serviceRequestId: serviceRequestId ?? null,
});

/** Keeps a slot free for a while. */
export async function holdPlace(tx: Transaction, booking: Booking): Promise<Appointment> {
  const held = await tx.insert(Appointment, {
    ...factsOf(booking),
    ...(await placeFor(tx, booking)),
    status: AppointmentStatus.HELD,
    heldUntil: addSeconds(tx.now, 60 * booking.centre.holdMinutes),
  });
  await recordChange(tx, held, AppointmentAction.HELD);
  return held;
}

/** Books within a transaction that may do more than that, such as the one that schedules a service request. */
export async function book(tx: Transaction, booking: Booking): Promise<Appointment> {
  const found = await placeFor(tx, booking);
  // The series stays locked until COMMIT, so the number is taken as late as can be.
  const number = appointmentNumber(await tx.nextNumber(booking.centre.id, 'appointment'));
  const booked = await tx.insert(Appointment, {
    ...factsOf(booking),
    ...found,
    number,
    status: AppointmentStatus.BOOKED,
    remindAt: reminderFor(booking.centre, found.startsAt, tx.now),
  });
  await recordChange(tx, booked, AppointmentAction.BOOKED, { reason: found.overrideReason });
  return booked;
}
