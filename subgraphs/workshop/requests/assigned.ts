import { type Sql, sql } from '../../../shared/database/sql';

/** Whether the appointment, the home visit or the job that a request led to is this technician’s. */
export const assignedTo = (technicianId: string | null, request: Sql): Sql =>
  sql`(exists (select from workshop.appointment a where a.organisation_id = ${request}.organisation_id
      and a.service_request_id = ${request}.id and a.technician_id = ${technicianId} and a.status <> 'CANCELLED')
    or exists (select from workshop.home_service h where h.organisation_id = ${request}.organisation_id
      and h.service_request_id = ${request}.id and h.technician_id = ${technicianId} and h.status <> 'CANCELLED')
    or exists (select from workshop.job_card c where c.organisation_id = ${request}.organisation_id
      and c.id = ${request}.job_card_id and c.technician_id = ${technicianId}))`;
