import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Keyring } from '../../shared/security/keyring';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import { runState } from '../harness/run-state';
import type { Member, Shop } from '../harness/shop';
import { complain, createLead, emit, qualify, submit } from './care.fixtures';
import { begin, complete, put } from './files.fixtures';
import { cancel, openCard, putInState } from './job-cards.fixtures';
import { type MessageServers, tokenIn } from './message-servers.fixtures';
import { bill } from './privacy-billing.fixtures';
import { workFor } from './privacy-jobs.fixtures';
import { askForWork, orderParts, write } from './privacy-records.fixtures';
import { visit } from './privacy-visits.fixtures';
import { from, NEW_PASSWORD, register, tokens } from './sign-in.fixtures';

/** Somebody whose name, addresses and words stand wherever the program keeps something of a customer. */
export interface Person {
  customerId: string;
  client: GraphClient;
  userId: string;
  vehicleId: string;
  jobCardId: string;
  fileId: string;
  leadId: string;
  /** Texts that nobody but them has. */
  traces: string[];
  email: string;
}

export async function somebody(
  graph: TestGraph,
  { mail }: MessageServers,
  shop: Shop,
  technician: Member,
): Promise<Person> {
  const { client: admin } = shop.admin;
  const marker = `zq${randomBytes(6).toString('hex')}`;
  const email = `${marker}@mail.example`;
  const phone = `+3933${randomBytes(4).readUInt32BE().toString().padStart(10, '0').slice(0, 8)}`;
  const lead = await createLead(admin, {
    firstName: 'Zoe',
    lastName: marker,
    email,
    phone,
    description: `Wants ${marker}`,
    notes: `Notes ${marker}`,
    serviceCentreId: shop.centres[0],
  });
  await qualify(admin, lead.id);
  const { convertLead } = await admin.ask<{ convertLead: { customer: { id: string } } }>(
    'mutation ($id: ID!) { convertLead(id: $id) { customer { id } } }',
    { id: lead.id },
  );
  const customerId = convertLead.customer.id;
  await admin.ask(
    `mutation ($id: ID!, $input: UpdateCustomerInput!, $contact: AddContactInput!) {
      updateCustomer(id: $id, input: $input) { id } addContact(customerId: $id, input: $contact) { id } }`,
    {
      id: customerId,
      input: {
        notes: `Notes ${marker}`,
        taxNumber: `T${marker}`,
        address: { street: `Via ${marker}`, city: marker },
        dateOfBirth: '1980-02-03',
        language: 'en',
      },
      contact: { name: `Contact ${marker}`, email: `contact@${marker}.example`, relation: marker },
    },
  );
  const { client, userId } = await accountFrom(graph, mail, shop, { customerId, email, marker });
  const { createVehicle } = await admin.ask<{ createVehicle: { id: string } }>(
    'mutation ($input: CreateVehicleInput!) { createVehicle(input: $input) { id } }',
    {
      input: {
        make: 'Fiat',
        model: 'Panda',
        ownerId: customerId,
        notes: `Car of ${marker}`,
        serviceCentreId: shop.centres[0],
        plate: { number: marker.slice(0, 7).toUpperCase().replace('Z', 'A'), country: 'IT' },
      },
    },
  );
  const vehicleId = createVehicle.id;
  const words = { complaint: `${marker} says it rattles`, serviceCentreId: shop.centres[0] };
  const { id: jobCardId } = await openCard(admin, vehicleId, words);
  await putInState(graph, jobCardId, 'DELIVERED', technician.id);
  const { id: cancelled } = await openCard(admin, vehicleId, words);
  await cancel(admin, cancelled, `${marker} changed their mind`);
  await workFor(admin, technician, { customerId, client, vehicleId, jobCardId, marker }, shop.centres[0]!);
  await askForWork(graph, shop, { customerId, client, vehicleId, jobCardId, marker }, phone);
  await write(admin, shop, { customerId, client, vehicleId, jobCardId, marker });
  await orderParts(shop, { customerId, client, vehicleId, jobCardId, marker });
  await speak(graph, shop, { customerId, client, vehicleId, jobCardId, marker });
  await visit(graph, shop, { customerId, client, vehicleId, jobCardId, marker });
  await bill(graph, shop, { customerId, client, vehicleId, jobCardId, marker });
  const fileId = await upload(client, marker);
  await untilIdle(graph);
  return {
    customerId,
    client,
    userId,
    vehicleId,
    jobCardId,
    fileId,
    leadId: lead.id,
    email,
    traces: [marker, phone.slice(1)],
  };
}

