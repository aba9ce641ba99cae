import { randomBytes } from 'node:crypto';
import { newId } from '../../shared/ids';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import type { Caller } from './callers.fixtures';
import type { Stored } from './stored.fixtures';
import type { Place } from './world.fixtures';

export const KINDS = [
  'customer',
  'contact',
  'vehicle',
  'jobCard',
  'file',
  'user',
  'session',
  'link',
  'role',
  'serviceCentre',
  'stockLocation',
  'nothing',
] as const;
export type Kind = (typeof KINDS)[number];

/** Who makes a record, in which service centre. */
export interface Host {
  shop: Shop;
  client: GraphClient;
  centre: string;
}

/** How somebody could look a record up without its id. */
export interface Known {
  email: string;
  vin: string;
}

interface Makers {
  graph: TestGraph;
  stored: Stored;
  known: Map<string, Known>;
  technicianRole: ReadonlyMap<string, string>;
}

export async function idOf(
  client: GraphClient,
  command: string,
  type: string,
  input: object,
): Promise<string> {
  const data = await client.ask<Record<string, { id: string }>>(
    `mutation ($input: ${type}!) { ${command}(input: $input) { id } }`,
    { input },
  );
  return data[command]!.id;
}

/** Makes a record, of its owner where one is given; null where there is none of the kind in such a place. */
type Maker = (world: Makers, host: Host, owner: Caller | null, place: Place) => Promise<string | null>;

const nobodys = (owner: Caller | null): boolean => owner !== null && owner.customerId === null;
const isRecord = (place: Place): boolean => place !== 'otherCentre' && place !== 'own';

export const MAKERS: Readonly<Record<Kind, Maker>> = {
  async customer(world, { client, centre }, owner) {
    if (owner) return owner.customerId;
    const email = `${randomBytes(6).toString('hex')}@mail.example`;
    const input = { lastName: 'Somebody', email, serviceCentreId: centre };
    const id = await idOf(client, 'createCustomer', 'CreateCustomerInput', input);
    world.known.set(id, { email, vin: '' });
    return id;
  },

  async contact(world, host, owner, place) {
    const customerId = await MAKERS.customer(world, host, owner, place);
    if (!customerId) return null;
    const { addContact } = await host.client.ask<{ addContact: { id: string } }>(
      'mutation ($id: ID!) { addContact(customerId: $id, input: { name: "Contact" }) { id } }',
      { id: customerId },
    );
    return addContact.id;
  },

  async vehicle(world, { client, centre }, owner) {
    if (nobodys(owner)) return null;
    const vin = `ZFA${randomBytes(7).toString('hex').toUpperCase()}`;
    const input = { make: 'Fiat', model: 'Panda', vin, ownerId: owner?.customerId, serviceCentreId: centre };
    const id = await idOf(client, 'createVehicle', 'CreateVehicleInput', input);
    world.known.set(id, { email: '', vin });
    return id;
  },

  async jobCard(world, host, owner, place) {
    const isTechnician = owner?.role === 'TECHNICIAN';
    if (nobodys(owner) && !isTechnician) return null;
    const brought = isTechnician ? null : owner;
    const id = await idOf(host.client, 'createJobCard', 'CreateJobCardInput', {
      vehicleId: await MAKERS.vehicle(world, host, brought, place),
      customerId: await MAKERS.customer(world, host, brought, place),
      complaint: 'It makes a noise.',
      serviceCentreId: host.centre,
    });
    if (isTechnician)
      await host.client.ask(
        'mutation ($id: ID!, $to: ID!) { assignJobCard(id: $id, technicianId: $to) { id } }',
        {
          id,
          to: owner.userId,
        },
      );
    return id;
  },

  async file(_, { client }, owner, place) {
    if (place === 'otherCentre' || owner?.role === 'LINK') return null;
    const { createUpload } = await (owner?.client ?? client).ask<{
      createUpload: { file: { id: string }; url: string; headers: { name: string; value: string }[] };
    }>(
      `mutation { createUpload(input: { fileName: "a.txt", contentType: "text/plain", size: 5 }) {
         file { id } url headers { name value } } }`,
    );
    const { url, headers } = createUpload;
    await fetch(url, {
      method: 'PUT',
      body: 'hello',
      headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
    });
    return createUpload.file.id;
  },

  async user(world, { client, centre, shop }, owner) {
    if (owner) return owner.userId;
    return idOf(client, 'createUser', 'CreateUserInput', {
      firstName: 'Somebody',
      email: `${randomBytes(6).toString('hex')}@mail.example`,
      roleId: world.technicianRole.get(shop.id),
      serviceCentreIds: [centre],
    });
  },

  /** Put there, because each sign-in costs a password. */
  async session(world, host, owner, place) {
    const userId = await MAKERS.user(world, host, owner, place);
    if (!userId) return null;
    const [row] = await world.graph.sql<{ id: string }>(
      `insert into customer.session (organisation_id, id, version, created_at, updated_at, user_id, last_used_at, expires_at)
       values ($1, $2, 1, now(), now(), $3, now(), now() + interval '1 day') returning id`,
      [host.shop.id, newId(), userId],
    );
    return row!.id;
  },

  async link(world, host, owner, place) {
    if (owner) return null;
    const id = await MAKERS.customer(world, host, null, place);
    const { inviteCustomer } = await host.client.ask<{ inviteCustomer: { linkId: string } }>(
      'mutation ($id: ID!) { inviteCustomer(customerId: $id) { linkId } }',
      { id },
    );
    return inviteCustomer.linkId;
  },

  async role(_, { client }, __, place) {
    if (!isRecord(place)) return null;
    return idOf(client, 'createRole', 'CreateRoleInput', {
      name: `Role ${randomBytes(6).toString('hex')}`,
      permissions: [{ permission: 'customers:read', reach: 'ALL' }],
    });
  },

  serviceCentre: async (_, { centre }, owner) => (owner ? null : centre),

  async stockLocation(world, { centre, shop }, owner) {
    if (owner) return null;
    await world.stored.quiet(shop.id);
    const [row] = await world.graph.sql<{ id: string }>(
      'select id from inventory.stock_location where organisation_id = $1 and service_centre_id = $2',
      [shop.id, centre],
    );
    return row!.id;
  },

  /** For what is about no record: it is simply asked. */
  nothing: async (_, __, ___, place) => (place === 'ownCentre' ? 'nothing' : null),
};
