import { sql } from '../../../../shared/database/sql';
import type { EventHandler } from '../../../../shared/events/handler';
import { Appointment } from './appointment.entity';
import { AppointmentStatus } from './appointment.lifecycle';
import { everyAppointment } from './appointment.loader';
import { AppointmentAction } from './appointment-change.entity';
import { recordChange } from './record-change';

/** With its job, done or called off, the appointment is over, and what was left of its time is free. */
const completing = (event: string, name: string): EventHandler => ({
  event,
  name,
  async handle(tx, { subjectId }) {
    const [current] = await tx.rows(
      everyAppointment,
      sql`t.organisation_id = ${tx.organisationId} and t.job_card_id = ${subjectId} and t.status = 'CHECKED_IN'`,
      sql`for no key update of t`,
    );
    if (!current) return;
    const patch = { status: AppointmentStatus.COMPLETED };
    const completed = await tx.update(Appointment, current, patch, 'complete');
    await recordChange(tx, completed, AppointmentAction.COMPLETED);
  },
});

export const completeAppointmentHandlers: EventHandler[] = [
  completing('JobCardCompleted', 'workshop.complete-appointment'),
  completing('JobCardCancelled', 'workshop.complete-appointment-on-cancellation'),
];
