import { randomBytes } from 'node:crypto';
import { newId } from '../../shared/ids';
import { emit } from '../api/messages.fixtures';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import type { Caller } from './callers.fixtures';
import { idOf } from './id-of.fixtures';
import { BILLING_KINDS, billingMakers } from './records-of-billing.fixtures';
import { CARE_KINDS, careMakers } from './records-of-care.fixtures';
import { CLIENT_KINDS, clientMakers } from './records-of-clients.fixtures';
import { JOB_PART_KINDS, jobPartMakers } from './records-of-job-parts.fixtures';
import { JOB_KINDS, jobMakers } from './records-of-jobs.fixtures';
import { PAYMENT_KINDS, paymentMakers } from './records-of-payments.fixtures';
import { PURCHASING_KINDS, purchasingMakers } from './records-of-purchasing.fixtures';
import { REPORT_KINDS, reportMakers } from './records-of-reports.fixtures';
import { requestMakers } from './records-of-requests.fixtures';
import { SALES_KINDS, salesMakers } from './records-of-sales.fixtures';
import {
  makeAppointment,
  makeBay,
  makeClosure,
  makeServiceItem,
  makeShift,
  missIt,
} from './records-of-scheduling.fixtures';
import { STOCK_KINDS, stockMakers } from './records-of-stock.fixtures';
import { vehicleMakers } from './records-of-vehicles.fixtures';
import { VISIT_KINDS, visitMakers } from './records-of-visits.fixtures';
import { WARRANTY_KINDS, warrantyMakers } from './records-of-warranty.fixtures';
import { WEBHOOK_KINDS, webhookMakers } from './records-of-webhooks.fixtures';
import type { Stored } from './stored.fixtures';
import type { Place } from './world.fixtures';

export const KINDS = [
  'customer',
  'contact',
  'vehicle',
  'jobCard',
  'serviceRequest',
  'approvedRequest',
  'file',
  'user',
  'session',
  'link',
  'role',
  'serviceCentre',
  'stockLocation',
  'message',
  'notification',
  'serviceItem',
  'bay',
  'closure',
  'shift',
  'appointment',
  'hold',
  'missed',
  'picture',
  'vehicleImage',
  'reminder',
  'auditEntry',
  'nothing',
  ...CARE_KINDS,
  ...BILLING_KINDS,
  ...PAYMENT_KINDS,
  ...PURCHASING_KINDS,
  ...STOCK_KINDS,
  ...JOB_PART_KINDS,
  ...SALES_KINDS,
  ...WARRANTY_KINDS,
  ...VISIT_KINDS,
  ...JOB_KINDS,
  ...REPORT_KINDS,
  ...CLIENT_KINDS,
  ...WEBHOOK_KINDS,
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

export interface Makers {
  graph: TestGraph;
  stored: Stored;
  known: Map<string, Known>;
  technicianRole: ReadonlyMap<string, string>;
}

/** Makes a record, of its owner where one is given; null where there is none of the kind in such a place. */
export type Maker = (world: Makers, host: Host, owner: Caller | null, place: Place) => Promise<string | null>;

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

  ...requestMakers(() => MAKERS),

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

  /** One that failed, to the owner or to somebody of the centre: put there, because nobody refuses it here. */
  async message(world, host, owner, place) {
    if (nobodys(owner)) return null;
    const customerId = await MAKERS.customer(world, host, owner, place);
    const [row] = await world.graph.sql<{ id: string }>(
      `insert into customer.message (organisation_id, id, version, created_at, updated_at, channel, template, basis,
         confidential, customer_id, service_centre_id, recipient, body, state, attempts, error_code)
       select m.organisation_id, $2, 1, now(), now(), 'EMAIL', 'STAFF_MESSAGE', 'CONTRACT', false, $3, $4, m.recipient,
         m.body, 'FAILED', 1, '550' from customer.message m where m.organisation_id = $1 limit 1 returning id`,
      [host.shop.id, newId(), customerId, host.centre],
    );
    return row!.id;
  },

  /** Told of an event, as everybody is. */
  async notification(world, host, owner, place) {
    const userId = owner ? owner.userId : await MAKERS.user(world, host, null, place);
    if (!userId) return null;
    const customerId = owner?.customerId;
    await emit(
      world.graph,
      host.shop,
      customerId ? 'InvoiceIssued' : 'LeadAssigned',
      { type: customerId ? 'Invoice' : 'Lead' },
      { customerId, assigneeId: userId, serviceCentreId: host.centre },
    );
    await world.stored.quiet(host.shop.id);
    const [row] = await world.graph.sql<{ id: string }>(
      'select id from customer.notification where user_id = $1 order by created_at desc limit 1',
      [userId],
    );
    return row!.id;
  },

  async auditEntry(world, host, owner, place) {
    if (owner) return null;
    const [row] = await world.graph.sql<{ id: string }>(
      'select id from platform.audit_log where entity_id = $1',
      [await MAKERS.customer(world, host, null, place)],
    );
    return row!.id;
  },

  serviceItem: async (_, host, owner) => (owner ? null : makeServiceItem(host)),
  bay: async (_, host, owner) => (owner ? null : makeBay(host)),
  closure: async (_, host, owner) => (owner ? null : makeClosure(host)),

  async shift(world, host, owner, place) {
    if (owner) return null;
    return makeShift(host, (await MAKERS.user(world, host, null, place))!);
  },

  async appointment(world, host, owner, place) {
    const isTechnician = owner?.role === 'TECHNICIAN';
    if (nobodys(owner) && !isTechnician) return null;
    const visit = await visitOf(world, host, isTechnician ? null : owner, place);
    return makeAppointment(host, owner, visit, hireFor(world, host, place));
  },

  async hold(world, host, owner, place) {
    if (nobodys(owner)) return null;
    const visit = await visitOf(world, host, owner, place);
    return makeAppointment(host, owner, visit, hireFor(world, host, place), 'holdSlot');
  },

  async missed(world, host, owner, place) {
    const id = await MAKERS.appointment(world, host, owner, place);
    return id && missIt(world.graph, id);
  },
  ...vehicleMakers(() => MAKERS),

  /** For what is about no record: it is simply asked. */
  nothing: async (_, __, ___, place) => (place === 'ownCentre' ? 'nothing' : null),

  ...careMakers(() => MAKERS),
  ...billingMakers(() => MAKERS),
  ...paymentMakers(() => MAKERS),
  ...purchasingMakers(() => MAKERS.stockLocation),
  ...stockMakers(),
  ...jobPartMakers(() => MAKERS.jobCard),
  ...salesMakers(() => MAKERS.customer),
  ...warrantyMakers(() => MAKERS.jobPart),
  ...visitMakers(() => MAKERS),

  ...jobMakers(() => MAKERS),
  ...reportMakers,
  ...clientMakers,
  ...webhookMakers,
};

const visitOf = async (world: Makers, host: Host, owner: Caller | null, place: Place) => ({
  vehicleId: await MAKERS.vehicle(world, host, owner, place),
  customerId: await MAKERS.customer(world, host, owner, place),
});

const hireFor = (world: Makers, host: Host, place: Place) => async () =>
  (await MAKERS.user(world, host, null, place))!;
