import {
  AnnounceCarDocument,
  ApproveRequestDocument,
  AskTheRegisterDocument,
  BookDocument,
  CheckInDocument,
  ConfirmAppointmentDocument,
  FindTheCarDocument,
  FreeSlotsDocument,
  HoldSlotDocument,
  OpenLinkDocument,
  RaiseRequestDocument,
  ScheduleRequestDocument,
  TakeInCustomerDocument,
  TakeInVehicleDocument,
  TrackRepairDocument,
} from '../../client/generated/graphql';
import { createBay, monday, setHours, setShift, workdays } from '../api/scheduling.fixtures';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { type TypedClient, typed } from '../harness/typed';
import { uploadPicture } from '../security/filled-vehicles.fixtures';

/**
 * From the phone call to the car at the door, as the people of a shop and its customers live it, with the documents of
 * the client guide. To be read from top to bottom; each step goes on from the one before.
 */
const graph = useGraph();
let shop: Shop;
let manager: Member;
let centre: string;
let atTheDesk: TypedClient;
let theManager: TypedClient;
let aStranger: TypedClient;

beforeAll(async () => {
  shop = await graph.shop({ timeZone: 'Europe/Rome' });
  centre = shop.centres[0]!;
  manager = await shop.staff('MANAGER');
  const advisor = await shop.staff('ADVISOR');
  const technician = await shop.staff('TECHNICIAN');
  await setHours(manager.client, {
    serviceCentreId: centre,
    validFrom: '2020-01-01',
    week: workdays('08:00', '12:00'),
  });
  await createBay(manager.client, { serviceCentreId: centre, name: 'Lift 1', kind: 'LIFT' });
  await setShift(manager.client, {
    serviceCentreId: centre,
    technicianId: technician.id,
    fromDate: '2020-01-01',
    week: workdays('08:00', '12:00'),
  });
  atTheDesk = typed(advisor.client);
  theManager = typed(manager.client);
  aStranger = typed(graph.anonymous());
});

