import { type Foundation, layFoundation } from '../../program/kernel';
import { readEnvironment } from '../../shared/environment';
import { Log } from '../../shared/log';
import { openCard } from '../api/job-cards.fixtures';
import { openWorkshop, type Workshop } from '../api/jobs.fixtures';
import { baseEnvironment } from '../harness/environment';
import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { until } from '../harness/until';
import { changeRole, holderOf } from '../security/custom-role.fixtures';
import { cursorOf, take, UPDATED, type Updated, useSockets } from './live.fixtures';

/** Who one is, and what one may, is asked again while a subscription goes on. */
const graph = useGraph();
const sockets = useSockets(graph);
let workshop: Workshop;
let advisor: Member;
let foundation: Foundation;

beforeAll(async () => {
  workshop = await openWorkshop(graph);
  advisor = await workshop.shop.staff('ADVISOR');
  foundation = await layFoundation(readEnvironment(baseEnvironment(graph.databaseUrl, 0)), new Log('silent'));
});
afterAll(() => foundation.close());

const claimsOf = (token: string): { sub: string; org: string; sid: string; kind: string } =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());

test('a socket is closed when its token ends, and with a new one it goes on where it was', async () => {
  const { client } = advisor;
  const shortly = foundation.kernel.accessTokens.issue(claimsOf(client.token!), 2, new Date());
  const after = await cursorOf(advisor);
  const socket = sockets.as(null, { token: shortly });
  const heard = socket.hear<Updated>(UPDATED, { after });
  const first = await openCard(client, workshop.visit.vehicleId);
  const [told] = await take(heard, 1);
  expect(told!.jobCard.id).toBe(first.id);
  expect(await socket.closed).toEqual({ code: 4403, reason: 'The token has ended' });
  const missed = await openCard(client, workshop.visit.vehicleId);
  const again = sockets.as(advisor).hear<Updated>(UPDATED, { after: told!.cursor });
  expect((await take(again, 1))[0]!.jobCard.id).toBe(missed.id);
});

test('a session that ends closes its sockets at once, and nobody else’s', async () => {
  const leaving = await workshop.shop.staff('ADVISOR');
  const socket = sockets.as(leaving);
  const heard = socket.hear<Updated>(UPDATED, { after: await cursorOf(leaving) });
  const staying = sockets.as(advisor).hear<Updated>(UPDATED, { after: await cursorOf(advisor) });
  const { id } = await openCard(advisor.client, workshop.visit.vehicleId);
  await take(heard, 1);
  await leaving.client.ask('mutation { logout }');
  expect(await socket.closed).toEqual({ code: 4403, reason: 'The session has ended' });
  const next = await openCard(advisor.client, workshop.visit.vehicleId);
  expect((await take(staying, 2)).map(({ jobCard }) => jobCard.id)).toEqual([id, next.id]);
});

test('a permission that is taken away ends what it allowed, and the socket stays', async () => {
  const holder = await holderOf(workshop.shop, { 'jobs:read': 'ALL', 'vehicles:read': 'ALL' });
  const socket = sockets.as(holder);
  const heard = socket.hear<Updated>(UPDATED, { after: await cursorOf(holder) });
  await openCard(advisor.client, workshop.visit.vehicleId);
  await take(heard, 1);
  await changeRole(workshop.shop, holder.roleId, { 'vehicles:read': 'ALL' });
  const errors = await heard.ended;
  expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  const { data } = await socket.hear<{ me: { kind: string } }>('{ me { kind } }').next();
  expect(data.me.kind).toBe('USER');
});

test('a part that may no longer be seen is null from then on', async () => {
  const holder = await holderOf(workshop.shop, { 'jobs:read': 'ALL', 'vehicles:read': 'ALL' });
  const query = `subscription ($after: String) { jobCardUpdated(after: $after) { jobCard { vehicle { id } } } }`;
  const after = await cursorOf(holder);
  const heard = sockets
    .as(holder)
    .hear<{ jobCardUpdated: { jobCard: { vehicle: { id: string } | null } } }>(query, { after });
  const seen = async () => {
    await openCard(advisor.client, workshop.visit.vehicleId);
    return (await heard.next()).data.jobCardUpdated.jobCard.vehicle;
  };
  expect((await seen())!.id).toBe(workshop.visit.vehicleId);
  await changeRole(workshop.shop, holder.roleId, { 'jobs:read': 'ALL' });
  // Word of the change may come a little later than the event, in another process.
  await until('the vehicle is hidden', async () => (await seen()) === null);
});
