import { randomBytes } from 'node:crypto';
import { TOTP } from 'otpauth';
import { byClock } from '../api/clockwork.fixtures';
import { from } from '../api/sign-in.fixtures';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { type Member, PASSWORD, type Shop } from '../harness/shop';
import { fillBilling } from './filled-billing.fixtures';
import { fillCare } from './filled-care.fixtures';
import { fillClients } from './filled-clients.fixtures';
import { fillJobParts } from './filled-job-parts.fixtures';
import { workOnJobs } from './filled-jobs.fixtures';
import { writeMessages } from './filled-messages.fixtures';
import { fillPayments } from './filled-payments.fixtures';
import { fillPurchasing } from './filled-purchasing.fixtures';
import { fillReports, keepReport } from './filled-reports.fixtures';
import { askForWork } from './filled-requests.fixtures';
import { fillSales } from './filled-sales.fixtures';
import { fillScheduling } from './filled-scheduling.fixtures';
import { fillStock } from './filled-stock.fixtures';
import { fillVehicles } from './filled-vehicles.fixtures';
import { fillVisits } from './filled-visits.fixtures';
import { fillWarranty } from './filled-warranty.fixtures';
import { fillWebhooks } from './filled-webhooks.fixtures';
import type { Stored } from './stored.fixtures';