describe('somebody calls', () => {
  let customerId: string;
  let vehicleId: string;
  let requestId: string;
  let slots: string[];
  let trackingCode: string;
  const day = monday();
  const freeOn = async (date: string): Promise<string[]> => {
    const { availability } = await atTheDesk.ask(FreeSlotsDocument, {
      input: { serviceCentreId: centre, from: date, to: date, minutes: 60 },
    });
    return availability!.slots.map(({ startsAt }) => startsAt);
  };

  it('who is not known yet: the register tells what car it is, and both are taken in', async () => {
    const nobody = await atTheDesk.ask(FindTheCarDocument, { search: '333 998 877' });
    expect(nobody.quickSearchVehicles).toEqual([]);
    const plate = { number: 'GB 400 XY', country: 'IT' };
    const { lookupVehicle } = await atTheDesk.ask(AskTheRegisterDocument, { input: { plate } });
    expect(lookupVehicle).toMatchObject({ outcome: 'FOUND', isDevelopment: true, isKnown: false });
    const { createCustomer } = await atTheDesk.ask(TakeInCustomerDocument, {
      input: { firstName: 'Carla', lastName: 'Conti', phone: '333 998877', serviceCentreId: centre },
    });
    customerId = createCustomer.id;
    const { createVehicle } = await atTheDesk.ask(TakeInVehicleDocument, {
      input: {
        make: lookupVehicle.suggestion!.make!,
        model: 'Unknown',
        plate,
        ownerId: customerId,
        serviceCentreId: centre,
      },
    });
    vehicleId = createVehicle.id;
  });

  it.each([
    ['a plate', 'gb-400 xy', 'PLATE'],
    ['a part of one', '400XY', 'PLATE'],
    ['a name', 'conti car', 'OWNER_NAME'],
    ['a phone', '0039 333 99 88 77', 'OWNER_PHONE'],
  ])('and is found from now on by %s, in any spelling', async (_, search, reason) => {
    const { quickSearchVehicles } = await atTheDesk.ask(FindTheCarDocument, { search });
    expect(quickSearchVehicles.map(({ vehicle }) => vehicle.id)).toEqual([vehicleId]);
    expect(quickSearchVehicles[0]!.matchedBy).toContain(reason);
    expect(quickSearchVehicles[0]!.vehicle.owner).toMatchObject({ displayName: 'Carla Conti' });
  });

  it('asks for a service, which a manager approves', async () => {
    const { createServiceRequest } = await atTheDesk.ask(RaiseRequestDocument, {
      input: {
        serviceCentreId: centre,
        customerId,
        vehicleId,
        description: 'Yearly service, and it squeaks.',
      },
    });
    expect(createServiceRequest).toMatchObject({ status: 'PENDING' });
    requestId = createServiceRequest.id;
    const decision = { id: requestId, expectedVersion: createServiceRequest.version };
    expect(await atTheDesk.refusal(ApproveRequestDocument, decision)).toBe('FORBIDDEN');
    const { approveServiceRequest } = await theManager.ask(ApproveRequestDocument, decision);
    expect(approveServiceRequest.status).toBe('APPROVED');
  });

  it('is offered what is free, by the clock of the shop', async () => {
    slots = await freeOn(day);
    const hours = slots.map((startsAt) =>
      new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Rome' }).format(
        new Date(startsAt),
      ),
    );
    expect(hours[0]).toBe('08:00');
    expect(hours.at(-1)).toBe('11:00');
  });

  it('gets an appointment, which nobody else is offered any more', async () => {
    const { scheduleServiceRequest } = await atTheDesk.ask(ScheduleRequestDocument, {
      id: requestId,
      input: { startsAt: slots[0]!, minutes: 60 },
    });
    expect(scheduleServiceRequest).toMatchObject({
      status: 'SCHEDULED',
      appointment: { status: 'BOOKED', startsAt: slots[0] },
    });
    const left = await freeOn(day);
    expect(left).not.toContain(slots[0]);
    expect(left.length).toBeGreaterThan(0);
  });

  it('while another caller’s slot is kept for as long as they think', async () => {
    const [next] = await freeOn(day);
    const { holdSlot } = await atTheDesk.ask(HoldSlotDocument, {
      input: { serviceCentreId: centre, startsAt: next!, minutes: 60 },
    });
    expect(holdSlot).toMatchObject({ status: 'HELD', startsAt: next });
    expect(await freeOn(day)).not.toContain(next);
    const { bookAppointment } = await atTheDesk.ask(BookDocument, {
      input: { holdId: holdSlot.id, customerId, vehicleId },
    });
    expect(bookAppointment).toMatchObject({ id: holdSlot.id, status: 'BOOKED' });
    expect(bookAppointment.number).toMatch(/^APT-\d{6}$/);
  });

  it('comes, and the appointment becomes a job', async () => {
    const { jobCard, status } = await arrival();
    expect(status).toBe('CHECKED_IN');
    trackingCode = jobCard!.trackingCode!;
    const { serviceRequest } = await manager.client.ask<{ serviceRequest: object }>(
      'query ($id: ID!) { serviceRequest(id: $id) { status jobCard { id } } }',
      { id: requestId },
    );
    expect(serviceRequest).toEqual({ status: 'IN_PROGRESS', jobCard: { id: jobCard!.id } });
  });

  it('and follows the work without an account, by the code and the plate', async () => {
    const asked = { organisation: shop.slug, code: trackingCode };
    const { trackRepair } = await aStranger.ask(TrackRepairDocument, { ...asked, secondFactor: 'gb400xy' });
    expect(trackRepair).toMatchObject({ firstName: 'Carla', status: 'CREATED' });
    expect(JSON.stringify(trackRepair)).not.toMatch(/Conti|998877/);
    expect(await aStranger.refusal(TrackRepairDocument, { ...asked, secondFactor: 'XX000XX' })).toBe(
      'NOT_FOUND',
    );
  });

  async function arrival() {
    const { serviceRequest } = await manager.client.ask<{ serviceRequest: { appointment: { id: string } } }>(
      'query ($id: ID!) { serviceRequest(id: $id) { appointment { id } } }',
      { id: requestId },
    );
    const { id } = serviceRequest.appointment;
    const { confirmAppointment } = await atTheDesk.ask(ConfirmAppointmentDocument, { id });
    expect(confirmAppointment.status).toBe('CONFIRMED');
    const { checkInAppointment } = await atTheDesk.ask(CheckInDocument, { id });
    return checkInAppointment;
  }
});

test('somebody without an account announces a car with a photo, and the shop sees both', async () => {
  const { preCheckIn } = await aStranger.ask(AnnounceCarDocument, {
    input: {
      organisation: shop.slug,
      firstName: 'Dino',
      lastName: 'Dondi',
      phone: '+39 333 1234500',
      plate: 'EF 555 GH',
      make: 'Fiat',
      model: 'Tipo',
      damage: 'A dent in the left door.',
      idempotencyKey: 'the form of Dino',
    },
  });
  const { openLink } = await aStranger.ask(OpenLinkDocument, { token: preCheckIn.uploadToken });
  const holder = graph.withToken(openLink.accessToken);
  const fileId = await uploadPicture(holder, 'door.png');
  await holder.ask(
    'mutation ($id: ID!, $photos: [PhotoInput!]!) { attachPhotos(jobCardId: $id, photos: $photos) { id } }',
    { id: preCheckIn.jobCardId, photos: [{ fileId, caption: 'The door' }] },
  );
  const { jobCard } = await manager.client.ask<{ jobCard: object }>(
    'query ($id: ID!) { jobCard(id: $id) { number complaint stage { key } photos { caption } } }',
    { id: preCheckIn.jobCardId },
  );
  expect(jobCard).toEqual({
    number: preCheckIn.number,
    complaint: 'A dent in the left door.',
    stage: { key: 'PRE_CHECK_IN' },
    photos: [{ caption: 'The door' }],
  });
});
