import {
  everyone,
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
export function visibleJobCard({ identity, reach }: Viewer, card = raw('t')): Sql {
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

/** What was done: not what was called off, nor what is still to come. */
export const doneJobCards = readable({
  ...jobCards,
  visible: (viewer) => sql`t.status in ('COMPLETED','DELIVERED') and ${visibleJobCard(viewer)}`,
});

/**
 * The cards that keep a vehicle here, for whoever sees the vehicle: technicians learn that a colleague has it, customers
 * of their own cards alone.
 */
export const openWork = readable({
  entity: JobCard,
  permission: 'vehicles:read',
  called: 'Job card',
  visible: (viewer) => sql`t.status not in ('DELIVERED','CANCELLED') and ${visibleJobCard(viewer)}`,
});

/** What technicians have to do now. */
export const jobsInHand = readable({
  ...jobCards,
  visible: (viewer) => sql`t.status in ('ASSIGNED','IN_PROGRESS','WAITING_PARTS','WAITING_APPROVAL','PAUSED')
    and ${visibleJobCard(viewer)}`,
});

/** What hangs on a card is seen with it. */
export const withCard = (viewer: Viewer): Sql => sql`exists (select from workshop.job_card c
  where c.organisation_id = t.organisation_id and c.id = t.job_card_id and ${visibleJobCard(viewer, raw('c'))})`;

export const statusChanges = readable({
  entity: JobCardStatusChange,
  permission: 'jobs:read',
  called: 'Status change',
  visible: withCard,
});

/**
 * The cards whose photos somebody may add to. A link that was given for that reads nothing else of its card, and so
 * is not asked for the permission to.
 */
export const cardsToPhotograph: Readable<JobCard> = {
  ...jobCards,
  permission: 'jobs:photograph',
  visible: (viewer) =>
    viewer.identity.link
      ? visibleJobCard(viewer)
      : sql`(${visibleTo(jobCards, viewer.identity)}) and (${visibleJobCard(viewer)})`,
};

/** For what is chosen otherwise: by a tracking code. */
export const everyCard: Readable<JobCard> = { ...jobCards, permission: null, visible: everyone };
