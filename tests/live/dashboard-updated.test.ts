import { cursorAt } from '../../shared/live/cursor';
import { arrive, assign, openCard, requireInspection } from '../api/job-cards.fixtures';
import { done } from '../api/jobs.fixtures';
import { emit } from '../api/messages.fixtures';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { codeOf, cursorOf, happenedAt, payloads, useSockets } from './live.fixtures';

const graph = useGraph();
const sockets = useSockets(graph);
let shop: Shop;
let manager: Member;
let there: Member;
let technician: Member;
let vehicleId: string;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  await requireInspection(shop, false);
  manager = await shop.staff('MANAGER');
  technician = await shop.staff('TECHNICIAN');
  there = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
  ({ vehicleId } = await arrive(manager.client));
});

const UPDATED = `subscription ($after: String, $period: DashboardPeriod, $on: LocalDate, $centre: ID) {
  dashboardUpdated(after: $after, period: $period, on: $on, serviceCentreId: $centre) { cursor occurredAt
    dashboard { kind period from to kpis { name value } charts { name } } } }`;

interface Updated {
  dashboardUpdated: {
    cursor: string;
    occurredAt: string;
    dashboard: {
      kind: string;
      period: string;
      from: string;
      to: string;
      kpis: { name: string; value: number | null }[];
      charts: { name: string }[];
    };
  };
}

const hear = (who: Member, after: string, more: object = {}) =>
  sockets.as(who).hear<Updated>(UPDATED, { after, ...more });
const kpi = ({ dashboardUpdated }: Updated, wanted: string) =>
  dashboardUpdated.dashboard.kpis.find(({ name }) => name === wanted)!.value;

async function begun(): Promise<string> {
  const { id } = await openCard(manager.client, vehicleId);
  await assign(manager.client, id, technician);
  await done(technician.client, 'startJobCard', id);
  return id;
}

/** The cursor of the last event that a job was started. */
async function started(): Promise<string> {
  const [last] = await graph.sql<{ position: string }>(
    "select max(position) as position from platform.event where organisation_id = $1 and name = 'JobCardStarted'",
    [shop.id],
  );
  return cursorAt(Number(last!.position));
}

/** What changes a number of that service centre, and which is nobody’s in particular. */
const happen = (serviceCentreId: string | null) =>
  emit(graph, shop, 'CounterOrderDelivered', { type: 'CounterOrder' }, { serviceCentreId });

test('what happened in one go is told once, with the dashboard as it is then', async () => {
  const after = await cursorOf(manager);
  await begun();
  const last = await started();
  const heard = hear(manager, after);
  const [updated] = await payloads(heard, 1);
  const { cursor, occurredAt, dashboard } = updated!.dashboardUpdated;
  expect(cursor).toBe(last);
  expect(occurredAt).toBe(await happenedAt(graph, shop, cursor));
  expect([dashboard.kind, dashboard.period]).toEqual(['SERVICE_CENTRE', 'DAY']);
  expect(kpi(updated!, 'JOBS_IN_PROGRESS')).toBe(1);
  expect(dashboard.charts.length).toBeGreaterThan(0);
  await begun();
  const [next] = await payloads(heard, 1);
  expect(kpi(next!, 'JOBS_IN_PROGRESS')).toBeGreaterThanOrEqual(1);
});

test('is of the period and the service centre that were asked for', async () => {
  const after = await cursorOf(manager);
  await happen(shop.centres[1]!);
  const [updated] = await payloads(
    hear(shop.admin, after, { period: 'MONTH', on: '2026-02-10', centre: shop.centres[1] }),
    1,
  );
  const { dashboard } = updated!.dashboardUpdated;
  expect([dashboard.period, dashboard.from, dashboard.to]).toEqual(['MONTH', '2026-02-01', '2026-02-28']);
  expect(await codeOf(hear(manager, after, { centre: shop.centres[1] }))).toBe('BAD_INPUT');
});

test('another service centre’s, and the organisation’s, is told to who sees it, though it came last', async () => {
  const after = await cursorOf(manager);
  await happen(shop.centres[0]!);
  const here = await cursorOf(manager);
  await happen(shop.centres[1]!);
  const elsewhere = await cursorOf(manager);
  await happen(null);
  const all = await cursorOf(manager);
  const whose = [
    [manager, {}, here],
    [there, {}, elsewhere],
    [shop.admin, {}, all],
    [shop.admin, { centre: shop.centres[0] }, here],
  ] as const;
  for (const [who, asked, last] of whose) {
    const [updated] = await payloads(hear(who, after, asked), 1);
    expect(updated!.dashboardUpdated.cursor).toBe(last);
  }
});

test('technicians hear of their own jobs', async () => {
  const after = await cursorOf(technician);
  await begun();
  const own = await started();
  const { id } = await openCard(manager.client, vehicleId);
  await assign(manager.client, id, await shop.staff('TECHNICIAN'));
  await happen(shop.centres[0]!);
  const [updated] = await payloads(hear(technician, after), 1);
  expect(updated!.dashboardUpdated.cursor).toBe(own);
  expect(updated!.dashboardUpdated.dashboard.kind).toBe('TECHNICIAN');
});
