import {
  inCentres,
  type Readable,
  readable,
  type Viewer,
  visibleTo,
} from '../../../shared/database/readable';
import { type Sql, sql } from '../../../shared/database/sql';
import { JobCard } from './job-card.entity';
import { JobCardStatusChange } from './status-change.entity';

/**
 * Staff see the cards of their service centres, technicians those assigned to them, customers those that they
 * brought themselves: a vehicle's next owner sees nothing of the last one's.
 */
function visibleJobCard({ identity, reach }: Viewer): Sql {
  if (reach === 'all') return inCentres({ identity, reach }, sql`t.service_centre_id`);
  if (identity.link)
    return identity.link.recordType === 'JobCard' ? sql`t.id = ${identity.link.recordId}` : sql`false`;
  return identity.customerId
    ? sql`t.customer_id = ${identity.customerId}`
    : sql`t.technician_id = ${identity.actorId}`;
}

export const jobCards = readable({
  entity: JobCard,
  permission: 'jobs:read',
  called: 'Job card',
  visible: visibleJobCard,
});

/** The cards that they may see and that this permission of theirs reaches. */
export const jobCardsFor = (permission: string): Readable<JobCard> =>
  readable({
    entity: JobCard,
    permission,
    called: 'Job card',
    visible: (viewer) => sql`(${visibleTo(jobCards, viewer.identity)}) and (${visibleJobCard(viewer)})`,
  });

/** Read as children of cards that were read under their own predicate; by themselves they cannot be asked for. */
export const statusChanges = readable({
  entity: JobCardStatusChange,
  permission: 'jobs:read',
  called: 'Status change',
  visible: (viewer) => sql`t.job_card_id in (select t.id from workshop.job_card t
    where t.organisation_id = ${viewer.identity.organisationId} and (${visibleJobCard(viewer)}))`,
});
