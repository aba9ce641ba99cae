import { at, monday } from '../api/scheduling.fixtures';
import { change, create, list, near, type Operation, plain, type Target, unique } from './operation.fixtures';
import type { Kind } from './records.fixtures';

export const REQUEST_QUERIES: readonly Operation[] = [
  {
    name: 'serviceRequest',
    kind: 'serviceRequest',
    ask: ({ id }) => ({ query: 'query ($id: ID!) { serviceRequest(id: $id) { id } }', variables: { id } }),
  },
  list('serviceRequests', 'serviceRequest'),
  plain('jobStages', '{ jobStages { id } }'),
];

/** What is somebody’s own, or else what is near. */
const ownOrNear = (target: Target, kind: Kind): string =>
  target.world.stands(kind, 'own', target.caller) ?? near(target, kind);

const request = (name: string, kind: Kind, place: string): Operation =>
  create(name, kind, 'CreateServiceRequestInput', (target) => ({
    description: 'The yearly service.',
    vehicleId: target.caller.role === 'CUSTOMER' ? ownOrNear(target, 'vehicle') : near(target, 'vehicle'),
    customerId: target.caller.customerId ?? near(target, 'customer'),
    serviceCentreId: target.world.here.centres[0],
    [place]: target.id,
  }));

const decision = (field: string): Operation => ({
  name: field,
  kind: 'serviceRequest',
  ask: ({ id }) => ({
    query: `mutation ($id: ID!) { ${field}(id: $id, reason: "Because") { id } }`,
    variables: { id },
  }),
});

/** Each at a time of its own, long after what others book. */
let weeks = 60;
const slot = () => {
  weeks += 1;
  return { startsAt: at(monday(weeks), 10), minutes: 60 };
};

export const REQUESTS: readonly Operation[] = [
  create('createServiceRequest', 'serviceCentre', 'CreateServiceRequestInput', (target) => ({
    description: 'The yearly service.',
    vehicleId: near(target, 'vehicle'),
    customerId: near(target, 'customer'),
    serviceCentreId: target.id,
  })),
  request('createServiceRequest for a vehicle', 'vehicle', 'vehicleId'),
  request('createServiceRequest for a customer', 'customer', 'customerId'),
  change('updateServiceRequest', 'serviceRequest', 'UpdateServiceRequestInput', { priority: 'HIGH' }),
  decision('approveServiceRequest'),
  decision('rejectServiceRequest'),
  decision('cancelServiceRequest'),
  {
    name: 'scheduleServiceRequest',
    kind: 'approvedRequest',
    ask: ({ id }) => ({
      query: `mutation ($id: ID!, $input: ScheduleServiceRequestInput!) {
        scheduleServiceRequest(id: $id, input: $input) { id } }`,
      variables: { id, input: slot() },
    }),
  },
];

const aboutCard = (
  name: string,
  kind: Kind,
  variables: (target: Target) => Promise<Record<string, unknown>>,
): Operation => ({
  name,
  kind,
  ask: async (target) => ({
    query: name.startsWith('move')
      ? 'mutation ($id: ID!, $stage: ID!) { moveJobCardToStage(id: $id, stageId: $stage) { id } }'
      : `mutation ($id: ID!, $file: ID!) { attachPhotos(jobCardId: $id, photos: [{ fileId: $file }]) { id } }`,
    variables: await variables(target),
  }),
});

async function readyStage({ world }: Target): Promise<string> {
  const [row] = await world.graph.sql<{ id: string }>(
    "select id from workshop.job_stage where organisation_id = $1 and service_centre_id is null and key = 'READY'",
    [world.here.id],
  );
  return row!.id;
}

const board = (serviceCentreId: string | null) => ({
  serviceCentreId,
  stages: [{ key: `K${unique().toUpperCase()}`, name: 'Only stage', colour: '#000000' }],
});

export const BODYSHOP: readonly Operation[] = [
  aboutCard('moveJobCardToStage', 'jobCard', async (target) => ({
    id: target.id,
    stage: await readyStage(target),
  })),
  aboutCard('attachPhotos', 'jobCard', async (target) => ({ id: target.id, file: near(target, 'picture') })),
  {
    ...aboutCard('attachPhotos of a file', 'picture', async (target) => ({
      id: target.place === 'own' ? ownOrNear(target, 'jobCard') : near(target, 'jobCard'),
      file: target.id,
    })),
    byReference: true,
  },
  create('configureJobStages of a service centre', 'serviceCentre', 'ConfigureJobStagesInput', ({ id }) =>
    board(id),
  ),
];
