import type { Parts } from '../../../shared/subgraph/parts';
import { Photo } from './photos/photo.entity';
import { JobCardPhotosResolver, PhotoResolver } from './photos/photo.resolver';
import { PreCheckIn } from './pre-check-in/pre-check-in.entity';
import { JobCardPreCheckInResolver, PreCheckInResolver } from './pre-check-in/pre-check-in.resolver';
import { enterDefaultStages } from './stages/enter-default-stages.handler';
import { JobStage } from './stages/job-stage.entity';
import { JobCardStageResolver, JobStageResolver, StageChangeResolver } from './stages/job-stage.resolver';
import { JobCardStageChange } from './stages/stage-change.entity';
import { TrackedRepairUpdateResolver } from './tracking/live/tracked-repair-update.resolver';
import { TrackedPhotoResolver, TrackingResolver } from './tracking/tracking.resolver';

/** What a body shop has beside a workshop: its own stages, photos, cars that are announced and cars that are tracked. */
export const bodyshopParts = {
  entities: [JobStage, JobCardStageChange, Photo, PreCheckIn],
  resolvers: [
    JobStageResolver,
    JobCardStageResolver,
    StageChangeResolver,
    PhotoResolver,
    JobCardPhotosResolver,
    PreCheckInResolver,
    JobCardPreCheckInResolver,
    TrackingResolver,
    TrackedPhotoResolver,
    TrackedRepairUpdateResolver,
  ],
  handlers: [enterDefaultStages],
} satisfies Parts;
