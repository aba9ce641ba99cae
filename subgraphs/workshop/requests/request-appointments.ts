import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import type { HomeService } from '../home/home-service.entity';
import { everyHomeService } from '../home/home-service.loader';
import type { Appointment } from '../scheduling/appointments/appointment.entity';
import { everyAppointment } from '../scheduling/appointments/appointment.loader';

/** The appointments that still stand for a request, locked. */
export const lockAppointments = (tx: Transaction, serviceRequestId: string): Promise<Appointment[]> =>
  tx.rows(
    everyAppointment,
    sql`t.organisation_id = ${tx.organisationId} and t.service_request_id = ${serviceRequestId}
        and t.status in ('BOOKED', 'CONFIRMED', 'CHECKED_IN')`,
    sql`order by t.id for no key update of t`,
  );

/** The home visits that still stand for a request, locked. */
export const lockVisits = (tx: Transaction, serviceRequestId: string): Promise<HomeService[]> =>
  tx.rows(
    everyHomeService,
    sql`t.organisation_id = ${tx.organisationId} and t.service_request_id = ${serviceRequestId}
        and t.status in ('SCHEDULED', 'EN_ROUTE', 'ARRIVED', 'IN_PROGRESS')`,
    sql`order by t.id for no key update of t`,
  );

/** Whether somebody comes, or goes to them, already. */
export async function isBooked(tx: Transaction, serviceRequestId: string): Promise<boolean> {
  const appointments = await lockAppointments(tx, serviceRequestId);
  return appointments.length > 0 || (await lockVisits(tx, serviceRequestId)).length > 0;
}
