import { putInState } from '../api/job-cards.fixtures';
import { addService, clockOff, clockOn, moveService, proposed } from '../api/jobs.fixtures';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { idOf } from './id-of.fixtures';

/** What commands of this area need that the schema cannot say. */
export const VALUES_OF_JOBS: Readonly<Record<string, Record<string, unknown>>> = {
  addJobService: { 'input.name': 'Sample' },
  proposeAdditionalService: { 'input.amount.amount': '900.00', 'input.amount.currency': 'EUR' },
  updateAdditionalService: { 'input.amount.amount': '900.00', 'input.amount.currency': 'EUR' },
  decideAdditionalService: { 'input.means': 'PHONE' },
  correctTimeEntry: { 'input.endedAt': '2021-01-01T00:05:00Z' },
  technicianWorkload: { from: '2026-01-05', to: '2026-01-06' },
};

interface Work {
  vehicleId: string;
  technician: string;
}

type Fitting = Record<string, Record<string, string>>;

/**
 * Jobs that are being worked on, with all that hangs on them; and for each command one that fits. The card that is made
 * last is in progress, and so is the last service; nobody’s clock runs.
 */
export async function workOnJobs(
  graph: TestGraph,
  admin: GraphClient,
  shop: Shop,
  marker: string,
  { vehicleId, technician }: Work,
): Promise<Fitting> {
  const open = async (state: string) => {
    const complaint = `Work ${marker}`;
    const id = await idOf(admin, 'createJobCard', 'CreateJobCardInput', {
      vehicleId,
      complaint,
      serviceCentreId: shop.centres[0],
    });
    await putInState(graph, id, state, technician);
    return id;
  };
  const fitting: Fitting = {};
  const note = (command: string, id: string, place = 'id') => {
    fitting[command] = { [place]: id };
  };
  note('startJobCard', await open('ASSIGNED'));
  note('pauseJobCard', await open('IN_PROGRESS'));
  note('resumeJobCard', await open('PAUSED'));
  note('completeJobCard', await open('IN_PROGRESS'));
  note('deliverJobCard', await open('COMPLETED'));
  const card = await open('IN_PROGRESS');
  await inspect(admin, card, marker);
  for (const command of ['updateAdditionalService', 'withdrawAdditionalService', 'decideAdditionalService'])
    note(command, await propose(admin, card, marker));
  await putInState(graph, card, 'IN_PROGRESS', technician);
  await clock(graph, admin, card, technician, marker);
  for (const command of ['completeJobService', 'startJobService', 'skipJobService', 'removeJobService']) {
    const service = (await addService(admin, card, { name: `Service ${marker}`, description: marker })).data
      .addJobService.id;
    if (command === 'completeJobService') await moveService(admin, 'startJobService', service);
    note(command, service);
  }
  fitting.startTimeEntry = { 'input.jobCardId': card, 'input.technicianId': technician };
  return fitting;
}

const inspect = (admin: GraphClient, jobCardId: string, marker: string) =>
  idOf(admin, 'recordPreInspection', 'RecordPreInspectionInput', {
    jobCardId,
    exteriorCondition: `Outside ${marker}`,
    interiorCondition: `Inside ${marker}`,
    issues: [`Issue ${marker}`],
  });

async function propose(admin: GraphClient, card: string, marker: string): Promise<string> {
  const lines = [{ name: `Line ${marker}`, unitPrice: { amount: '1.00', currency: 'EUR' } }];
  return (await proposed(admin, card, { title: `More ${marker}`, reason: marker, lines })).id;
}

/** Long ago, and corrected. */
async function clock(
  graph: TestGraph,
  admin: GraphClient,
  card: string,
  technicianId: string,
  marker: string,
): Promise<void> {
  const { id } = (await clockOn(admin, card, { technicianId })).data.startTimeEntry;
  await clockOff(admin, id);
  await graph.sql(
    "update workshop.time_entry set started_at = '2021-01-01T00:00Z', ended_at = '2021-01-01T00:30Z' where id = $1",
    [id],
  );
  await admin.ask(
    'mutation ($id: ID!, $input: CorrectTimeEntryInput!) { correctTimeEntry(id: $id, input: $input) { id } }',
    { id, input: { endedAt: '2021-01-01T00:20:00Z', reason: `Because ${marker}` } },
  );
}
