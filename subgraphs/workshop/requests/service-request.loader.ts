import {
  inCentres,
  type Readable,
  readable,
  type Viewer,
  visibleTo,
} from '../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../shared/database/sql';
import { assignedTo } from './assigned';
import { ServiceRequestStatusChange } from './request-status-change.entity';
import { ServiceRequest } from './service-request.entity';

/**
 * Staff see the requests to their service centres, technicians those whose work is theirs, customers their own.
 * `request` is the table's alias.
 */
function visibleRequest({ identity, reach }: Viewer, request = raw('t')): Sql {
  if (reach === 'all') return inCentres({ identity, reach }, sql`${request}.service_centre_id`);
  if (identity.link) return sql`false`;
  return identity.customerId
    ? sql`${request}.customer_id = ${identity.customerId}`
    : assignedTo(identity.actorId, request);
}

export const serviceRequests = readable({
  entity: ServiceRequest,
  permission: 'serviceRequests:read',
  called: 'Service request',
  visible: (viewer) => visibleRequest(viewer),
});

/** The requests that they may see and that this permission of theirs reaches. */
export const serviceRequestsFor = (permission: string): Readable<ServiceRequest> =>
  readable({
    ...serviceRequests,
    permission,
    visible: (viewer) =>
      sql`(${visibleTo(serviceRequests, viewer.identity)}) and (${visibleRequest(viewer)})`,
  });

/** History is seen with its request. */
export const requestStatusChanges = readable({
  entity: ServiceRequestStatusChange,
  permission: 'serviceRequests:read',
  called: 'Status change',
  visible: (viewer) => sql`exists (select from workshop.service_request r
    where r.organisation_id = t.organisation_id and r.id = t.service_request_id
      and ${visibleRequest(viewer, raw('r'))})`,
});
