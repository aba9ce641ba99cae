import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APPS } from '../../program/apps';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { FACTS, system } from '../harness/subgraphs';
import { idOf } from '../security/id-of.fixtures';
import { freeTime } from '../security/records-of-scheduling.fixtures';
import { openSubgraphsOn } from '../security/subgraphs-on.fixtures';
import { oneOf } from './care.fixtures';
import { createCustomer, eventsOf, eventually } from './customers.fixtures';
import { openCard } from './job-cards.fixtures';
import { messageServers } from './message-servers.fixtures';
import { filesWith, type Person, sealedWith, somebody, tablesWith } from './privacy.fixtures';
import { from, isOut, login, NEW_PASSWORD } from './sign-in.fixtures';

const servers = messageServers();
const folder = mkdtempSync(join(tmpdir(), 'liftbay-privacy-'));
const graph = useGraph({ environment: Object.assign(servers.environment, { DATA_FOLDER: folder }) });
let shop: Shop;
let manager: Member;
let technician: Member;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
  technician = await shop.staff('TECHNICIAN');
});

interface Report {
  part: string;
  done: boolean;
  erased: { what: string; many: number }[];
  kept: { what: string; many: number; why: string; until: string | null }[];
}
interface Erasure {
  id: string;
  status: string;
  reason: string;
  completedAt: string | null;
  requestedBy: { id: string };
  reports: Report[];
}
/** What was issued states who was billed, and stays as it was issued. */
const KEPT_BY_LAW = ['billing.credit_note', 'billing.invoice', 'billing.receipt'];

const FIELDS = `id status reason completedAt requestedBy { id }
  reports { part done erased { what many } kept { what many why until } }`;
const erase = (client: GraphClient, id: string, reason = 'Asked for it on 3 May.') =>
  client.send<{ eraseCustomer: Erasure }>(
    `mutation ($id: ID!, $reason: String!) { eraseCustomer(customerId: $id, reason: $reason) { ${FIELDS} } }`,
    { id, reason },
  );
const erasureOf = async (id: string): Promise<Erasure> => {
  const customer = await oneOf<{ erasure: Erasure }>(
    shop.admin.client,
    `query ($id: ID!) { customer(id: $id) { erasure { ${FIELDS} } } }`,
    { id },
  );
  return customer.erasure;
};
async function completed(id: string): Promise<Erasure> {
  let found: Erasure | undefined;
  await eventually(async () => {
    found = await erasureOf(id);
    expect(found.status).toBe('COMPLETED');
  });
  await untilIdle(graph);
  return found!;
}

