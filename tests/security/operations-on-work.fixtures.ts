import { type Asked, change, command, create, near, type Operation, unique } from './operation.fixtures';
import type { Kind } from './records.fixtures';

export const CUSTOMERS: readonly Operation[] = [
  create('createCustomer', 'serviceCentre', 'CreateCustomerInput', ({ id }) => ({
    lastName: 'New',
    serviceCentreId: id,
  })),
  change('updateCustomer', 'customer', 'UpdateCustomerInput', { company: 'Changed' }),
  {
    name: 'addContact',
    kind: 'customer',
    ask: ({ id }) => ({
      query: 'mutation ($id: ID!) { addContact(customerId: $id, input: { name: "New" }) { id } }',
      variables: { id },
    }),
  },
  change('updateContact', 'contact', 'UpdateContactInput', { name: 'Changed' }),
  command('removeContact', 'contact'),
  command('archiveCustomer', 'customer'),
  command('restoreCustomer', 'customer'),
  command('inviteCustomer', 'customer', '{ linkId }', 'customerId'),
  command('revokeLink', 'link', ''),
  create('findCustomer', 'customer', 'FindCustomerInput', ({ id, world, place }) => ({
    email: world.known.get(id)?.email ?? 'own@mail.example',
    serviceCentreId: place === 'own' ? null : world.here.centres[0],
  })),
];

export const VEHICLES: readonly Operation[] = [
  create('createVehicle', 'serviceCentre', 'CreateVehicleInput', ({ id }) => ({
    make: 'Fiat',
    model: 'Panda',
    serviceCentreId: id,
  })),
  create('createVehicle for an owner', 'customer', 'CreateVehicleInput', ({ id, world, place }) => ({
    make: 'Fiat',
    model: 'Panda',
    ownerId: id,
    serviceCentreId: place === 'own' ? null : world.here.centres[0],
  })),
  change('updateVehicle', 'vehicle', 'UpdateVehicleInput', { colour: 'Changed' }),
  {
    name: 'changeVehiclePlate',
    kind: 'vehicle',
    ask: ({ id }) => ({
      query: 'mutation ($id: ID!, $plate: PlateInput) { changeVehiclePlate(id: $id, plate: $plate) { id } }',
      variables: { id, plate: { number: unique(), country: 'IT' } },
    }),
  },
  command('archiveVehicle', 'vehicle'),
  command('restoreVehicle', 'vehicle'),
  {
    name: 'transferVehicleOwnership',
    kind: 'vehicle',
    ask: (target) => transfer(target.id, near(target, 'customer')),
  },
  {
    name: 'transferVehicleOwnership to a customer',
    kind: 'customer',
    byReference: true,
    ask: (target) => transfer(near(target, 'vehicle'), target.id),
  },
  create('findVehicle', 'vehicle', 'FindVehicleInput', ({ id, world, place }) => ({
    vin: world.known.get(id)!.vin,
    serviceCentreId: place === 'own' ? null : world.here.centres[0],
  })),
];

const transfer = (id: string, to: string): Asked => ({
  query: 'mutation ($id: ID!, $to: ID!) { transferVehicleOwnership(id: $id, customerId: $to) { id } }',
  variables: { id, to },
});

const jobCard = (name: string, kind: Kind, place: string): Operation =>
  create(name, kind, 'CreateJobCardInput', (target) => ({
    complaint: 'It makes a noise.',
    vehicleId: near(target, 'vehicle'),
    customerId: near(target, 'customer'),
    serviceCentreId: target.world.here.centres[0],
    [place]: target.id,
  }));

const assign = (id: string, to: string): Asked => ({
  query: 'mutation ($id: ID!, $to: ID!) { assignJobCard(id: $id, technicianId: $to) { id } }',
  variables: { id, to },
});

export const JOBS: readonly Operation[] = [
  jobCard('createJobCard', 'serviceCentre', 'serviceCentreId'),
  jobCard('createJobCard for a vehicle', 'vehicle', 'vehicleId'),
  jobCard('createJobCard for a customer', 'customer', 'customerId'),
  change('updateJobCard', 'jobCard', 'UpdateJobCardInput', { complaint: 'Changed' }),
  {
    name: 'assignJobCard',
    kind: 'jobCard',
    ask: ({ id, world, place, caller }) =>
      assign(id, world.stands('user', place === 'otherCentre' ? place : 'ownCentre', caller)!),
  },
  {
    name: 'assignJobCard to a technician',
    kind: 'user',
    byReference: true,
    atMost: 'C',
    except: ['own'],
    ask: (target) => assign(near(target, 'jobCard'), target.id),
  },
  {
    name: 'cancelJobCard',
    kind: 'jobCard',
    ask: ({ id }) => ({
      query: 'mutation ($id: ID!) { cancelJobCard(id: $id, reason: "Because") { id } }',
      variables: { id },
    }),
  },
];

export const FILES: readonly Operation[] = [
  create(
    'createUpload',
    'nothing',
    'CreateUploadInput',
    () => ({ fileName: 'a.txt', contentType: 'text/plain', size: 5 }),
    '{ url }',
  ),
  command('completeUpload', 'file', '{ id }', 'fileId'),
];
