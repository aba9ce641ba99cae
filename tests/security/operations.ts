import { randomBytes } from 'node:crypto';
import { TOTP } from 'otpauth';
import type { Caller } from './callers.fixtures';
import type { Grant } from './matrix';
import type { Kind } from './records.fixtures';
import type { Place, World } from './world.fixtures';

/** What an operation is tried on, and by whom. */
export interface Target {
  id: string;
  place: Place;
  caller: Caller;
  world: World;
}

export interface Asked {
  query: string;
  variables?: Record<string, unknown>;
}

/** A way to use a root field on a record. */
export interface Operation {
  /** The root field, and what sets this way apart. */
  name: string;
  kind: Kind;
  /** The record is named in the input of a command about something else: that it is refused may be bad input. */
  byReference?: boolean;
  /** Where the domain draws the line closer than the role. */
  atMost?: Grant;
  /** Where it is not tried, for a rule of its own that another test is about. */
  except?: Place[];
  ask(target: Target): Asked | Promise<Asked>;
}

export const fieldOf = ({ name }: Operation): string => name.split(' ')[0]!;

const one = (field: string, kind: Kind): Operation => ({
  name: field,
  kind,
  ask: ({ id }) => ({ query: `query ($id: ID!) { ${field}(id: $id) { id } }`, variables: { id } }),
});

const list = (field: string, kind: Kind): Operation => ({
  name: field,
  kind,
  ask: () => ({ query: `{ ${field}(first: 100) { nodes { id } } }` }),
});

const plain = (field: string, query: string): Operation => ({
  name: field,
  kind: 'nothing',
  ask: () => ({ query }),
});

export const QUERIES: readonly Operation[] = [
  plain('me', '{ me { kind } }'),
  plain('organisation', '{ organisation { id } }'),
  plain('permissions', '{ permissions { name } }'),
  plain('taxRates', '{ taxRates { id } }'),
  plain('auditLogs', '{ auditLogs(first: 1) { nodes { id } } }'),
  { name: 'roles', kind: 'role', ask: () => ({ query: '{ roles { id } }' }) },
  list('sessions', 'session'),
  one('serviceCentre', 'serviceCentre'),
  list('serviceCentres', 'serviceCentre'),
  one('user', 'user'),
  list('users', 'user'),
  one('customer', 'customer'),
  list('customers', 'customer'),
  one('vehicle', 'vehicle'),
  list('vehicles', 'vehicle'),
  one('jobCard', 'jobCard'),
  list('jobCards', 'jobCard'),
  one('file', 'file'),
  list('stockLocations', 'stockLocation'),
];

/** `id` and a text between the braces of an input. */
const change = (
  field: string,
  kind: Kind,
  type: string,
  input: object,
  more: Partial<Operation> = {},
): Operation => ({
  name: field,
  kind,
  ask: ({ id }) => ({
    query: `mutation ($id: ID!, $input: ${type}!) { ${field}(id: $id, input: $input) { id } }`,
    variables: { id, input },
  }),
  ...more,
});

const command = (field: string, kind: Kind, answer = '{ id }', argument = 'id'): Operation => ({
  name: field,
  kind,
  ask: ({ id }) => ({
    query: `mutation ($id: ID!) { ${field}(${argument}: $id) ${answer} }`,
    variables: { id },
  }),
});

type Input = (target: Target) => object;

const create = (name: string, kind: Kind, type: string, input: Input, answer = '{ id }'): Operation => ({
  name,
  kind,
  byReference: true,
  ask: (target) => ({
    query: `mutation ($input: ${type}!) { ${name.split(' ')[0]}(input: $input) ${answer} }`,
    variables: { input: input(target) },
  }),
});

const unique = (): string => randomBytes(6).toString('hex');
const near = ({ world, caller }: Target, kind: Kind): string => world.stands(kind, 'ownCentre', caller)!;

