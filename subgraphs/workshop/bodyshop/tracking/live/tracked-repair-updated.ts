import type { Happening } from '../../../../../shared/live/happening';
import { live, updateOf } from '../../../../../shared/live/live-field';
import type { Context } from '../../../../../shared/subgraph/context';
import { findRepair, findRepairAgain, type TrackRepair } from '../track-repair';
import { type TrackedRepairUpdate, trackedRepairUpdates } from './tracked-repair-update.type';

export async function trackedRepairUpdated(
  context: Context,
  asked: TrackRepair,
  after: string | undefined,
): Promise<TrackedRepairUpdate> {
  const find = context.live?.happening ? findRepairAgain : findRepair;
  const { organisationId, cardId, repair } = await find(context, asked);
  const listening = { names: trackedRepairUpdates.events(), organisationId, subjectId: cardId, after };
  return live(context, listening, (happening) =>
    isShown(happening)
      ? { ...updateOf(happening), type: trackedRepairUpdates.kindOf(happening.name), repair }
      : null,
  );
}

/** What goes on inside the shop and changes nothing that is shown, is not told. */
function isShown({ name, payload }: Happening): boolean {
  if (name === 'JobCardUpdated') return payload.promisedAnew === true;
  if (name === 'JobCardPhotosAttached') return payload.shownInTracking === true;
  return name !== 'JobCardAssigned' || !payload.formerTechnicianId;
}
