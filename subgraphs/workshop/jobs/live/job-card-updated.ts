import { live, updateOf } from '../../../../shared/live/live-field';
import type { Context } from '../../../../shared/subgraph/context';
import { isWanted } from '../../live/work-update-filter';
import { jobCards } from '../job-card.loader';
import { type JobCardUpdate, type JobCardUpdateFilter, jobCardUpdates } from './job-card-update.type';

export function jobCardUpdated(
  context: Context,
  filter: JobCardUpdateFilter,
  after: string | undefined,
): Promise<JobCardUpdate> {
  const names = jobCardUpdates.events(filter.types);
  return live(context, { names, subjectId: filter.jobCardId ?? undefined, after }, async (happening) => {
    const jobCard = await context.load(jobCards, happening.subjectId);
    if (!jobCard || !isWanted(filter, jobCard, happening)) return null;
    return { ...updateOf(happening), type: jobCardUpdates.kindOf(happening.name), jobCard };
  });
}