describe('an erased customer', () => {
  let person: Person;
  let neighbour: Person;
  let erasure: Erasure;

  beforeAll(async () => {
    person = await somebody(graph, servers, shop, technician);
    neighbour = await somebody(graph, servers, shop, technician);
    const { exportCustomerData } = await shop.admin.client.ask<{ exportCustomerData: { id: string } }>(
      'mutation ($id: ID!) { exportCustomerData(customerId: $id) { id } }',
      { id: person.customerId },
    );
    await eventually(async () => {
      const [row] = await graph.sql<{ status: string }>(
        'select status from customer.data_export where id = $1',
        [exportCustomerData.id],
      );
      expect(row!.status).toBe('READY');
    });
    await untilIdle(graph);
    // Otherwise what follows could not fail.
    expect((await tablesWith(graph, person.traces)).sort()).toEqual(
      expect.arrayContaining([
        'customer.customer',
        'customer.session',
        'platform.audit_log',
        'workshop.job_card',
      ]),
    );
    expect(await sealedWith(graph, shop.id, person.traces)).toEqual(
      expect.arrayContaining([
        'customer.message',
        'customer.complaint',
        'customer.feedback',
        'platform.audit_log',
      ]),
    );
    expect(filesWith(folder, person.traces).length).toBeGreaterThan(1);
    await erase(shop.admin.client, person.customerId);
    erasure = await completed(person.customerId);
  });

  it('is in no column of any table, readable or sealed, and in no file', async () => {
    expect(await tablesWith(graph, person.traces)).toEqual([]);
    expect((await sealedWith(graph, shop.id, person.traces)).sort()).toEqual(KEPT_BY_LAW);
    expect(filesWith(folder, person.traces)).toEqual([]);
  });

  it('leaves everybody else as they were', async () => {
    expect(await tablesWith(graph, neighbour.traces)).toEqual(
      expect.arrayContaining(['customer.customer', 'customer.contact', 'customer.lead', 'vehicle.vehicle']),
    );
    const { me } = await neighbour.client.ask<{ me: { customer: { email: string } } }>(
      '{ me { customer { email } } }',
    );
    expect(me.customer.email).toBe(neighbour.email);
  });

  it('is found by no search, no look-up, no reference and no list', async () => {
    const { client } = shop.admin;
    const [marker] = person.traces;
    const answers = await client.ask(
      `query ($s: String!) {
        customers(filter: { search: $s }) { totalCount } archived: customers(filter: { search: $s, archived: true }) { totalCount }
        leads(filter: { search: $s }) { totalCount } vehicles(filter: { search: $s }) { totalCount } }`,
      { s: marker },
    );
    for (const found of Object.values(answers)) expect(found).toEqual({ totalCount: 0 });
    const looked = await client.ask('mutation ($e: String!) { findCustomer(input: { email: $e }) { id } }', {
      e: person.email,
    });
    expect(looked).toEqual({ findCustomer: [] });
    const subgraphs = await openSubgraphsOn(graph.databaseUrl);
    try {
      for (const app of APPS)
        for (const { type } of app.references) {
          const ids = [
            person.customerId,
            person.userId,
            person.vehicleId,
            person.jobCardId,
            person.leadId,
            person.fileId,
          ];
          const { data } = await subgraphs.of(app.name).execute(
            {
              query: `query ($keys: [_Any!]!) { _entities(representations: $keys) { __typename
                ... on ${type} { ${await scalarsOf(subgraphs.of(app.name).schema, type)} } } }`,
              variables: { keys: ids.map((id) => ({ __typename: type, id })) },
            },
            system(shop.id),
            FACTS,
          );
          expect([type, JSON.stringify(data)]).toEqual([type, expect.not.stringContaining(marker!)]);
        }
    } finally {
      await subgraphs.close();
    }
  });

  it('is signed out for good, and their name signs nobody in', async () => {
    expect(await isOut(person.client)).toBe(true);
    const again = await login(from(graph), {
      organisation: shop.slug,
      login: person.email,
      password: NEW_PASSWORD,
    });
    expect(again.code).toBe('INVALID_CREDENTIALS');
    const live = await graph.sql(
      'select 1 from platform.link where customer_id = $1 and revoked_at is null and used_at is null',
      [person.customerId],
    );
    expect(live).toEqual([]);
  });

  it('leaves a report of what was erased, and what was kept for which reason', async () => {
    expect(erasure).toMatchObject({
      status: 'COMPLETED',
      reason: 'Asked for it on 3 May.',
      completedAt: expect.any(String),
      requestedBy: { id: shop.admin.id },
    });
    expect(erasure.reports.map(({ part, done }) => [part, done])).toEqual(
      APPS.map(({ name }) => [name, true]),
    );
    const of = (name: string) => erasure.reports.find(({ part }) => part === name)!;
    const many = Object.fromEntries(of('customer').erased.map(({ what, many: count }) => [what, count]));
    expect(many).toMatchObject({
      customer: 1,
      contacts: 1,
      leads: 1,
      account: 1,
      files: 1,
      feedback: 1,
      complaints: 2,
    });
    expect(many.messages).toBeGreaterThan(1);
    expect(of('workshop').kept).toEqual(
      expect.arrayContaining([
        { what: 'jobCards', many: 4, why: expect.stringContaining('warranty'), until: null },
      ]),
    );
    expect(of('vehicle').erased).toEqual(expect.arrayContaining([{ what: 'vehicles', many: 2 }]));
    expect(of('reporting').kept[0]).toMatchObject({ what: 'auditLog', many: expect.any(Number) });
    expect(of('billing')).toMatchObject({
      erased: expect.arrayContaining([
        { what: 'quotations', many: 1 },
        { what: 'quotationLines', many: 1 },
        { what: 'invoices', many: 2 },
        { what: 'invoiceLines', many: 2 },
      ]),
      kept: expect.arrayContaining([
        { what: 'invoices', many: 1, why: expect.stringContaining('law'), until: null },
        { what: 'creditNotes', many: 1, why: expect.stringContaining('law'), until: null },
      ]),
    });
    expect(of('inventory')).toMatchObject({
      erased: [{ what: 'counterOrders', many: 1 }],
      kept: [{ what: 'counterOrders', many: 1, why: expect.stringContaining('sold'), until: null }],
    });
  });

  it('keeps its number, its jobs and its history, without a person', async () => {
    const { client } = shop.admin;
    const { customer, jobCard, auditLogs } = await client.ask<{
      customer: object;
      jobCard: object;
      auditLogs: { nodes: { action: string; oldValues: string | null; newValues: string | null }[] };
    }>(
      `query ($c: ID!, $j: ID!) {
        customer(id: $c) { displayName phone email address { street } dateOfBirth notes taxNumber erasedAt archivedAt
          contacts { id } vehicles { totalCount } jobCards { totalCount } dataExports { status file { id } } }
        jobCard(id: $j) { status complaint customer { id } vehicle { id } }
        auditLogs(filter: { entityId: $c }, first: 100) { nodes { action oldValues newValues } } }`,
      { c: person.customerId, j: person.jobCardId },
    );
    expect(customer).toEqual({
      displayName: 'Erased',
      phone: null,
      email: null,
      address: null,
      dateOfBirth: null,
      notes: null,
      taxNumber: null,
      erasedAt: expect.any(String),
      archivedAt: expect.any(String),
      contacts: [],
      vehicles: { totalCount: 0 },
      jobCards: { totalCount: 4 },
      dataExports: [{ status: 'EXPIRED', file: null }],
    });
    expect(jobCard).toEqual({
      status: 'DELIVERED',
      complaint: 'Erased.',
      customer: { id: person.customerId },
      vehicle: { id: person.vehicleId },
    });
    const actions = auditLogs.nodes.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['create', 'update', 'invite', 'export', 'erase']));
    const created = auditLogs.nodes.find(({ action }) => action === 'create')!;
    expect(JSON.parse(created.newValues!)).toMatchObject({ firstName: '•••', email: '•••', phone: '•••' });
  });

  it('is written about no more', async () => {
    const { client } = shop.admin;
    for (const command of [
      'updateCustomer(id: $id, input: { firstName: "Back" })',
      'restoreCustomer(id: $id)',
      'archiveCustomer(id: $id)',
      'addContact(customerId: $id, input: { name: "X" })',
    ])
      expect(
        (await client.send(`mutation ($id: ID!) { ${command} { id } }`, { id: person.customerId })).code,
      ).toBe('NOT_FOUND');
    for (const command of [
      'inviteCustomer(customerId: $id) { linkId }',
      'exportCustomerData(customerId: $id) { id }',
    ])
      expect((await client.send(`mutation ($id: ID!) { ${command} }`, { id: person.customerId })).code).toBe(
        'CONFLICT',
      );
  });

  it('is erased once: again, the answer is the first one', async () => {
    const again = await erase(shop.admin.client, person.customerId, 'Another reason.');
    expect(again.data.eraseCustomer).toEqual(erasure);
    const events = await eventsOf(graph, person.customerId);
    expect(events.filter((name) => name === 'CustomerErased')).toHaveLength(1);
  });
});

