import { Client } from 'pg';
import { roleUrl } from '../../shared/database/roles';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import type { Member, Shop } from '../harness/shop';
import { arrive, cancel, openCard, UPDATE } from './job-cards.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let cardId: string;
beforeAll(async () => {
  shop = await graph.shop();
  manager = await shop.staff('MANAGER');
  const { vehicleId } = await arrive(manager.client);
  cardId = (await openCard(manager.client, vehicleId)).id;
  await manager.client
    .with({ 'user-agent': 'a tablet' })
    .ask(UPDATE, { id: cardId, input: { priority: 'LOW' } });
  await cancel(manager.client, cardId);
});

interface Entry {
  id: string;
  occurredAt: string;
  action: string;
  oldValues: string | null;
  newValues: string | null;
}
const LOGS = `query ($filter: AuditLogFilter!, $first: Int, $after: String) {
  auditLogs(filter: $filter, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes {
    id occurredAt actorKind actorId actor { id email } action entityType entityId serviceCentre { id }
    oldValues newValues address userAgent requestId } } }`;
async function read(client: GraphClient, filter: object, page: object = {}) {
  const { auditLogs } = await client.ask<{
    auditLogs: { totalCount: number; nodes: Entry[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
  }>(LOGS, { filter, ...page });
  return auditLogs;
}

describe('auditLogs', () => {
  it('tells who did what to a record, from where, with the values before and after', async () => {
    const { nodes } = await read(shop.admin.client, { entityType: 'JobCard', entityId: cardId });
    expect(nodes.map((entry) => entry.action)).toEqual(['cancel', 'update', 'create']);
    expect(nodes[1]).toEqual({
      id: expect.any(String),
      occurredAt: expect.any(String),
      actorKind: 'USER',
      actorId: manager.id,
      actor: { id: manager.id, email: manager.email },
      action: 'update',
      entityType: 'JobCard',
      entityId: cardId,
      serviceCentre: { id: shop.centres[0] },
      oldValues: expect.any(String),
      newValues: expect.any(String),
      address: expect.stringContaining('127.0.0.1'),
      userAgent: 'a tablet',
      requestId: expect.any(String),
    });
    expect(JSON.parse(nodes[1]!.oldValues!)).toEqual({ priority: 'MEDIUM' });
    expect(JSON.parse(nodes[1]!.newValues!)).toEqual({ priority: 'LOW' });
    expect(nodes[2]!.oldValues).toBeNull();
  });

  it('shows what one person did, in pages', async () => {
    const filter = { actorId: manager.id, entityType: 'JobCardStatusChange' };
    const first = await read(shop.admin.client, filter, { first: 1 });
    const second = await read(shop.admin.client, filter, { first: 1, after: first.pageInfo.endCursor });
    expect([first, second].map((page) => page.pageInfo.hasNextPage)).toEqual([true, false]);
    expect([first, second].map((page) => JSON.parse(page.nodes[0]!.newValues!).toStatus)).toEqual([
      'CANCELLED',
      'CREATED',
    ]);
    expect(first.totalCount).toBe(2);
  });

  it('shows one by its id, and what was done in a while, by what it is called or in a service centre', async () => {
    const { client } = shop.admin;
    const { nodes } = await read(client, { entityType: 'JobCard', entityId: cardId });
    const [cancelled, updated] = nodes;
    const one = (asker: GraphClient) =>
      asker.ask('query ($id: ID!) { auditLog(id: $id) { id action } }', { id: updated!.id });
    expect(await one(client)).toEqual({ auditLog: { id: updated!.id, action: 'update' } });
    expect(await one((await graph.shop()).admin.client)).toEqual({ auditLog: null });
    const ids = async (filter: object) =>
      (await read(client, { entityType: 'JobCard', entityId: cardId, ...filter })).nodes.map(
        (entry) => (entry as { id?: string }).id,
      );
    expect(await ids({ action: 'cancel' })).toEqual([cancelled!.id]);
    expect(await ids({ serviceCentreId: shop.centres[0] })).toEqual(nodes.map(({ id }) => id));
    expect(await ids({ serviceCentreId: cardId })).toEqual([]);
    expect(await ids({ until: cancelled!.occurredAt })).not.toContain(cancelled!.id);
    expect(await ids({ from: cancelled!.occurredAt })).toContain(cancelled!.id);
  });

  it('is for administrators, of their own organisation', async () => {
    const other = await graph.shop();
    expect(await read(other.admin.client, { entityId: cardId })).toMatchObject({ totalCount: 0, nodes: [] });
    const accountant = await shop.staff('ACCOUNTANT');
    for (const [client, code] of [
      [manager.client, 'FORBIDDEN'],
      [accountant.client, 'FORBIDDEN'],
      [graph.anonymous(), 'UNAUTHENTICATED'],
    ] as const) {
      const answer = await client.send(LOGS, { filter: {} });
      expect(answer.code).toBe(code);
      expect(answer.data).toBeNull();
    }
  });

  it('is read by the program through a view that shows one organisation, and is written by nobody there', async () => {
    const url = roleUrl(graph.databaseUrl, runState().secretKey, 'reporting');
    const client = new Client({ connectionString: url });
    await client.connect();
    const count = async (organisationId: string) => {
      await client.query("select set_config('liftbay.organisation', $1, false)", [organisationId]);
      const { rows } = await client.query<{ organisation_id: string }>(
        'select distinct organisation_id from platform.report_audit_log',
      );
      return rows.map((row) => row.organisation_id);
    };
    try {
      expect(await count('')).toEqual([]);
      expect(await count(shop.id)).toEqual([shop.id]);
      for (const statement of [
        'select from platform.audit_log',
        "update platform.report_audit_log set action = 'forged'",
        'delete from platform.report_audit_log',
      ])
        await expect(client.query(statement)).rejects.toThrow(/permission denied/);
    } finally {
      await client.end();
    }
  });
});
