import { live, updateOf } from '../../../../shared/live/live-field';
import type { Context } from '../../../../shared/subgraph/context';
import { exportJobs } from '../export-job.loader';
import { type ExportJobUpdate, type ExportJobUpdateFilter, exportJobUpdates } from './export-job-update.type';

export function exportJobUpdated(
  context: Context,
  { types, exportJobId }: ExportJobUpdateFilter,
  after: string | undefined,
): Promise<ExportJobUpdate> {
  const names = exportJobUpdates.events(types);
  const userId = context.identity.actorId ?? undefined;
  const listening = { names, subjectId: exportJobId ?? undefined, userId, after };
  return live(context, listening, async (happening) => {
    const exportJob = await context.load(exportJobs, happening.subjectId);
    if (!exportJob) return null;
    return { ...updateOf(happening), type: exportJobUpdates.kindOf(happening.name), exportJob };
  });
}
