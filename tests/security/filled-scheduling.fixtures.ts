import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { idOf } from './id-of.fixtures';
import { ALWAYS, freeTime, missIt } from './records-of-scheduling.fixtures';

/** What commands of this area need that the schema cannot say. */
export const VALUES_OF_SCHEDULING: Readonly<Record<string, Record<string, unknown>>> = {
  setOpeningHours: {
    'input.week.from': '08:00',
    'input.week.until': '12:00',
    'input.validFrom': '2019-01-01',
  },
  setShift: { 'input.days': [] },
  bookAppointment: { 'input.startsAt': '2032-01-07T12:00:00Z', 'input.minutes': 30 },
  holdSlot: { 'input.startsAt': '2032-01-07T10:00:00Z', 'input.minutes': 30 },
  rescheduleAppointment: { 'input.startsAt': '2032-01-08T10:00:00Z' },
  availability: { 'input.minutes': 30, 'input.from': '2033-01-03', 'input.to': '2033-01-03' },
  calendar: { from: '2032-01-05', to: '2032-01-06' },
};

/** Given alone, and tried on those of others in permissions.test.ts. */
export const NOT_WITH_OTHERS: Readonly<Record<string, readonly string[]>> = {
  bookAppointment: ['input.holdId'],
  createHomeService: ['input.serviceRequestId'],
  openWarrantyClaim: ['input.counterOrderLineId'],
  decideWarrantyClaim: ['input.replacement.locationId'],
  recordCoreReturn: ['input.counterOrderLineId', 'input.supplierId', 'input.partId', 'input.serviceCentreId'],
};

/** Fields of this area that must be told which service centre: the first one of the shop is asked for. */
export const CENTRE_OF: Readonly<Record<string, string>> = {
  availability: 'input.serviceCentreId',
  calendar: 'serviceCentreId',
};

/**
 * Both service centres are open day and night, and everybody works in them. The appointments, the last made first: one
 * that is booked, one that nobody came to, one that is called off. Gives the bay of the first service centre.
 */
export async function fillScheduling(
  graph: TestGraph,
  admin: GraphClient,
  shop: Shop,
  marker: string,
  visit: { customerId: string; vehicleId: string },
): Promise<string> {
  await offer(admin, marker);
  const bays = await openCentres(admin, shop, marker);
  await rosterEverybody(admin, shop, marker);
  const [serviceCentreId, bayId] = [shop.centres[0]!, bays[0]!];
  const book = (command: string, type: string, input: object = {}) =>
    idOf(admin, command, type, {
      ...visit,
      serviceCentreId,
      bayId,
      startsAt: freeTime(),
      minutes: 30,
      ...input,
    });
  const notes = `Notes ${marker}`;
  const calledOff = await book('bookAppointment', 'BookAppointmentInput', { notes });
  await admin.ask('mutation ($id: ID!, $why: String!) { cancelAppointment(id: $id, reason: $why) { id } }', {
    id: calledOff,
    why: `Because ${marker}`,
  });
  await missIt(graph, await book('bookAppointment', 'BookAppointmentInput', { notes }));
  await book('bookAppointment', 'BookAppointmentInput', { notes });
  return bayId;
}

/** One that is offered no more, and three that are. */
async function offer(admin: GraphClient, marker: string): Promise<void> {
  const ids: string[] = [];
  for (const n of [1, 2, 3, 4])
    ids.push(
      await idOf(admin, 'createServiceItem', 'CreateServiceItemInput', {
        code: `${n}${marker}`,
        name: `Item ${marker}`,
        labourMinutes: 30,
      }),
    );
  await admin.ask('mutation ($id: ID!) { updateServiceItem(id: $id, input: { active: false }) { id } }', {
    id: ids[0],
  });
}

async function openCentres(admin: GraphClient, shop: Shop, marker: string): Promise<string[]> {
  const bays: string[] = [];
  for (const serviceCentreId of shop.centres) {
    await idOf(admin, 'setOpeningHours', 'SetOpeningHoursInput', {
      serviceCentreId,
      validFrom: '2020-01-01',
      week: ALWAYS,
      rules: { holdMinutes: 120 },
    });
    bays.push(await idOf(admin, 'createBay', 'CreateBayInput', { serviceCentreId, name: `Bay ${marker}` }));
    await idOf(admin, 'addClosure', 'AddClosureInput', {
      serviceCentreId,
      fromDate: '2032-01-05',
      reason: `Closed ${marker}`,
    });
  }
  return bays;
}

async function rosterEverybody(admin: GraphClient, shop: Shop, marker: string): Promise<void> {
  const { users } = await admin.ask<{ users: { nodes: { id: string }[] } }>(
    '{ users(first: 100) { nodes { id } } }',
  );
  const shift = (input: object) => idOf(admin, 'setShift', 'SetShiftInput', input);
  for (const { id: technicianId } of users.nodes)
    for (const serviceCentreId of shop.centres)
      await shift({ serviceCentreId, technicianId, fromDate: '2020-01-01', week: ALWAYS, reason: marker });
}
