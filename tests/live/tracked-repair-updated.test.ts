import { TRACKING_LIMITS } from '../../subgraphs/workshop/bodyshop/tracking/guessing';
import { ATTACH, MOVE, readyImage, stageOf, trackingCodeOf } from '../api/bodyshop.fixtures';
import { createCustomer, createVehicle } from '../api/customers.fixtures';
import { assign, openCard, requireInspection, UPDATE } from '../api/job-cards.fixtures';
import { done } from '../api/jobs.fixtures';
import { newAddress } from '../api/sign-in.fixtures';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { codeOf, cursorOf, happenedAt, lastCursor, payloads, useSockets } from './live.fixtures';

const graph = useGraph();
const sockets = useSockets(graph);
let shop: Shop;
let manager: Member;
let technician: Member;
let vehicleId: string;

beforeAll(async () => {
  shop = await graph.shop();
  await requireInspection(shop, false);
  manager = await shop.staff('MANAGER');
  technician = await shop.staff('TECHNICIAN');
  const { id } = await createCustomer(manager.client, { phone: '333 123 4567' });
  const plate = { number: 'AB 123 DE', country: 'IT' };
  vehicleId = (await createVehicle(manager.client, { ownerId: id, plate })).id;
});

const UPDATED = `subscription ($organisation: String, $code: String!, $secondFactor: String!, $after: String) {
  trackedRepairUpdated(organisation: $organisation, code: $code, secondFactor: $secondFactor, after: $after) {
    cursor type occurredAt repair { number status stage promisedAt plate photos { caption url } } } }`;

interface Updated {
  trackedRepairUpdated: {
    cursor: string;
    type: string;
    occurredAt: string;
    repair: {
      number: string;
      status: string;
      stage: string | null;
      promisedAt: string | null;
      plate: string;
      photos: { caption: string; url: string }[];
    };
  };
}

/** From an address of its own, or from this one. */
const listen = (code: string, secondFactor: string, after: string | null, address = newAddress()) =>
  sockets.as(null, { headers: { 'x-forwarded-for': address } }).hear<Updated>(UPDATED, {
    organisation: shop.slug,
    code,
    secondFactor,
    after,
  });

async function openTracked(): Promise<{ id: string; code: string }> {
  const { id } = await openCard(manager.client, vehicleId);
  return { id, code: await trackingCodeOf(manager.client, id) };
}
const change = (id: string, input: object) => manager.client.ask(UPDATE, { id, input });
const attach = async (id: string, photo: object) =>
  manager.client.ask(ATTACH, { id, photos: [{ fileId: await readyImage(manager.client), ...photo }] });
const hits = async (address: string) => {
  const { readsFromAddress, wrongFromAddress } = TRACKING_LIMITS;
  const rows = await Promise.all(
    [readsFromAddress, wrongFromAddress].map(({ name }) =>
      graph.sql<{ hits: number }>(
        `select hits from platform.throttle where hits > 0
           and subject = $1 || ':' || translate(rtrim(encode(sha256($2::text::bytea), 'base64'), '='), '+/', '-_')`,
        [name, address],
      ),
    ),
  );
  return rows.map(([row]) => row?.hits ?? 0);
};

test('tells of each step that the customer sees, and of nothing else', async () => {
  const { id, code } = await openTracked();
  const after = await cursorOf(manager);
  await change(id, { technicianNotes: 'Rust.' });
  await change(id, { promisedAt: '2031-01-01T10:00:00Z' });
  await assign(manager.client, id, technician);
  await assign(manager.client, id, await shop.staff('TECHNICIAN'));
  await assign(manager.client, id, technician);
  await done(technician.client, 'startJobCard', id);
  await manager.client.ask(MOVE, { id, stageId: (await stageOf(manager.client, 'PAINT')).id });
  await attach(id, { caption: 'Inside', shownInTracking: false });
  await attach(id, { caption: 'Done', shownInTracking: true });
  const updates = (await payloads(listen(code.toLowerCase(), 'ab-123 de', after), 5)).map(
    ({ trackedRepairUpdated }) => trackedRepairUpdated,
  );
  expect(updates.map(({ type }) => type)).toEqual([
    'PROMISED',
    'STATUS_CHANGED',
    'STATUS_CHANGED',
    'STAGE_CHANGED',
    'PHOTOGRAPHED',
  ]);
  const { cursor, occurredAt, repair } = updates[4]!;
  expect(repair.status).toBe('IN_PROGRESS');
  expect(repair.stage).toBe('Paint');
  expect(repair.promisedAt).toBe('2031-01-01T10:00:00.000Z');
  expect(repair.plate).toBe('•••DE');
  expect(repair.number).toMatch(/\d/);
  expect(repair.photos.map(({ caption }) => caption)).toEqual(['Done']);
  expect((await fetch(repair.photos[0]!.url)).status).toBe(200);
  expect(occurredAt).toBe(await happenedAt(graph, shop, cursor));
  expect(cursor).toBe(await lastCursor(graph, shop, id));
});

test('hears of its own card alone', async () => {
  const [{ id, code }, other] = [await openTracked(), await openTracked()];
  const heard = listen(code, '4567', await cursorOf(manager));
  for (const card of [other.id, id]) await assign(manager.client, card, technician);
  const [first] = await payloads(heard, 1);
  const [{ number }] = (await graph.sql<{ number: string }>(
    'select number from workshop.job_card where id = $1',
    [id],
  )) as [{ number: string }];
  expect(first!.trackedRepairUpdated.repair.number).toBe(number);
});

test('what is open counts once, however much happens', async () => {
  const { id, code } = await openTracked();
  const address = newAddress();
  const heard = listen(code, '4567', await cursorOf(manager), address);
  for (let day = 1; day <= 12; day += 1) await change(id, { promisedAt: new Date(Date.UTC(2031, 0, day)) });
  await payloads(heard, 12);
  expect(await hits(address)).toEqual([1, 0]);
});

test('guesses are answered alike, and count as those of the query do', async () => {
  const { code } = await openTracked();
  const address = newAddress();
  const { allowed } = TRACKING_LIMITS.wrongFromAddress;
  const codes: unknown[] = [];
  for (let n = 0; n < allowed; n += 1)
    codes.push(
      await codeOf(n % 2 ? listen(code, `000${n}`, null, address) : listen('222222', '4567', null, address)),
    );
  expect(codes).toEqual(Array.from({ length: allowed }, () => 'NOT_FOUND'));
  expect(await codeOf(listen(code, '4567', null, address))).toBe('RATE_LIMITED');
});

test('ends when what was known is not the plate any more', async () => {
  const { id, code } = await openTracked();
  const heard = listen(code, 'ab123de', await cursorOf(manager));
  await assign(manager.client, id, technician);
  await payloads(heard, 1);
  const rightly = listen(code, '4567', await cursorOf(manager));
  await manager.client.ask('mutation ($id: ID!) { changeVehiclePlate(id: $id, plate: null) { id } }', {
    id: vehicleId,
  });
  await done(technician.client, 'startJobCard', id);
  await payloads(rightly, 1);
  expect(await codeOf(heard)).toBe('NOT_FOUND');
});
