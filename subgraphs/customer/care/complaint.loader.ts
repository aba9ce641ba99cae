import { inCentres, type Readable, readable, type Viewer } from '../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../shared/database/sql';
import { Complaint } from './complaint.entity';
import { ComplaintStatusChange } from './complaint-status-change.entity';

/**
 * Staff see the complaints of their service centres, technicians those assigned to them, customers their own.
 * `complaint` is the table's alias.
 */
function visibleComplaint({ identity, reach }: Viewer, complaint = raw('t')): Sql {
  if (reach === 'all') return inCentres({ identity, reach }, sql`${complaint}.service_centre_id`);
  if (identity.link) return sql`false`;
  return identity.customerId
    ? sql`${complaint}.customer_id = ${identity.customerId}`
    : sql`${complaint}.assignee_id = ${identity.actorId}`;
}

/** What a command may touch reaches as far as the command's own permission does, not as far as reading. */
export const complaintsFor = (permission: string): Readable<Complaint> =>
  readable({
    entity: Complaint,
    permission,
    called: 'Complaint',
    visible: (viewer) => visibleComplaint(viewer),
  });

export const complaints = complaintsFor('complaints:read');
export const changeableComplaints = complaintsFor('complaints:update');
export const approvableComplaints = complaintsFor('complaints:approve');

/** History is seen with its complaint. */
export const complaintSteps = readable({
  entity: ComplaintStatusChange,
  permission: 'complaints:read',
  called: 'Status change',
  visible: (
    viewer,
  ) => sql`exists (select from customer.complaint c where c.organisation_id = t.organisation_id
    and c.id = t.complaint_id and ${visibleComplaint(viewer, raw('c'))})`,
});
