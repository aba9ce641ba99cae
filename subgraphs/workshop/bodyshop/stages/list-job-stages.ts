import { requireOrganisation } from '../../../../shared/access/identity';
import type { Context } from '../../../../shared/subgraph/context';
import type { JobStage } from './job-stage.entity';
import { everyStage, IN_ORDER, jobStages, onBoardOf } from './job-stage.loader';

export const listJobStages = (context: Context, serviceCentreId: string | null): Promise<JobStage[]> =>
  context.reader.rows(jobStages, onBoardOf(requireOrganisation(context.identity), serviceCentreId), IN_ORDER);

/** The same for who has just configured it, and may not read job cards. */
export const boardOf = (context: Context, serviceCentreId: string | null): Promise<JobStage[]> =>
  context.reader.rows(
    everyStage,
    onBoardOf(requireOrganisation(context.identity), serviceCentreId),
    IN_ORDER,
  );
