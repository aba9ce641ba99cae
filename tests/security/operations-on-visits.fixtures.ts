import { SECTIONS } from '../api/inspections.fixtures';
import {
  change,
  command,
  create,
  list,
  near,
  type Operation,
  one,
  type Target,
  unique,
} from './operation.fixtures';
import type { Kind } from './records.fixtures';
import { freeTime } from './records-of-scheduling.fixtures';

export const VISIT_QUERIES: readonly Operation[] = [
  one('homeService', 'homeVisit'),
  list('homeServices', 'homeVisit'),
  {
    name: 'inspectionTemplates',
    kind: 'inspectionTemplate',
    ask: () => ({ query: '{ inspectionTemplates { id } }' }),
  },
  one('inspection', 'inspection'),
  list('inspections', 'inspection'),
  one('sharedInspection', 'inspection', '{ templateName }'),
];

const ADDRESS = { street: 'Via Po 1', city: 'Torino' };

/** Staff plan for whom and where they say; customers for a request that was approved, and not so. */
const planning = (name: string, kind: Kind, place: string): Operation => ({
  ...create(name, kind, 'CreateHomeServiceInput', (target) => ({
    vehicleId: near(target, 'vehicle'),
    customerId: near(target, 'customer'),
    serviceCentreId: target.world.here.centres[0],
    address: ADDRESS,
    startsAt: freeTime(),
    minutes: 30,
    travelMinutes: 0,
    [place]: target.id,
  })),
  except: ['own'],
});

async function technicianOf({ id, world }: Target): Promise<string> {
  const [row] = await world.graph.sql<{ id: string }>(
    'select technician_id as id from workshop.home_service where id = $1',
    [id],
  );
  return row!.id;
}

const withInput = (
  field: string,
  kind: Kind,
  type: string,
  input: (target: Target) => object | Promise<object>,
  more: Partial<Operation> = {},
): Operation => ({
  name: field,
  kind,
  ask: async (target) => ({
    query: `mutation ($id: ID!, $input: ${type}!) { ${field}(id: $id, input: $input) { id } }`,
    variables: { id: target.id, input: await input(target) },
  }),
  ...more,
});

const withReason = (field: string, kind: Kind): Operation => ({
  name: field,
  kind,
  ask: ({ id }) => ({
    query: `mutation ($id: ID!) { ${field}(id: $id, reason: "Because") { id } }`,
    variables: { id },
  }),
});

const HOME: readonly Operation[] = [
  planning('createHomeService', 'serviceCentre', 'serviceCentreId'),
  planning('createHomeService for a vehicle', 'vehicle', 'vehicleId'),
  planning('createHomeService for a customer', 'customer', 'customerId'),
  create('createHomeService for a request', 'approvedHomeRequest', 'CreateHomeServiceInput', ({ id }) => ({
    serviceRequestId: id,
    startsAt: freeTime(),
    minutes: 30,
  })),
  withInput('scheduleHomeService', 'homeVisit', 'ScheduleHomeServiceInput', () => ({ startsAt: freeTime() })),
  withInput('assignHomeService', 'homeVisit', 'AssignHomeServiceInput', async (target) => ({
    technicianId: await technicianOf(target),
  })),
  change('updateHomeService', 'homeVisit', 'UpdateHomeServiceInput', { notes: 'Changed' }),
  command('startHomeServiceRoute', 'homeVisit'),
  // Where somebody is, they alone say.
  change(
    'updateHomeServiceLocation',
    'visitOnTheWay',
    'HomeServiceLocationInput',
    { latitude: 45, longitude: 7 },
    { atMost: 'S' },
  ),
  command('arriveHomeService', 'visitOnTheWay'),
  command('startHomeService', 'visitOnSite'),
  command('completeHomeService', 'visitDone'),
  withReason('cancelHomeService', 'homeVisit'),
];

const recording = (field: string, type: string, input: object): Operation => ({
  name: field,
  kind: 'openInspection',
  ask: ({ id }) => ({
    query: `mutation ($id: ID!, $input: ${type}!) { ${field}(inspectionId: $id, input: $input) { id } }`,
    variables: { id, input },
  }),
});

const FOUND = { key: 'DRIVE', text: 'It drives.' };

const INSPECTIONS: readonly Operation[] = [
  {
    name: 'createInspectionTemplate',
    kind: 'nothing',
    ask: () => ({
      query: `mutation ($input: CreateInspectionTemplateInput!) { createInspectionTemplate(input: $input) { id } }`,
      variables: { input: { name: unique(), sections: SECTIONS } },
    }),
  },
  change('updateInspectionTemplate', 'inspectionTemplate', 'UpdateInspectionTemplateInput', {
    description: 'Changed',
  }),
  create('startInspection', 'jobCard', 'StartInspectionInput', ({ id }) => ({ jobCardId: id })),
  recording('recordInspectionItem', 'RecordedItemInput', FOUND),
  recording('recordInspectionItems', 'RecordInspectionItemsInput', { items: [FOUND] }),
  command('publishInspection', 'openInspection'),
  command('shareInspection', 'inspection'),
  command('revokeInspectionLinks', 'inspection'),
  withReason('cancelInspection', 'openInspection'),
];

export const VISITS: readonly Operation[] = [...HOME, ...INSPECTIONS];
