import type { Transaction } from '../../../../shared/database/transaction';
import { conflict, notFound } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { requireVehicle } from '../../peers';
import { Appointment } from './appointment.entity';
import type { UpdateAppointmentInput } from './appointment.input';
import { AppointmentStatus, appointmentLifecycle } from './appointment.lifecycle';
import { appointments, appointmentsFor } from './appointment.loader';
import { AppointmentAction } from './appointment-change.entity';
import { centreOfAppointment } from './move-appointment';
import { demandNotice } from './notice';
import { recordChange } from './record-change';
import { offeredItems } from './work';

const { HELD, BOOKED, CONFIRMED, CANCELLED, NO_SHOW } = AppointmentStatus;
/** Behind that its job card says what is done. */
const CHANGEABLE: ReadonlySet<AppointmentStatus> = new Set([HELD, BOOKED, CONFIRMED]);

export async function updateAppointment(
  context: Context,
  id: string,
  input: UpdateAppointmentInput,
): Promise<Appointment> {
  const { expectedVersion, vehicleId, serviceItemIds, notes } = input;
  const seen = await context.load(appointments, id);
  if (!seen) throw notFound(appointments.called);
  if (vehicleId) await requireVehicle(context, vehicleId, 'input.vehicleId');
  if (serviceItemIds) await offeredItems(context, serviceItemIds, seen.serviceCentreId);
  const patch = {
    vehicleId,
    serviceItemIds: serviceItemIds === null ? [] : serviceItemIds,
    notes: notes === undefined ? undefined : notes?.trim() || null,
  };
  await context.transaction(async (tx) => {
    const current = await tx.lock(appointmentsFor('appointments:update'), id, expectedVersion);
    if (!CHANGEABLE.has(current.status))
      throw conflict(`An appointment that is ${current.status} does not change any more.`, {
        current: { id, version: current.version, status: current.status },
      });
    const changed = await tx.update(Appointment, current, patch);
    if (changed.version !== current.version) await recordChange(tx, changed, AppointmentAction.UPDATED);
  });
  return context.loadOrFail(appointments, id);
}

export async function confirmAppointment(context: Context, id: string): Promise<Appointment> {
  await context.transaction(async (tx) => {
    const current = await tx.lock(appointmentsFor('appointments:receive'), id);
    if (current.status === CONFIRMED) return;
    appointmentLifecycle.demand(current.status, CONFIRMED);
    const confirmed = await tx.update(Appointment, current, { status: CONFIRMED }, 'confirm');
    await recordChange(tx, confirmed, AppointmentAction.CONFIRMED);
  });
  return context.loadOrFail(appointments, id);
}

export async function cancelAppointment(context: Context, id: string, reason: string): Promise<Appointment> {
  const centre = await centreOfAppointment(context, id);
  await context.transaction(async (tx) => {
    const current = await tx.lock(appointmentsFor('appointments:cancel'), id);
    if (current.status === CANCELLED) return;
    if (current.status !== HELD) demandNotice(tx.identity, centre, current, tx.now);
    await callOff(tx, current, reason.trim());
  });
  return context.loadOrFail(appointments, id);
}

/** For whoever has locked it, and knows that it may be called off. */
export async function callOff(tx: Transaction, current: Appointment, reason: string): Promise<void> {
  appointmentLifecycle.demand(current.status, CANCELLED);
  const patch = { status: CANCELLED, cancelReason: reason, remindAt: null };
  const cancelled = await tx.update(Appointment, current, patch, 'cancel');
  const action = current.status === HELD ? AppointmentAction.LAPSED : AppointmentAction.CANCELLED;
  await recordChange(tx, cancelled, action, { reason });
}

export async function markNoShow(context: Context, id: string): Promise<Appointment> {
  await context.transaction(async (tx) => {
    const current = await tx.lock(appointmentsFor('appointments:receive'), id);
    if (current.status === NO_SHOW) return;
    appointmentLifecycle.demand(current.status, NO_SHOW);
    if (current.startsAt > tx.now)
      throw conflict('It has not begun yet: they may still come.', { reason: 'NOT_BEGUN' });
    const missed = await tx.update(Appointment, current, { status: NO_SHOW, remindAt: null }, 'no show');
    await recordChange(tx, missed, AppointmentAction.NO_SHOW);
  });
  return context.loadOrFail(appointments, id);
}
