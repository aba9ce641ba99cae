import type { GraphClient } from '../harness/client';
import type { Member } from '../harness/shop';
import { idOf } from '../security/id-of.fixtures';
import { assign, openCard } from './job-cards.fixtures';
import { addService, decide, done, moveService, proposed } from './jobs.fixtures';
import type { Spoken } from './privacy.fixtures';

/** A job of theirs that came to nothing, with a word of them wherever words are written on one. */
export async function workFor(
  admin: GraphClient,
  technician: Member,
  { vehicleId, marker }: Spoken,
  serviceCentreId: string,
): Promise<void> {
  const { id } = await openCard(admin, vehicleId, { complaint: `${marker} hears a noise`, serviceCentreId });
  await idOf(admin, 'recordPreInspection', 'RecordPreInspectionInput', {
    jobCardId: id,
    exteriorCondition: `Scratched by ${marker}`,
    interiorCondition: `Papers of ${marker}`,
    issues: [`${marker} smokes in it`],
  });
  await assign(admin, id, technician);
  await admin.ask(
    'mutation ($id: ID!, $notes: String) { updateJobCard(id: $id, input: { technicianNotes: $notes }) { id } }',
    { id, notes: `${marker} waits outside` },
  );
  await done(admin, 'startJobCard', id);
  await done(admin, 'pauseJobCard', id, { reason: `${marker} took it for an hour` });
  await done(admin, 'resumeJobCard', id);
  const { data } = await addService(admin, id);
  await moveService(admin, 'skipJobService', data.addJobService.id, {
    reason: `${marker} does it themselves`,
  });
  const proposal = await proposed(admin, id, { reason: `${marker} brakes late` });
  await decide(admin, proposal, {
    decision: 'DECLINE',
    means: 'PHONE',
    decidedByName: `Brother of ${marker}`,
    note: `${marker} finds it dear`,
  });
  await done(admin, 'cancelJobCard', id, { reason: `${marker} sold it` });
}
