import { everyone, readable } from '../../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../../shared/database/sql';
import { visibleJobCard } from '../../jobs/job-card.loader';
import { JobStage } from './job-stage.entity';
import { JobCardStageChange } from './stage-change.entity';

export const jobStages = readable({
  entity: JobStage,
  permission: 'jobs:read',
  called: 'Stage',
  visible: everyone,
});

/** For commands, whoever may read the board. */
export const everyStage = { ...jobStages, permission: null };

/** History is seen with its card. */
export const stageChanges = readable({
  entity: JobCardStageChange,
  permission: 'jobs:read',
  called: 'Stage change',
  visible: (viewer) => sql`exists (select from workshop.job_card c where c.organisation_id = t.organisation_id
    and c.id = t.job_card_id and ${visibleJobCard(viewer, raw('c'))})`,
});

/** The stages that cards of a service centre go through: its own list, or else the organisation's. */
export const onBoardOf = (organisationId: string, serviceCentreId: string | null): Sql =>
  sql`t.organisation_id = ${organisationId} and t.archived_at is null and t.service_centre_id is not distinct from (
    select o.service_centre_id from workshop.job_stage o where o.organisation_id = ${organisationId}
      and o.service_centre_id = ${serviceCentreId} and o.archived_at is null limit 1)`;

export const IN_ORDER = sql`order by t.position, t.id`;
