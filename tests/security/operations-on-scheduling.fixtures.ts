import { change, command, create, list, near, type Operation, unique } from './operation.fixtures';
import type { Kind } from './records.fixtures';
import { freeTime } from './records-of-scheduling.fixtures';

const DAYS = { from: '2031-01-01', to: '2031-01-03' };

export const SCHEDULING_QUERIES: readonly Operation[] = [
  list('serviceItems', 'serviceItem'),
  { name: 'bays', kind: 'bay', ask: () => ({ query: '{ bays { id } }' }) },
  {
    name: 'calendar',
    kind: 'serviceCentre',
    ask: ({ id }) => ({
      query: `query ($id: ID!, $from: LocalDate!, $to: LocalDate!) {
        calendar(serviceCentreId: $id, from: $from, to: $to) { timeZone days { date } bays { id } } }`,
      variables: { id, ...DAYS },
    }),
  },
  {
    name: 'availability',
    kind: 'serviceCentre',
    ask: ({ id }) => ({
      query:
        'query ($input: AvailabilityInput!) { availability(input: $input) { minutes slots { startsAt } } }',
      variables: { input: { serviceCentreId: id, minutes: 30, ...DAYS } },
    }),
  },
  {
    name: 'appointment',
    kind: 'appointment',
    ask: ({ id }) => ({ query: 'query ($id: ID!) { appointment(id: $id) { id } }', variables: { id } }),
  },
  list('appointments', 'appointment'),
];

/** Customers book for themselves and with their own cars, staff for the customers of their service centres. */
const booking = (name: string, type: string, kind: Kind, place: string): Operation =>
  create(name, kind, type, ({ id, world, caller, place: where }) => ({
    serviceCentreId: world.here.centres[0],
    customerId:
      caller.role === 'CUSTOMER' ? caller.customerId : near({ id, world, caller, place: where }, 'customer'),
    startsAt: freeTime(),
    minutes: 30,
    [place]: id,
  }));

const setShift = (name: string, kind: Kind, more: Partial<Operation>): Operation => ({
  ...create(name, kind, 'SetShiftInput', ({ id, world, place, caller }) => ({
    fromDate: '2022-01-01',
    days: [],
    ...(kind === 'user'
      ? { technicianId: id, serviceCentreId: world.here.centres[0] }
      : {
          serviceCentreId: id,
          technicianId: world.stands('user', place === 'otherCentre' ? place : 'ownCentre', caller),
        }),
  })),
  ...more,
});

export const SCHEDULING: readonly Operation[] = [
  create('createServiceItem', 'serviceCentre', 'CreateServiceItemInput', ({ id }) => ({
    code: unique(),
    name: 'New',
    labourMinutes: 30,
    serviceCentreIds: [id],
  })),
  change('updateServiceItem', 'serviceItem', 'UpdateServiceItemInput', { description: 'Changed' }),
  create('createBay', 'serviceCentre', 'CreateBayInput', ({ id }) => ({
    serviceCentreId: id,
    name: unique(),
  })),
  change('updateBay', 'bay', 'UpdateBayInput', { position: 7 }),
  create('setOpeningHours', 'serviceCentre', 'SetOpeningHoursInput', ({ id }) => ({
    serviceCentreId: id,
    validFrom: '2019-01-01',
    week: [],
  })),
  create('addClosure', 'serviceCentre', 'AddClosureInput', ({ id }) => ({
    serviceCentreId: id,
    fromDate: '2030-12-26',
    reason: 'Holiday',
  })),
  create('addClosure of a bay', 'bay', 'AddClosureInput', ({ id, world, place }) => ({
    serviceCentreId: world.here.centres[place === 'otherCentre' ? 1 : 0],
    bayId: id,
    fromDate: '2030-12-26',
    reason: 'Repair',
  })),
  command('removeClosure', 'closure', ''),
  setShift('setShift', 'serviceCentre', {}),
  setShift('setShift of a user', 'user', { atMost: 'C', except: ['own'] }),
  command('removeShift', 'shift', ''),
  booking('holdSlot', 'HoldSlotInput', 'vehicle', 'vehicleId'),
  booking('holdSlot for a customer', 'HoldSlotInput', 'customer', 'customerId'),
  booking('bookAppointment', 'BookAppointmentInput', 'vehicle', 'vehicleId'),
  booking('bookAppointment for a customer', 'BookAppointmentInput', 'customer', 'customerId'),
  create('bookAppointment from a hold', 'hold', 'BookAppointmentInput', ({ id }) => ({ holdId: id })),
  command('confirmAppointment', 'appointment'),
  command('checkInAppointment', 'appointment'),
  command('markNoShow', 'missed'),
  change('updateAppointment', 'appointment', 'UpdateAppointmentInput', { notes: 'Changed' }),
  {
    name: 'rescheduleAppointment',
    kind: 'appointment',
    ask: ({ id }) => ({
      query: `mutation ($id: ID!, $input: RescheduleAppointmentInput!) {
        rescheduleAppointment(id: $id, input: $input) { id } }`,
      variables: { id, input: { startsAt: freeTime() } },
    }),
  },
  {
    name: 'cancelAppointment',
    kind: 'appointment',
    ask: ({ id }) => ({
      query: 'mutation ($id: ID!) { cancelAppointment(id: $id, reason: "Because") { id } }',
      variables: { id },
    }),
  },
];
