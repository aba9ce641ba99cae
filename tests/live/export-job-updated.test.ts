import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { codeOf, cursorOf, happenedAt, lastCursor, payloads, useSockets } from './live.fixtures';

const graph = useGraph();
const sockets = useSockets(graph);
let shop: Shop;
let manager: Member;

beforeAll(async () => {
  shop = await graph.shop();
  manager = await shop.staff('MANAGER');
  await graph.sql(
    `insert into workshop.job_card (organisation_id, id, version, created_at, updated_at, number, service_centre_id,
       customer_id, vehicle_id, status, complaint, priority)
     select $1, gen_random_uuid(), 1, now(), now(), 'JC-' || lpad(n::text, 6, '0'), $2, gen_random_uuid(), gen_random_uuid(), 'CREATED', 'It leaks.',
       'MEDIUM' from generate_series(1, 2100) n`,
    [shop.id, shop.centres[0]],
  );
});

const UPDATED = `subscription ($after: String, $filter: ExportJobUpdateFilter) {
  exportJobUpdated(after: $after, filter: $filter) { cursor type occurredAt
    exportJob { id status rowsWritten failure url } } }`;

interface Updated {
  exportJobUpdated: {
    cursor: string;
    type: string;
    occurredAt: string;
    exportJob: {
      id: string;
      status: string;
      rowsWritten: number;
      failure: string | null;
      url: string | null;
    };
  };
}

const hear = (who: Member, after: string, filter: object = {}) =>
  sockets.as(who).hear<Updated>(UPDATED, { after, filter });
const typesOf = (updates: Updated[]) => updates.map(({ exportJobUpdated }) => exportJobUpdated.type);

async function begin(client: GraphClient, format: string): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const { exportReport } = await client.ask<{ exportReport: { id: string } }>(
    'mutation ($input: ExportReportInput!) { exportReport(input: $input) { id } }',
    { input: { format, list: 'JOBS', from: today, to: today } },
  );
  return exportReport.id;
}

test('tells that it began, how far it is and that the file is there', async () => {
  const heard = hear(manager, await cursorOf(manager));
  const id = await begin(manager.client, 'CSV');
  const updates = await payloads(heard, 3);
  expect(typesOf(updates)).toEqual(['STARTED', 'PROGRESSED', 'COMPLETED']);
  const { cursor, occurredAt, exportJob } = updates[2]!.exportJobUpdated;
  expect(exportJob.id).toBe(id);
  expect(exportJob.status).toBe('DONE');
  expect(exportJob.rowsWritten).toBe(2100);
  expect((await fetch(exportJob.url!)).status).toBe(200);
  expect(occurredAt).toBe(await happenedAt(graph, shop, cursor));
  expect(cursor).toBe(await lastCursor(graph, shop, id));
});

test('tells why there will be no file; can be narrowed to one export, or to its end', async () => {
  const after = await cursorOf(manager);
  const [refused, other] = [await begin(manager.client, 'PDF'), await begin(manager.client, 'CSV')];
  const ends = await payloads(
    hear(manager, after, { exportJobId: refused, types: ['COMPLETED', 'FAILED'] }),
    1,
  );
  expect(typesOf(ends)).toEqual(['FAILED']);
  expect(ends[0]!.exportJobUpdated.exportJob.failure).toBe('TOO_MANY_ROWS');
  const [done] = await payloads(hear(manager, after, { types: ['COMPLETED'] }), 1);
  expect(done!.exportJobUpdated.exportJob.id).toBe(other);
});

test('whose export it is hears of it, and nobody else', async () => {
  const after = await cursorOf(manager);
  const first = await begin(manager.client, 'CSV');
  await payloads(hear(manager, after, { exportJobId: first, types: ['COMPLETED'] }), 1);
  const own = await begin(shop.admin.client, 'CSV');
  const [heard] = await payloads(hear(shop.admin, after), 1);
  expect(heard!.exportJobUpdated.exportJob.id).toBe(own);
  expect(await codeOf(hear(await shop.staff('TECHNICIAN'), after))).toBe('FORBIDDEN');
});
