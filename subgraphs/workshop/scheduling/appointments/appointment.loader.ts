import {
  everyone,
  inCentres,
  type Readable,
  readable,
  type Viewer,
  visibleTo,
} from '../../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../../shared/database/sql';
import { Appointment } from './appointment.entity';
import { AppointmentChange } from './appointment-change.entity';

/** Staff see those of their service centres, technicians those they are booked for, customers their own. */
function visibleAppointment({ identity, reach }: Viewer, alias = raw('t')): Sql {
  if (reach === 'all') return inCentres({ identity, reach }, sql`${alias}.service_centre_id`);
  return identity.customerId
    ? sql`${alias}.customer_id = ${identity.customerId}`
    : sql`${alias}.technician_id = ${identity.actorId}`;
}

export const appointments = readable({
  entity: Appointment,
  permission: 'appointments:read',
  called: 'Appointment',
  visible: (viewer) => visibleAppointment(viewer),
});

/** Those that they may see and that this permission of theirs reaches. */
export const appointmentsFor = (permission: string): Readable<Appointment> =>
  readable({
    entity: Appointment,
    permission,
    called: 'Appointment',
    visible: (viewer) =>
      sql`(${visibleTo(appointments, viewer.identity)}) and (${visibleAppointment(viewer)})`,
  });

/** For what the program does by itself: sweeping holds, reminding, following the job. */
export const everyAppointment = readable({ ...appointments, permission: null, visible: everyone });

/** History is seen with its appointment. */
export const appointmentChanges = readable({
  entity: AppointmentChange,
  permission: 'appointments:read',
  called: 'Change',
  visible: (
    viewer,
  ) => sql`exists (select from workshop.appointment a where a.organisation_id = t.organisation_id
    and a.id = t.appointment_id and ${visibleAppointment(viewer, raw('a'))})`,
});