/** An organisation with something of everything, and a word that stands in the names of all that it has. */
export interface FilledShop extends Shop {
  marker: string;
  /** What somebody could look up exactly. */
  known: Known & { trackingCode: string };
  /** Ids that go together, for commands that want a record in a certain state; by command. */
  fitting: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface Known {
  email: string;
  phone: string;
  plate: string;
  vin: string;
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Id {
  id: string;
}

/**
 * Makes the same shop each time, but for the marker: by the API, but for what no command of it changes. Of each kind
 * the record that is made last is in use, what is archived or called off is older.
 */
export async function openFilledShop(graph: TestGraph, stored: Stored): Promise<FilledShop> {
  const marker = `m${randomBytes(6).toString('hex')}`;
  const shop = await graph.shop();
  const admin = await signInAs(graph, shop.slug, shop.admin, marker);
  const known = {
    email: `nora@${marker}.example`,
    phone: `+3933${randomBytes(4).readUInt32BE().toString().padStart(10, '0').slice(0, 8)}`,
    plate: marker.toUpperCase(),
    vin: `ZFA${randomBytes(7).toString('hex').toUpperCase()}`,
  };
  await nameOrganisation(admin, shop, marker);
  const technician = await employ(graph, admin, shop, marker);
  const customers = await takeInCustomers(admin, shop, marker, known);
  const vehicles = await takeInVehicles(admin, shop, marker, customers, known);
  const jobCards = await openJobCards(admin, shop, marker, vehicles, technician);
  const bayId = await fillScheduling(graph, admin, shop, marker, {
    customerId: customers[2]!,
    vehicleId: vehicles[2]!,
  });
  const { trackingCode, approved } = await askForWork(graph, stored, admin, shop, marker, {
    vehicleId: vehicles[2]!,
    customerId: customers[1]!,
    known: { phone: known.phone, plate: known.plate },
  });
  const stock = await fillStock(admin, shop, marker);
  const jobParts = await fillJobParts(admin, shop, marker, vehicles[2]!);
  const sales = await fillSales(admin, shop, marker, customers[1]!);
  const warranty = await fillWarranty(admin, shop, marker, jobParts.requestJobParts!['input.jobCardId']!);
  await uploadFiles(admin, marker);
  await fillReports(graph, admin, shop, marker);
  const webhooks = await fillWebhooks(graph, admin, shop, marker);
  await fillVehicles(admin, marker, vehicles);
  const visits = await fillVisits({
    graph,
    admin,
    shop,
    marker,
    technician,
    visit: { customerId: customers[1]!, vehicleId: vehicles[2]! },
    jobCardId: jobCards[2]!,
  });
  await admin.ask('mutation ($id: ID!) { inviteCustomer(customerId: $id) { linkId } }', { id: customers[2] });
  await from(graph).ask('mutation ($input: RegisterInput!) { register(input: $input) }', {
    input: { organisation: shop.slug, login: `self@${marker}.example`, firstName: marker },
  });
  await byClock(graph, shop.id, 'customer.forget-refresh-tokens');
  const messages = await writeMessages(graph, stored, admin, {
    ...shop,
    marker,
    known: { ...known, trackingCode },
  });
  const savedReportId = await keepReport(admin, marker);
  await fillClients(admin, shop, marker);
  await fillCare({ graph, admin, shop, marker, customers, jobCards, technician });
  const jobs = await workOnJobs(graph, admin, shop, marker, { vehicleId: vehicles[1]!, technician });
  await stored.quiet(shop.id);
  const purchasing = await fillPurchasing(graph, admin, shop, marker);
  await stored.quiet(shop.id);
  // Those that came with the country.
  await graph.sql('update billing.tax_rate set name = name || $2 where organisation_id = $1', [
    shop.id,
    ` ${marker}`,
  ]);
  // First what is paid: of invoices, the last one made is to be a draft.
  const payments = await fillPayments(graph, admin, shop, marker, {
    customerId: customers[1]!,
    vehicleId: vehicles[2]!,
  });
  const billing = await fillBilling(admin, shop, marker, {
    customerId: customers[1]!,
    vehicleId: vehicles[2]!,
    jobCardId: jobs.deliverJobCard!.id!,
  });
  await stored.quiet(shop.id);
  const fitting = {
    ...billing,
    ...payments,
    scheduleServiceRequest: { id: approved, 'input.bayId': bayId, 'input.technicianId': technician },
    ...stock,
    ...jobParts,
    ...sales,
    customerStatement: { customerId: customers[1]! },
    ...warranty,
    runReport: { savedReportId },
    submitFeedback: { 'input.jobCardId': jobCards[1]! },
    ...purchasing,
    ...visits,
    ...jobs,
    ...messages,
    ...webhooks,
  };
  return {
    ...shop,
    admin: { ...shop.admin, client: admin },
    marker,
    known: { ...known, trackingCode },
    fitting,
  };
}

async function signInAs(graph: TestGraph, slug: string, member: Omit<Member, 'client'>, browser: string) {
  const { login } = await from(graph)
    .with({ 'user-agent': browser })
    .ask<{ login: { accessToken: string } }>(
      'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }',
      { input: { login: member.email, password: member.password, organisation: slug } },
    );
  return graph.withToken(login.accessToken);
}

async function nameOrganisation(admin: GraphClient, shop: Shop, marker: string): Promise<void> {
  await admin.ask(
    'mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { id } }',
    {
      input: { name: `Shop ${marker}`, requiresInspection: false, selfRegistration: true },
    },
  );
  await admin.ask('mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { id } }', {
    input: { lastName: marker },
  });
  const { createServiceCentre } = await admin.ask<{ createServiceCentre: Id }>(
    'mutation ($input: CreateServiceCentreInput!) { createServiceCentre(input: $input) { id } }',
    { input: { name: `Branch ${marker}`, code: 'BRANCH' } },
  );
  shop.centres.push(createServiceCentre.id);
  for (const id of shop.centres)
    await admin.ask(
      'mutation ($id: ID!, $input: UpdateServiceCentreInput!) { updateServiceCentre(id: $id, input: $input) { id } }',
      { id, input: { name: `Centre ${marker}`, managerId: shop.admin.id, address: { city: marker } } },
    );
}

/** A technician with a second factor, somebody who is invited, and roles of the organisation's own. */
async function employ(graph: TestGraph, admin: GraphClient, shop: Shop, marker: string): Promise<string> {
  const { roles } = await admin.ask<{ roles: { id: string; kind: string }[] }>('{ roles { id kind } }');
  const roleId = roles.find(({ kind }) => kind === 'TECHNICIAN')!.id;
  const create = async (input: object) =>
    (
      await admin.ask<{ createUser: Id }>(
        'mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }',
        { input: { firstName: 'Tito', lastName: marker, roleId, serviceCentreIds: shop.centres, ...input } },
      )
    ).createUser.id;
  const email = `tito@${marker}.example`;
  const id = await create({ email, password: PASSWORD });
  await create({ email: `ivo@${marker}.example` });
  const client = await signInAs(graph, shop.slug, { id, email, password: PASSWORD }, marker);
  const { startMfaEnrollment } = await client.ask<{ startMfaEnrollment: { secret: string } }>(
    'mutation { startMfaEnrollment { secret } }',
  );
  await client.ask('mutation ($code: String!) { confirmMfaEnrollment(code: $code) { recoveryCodes } }', {
    code: new TOTP({ secret: startMfaEnrollment.secret }).generate(),
  });
  for (const name of ['Old role', 'Role'])
    await admin.ask('mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }', {
      input: {
        name: `${name} ${marker}`,
        idempotencyKey: `${name} ${marker}`,
        permissions: [{ permission: 'customers:read', reach: 'ALL' }],
      },
    });
  return id;
}

async function takeInCustomers(
  admin: GraphClient,
  shop: Shop,
  marker: string,
  { email, phone }: Known,
): Promise<string[]> {
  const ids: string[] = [];
  for (const firstName of ['Piet', 'Olaf', 'Nora']) {
    const facts = {
      company: `Company ${marker}`,
      notes: `Notes ${marker}`,
      address: { street: `Via ${marker}` },
    };
    const reach = firstName === 'Nora' ? { email, phone } : {};
    const { createCustomer } = await admin.ask<{ createCustomer: Id }>(
      'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { id } }',
      { input: { firstName, lastName: marker, ...facts, ...reach, serviceCentreId: shop.centres[0] } },
    );
    ids.push(createCustomer.id);
    await admin.ask(
      'mutation ($id: ID!, $input: AddContactInput!) { addContact(customerId: $id, input: $input) { id } }',
      {
        id: createCustomer.id,
        input: { name: `Contact ${marker}`, isPrimary: true },
      },
    );
  }
  await admin.ask('mutation ($id: ID!) { archiveCustomer(id: $id) { id } }', { id: ids[0] });
  return ids;
}

/** The first is archived; the last changes plate and owner. */
async function takeInVehicles(
  admin: GraphClient,
  shop: Shop,
  marker: string,
  customers: string[],
  { plate, vin }: Known,
): Promise<string[]> {
  const ids: string[] = [];
  for (const [n, ownerId] of [customers[1], customers[1], customers[2]].entries()) {
    const { createVehicle } = await admin.ask<{ createVehicle: Id }>(
      'mutation ($input: CreateVehicleInput!) { createVehicle(input: $input) { id } }',
      {
        input: {
          make: 'Fiat',
          model: `Panda ${marker}`,
          notes: `Notes ${marker}`,
          ownerId,
          plate: { number: `AB${n}00CD`, country: 'IT' },
          vin: n === 2 ? vin : null,
          serviceCentreId: shop.centres[0],
        },
      },
    );
    ids.push(createVehicle.id);
  }
  const [first, , last] = ids;
  await admin.ask(
    `mutation ($id: ID!, $plate: PlateInput, $customer: ID!) {
       changeVehiclePlate(id: $id, plate: $plate) { id }
       transferVehicleOwnership(id: $id, customerId: $customer) { id } }`,
    { id: last, plate: { number: plate, country: 'IT' }, customer: customers[1] },
  );
  await admin.ask('mutation ($id: ID!) { archiveVehicle(id: $id) { id } }', { id: first });
  return ids;
}

async function openJobCards(
  admin: GraphClient,
  shop: Shop,
  marker: string,
  vehicles: string[],
  technician: string,
): Promise<string[]> {
  const ids: string[] = [];
  for (const vehicleId of [vehicles[1], vehicles[1], vehicles[2]]) {
    const { createJobCard } = await admin.ask<{ createJobCard: Id }>(
      'mutation ($input: CreateJobCardInput!) { createJobCard(input: $input) { id } }',
      { input: { vehicleId, complaint: `Noise ${marker}`, serviceCentreId: shop.centres[0] } },
    );
    ids.push(createJobCard.id);
  }
  await admin.ask('mutation ($id: ID!, $to: ID!) { assignJobCard(id: $id, technicianId: $to) { id } }', {
    id: ids[2],
    to: technician,
  });
  await admin.ask('mutation ($id: ID!, $why: String!) { cancelJobCard(id: $id, reason: $why) { id } }', {
    id: ids[0],
    why: `Because ${marker}`,
  });
  return ids;
}

/** One that is still awaited, and one that is kept. */
async function uploadFiles(admin: GraphClient, marker: string): Promise<void> {
  const announce = async (name: string) =>
    (
      await admin.ask<{
        createUpload: { file: Id; url: string; headers: { name: string; value: string }[] };
      }>(
        'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { file { id } url headers { name value } } }',
        { input: { fileName: name, contentType: 'image/png', size: PNG.length } },
      )
    ).createUpload;
  await announce(`later ${marker}.png`);
  const { file, url, headers } = await announce(`photo ${marker}.png`);
  const sent = await fetch(url, {
    method: 'PUT',
    body: PNG,
    headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
  });
  if (!sent.ok) throw new Error(`The file was not taken: ${sent.status} ${await sent.text()}`);
  await admin.ask('mutation ($id: ID!) { completeUpload(fileId: $id) { state } }', { id: file.id });
}
