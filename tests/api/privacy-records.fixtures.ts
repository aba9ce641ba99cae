import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { uploadPicture } from '../security/filled-vehicles.fixtures';
import { idOf } from '../security/id-of.fixtures';
import { ALWAYS, freeTime } from '../security/records-of-scheduling.fixtures';
import { ATTACH, announce, MOVE, readyImage, stageOf } from './bodyshop.fixtures';
import { doTo, openCounterOrder } from './counter-orders.fixtures';
import { cancel } from './job-cards.fixtures';
import type { Spoken } from './privacy.fixtures';

/** What they ask for, and a car that they announce without an account; both are called off. */
export async function askForWork(
  graph: TestGraph,
  shop: Shop,
  { customerId, vehicleId, jobCardId, marker }: Spoken,
  phone: string,
): Promise<void> {
  const { client: admin } = shop.admin;
  await untilIdle(graph);
  const request = await idOf(admin, 'createServiceRequest', 'CreateServiceRequestInput', {
    customerId,
    vehicleId,
    description: `${marker} wants it done`,
    serviceCentreId: shop.centres[0],
    homeService: true,
    homeAddress: { street: `Via ${marker}`, city: 'Torino' },
  });
  await admin.ask(
    'mutation ($id: ID!, $why: String!) { rejectServiceRequest(id: $id, reason: $why) { id } }',
    { id: request, why: `${marker} lives too far` },
  );
  const stage = await stageOf(admin, 'READY');
  await admin.ask(MOVE, { id: jobCardId, stageId: stage.id, note: `${marker} was called` });
  await admin.ask(ATTACH, {
    id: jobCardId,
    photos: [{ fileId: await readyImage(admin), caption: `${marker} beside it` }],
  });
  const announced = await announce(graph, shop, {
    lastName: marker,
    phone,
    damage: `${marker} says: a dent`,
  });
  await cancel(admin, announced.jobCardId, `${marker} did not come`);
}

/** What they ordered over the counter, and did not fetch. */
export async function orderParts(shop: Shop, { customerId, marker }: Spoken): Promise<void> {
  const { client } = shop.admin;
  const host = { client, shop, centre: shop.centres[0]! };
  const id = await openCounterOrder(host, 'PENDING', { customerId, notes: `${marker} fetches it` });
  await doTo(client, 'cancel', id, { why: `${marker} never came` });
}

/** What is written down about their vehicle, their visits and their wishes. */
export async function write(
  admin: GraphClient,
  shop: Shop,
  { customerId, client, vehicleId, marker }: Spoken,
) {
  await idOf(admin, 'recordOdometerReading', 'RecordOdometerReadingInput', {
    vehicleId,
    value: 1000,
    unit: 'KM',
    note: `${marker} read it`,
  });
  const fileId = await uploadPicture(admin, 'car.png');
  await idOf(admin, 'addVehicleImage', 'AddVehicleImageInput', {
    vehicleId,
    fileId,
    caption: `${marker} in front of it`,
  });
  await idOf(client, 'createReminder', 'CreateReminderInput', {
    vehicleId,
    kind: 'OTHER',
    title: `Call ${marker}`,
    note: `${marker} asked`,
    dueOn: '2030-01-01',
  });
  const serviceCentreId = shop.centres[0];
  await idOf(admin, 'setOpeningHours', 'SetOpeningHoursInput', {
    serviceCentreId,
    validFrom: '2020-01-01',
    week: ALWAYS,
  });
  const bayId = await idOf(admin, 'createBay', 'CreateBayInput', {
    serviceCentreId,
    name: `Bay ${vehicleId.slice(-6)}`,
  });
  const appointment = await idOf(admin, 'bookAppointment', 'BookAppointmentInput', {
    customerId,
    vehicleId,
    serviceCentreId,
    bayId,
    startsAt: freeTime(),
    minutes: 30,
    notes: `${marker} comes`,
  });
  await admin.ask('mutation ($id: ID!, $why: String!) { cancelAppointment(id: $id, reason: $why) { id } }', {
    id: appointment,
    why: `${marker} is ill`,
  });
  await idOf(admin, 'recordConsent', 'RecordConsentInput', {
    customerId,
    channel: 'EMAIL',
    purpose: 'MARKETING',
    given: true,
    source: 'FORM',
    evidence: `${marker} signed`,
  });
  await client.ask(
    `mutation { updateNotificationPreferences(input: { preferences: [{ category: APPOINTMENT, channel: SMS, enabled: false }] }) { enabled } }`,
  );
}