async function accountFrom(
  graph: TestGraph,
  mail: MessageServers['mail'],
  shop: Shop,
  { customerId, email, marker }: { customerId: string; email: string; marker: string },
) {
  const arrives = mail.inbox.next(email);
  await shop.admin.client.ask('mutation ($id: ID!) { inviteCustomer(customerId: $id) { linkId } }', {
    id: customerId,
  });
  const device = from(graph).with({ 'user-agent': `Phone of ${marker}` });
  await register(device, { token: tokenIn(await arrives), password: NEW_PASSWORD });
  const { login } = await device.ask<{ login: { accessToken: string; user: { id: string } } }>(
    'mutation ($input: LoginInput!) { login(input: $input) { accessToken user { id } } }',
    { input: { organisation: shop.slug, login: email, password: NEW_PASSWORD } },
  );
  await tokens(graph, { organisation: shop.slug, login: email, password: NEW_PASSWORD });
  const client = graph.withToken(login.accessToken).with({ 'user-agent': `Phone of ${marker}` });
  await client.ask('mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { id } }', {
    input: { firstName: marker },
  });
  return { client, userId: login.user.id };
}

export interface Spoken {
  customerId: string;
  client: GraphClient;
  vehicleId: string;
  jobCardId: string;
  marker: string;
}

/** Feedback that opens a complaint, and another complaint, with what the shop wrote about it. */
async function speak(
  graph: TestGraph,
  shop: Shop,
  { customerId, client, vehicleId, jobCardId, marker }: Spoken,
) {
  await emit(graph, shop, {
    name: 'JobCardDelivered',
    subjectType: 'JobCard',
    subjectId: jobCardId,
    payload: { serviceCentreId: shop.centres[0], customerId, vehicleId },
  });
  await untilIdle(graph);
  await submit(client, { jobCardId, rating: 1, comment: `${marker} is not content` });
  const { data } = await complain(client, { jobCardId, description: `${marker} waits` });
  await shop.admin.client.ask(
    'mutation ($id: ID!, $why: String!) { escalateComplaint(id: $id, reason: $why) { id } }',
    { id: data.createComplaint.id, why: `${marker} called` },
  );
  await client.ask(
    `mutation ($consent: RecordConsentInput!) { recordConsent(input: $consent) { id }
       updateNotificationPreferences(input: { preferences: [{ category: CARE, channel: SMS, enabled: false }] }) { lock } }`,
    {
      consent: {
        customerId,
        channel: 'EMAIL',
        purpose: 'MARKETING',
        given: true,
        source: 'PORTAL',
        evidence: `${marker} ticked the box`,
      },
    },
  );
}

async function upload(client: GraphClient, marker: string): Promise<string> {
  const bytes = Buffer.from(`A letter of ${marker}`);
  const upload = await begin(client, 'text/plain', bytes.length, { fileName: `${marker}.txt` });
  await put(upload, bytes);
  await complete(client, upload.file.id);
  return upload.file.id;
}

const TABLES = `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)' order by 1`;

/** The tables in which one of the texts stands, readable: in any column, of any type. */
export async function tablesWith(graph: TestGraph, traces: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await graph.sql<{ name: string }>(TABLES)) {
    const rows = await graph.sql(`select from ${name} t where t::text ilike any($1) limit 1`, [
      traces.map((trace) => `%${trace}%`),
    ]);
    if (rows.length) found.push(name);
  }
  return found;
}

const SEALED = /v1\.[A-Za-z0-9_-]{1,32}\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22,}/g;

/** The same for what is sealed: each is opened as each column's, wherever it stands. */
export async function sealedWith(
  graph: TestGraph,
  organisationId: string,
  traces: readonly string[],
): Promise<string[]> {
  const keyring = new Keyring(runState().encryptionKeys);
  const purposes = await graph.sql<{ name: string; table: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as name, table_schema || '.' || table_name as table
     from information_schema.columns where data_type = 'text' and table_schema in ('customer', 'vehicle', 'workshop', 'billing')`,
  );
  const tables = [
    ...new Set(purposes.map(({ table }) => table)),
    'platform.audit_log',
    'graphile_worker._private_jobs',
  ];
  const found: string[] = [];
  for (const table of tables) {
    const [{ kind } = { kind: null }] = await graph.sql<{ kind: string | null }>(
      'select relkind::text as kind from pg_class where oid = $1::regclass',
      [table],
    );
    if (kind !== 'r') continue;
    const scope =
      table.startsWith('graphile') || table.endsWith('built_in_role')
        ? 'true'
        : `organisation_id = '${organisationId}'`;
    const rows = await graph.sql<{ row: string }>(
      `select t::text as row from ${table} t where ${scope} and t::text like '%v1.%'`,
    );
    for (const sealed of rows.flatMap(({ row }) => row.match(SEALED) ?? [])) {
      const opened = openedAs(
        keyring,
        sealed,
        purposes.map(({ name }) => name),
      );
      if (traces.some((trace) => opened.includes(trace))) found.push(table);
    }
  }
  return [...new Set(found)];
}

function openedAs(keyring: Keyring, sealed: string, purposes: string[]): string {
  for (const purpose of [...purposes, 'job registration', 'job password-reset'])
    try {
      return keyring.decrypt(sealed, purpose);
    } catch {
      // Sealed for another column.
    }
  return '';
}

/** Files of the data folder in whose bytes or name one of the texts stands. */
export function filesWith(folder: string, traces: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const path = join(entry.parentPath, entry.name);
    const text = `${entry.name} ${readFileSync(path, 'latin1')}`;
    return traces.some((trace) => text.includes(trace)) ? [path] : [];
  });
}
