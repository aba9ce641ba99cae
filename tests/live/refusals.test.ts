import WebSocket from 'ws';
import { openCard } from '../api/job-cards.fixtures';
import { openWorkshop, type Workshop } from '../api/jobs.fixtures';
import { useGraph } from '../harness/graph';
import { openSocket } from '../harness/live';
import type { Member } from '../harness/shop';
import { holderOf } from '../security/custom-role.fixtures';
import { cursorOf, take, UPDATED, type Updated, useSockets } from './live.fixtures';

const graph = useGraph();
const sockets = useSockets(graph);
let workshop: Workshop;
let advisor: Member;

beforeAll(async () => {
  workshop = await openWorkshop(graph);
  advisor = await workshop.shop.staff('ADVISOR');
});

/** The status with which the server answers an upgrade that it refuses. */
function upgrade(headers: Record<string, string>, path = '/graphql'): Promise<number | 'open'> {
  const socket = new WebSocket(`${graph.url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', {
    headers,
  });
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode!));
    socket.on('open', () => {
      resolve('open');
      socket.close();
    });
    socket.on('error', () => undefined);
  });
}

describe('the upgrade', () => {
  test('is refused to pages of other origins, and anywhere but at the graph', async () => {
    const { host } = new URL(graph.url);
    expect(await upgrade({ origin: 'https://evil.example' })).toBe(403);
    expect(await upgrade({ origin: 'null' })).toBe(403);
    expect(await upgrade({ origin: `http://${host}` })).toBe('open');
    expect(await upgrade({})).toBe('open');
    expect(await upgrade({}, '/elsewhere')).toBe(404);
  });

  test('is refused to an address that has too many open, until it closes one', async () => {
    const headers = { 'x-forwarded-for': '10.77.77.77' };
    const open = Array.from({ length: 200 }, () => {
      const socket = new WebSocket(`${graph.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers,
      });
      return new Promise<WebSocket>((resolve) => socket.on('open', () => resolve(socket)));
    });
    const all = await Promise.all(open);
    expect(await upgrade(headers)).toBe(429);
    expect(await upgrade({ 'x-forwarded-for': '10.77.77.78' })).toBe('open');
    await Promise.all(all.map((socket) => new Promise((resolve) => socket.once('close', resolve).close())));
    expect(await upgrade(headers)).toBe('open');
  });
});

describe('the connection', () => {
  test('is closed to a token that is not good', async () => {
    const { code } = await openSocket(graph.url, { token: 'a.b.c' }).closed;
    expect(code).toBe(4403);
  });

  test('is closed to a session that has too many', async () => {
    const member = await workshop.shop.staff('ADVISOR');
    const open = Array.from({ length: 30 }, () => sockets.as(member));
    const answers = open.map((socket) => socket.hear<{ __typename: string }>('{ __typename }').next());
    expect((await Promise.all(answers)).length).toBe(30);
    expect((await openSocket(graph.url, { token: member.client.token }).closed).code).toBe(4430);
  });

  test('is closed on a message that is too large', async () => {
    const socket = sockets.as(advisor);
    socket.hear(`{ __typename #${'x'.repeat(1_100_000)}\n }`);
    expect((await socket.closed).code).toBe(1009);
  });
});

describe('a bad operation', () => {
  test('answers with its error, and leaves the others of its socket alone', async () => {
    const socket = sockets.as(advisor);
    const good = socket.hear<Updated>(UPDATED, { after: await cursorOf(advisor) });
    const codesOf = async (query: string, variables: Record<string, unknown> = {}) =>
      (await socket.hear(query, variables).ended)?.map(({ extensions }) => extensions.code);
    expect(await codesOf('subscription { jobCardUpdated {')).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(await codesOf('subscription { nothingOfTheKind }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await codesOf(UPDATED, { after: 'yesterday' })).toEqual(['BAD_INPUT']);
    expect(await codesOf(UPDATED, { filter: { jobCardId: 'x' } })).toEqual(['BAD_INPUT']);
    expect(await codesOf('query One { __typename } query Other { __typename }')).toEqual([
      'OPERATION_RESOLUTION_FAILURE',
    ]);
    const two = 'subscription { a: jobCardUpdated { cursor } b: jobCardUpdated { cursor } }';
    expect(await codesOf(two)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const { id } = await openCard(advisor.client, workshop.visit.vehicleId);
    expect((await take(good, 1))[0]!.jobCard.id).toBe(id);
  });

  test('is one that the caller may not subscribe to', async () => {
    const codeAs = async (member: Member | null) =>
      (await sockets.as(member).hear(UPDATED).ended)?.map(({ extensions }) => extensions.code);
    expect(await codeAs(null)).toEqual(['UNAUTHENTICATED']);
    expect(await codeAs(await holderOf(workshop.shop, { 'parts:read': 'ALL' }))).toEqual(['FORBIDDEN']);
  });

  test('is one too many of a socket', async () => {
    const socket = sockets.as(advisor);
    const open = Array.from({ length: 50 }, () => socket.hear<Updated>(UPDATED));
    const errors = await socket.hear(UPDATED).ended;
    expect(errors![0]!.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', allowed: 50 });
    open[0]!.leave();
    const { data } = await socket.hear<{ __typename: string }>('{ __typename }').next();
    expect(data.__typename).toBe('Query');
  });
});

test('a socket takes queries and mutations as well, with their errors', async () => {
  const socket = sockets.as(advisor);
  const { data } = await socket.hear<{ me: { kind: string } }>('{ me { kind } }').next();
  expect(data.me.kind).toBe('USER');
  const refused = await socket
    .hear('mutation ($id: ID!) { revokeSession(id: $id) }', { id: workshop.shop.id })
    .next();
  expect(refused.errors![0]!.extensions.code).toBe('NOT_FOUND');
});

test('over plain HTTP a subscription is told where it is answered', async () => {
  const answer = await advisor.client.send(UPDATED);
  expect([answer.status, answer.code]).toEqual([400, 'BAD_INPUT']);
  expect(answer.errors[0]!.message).toContain('/graphql/stream');
});
