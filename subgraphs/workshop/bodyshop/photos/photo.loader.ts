import { everyone, readable, type Viewer } from '../../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../../shared/database/sql';
import { visibleJobCard } from '../../jobs/job-card.loader';
import { Photo } from './photo.entity';

/** Photos are seen with their card. */
const withCard = (viewer: Viewer): Sql => sql`exists (select from workshop.job_card c
  where c.organisation_id = t.organisation_id and c.id = t.job_card_id and ${visibleJobCard(viewer, raw('c'))})`;

export const photos = readable({
  entity: Photo,
  permission: 'jobs:read',
  called: 'Photo',
  visible: withCard,
});

/** For who has just attached them, and may not read the card. */
export const attachedPhotos = { ...photos, permission: 'jobs:photograph' };

/** For what is chosen otherwise: by a tracking code. */
export const everyPhoto = { ...photos, permission: null, visible: everyone };
