import type { Transaction } from '../../../../shared/database/transaction';
import { badInput, conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { CentreSchedule } from '../centre/centre-schedule.entity';
import { knownCentre } from '../centre/known-centre';
import { Appointment } from './appointment.entity';
import type { BookAppointmentInput, HoldSlotInput } from './appointment.input';
import { AppointmentStatus, appointmentLifecycle } from './appointment.lifecycle';
import { appointments, appointmentsFor } from './appointment.loader';
import { AppointmentAction } from './appointment-change.entity';
import { book, holdPlace, reminderFor } from './book';
import { appointmentNumber } from './number';
import { customerMissing, type Party, partyOf, prepareBooking } from './prepare-booking';
import { recordChange } from './record-change';

export async function holdSlot(context: Context, input: HoldSlotInput): Promise<Appointment> {
  const booking = await prepareBooking(context, input);
  const command = { operation: 'holdSlot', key: input.idempotencyKey, input };
  const { id } = await context.once(command, async (tx) => ({ id: (await holdPlace(tx, booking)).id }));
  return context.loadOrFail(appointments, id);
}

export async function bookAppointment(context: Context, input: BookAppointmentInput): Promise<Appointment> {
  const command = { operation: 'bookAppointment', key: input.idempotencyKey, input };
  const work = input.holdId ? await fromHold(context, input, input.holdId) : await atOnce(context, input);
  const { id } = await context.once(command, async (tx) => ({ id: (await work(tx)).id }));
  return context.loadOrFail(appointments, id);
}

type Work = (tx: Transaction) => Promise<Appointment>;

async function atOnce(context: Context, input: BookAppointmentInput): Promise<Work> {
  const booking = await prepareBooking(context, input);
  if (!booking.customerId) throw customerMissing();
  return (tx) => book(tx, booking);
}

const STANDS = [
  'serviceCentreId',
  'bayId',
  'technicianId',
  'startsAt',
  'minutes',
  'serviceItemIds',
  'override',
] as const;

/** What was held stands; whom it is for may only be known now. */
async function fromHold(context: Context, input: BookAppointmentInput, holdId: string): Promise<Work> {
  const said = STANDS.filter((name) => input[name] != null);
  if (said.length)
    throw badInput(
      said.map((name) => ({ path: `input.${name}`, code: 'HELD', message: 'It stands with the hold.' })),
    );
  const party = await partyOf(context, input);
  const seen = await context.load(appointments, holdId);
  const centre = seen && (await knownCentre(context, seen.serviceCentreId));
  return (tx) => bookHold(tx, holdId, centre, party, input.notes);
}

async function bookHold(
  tx: Transaction,
  id: string,
  centre: CentreSchedule | null,
  party: Party,
  notes: string | null | undefined,
): Promise<Appointment> {
  const hold = await tx.lock(appointmentsFor('appointments:create'), id);
  appointmentLifecycle.demand(hold.status, AppointmentStatus.BOOKED);
  if (hold.heldUntil! <= tx.now)
    throw conflict('The hold has lapsed. Hold the slot again, or another one.', { reason: 'HOLD_LAPSED' });
  const customerId = party.customerId ?? hold.customerId;
  if (!customerId) throw customerMissing();
  const booked = await tx.update(
    Appointment,
    hold,
    {
      customerId,
      vehicleId: party.vehicleId ?? hold.vehicleId,
      notes: notes?.trim() || hold.notes,
      number: appointmentNumber(await tx.nextNumber(hold.serviceCentreId, 'appointment')),
      status: AppointmentStatus.BOOKED,
      heldUntil: null,
      remindAt: reminderFor(centre!, hold.startsAt, tx.now),
    },
    'book',
  );
  await recordChange(tx, booked, AppointmentAction.BOOKED);
  return booked;
}
