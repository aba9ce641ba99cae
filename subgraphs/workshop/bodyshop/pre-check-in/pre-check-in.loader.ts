import { everyone, readable, type Viewer } from '../../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../../shared/database/sql';
import { visibleJobCard } from '../../jobs/job-card.loader';
import { PreCheckIn } from './pre-check-in.entity';

/** With its card, but for customers: what it says of matches would tell them of others. */
function forStaff(viewer: Viewer): Sql {
  if (viewer.identity.customerId || viewer.identity.link) return sql`false`;
  return sql`exists (select from workshop.job_card c where c.organisation_id = t.organisation_id
    and c.id = t.job_card_id and ${visibleJobCard(viewer, raw('c'))})`;
}

export const preCheckIns = readable({
  entity: PreCheckIn,
  permission: 'jobs:read',
  called: 'Pre-check-in',
  visible: forStaff,
});

/** For what is chosen otherwise: by a tracking code. */
export const everyPreCheckIn = { ...preCheckIns, permission: null, visible: everyone };
