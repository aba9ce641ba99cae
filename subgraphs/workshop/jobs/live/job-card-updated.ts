import type { Happening } from '../../../../shared/live/happening';
import { live, updateOf } from '../../../../shared/live/live-field';
import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../job-card.entity';
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
    if (!jobCard || !passes(filter, jobCard, happening)) return null;
    return { ...updateOf(happening), type: jobCardUpdates.kindOf(happening.name), jobCard };
  });
}

function passes(filter: JobCardUpdateFilter, card: JobCard, { payload }: Happening): boolean {
  const { serviceCentreId, vehicleId, customerId, technicianId } = filter;
  // Who loses a card is told so as well.
  const technicians = [card.technicianId, payload.formerTechnicianId];
  return (
    (!serviceCentreId || card.serviceCentreId === serviceCentreId) &&
    (!vehicleId || card.vehicleId === vehicleId) &&
    (!customerId || card.customerId === customerId) &&
    (!technicianId || technicians.includes(technicianId))
  );
}
