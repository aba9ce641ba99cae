import {
  everyone,
  inCentres,
  type Readable,
  readable,
  type Viewer,
  visibleTo,
} from '../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../shared/database/sql';
import { JobCard } from '../jobs/job-card.entity';
import { Inspection } from './inspection.entity';
import { InspectionItem } from './inspection-item.entity';
import { InspectionPhoto } from './inspection-photo.entity';

/** What links to inspections are for; see the customer subgraph’s PURPOSES. */
export const INSPECTION_LINK = 'INSPECTION';

/** For staff whose reach is their own: what they began, and what belongs to a job of theirs. */
const ofTechnician = (technicianId: string | null, inspection: Sql): Sql =>
  sql`(${inspection}.started_by_id = ${technicianId} or exists (select from workshop.job_card c
    where c.organisation_id = ${inspection}.organisation_id and c.id = ${inspection}.job_card_id
      and c.technician_id = ${technicianId}))`;

/**
 * Staff see those of their service centres; customers what was published of their own jobs, and not of the last
 * owner's; a link its inspection, as long as it is shared.
 */
function visibleInspection({ identity, reach }: Viewer, inspection = raw('t')): Sql {
  if (reach === 'all') return inCentres({ identity, reach }, sql`${inspection}.service_centre_id`);
  const { link } = identity;
  if (link)
    return link.recordType === 'Inspection'
      ? sql`${inspection}.id = ${link.recordId} and ${inspection}.shared_until > now()`
      : sql`false`;
  return identity.customerId
    ? sql`${inspection}.customer_id = ${identity.customerId} and ${inspection}.status = 'PUBLISHED'`
    : ofTechnician(identity.actorId, inspection);
}

const withInspection = (viewer: Viewer): Sql =>
  sql`exists (select from workshop.inspection i where i.organisation_id = t.organisation_id
    and i.id = t.inspection_id and ${visibleInspection(viewer, raw('i'))})`;

export const inspections = readable({
  entity: Inspection,
  permission: 'inspections:read',
  called: 'Inspection',
  visible: (viewer) => visibleInspection(viewer),
});

/** Those that they may see and that this permission of theirs reaches. */
export const inspectionsFor = (permission: string): Readable<Inspection> =>
  readable({
    ...inspections,
    permission,
    visible: (viewer) => sql`(${visibleTo(inspections, viewer.identity)}) and (${visibleInspection(viewer)})`,
  });

export const everyInspection = readable({ ...inspections, permission: null, visible: everyone });

export const inspectionItems = readable({
  entity: InspectionItem,
  permission: 'inspections:read',
  called: 'Item',
  visible: withInspection,
});
/** For who has locked the inspection. */
export const everyInspectionItem = readable({ ...inspectionItems, permission: null, visible: everyone });

export const inspectionPhotos = readable({
  entity: InspectionPhoto,
  permission: 'inspections:read',
  called: 'Photo',
  visible: withInspection,
});
export const everyInspectionPhoto = readable({ ...inspectionPhotos, permission: null, visible: everyone });

/**
 * The cards that somebody may begin an inspection for. Those of their service centres: vehicles are looked over before
 * a technician has the card.
 */
export const cardsToInspect: Readable<JobCard> = readable({
  entity: JobCard,
  permission: 'inspections:create',
  called: 'Job card',
  visible: ({ identity, reach }) =>
    reach === 'all'
      ? inCentres({ identity, reach }, sql`t.service_centre_id`)
      : sql`t.technician_id = ${identity.actorId}`,
});
