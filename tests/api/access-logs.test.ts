import { Client } from 'pg';
import { roleUrl } from '../../shared/database/roles';
import { SUBGRAPHS } from '../../shared/environment';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import type { Member, Shop } from '../harness/shop';
import { eventually } from '../harness/until';
import { oneOfEachRole } from '../security/callers.fixtures';
import { giveRole, holderOf, makeRole } from '../security/custom-role.fixtures';
import { createCustomer, createVehicle } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
let advisor: Member;
let customerId: string;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  advisor = await shop.staff('ADVISOR');
  ({ id: customerId } = await createCustomer(shop.admin.client, {
    firstName: 'Ada',
    lastName: 'Byron',
    phone: '333 120 0001',
    serviceCentreId: shop.centres[0],
  }));
  await createVehicle(shop.admin.client, { ownerId: customerId, serviceCentreId: shop.centres[0] });
});

interface Entry {
  entityType: string;
  entityId: string;
  fields: string[];
  actor: { id: string } | null;
}

const LOGS = `query ($filter: AccessLogFilter!, $first: Int, $after: String) {
  accessLogs(filter: $filter, first: $first, after: $after) { totalCount edges { cursor node { id } }
    pageInfo { endCursor hasNextPage } nodes {
      id occurredAt actorKind actorId actor { id } entityType entityId fields address userAgent requestId } } }`;

async function entries(filter: object, page: object = {}) {
  const { accessLogs } = await shop.admin.client.ask<{
    accessLogs: {
      totalCount: number;
      edges: { cursor: string; node: { id: string } }[];
      nodes: (Entry & { occurredAt: string })[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
  }>(LOGS, { filter, ...page });
  return accessLogs;
}

const by = async (member: Member): Promise<Entry[]> => (await entries({ actorId: member.id })).nodes;
const look = (client: GraphClient, fields: string) =>
  client.ask(`query ($id: ID!) { customer(id: $id) { ${fields} } }`, { id: customerId });

describe('accessLogs', () => {
  it('tells who was shown what of a customer, from where, once an hour', async () => {
    const reader = await shop.staff('ADVISOR');
    const tablet = reader.client.with({ 'user-agent': 'a tablet' });
    await look(tablet, 'id code');
    for (let times = 0; times < 3; times += 1) await look(tablet, 'phone firstName');
    await look(tablet, 'address { city }');
    await eventually(async () => expect(await by(reader)).toHaveLength(2));
    const [address, name] = await by(reader);
    expect(name).toEqual({
      id: expect.any(String),
      occurredAt: expect.stringMatching(/Z$/),
      actorKind: 'USER',
      actorId: reader.id,
      actor: { id: reader.id },
      entityType: 'Customer',
      entityId: customerId,
      fields: ['firstName', 'phone'],
      address: expect.stringContaining('127.0.0.1'),
      userAgent: 'a tablet',
      requestId: expect.any(String),
    });
    expect(address!.fields).toEqual(['city', 'country', 'postalCode', 'region', 'street']);
  });

  it('knows what is shown below other records, in lists and in what commands answer', async () => {
    const reader = await shop.staff('ADVISOR');
    await reader.client.ask('{ vehicles { nodes { owner { lastName } } } }');
    await reader.client.ask('{ customers { nodes { email } } }');
    await reader.client.ask(
      'mutation ($id: ID!) { updateCustomer(id: $id, input: { language: "it" }) { taxNumber } }',
      { id: customerId },
    );
    const shown = async () => (await by(reader)).map(({ fields }) => fields.join());
    await eventually(async () => expect((await shown()).sort()).toEqual(['email', 'lastName', 'taxNumber']));
  });

  it('does not tell of customers who look at themselves, nor of what was refused', async () => {
    const customer = (await oneOfEachRole(graph, shop)).find(({ role }) => role === 'CUSTOMER')!;
    const own = 'query ($id: ID!) { customer(id: $id) { lastName } }';
    expect(await customer.client.ask(own, { id: customer.customerId })).toEqual({
      customer: { lastName: 'Account' },
    });
    const elsewhere = await shop.staff('ADVISOR', { centres: [shop.centres[1]!] });
    expect(await look(elsewhere.client, 'firstName')).toEqual({ customer: null });
    await look(advisor.client, 'firstName');
    await eventually(async () => expect(await by(advisor)).toHaveLength(1));
    expect((await entries({ actorId: customer.userId })).nodes).toEqual([]);
    expect(await by(elsewhere)).toEqual([]);
  });

  it('is found by kind, record and time, in pages', async () => {
    const filter = { entityType: 'Customer', entityId: customerId };
    const all = await entries(filter);
    expect(all.totalCount).toBe(all.nodes.length);
    expect(all.totalCount).toBeGreaterThan(2);
    const first = await entries(filter, { first: 1 });
    expect(first.edges).toEqual([{ cursor: first.pageInfo.endCursor, node: { id: expect.any(String) } }]);
    expect(first.pageInfo).toEqual({ endCursor: first.edges[0]!.cursor, hasNextPage: true });
    const rest = await entries(filter, { after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes);
    const oldest = all.nodes.at(-1)!.occurredAt;
    expect((await entries({ ...filter, until: oldest })).totalCount).toBe(0);
    expect((await entries({ ...filter, from: oldest })).totalCount).toBe(all.totalCount);
    expect((await entries({ ...filter, entityType: 'Lead' })).totalCount).toBe(0);
  });

  it('is for administrators of the whole organisation', async () => {
    const centre = await holderOf(shop, { 'audit:read': 'ALL' });
    const { data } = await centre.client.send<{ accessLogs: { totalCount: number } }>(
      '{ accessLogs { totalCount } }',
    );
    expect(data!.accessLogs.totalCount).toBe(0);
    const other = await graph.shop();
    const answer = await other.admin.client.ask<{ accessLogs: { nodes: Entry[] } }>(LOGS, {
      filter: { entityId: customerId },
    });
    expect(answer.accessLogs.nodes).toEqual([]);
    for (const [client, code] of [
      [advisor.client, 'FORBIDDEN'],
      [graph.anonymous(), 'UNAUTHENTICATED'],
    ] as const)
      expect(await client.send(LOGS, { filter: {} })).toMatchObject({ code, data: null });
  });

  it('hides who it was from those who may not see users', async () => {
    const member = await shop.staff('TECHNICIAN', { allCentres: true });
    await giveRole(shop, member.id, await makeRole(shop, { 'audit:read': 'ALL' }));
    await look(advisor.client, 'lastName');
    const seen = async () =>
      (
        await member.client.send<{ accessLogs: { nodes: Entry[] } | null } | null>(
          'query ($id: ID!) { accessLogs(filter: { actorId: $id }) { nodes { fields actor { id } } } }',
          { id: advisor.id },
        )
      ).data?.accessLogs?.nodes ?? [];
    await eventually(async () => expect(await seen()).toContainEqual({ fields: ['lastName'], actor: null }));
  });

  it('is added to by the program, and changed by no part of it', async () => {
    for (const subgraph of SUBGRAPHS) {
      const client = new Client({
        connectionString: roleUrl(graph.databaseUrl, runState().secretKey, subgraph),
      });
      await client.connect();
      try {
        await client.query("select set_config('liftbay.organisation', $1, false)", [shop.id]);
        for (const statement of [
          'insert into platform.access_log (organisation_id) select platform.organisation()',
          "update platform.access_log set entity_type = 'forged'",
          'delete from platform.access_log',
          'truncate platform.access_log',
        ])
          await expect(client.query(statement)).rejects.toThrow(/permission denied/);
      } finally {
        await client.end();
      }
    }
  });
});
