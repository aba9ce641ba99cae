import { everyone, type Readable, readable, visibleTo } from '../../../../shared/database/readable';
import { sql } from '../../../../shared/database/sql';
import { withCard } from '../job-card.loader';
import { JobService } from './job-service.entity';

export const jobServices = readable({
  entity: JobService,
  permission: 'jobs:read',
  called: 'Service',
  visible: withCard,
});

/** The services that they may see and that this permission of theirs reaches. */
export const jobServicesFor = (permission: string): Readable<JobService> =>
  readable({
    ...jobServices,
    permission,
    visible: (viewer) => sql`(${visibleTo(jobServices, viewer.identity)}) and (${withCard(viewer)})`,
  });

/** For what is done with a card as a whole. */
export const everyJobService = readable({ ...jobServices, permission: null, visible: everyone });
