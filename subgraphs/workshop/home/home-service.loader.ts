import {
  everyone,
  inCentres,
  type Readable,
  readable,
  type Viewer,
  visibleTo,
} from '../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../shared/database/sql';
import { HomeService } from './home-service.entity';
import { HomeServiceChange } from './home-service-change.entity';
import { StoredPosition } from './home-service-position.entity';

/** Staff see those of their service centres, technicians those that are theirs, customers those to themselves. */
function visibleVisit({ identity, reach }: Viewer, visit = raw('t')): Sql {
  if (reach === 'all') return inCentres({ identity, reach }, sql`${visit}.service_centre_id`);
  if (identity.link) return sql`false`;
  return identity.customerId
    ? sql`${visit}.customer_id = ${identity.customerId}`
    : sql`${visit}.technician_id = ${identity.actorId}`;
}

const ofVisit = (viewer: Viewer, key: Sql, more: Sql = sql`true`): Sql =>
  sql`exists (select from workshop.home_service v where v.organisation_id = t.organisation_id
    and v.id = ${key} and ${more} and ${visibleVisit(viewer, raw('v'))})`;

export const homeServices = readable({
  entity: HomeService,
  permission: 'homeServices:read',
  called: 'Home service',
  visible: (viewer) => visibleVisit(viewer),
});

/** Those that they may see and that this permission of theirs reaches. */
export const homeServicesFor = (permission: string): Readable<HomeService> =>
  readable({
    ...homeServices,
    permission,
    visible: (viewer) => sql`(${visibleTo(homeServices, viewer.identity)}) and (${visibleVisit(viewer)})`,
  });

/** Where somebody is, only they themselves can say. */
export const ownVisits = readable({
  ...homeServices,
  permission: 'homeServices:update',
  visible: ({ identity }) =>
    sql`(${visibleTo(homeServices, identity)}) and t.technician_id = ${identity.actorId}`,
});

/** For what the program does by itself, and for who has just made one. */
export const everyHomeService = readable({ ...homeServices, permission: null, visible: everyone });

/** History is seen with its visit. */
export const homeServiceChanges = readable({
  entity: HomeServiceChange,
  permission: 'homeServices:read',
  called: 'Change',
  visible: (viewer) => ofVisit(viewer, sql`t.home_service_id`),
});

/** The place is seen by who sees the visit, and only while somebody is on the way. */
export const positions = readable({
  entity: StoredPosition,
  permission: 'homeServices:read',
  called: 'Position',
  visible: (viewer) => ofVisit(viewer, sql`t.id`, sql`v.status = 'EN_ROUTE'`),
});
