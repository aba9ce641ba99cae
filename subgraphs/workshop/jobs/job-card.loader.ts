import {
  inCentres,
  type Readable,
  readable,
  type Viewer,
  visibleTo,
} from '../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../shared/database/sql';
import { JobCard } from './job-card.entity';
import { JobCardStatusChange } from './status-change.entity';

/**
 * Staff see the cards of their service centres, technicians those assigned to them, customers those that they
 * brought themselves: a vehicle's next owner sees nothing of the last one's. `card` is the table's alias.
 */
function visibleJobCard({ identity, reach }: Viewer, card = raw('t')): Sql {
  if (reach === 'all') return inCentres({ identity, reach }, sql`${card}.service_centre_id`);
  if (identity.link)
    return identity.link.recordType === 'JobCard' ? sql`${card}.id = ${identity.link.recordId}` : sql`false`;
  return identity.customerId
    ? sql`${card}.customer_id = ${identity.customerId}`
    : sql`${card}.technician_id = ${identity.actorId}`;
}

export const jobCards = readable({
  entity: JobCard,
  permission: 'jobs:read',
  called: 'Job card',
  visible: (viewer) => visibleJobCard(viewer),
});

/** The cards that they may see and that this permission of theirs reaches. */
export const jobCardsFor = (permission: string): Readable<JobCard> =>
  readable({
    entity: JobCard,
    permission,
    called: 'Job card',
    visible: (viewer) => sql`(${visibleTo(jobCards, viewer.identity)}) and (${visibleJobCard(viewer)})`,
  });

/** History is seen with its card. */
export const statusChanges = readable({
  entity: JobCardStatusChange,
  permission: 'jobs:read',
  called: 'Status change',
  visible: (viewer) => sql`exists (select from workshop.job_card c where c.organisation_id = t.organisation_id
    and c.id = t.job_card_id and ${visibleJobCard(viewer, raw('c'))})`,
});
