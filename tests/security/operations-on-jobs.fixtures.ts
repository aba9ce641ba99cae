import { command, list, near, type Operation, type Target } from './operation.fixtures';
import type { Kind } from './records.fixtures';

const centreOf = ({ world, place }: Target): string => world.here.centres[place === 'otherCentre' ? 1 : 0]!;

export const JOB_QUERIES: readonly Operation[] = [
  {
    name: 'additionalService',
    kind: 'proposal',
    ask: ({ id }) => ({ query: 'query ($id: ID!) { additionalService(id: $id) { id } }', variables: { id } }),
  },
  list('timeEntries', 'timeEntry'),
  {
    name: 'technicians',
    kind: 'user',
    // Whoever asks is not always one of them.
    except: ['own'],
    ask: () => ({ query: '{ technicians(first: 100) { nodes { id } } }' }),
  },
  {
    name: 'technicianWorkload',
    kind: 'user',
    ask: (target) => ({
      query: `query ($id: ID!, $centre: ID) { technicianWorkload(technicianId: $id, from: "2026-01-05", to: "2026-01-11",
        serviceCentreId: $centre) { shiftHours } }`,
      variables: { id: target.id, centre: centreOf(target) },
    }),
  },
];

/** A command whose input names the record: what is not there to be seen is not found. */
const onJob = (field: string, kind: Kind, type: string, input: (target: Target) => object): Operation => ({
  name: field,
  kind,
  ask: (target) => ({
    query: `mutation ($input: ${type}!) { ${field}(input: $input) { id } }`,
    variables: { input: { jobCardId: target.id, ...input(target) } },
  }),
});

const onId = (field: string, kind: Kind, type: string, input: (target: Target) => object): Operation => ({
  name: field,
  kind,
  ask: (target) => ({
    query: `mutation ($id: ID!, $input: ${type}!) { ${field}(id: $id, input: $input) { id } }`,
    variables: { id: target.id, input: input(target) },
  }),
});

/** Technicians clock themselves on, others somebody of the centre. */
const whoseClock = (target: Target): object => {
  const { caller, place, world } = target;
  if (caller.role === 'TECHNICIAN') return {};
  return { technicianId: world.stands('user', place === 'otherCentre' ? place : 'ownCentre', caller) };
};

/** Half as long as it was. */
async function halved({ id, world }: Target): Promise<object> {
  const [row] = await world.graph.sql<{ until: Date }>(
    "select started_at + interval '5 minutes' as until from workshop.time_entry where id = $1",
    [id],
  );
  return { endedAt: row!.until.toISOString(), reason: 'Because' };
}

export const JOB_COMMANDS: readonly Operation[] = [
  command('startJobCard', 'assignedJob'),
  command('pauseJobCard', 'jobInProgress'),
  command('resumeJobCard', 'pausedJob'),
  command('completeJobCard', 'jobInProgress'),
  command('deliverJobCard', 'completedJob'),
  onJob('recordPreInspection', 'jobCard', 'RecordPreInspectionInput', () => ({ fuelPercent: 50 })),
  onJob('addJobService', 'jobInProgress', 'AddJobServiceInput', () => ({ name: 'Something' })),
  onId('updateJobService', 'jobService', 'UpdateJobServiceInput', () => ({ name: 'Something else' })),
  command('removeJobService', 'jobService'),
  command('startJobService', 'jobService'),
  command('completeJobService', 'begunService'),
  {
    name: 'skipJobService',
    kind: 'jobService',
    ask: ({ id }) => ({
      query: 'mutation ($id: ID!) { skipJobService(id: $id, reason: "Because") { id } }',
      variables: { id },
    }),
  },
  onJob('proposeAdditionalService', 'jobInProgress', 'ProposeAdditionalServiceInput', () => ({
    title: 'More',
    lines: [{ name: 'More', unitPrice: { amount: '1.00', currency: 'EUR' } }],
  })),
  onId('updateAdditionalService', 'proposal', 'UpdateAdditionalServiceInput', () => ({ title: 'Changed' })),
  command('withdrawAdditionalService', 'proposal'),
  onId('decideAdditionalService', 'proposal', 'DecideAdditionalServiceInput', ({ caller }) => ({
    decision: 'APPROVE',
    version: 1,
    amount: { amount: '120.00', currency: 'EUR' },
    means: caller.customerId ? null : 'PHONE',
  })),
  onJob('startTimeEntry', 'jobInProgress', 'StartTimeEntryInput', whoseClock),
  command('stopTimeEntry', 'timeEntry'),
  {
    name: 'correctTimeEntry',
    kind: 'timeEntry',
    ask: async (target) => ({
      query:
        'mutation ($id: ID!, $input: CorrectTimeEntryInput!) { correctTimeEntry(id: $id, input: $input) { id } }',
      variables: { id: target.id, input: await halved(target) },
    }),
  },
  {
    name: 'startTimeEntry of a technician',
    kind: 'user',
    byReference: true,
    atMost: 'C',
    except: ['own'],
    ask: (target) => ({
      query: 'mutation ($input: StartTimeEntryInput!) { startTimeEntry(input: $input) { id } }',
      variables: { input: { jobCardId: near(target, 'jobInProgress'), technicianId: target.id } },
    }),
  },
];