/** All scalar fields of a type, as a selection. */
async function scalarsOf(schema: import('graphql').GraphQLSchema, name: string): Promise<string> {
  const { isLeafType, getNamedType, isObjectType } = await import('graphql');
  const type = schema.getType(name);
  if (!isObjectType(type)) return 'id';
  const fields = Object.values(type.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && field.args.length === 0,
  );
  return fields.map((field) => field.name).join(' ');
}

describe('eraseCustomer', () => {
  it('refuses while a job is open, says which, and changes nothing', async () => {
    const customer = await createCustomer(manager.client, { lastName: 'Busy' });
    const { id: vehicleId } = await oneOf<{ id: string }>(
      manager.client,
      'mutation ($owner: ID!) { createVehicle(input: { make: "Fiat", model: "Panda", ownerId: $owner }) { id } }',
      { owner: customer.id },
    );
    const card = await openCard(manager.client, vehicleId);
    const answer = await erase(shop.admin.client, customer.id);
    expect([answer.code, answer.data]).toEqual(['CONFLICT', null]);
    expect(answer.errors[0]!.message).toContain(card.number);
    const [row] = await graph.sql<{ last_name: string }>(
      'select last_name from customer.customer where id = $1',
      [customer.id],
    );
    expect(row!.last_name).toBe('Busy');
    await manager.client.ask('mutation ($id: ID!) { cancelJobCard(id: $id, reason: "Done") { id } }', {
      id: card.id,
    });
    expect((await erase(shop.admin.client, customer.id)).code).toBeUndefined();
  });

  it('refuses while an appointment is booked', async () => {
    const customer = await createCustomer(shop.admin.client, { lastName: 'Booked' });
    const serviceCentreId = shop.centres[0];
    const bayId = await idOf(shop.admin.client, 'createBay', 'CreateBayInput', {
      serviceCentreId,
      name: 'Bay of the booked',
    });
    const appointment = await idOf(shop.admin.client, 'bookAppointment', 'BookAppointmentInput', {
      customerId: customer.id,
      serviceCentreId,
      bayId,
      startsAt: freeTime(),
      minutes: 30,
    });
    expect((await erase(shop.admin.client, customer.id)).code).toBe('CONFLICT');
    await shop.admin.client.ask(
      'mutation ($id: ID!) { cancelAppointment(id: $id, reason: "Moved away") { id } }',
      { id: appointment },
    );
    expect((await erase(shop.admin.client, customer.id)).code).toBeUndefined();
  });

  it('erases once with fifty at once', async () => {
    const { id } = await createCustomer(manager.client, { lastName: 'Fifty' });
    const answers = await Promise.all(Array.from({ length: 50 }, () => erase(shop.admin.client, id)));
    expect(new Set(answers.map(({ code }) => code ?? 'done'))).toEqual(new Set(['done']));
    expect(new Set(answers.map(({ data }) => data.eraseCustomer.id)).size).toBe(1);
    expect((await completed(id)).reports.every(({ done }) => done)).toBe(true);
  });

  it('is the administrators’ alone, in their own organisation', async () => {
    const { id } = await createCustomer(manager.client);
    const stranger = (await graph.shop()).admin;
    expect((await erase(manager.client, id)).code).toBe('FORBIDDEN');
    expect((await erase(stranger.client, id)).code).toBe('NOT_FOUND');
    expect((await erase(shop.admin.client, id, '  ')).code).toBe('BAD_INPUT');
    const seen = await manager.client.send<{ customer: { erasure: null } }>(
      'query ($id: ID!) { customer(id: $id) { id erasure { id } } }',
      { id },
    );
    expect([seen.data.customer, seen.errors[0]?.extensions.code]).toEqual([
      { id, erasure: null },
      'FORBIDDEN',
    ]);
  });
});
