import { request } from 'node:http';
import { createClient } from 'graphql-sse';
import { openCard } from '../api/job-cards.fixtures';
import { openWorkshop, type Workshop } from '../api/jobs.fixtures';
import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { cursorOf, UPDATED, type Updated } from './live.fixtures';

/** The same as over WebSocket, for whoever has nothing but HTTP. */
const graph = useGraph();
let workshop: Workshop;
let advisor: Member;

beforeAll(async () => {
  workshop = await openWorkshop(graph);
  advisor = await workshop.shop.staff('ADVISOR');
});

const clientOf = (member: Member) =>
  createClient({
    url: `${graph.url}/graphql/stream`,
    headers: { authorization: `Bearer ${member.client.token}` },
    retryAttempts: 0,
  });

const post = (body: unknown, headers: Record<string, string> = {}, method = 'POST') =>
  fetch(`${graph.url}/graphql/stream`, {
    method,
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });

const signedIn = () => ({ authorization: `Bearer ${advisor.client.token}` });

test('graphql-sse takes updates from it, and resumes', async () => {
  const client = clientOf(advisor);
  const after = await cursorOf(advisor);
  const made = [await newCard(), await newCard()];
  const hear = (from: string) =>
    client.iterate<{ jobCardUpdated: Updated['jobCardUpdated'] }>({
      query: UPDATED,
      variables: { after: from },
    });
  const first = hear(after);
  const one = (await first.next()).value!.data!.jobCardUpdated;
  await first.return!();
  expect(one.jobCard.id).toBe(made[0]);
  const rest = hear(one.cursor);
  expect((await rest.next()).value!.data!.jobCardUpdated.jobCard.id).toBe(made[1]);
  const live = await newCard();
  expect((await rest.next()).value!.data!.jobCardUpdated.jobCard.id).toBe(live);
  await rest.return!();
  client.dispose();
});

const newCard = async () => (await openCard(advisor.client, workshop.visit.vehicleId)).id;

test('it is open before anything happens, and no proxy keeps it back', async () => {
  const response = await post({ query: UPDATED }, signedIn());
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-accel-buffering')).toBe('no');
  const reader = response.body!.getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe(':\n\n');
  await reader.cancel();
});

test('what is refused is answered with its status, as JSON', async () => {
  const codeOf = async (response: Response) => {
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    return [response.status, errors[0]!.extensions.code];
  };
  expect(await codeOf(await post({ query: UPDATED }))).toEqual([401, 'UNAUTHENTICATED']);
  expect(await codeOf(await post({ query: UPDATED }, { authorization: 'Bearer a.b.c' }))).toEqual([
    401,
    'UNAUTHENTICATED',
  ]);
  expect(await codeOf(await post({ query: 'subscription {' }, signedIn()))).toEqual([
    400,
    'GRAPHQL_PARSE_FAILED',
  ]);
  expect(await codeOf(await post({ query: UPDATED, variables: { after: 'x' } }, signedIn()))).toEqual([
    400,
    'BAD_INPUT',
  ]);
  expect(await codeOf(await post(undefined, signedIn(), 'GET'))).toEqual([405, 'BAD_INPUT']);
});

test('it takes a query too, and ends with its answer', async () => {
  const response = await post({ query: '{ me { kind } }' }, signedIn());
  expect(await response.text()).toBe(
    ':\n\nevent: next\ndata: {"data":{"me":{"kind":"USER"}}}\n\nevent: complete\ndata:\n\n',
  );
});

test('a session that ends ends its streams, with a word', async () => {
  const leaving = await workshop.shop.staff('ADVISOR');
  const response = await post({ query: UPDATED }, { authorization: `Bearer ${leaving.client.token}` });
  await leaving.client.ask('mutation { logout }');
  const text = await response.text();
  expect(text).toContain('"code":"UNAUTHENTICATED"');
  expect(text.endsWith('event: complete\ndata:\n\n')).toBe(true);
});

test('who leaves is not told any more, and gives their place back', async () => {
  const member = await workshop.shop.staff('ADVISOR');
  const headers = { authorization: `Bearer ${member.client.token}`, 'content-type': 'application/json' };
  const open = () =>
    new Promise<{ status: number; leave(): Promise<void> }>((resolve) => {
      const outgoing = request(`${graph.url}/graphql/stream`, { method: 'POST', headers }, (incoming) => {
        const closed = new Promise<void>((done) => incoming.once('close', () => done()));
        incoming.on('error', () => undefined);
        const leave = () => {
          outgoing.destroy();
          return closed;
        };
        resolve({ status: incoming.statusCode!, leave });
      });
      outgoing.on('error', () => undefined);
      outgoing.end(JSON.stringify({ query: UPDATED }));
    });
  const streams = await Promise.all(Array.from({ length: 30 }, open));
  expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
  const refused = await open();
  expect(refused.status).toBe(429);
  await Promise.all([...streams, refused].map(({ leave }) => leave()));
  const again = await open();
  expect(again.status).toBe(200);
  await again.leave();
});