const PEOPLE: readonly Operation[] = [
  plain('updateProfile', 'mutation { updateProfile(input: { lastName: "Changed" }) { id } }'),
  {
    name: 'changePassword',
    kind: 'nothing',
    ask({ caller }) {
      const { password } = caller;
      caller.password = `a long new password ${unique()}`;
      return {
        query: 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }',
        variables: { input: { currentPassword: password, newPassword: caller.password } },
      };
    },
  },
  plain('startMfaEnrollment', 'mutation { startMfaEnrollment { secret } }'),
  { name: 'confirmMfaEnrollment', kind: 'nothing', ask: confirmMfa },
  { name: 'disableMfa', kind: 'nothing', ask: disableMfa },
  command('revokeSession', 'session', ''),
  change('updateUser', 'user', 'UpdateUserInput', { firstName: 'Changed' }, { except: ['own'] }),
  {
    name: 'setUserActive',
    kind: 'user',
    except: ['own'],
    ask: ({ id }) => ({
      query: 'mutation ($id: ID!) { setUserActive(id: $id, active: false) { id } }',
      variables: { id },
    }),
  },
  { ...command('deleteUser', 'user', ''), except: ['own'] },
  create('createUser', 'serviceCentre', 'CreateUserInput', ({ id, world }) => ({
    firstName: 'New',
    email: `${unique()}@mail.example`,
    roleId: world.technicianRole.get(world.here.id),
    serviceCentreIds: [id],
  })),
  plain('updateOrganisation', 'mutation { updateOrganisation(input: { taxPerLine: false }) { id } }'),
  create('createRole', 'nothing', 'CreateRoleInput', () => ({ name: `Role ${unique()}`, permissions: [] })),
  change('updateRole', 'role', 'UpdateRoleInput', { description: 'Changed' }),
  command('deleteRole', 'role', ''),
  create('createServiceCentre', 'nothing', 'CreateServiceCentreInput', () => ({
    name: 'New centre',
    code: unique().slice(0, 10),
  })),
  change('updateServiceCentre', 'serviceCentre', 'UpdateServiceCentreInput', {
    email: 'changed@mail.example',
  }),
];

/** From the beginning. Only who may begin gets as far as a secret; the others are refused whatever they send. */
async function confirmMfa({ caller, world }: Target): Promise<Asked> {
  await world.graph.sql('update customer.user_account set mfa_enabled_at = null where id = $1', [
    caller.userId,
  ]);
  const { data } = await caller.client.send<{ startMfaEnrollment: { secret: string } } | null>(
    'mutation { startMfaEnrollment { secret } }',
  );
  const code = data ? new TOTP({ secret: data.startMfaEnrollment.secret }).generate() : '000000';
  return {
    query: 'mutation ($code: String!) { confirmMfaEnrollment(code: $code) { recoveryCodes } }',
    variables: { code },
  };
}

async function disableMfa(target: Target): Promise<Asked> {
  const { query, variables } = await confirmMfa(target);
  const { data } = await target.caller.client.send<{
    confirmMfaEnrollment: { recoveryCodes: string[] };
  } | null>(query, variables);
  return {
    query: 'mutation ($password: String!, $code: String!) { disableMfa(password: $password, code: $code) }',
    variables: {
      password: target.caller.password,
      code: data?.confirmMfaEnrollment.recoveryCodes[0] ?? '000000',
    },
  };
}

const CUSTOMERS: readonly Operation[] = [
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

const VEHICLES: readonly Operation[] = [
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

const JOBS: readonly Operation[] = [
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

const FILES: readonly Operation[] = [
  create(
    'createUpload',
    'nothing',
    'CreateUploadInput',
    () => ({ fileName: 'a.txt', contentType: 'text/plain', size: 5 }),
    '{ url }',
  ),
  command('completeUpload', 'file', '{ id }', 'fileId'),
];

export const COMMANDS: readonly Operation[] = [...PEOPLE, ...CUSTOMERS, ...VEHICLES, ...JOBS, ...FILES];
