import { type Sql, sql } from '../../../../shared/database/sql';
import { ERASED_TEXT, type PersonalData, together } from '../../../../shared/personal-data/personal-data';
import { exportedRecords } from '../../../../shared/personal-data/personal-records';
import { redactAudit } from '../../../../shared/personal-data/redact';
import { Appointment } from './appointment.entity';
import { appointmentChanges, everyAppointment } from './appointment.loader';
import { AppointmentChange } from './appointment-change.entity';

const of = (customerId: string): Sql => sql`t.customer_id = ${customerId}`;

const booked: PersonalData = {
  ...exportedRecords({
    section: 'appointments',
    table: 'workshop.appointment',
    type: everyAppointment,
    of,
  }),
  async erase(tx, customerId) {
    const ids = await tx.erase(Appointment, of(customerId), { notes: null, cancelReason: null });
    // That one was booked over something is told by the reason, so something has to stand there.
    const overridden = sql`${of(customerId)} and t.override_reason is not null`;
    await tx.erase(Appointment, overridden, { overrideReason: ERASED_TEXT });
    await redactAudit(tx, Appointment.name, ids);
    const why = 'Proof of what was booked and kept; the words in it are erased.';
    return {
      erased: { appointments: ids.length },
      kept: [{ what: 'appointments', many: ids.length, why }],
    };
  },
};

/** Changes are written once; a function of the database takes the words out of them, and can do nothing else. */
const changes: PersonalData = {
  ...exportedRecords({
    section: 'appointmentHistory',
    table: 'workshop.appointment_change',
    type: appointmentChanges,
    of: (
      customerId,
    ) => sql`exists (select from workshop.appointment a where a.organisation_id = t.organisation_id
      and a.id = t.appointment_id and a.customer_id = ${customerId})`,
  }),
  async erase(tx, customerId) {
    const rows = await tx.query<{ id: string }>(
      sql`select workshop.erase_appointment_reasons(${customerId}) as id`,
    );
    const ids = rows.map(({ id }) => id);
    await redactAudit(tx, AppointmentChange.name, ids);
    return { erased: { appointmentHistory: ids.length }, kept: [] };
  },
};

export const appointmentsPersonalData = together(changes, booked);
