import {
  everyone,
  inCentres,
  type Readable,
  readable,
  type Viewer,
} from '../../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../../shared/database/sql';
import { PurchaseRequest } from './purchase-request.entity';
import { PurchaseRequestCause } from './request-cause.entity';

/** Staff see what is to be bought for their service centres and the warehouses, technicians what they asked for. */
function visibleRequest(viewer: Viewer, request = raw('t')): Sql {
  if (viewer.reach === 'own')
    return sql`exists (select from inventory.purchase_request_cause c where c.organisation_id = ${request}.organisation_id
      and c.purchase_request_id = ${request}.id and c.requested_by_id = ${viewer.identity.actorId})`;
  return sql`(${request}.service_centre_id is null or ${inCentres(viewer, sql`${request}.service_centre_id`)})`;
}

export const purchaseRequests = readable({
  entity: PurchaseRequest,
  permission: 'purchaseRequests:read',
  called: 'Purchase request',
  visible: (viewer) => visibleRequest(viewer),
});

/** What is to be bought for a warehouse is for those to decide who work in all service centres that it serves. */
export const purchaseRequestsFor = (permission: string): Readable<PurchaseRequest> =>
  readable({
    ...purchaseRequests,
    permission,
    visible: (viewer) => inCentres(viewer, sql`t.service_centre_id`),
  });

/** For what happens to requests because of something else. */
export const everyPurchaseRequest = readable({ ...purchaseRequests, permission: null, visible: everyone });

/** Causes are seen with their request. */
export const requestCauses = readable({
  entity: PurchaseRequestCause,
  permission: 'purchaseRequests:read',
  called: 'Cause',
  visible: (viewer) => sql`exists (select from inventory.purchase_request r
    where r.organisation_id = t.organisation_id and r.id = t.purchase_request_id
      and ${visibleRequest(viewer, raw('r'))})`,
});

export const everyCause = readable({ ...requestCauses, permission: null, visible: everyone });
