import { createClient } from 'graphql-sse';
import WebSocket from 'ws';
import { openCard } from '../api/job-cards.fixtures';
import { openWorkshop, type Workshop } from '../api/jobs.fixtures';
import { useGraph } from '../harness/graph';
import { openSocket } from '../harness/live';
import { cursorOf, take, type Updated } from '../live/live.fixtures';
import { documentIdOf, makeClient, register, type ThirdParty, tokenFor } from './third-party.fixtures';

/** Third parties listen by the documents that were registered for them, as long as those and their keys are good. */
const graph = useGraph();
let workshop: Workshop;
const opened: { close(): Promise<void> }[] = [];
beforeAll(async () => {
  workshop = await openWorkshop(graph);
});
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

const UPDATED = `subscription Updated($after: String) { jobCardUpdated(after: $after) { cursor type jobCard { id } } }`;
const documentId = documentIdOf(UPDATED);

async function listener(): Promise<ThirdParty> {
  const client = await makeClient(workshop.shop.admin, ['jobs:read']);
  await register(workshop.shop.admin, client.id, UPDATED);
  return client;
}

function socketOf(token: string) {
  const socket = openSocket(graph.url, { token });
  opened.push(socket);
  return socket;
}

const admin = () => workshop.shop.admin.client;
const openOne = () => openCard(workshop.manager.client, workshop.visit.vehicleId);
/** As a program sends it: without a text, for which the protocol has an empty one. */
const byId = async () => ({
  query: '',
  documentId,
  variables: { after: await cursorOf(workshop.shop.admin) },
});

test('a socket hears by a documentId, with a key or with a token', async () => {
  const client = await listener();
  for (const token of [client.secret, await tokenFor(graph, client)]) {
    const heard = socketOf(token).ask<Updated>(await byId());
    const { id } = await openOne();
    expect((await take(heard, 1))[0]!.jobCard.id).toBe(id);
  }
});

test('an event stream does, too', async () => {
  const client = await listener();
  const sse = createClient({
    url: `${graph.url}/graphql/stream`,
    headers: { authorization: `Bearer ${client.secret}` },
    retryAttempts: 0,
  });
  const told = sse.iterate<Updated>((await byId()) as never);
  const { id } = await openOne();
  const { value } = await told.next();
  expect((value as { data: Updated }).data.jobCardUpdated.jobCard.id).toBe(id);
  await told.return!();
});

test('a text, or a document of another, is refused on a socket that stays', async () => {
  const client = await listener();
  const other = await makeClient(workshop.shop.admin, ['jobs:read']);
  const codes = async (token: string, payload: object) =>
    (await socketOf(token).ask(payload).ended)!.map(({ extensions }) => extensions.code);
  expect(await codes(client.secret, { query: UPDATED })).toEqual(['DOCUMENT_NOT_REGISTERED']);
  expect(await codes(other.secret, await byId())).toEqual(['DOCUMENT_NOT_REGISTERED']);
});

test('revoking a client closes its sockets at once', async () => {
  const client = await listener();
  const socket = socketOf(client.secret);
  const heard = socket.ask<Updated>(await byId());
  await openOne();
  await take(heard, 1);
  await admin().ask('mutation ($id: ID!) { revokeApiClient(id: $id) { id } }', { id: client.id });
  expect(await socket.closed).toEqual({ code: 4403, reason: 'The session has ended' });
});

test('rotating without an overlap closes those of the old secret', async () => {
  const client = await listener();
  const socket = socketOf(await tokenFor(graph, client));
  const heard = socket.ask<Updated>(await byId());
  await openOne();
  await take(heard, 1);
  await admin().ask(
    'mutation ($id: ID!) { rotateApiClientSecret(id: $id, input: { overlapHours: 0 }) { secret } }',
    { id: client.id },
  );
  expect((await socket.closed).code).toBe(4403);
});

test('removing a document ends what listens by it, and the socket stays', async () => {
  const client = await listener();
  const socket = socketOf(client.secret);
  const heard = socket.ask<Updated>(await byId());
  await openOne();
  await take(heard, 1);
  const { persistedDocuments } = await admin().ask<{ persistedDocuments: { nodes: { id: string }[] } }>(
    'query ($id: ID!) { persistedDocuments(clientId: $id) { nodes { id } } }',
    { id: client.id },
  );
  await admin().ask('mutation ($id: ID!) { removePersistedDocument(id: $id) }', persistedDocuments.nodes[0]!);
  await openOne();
  expect((await heard.ended)!.map(({ extensions }) => extensions.code)).toEqual(['DOCUMENT_NOT_REGISTERED']);
  expect(heard.waiting).toEqual([]);
});

/** What the organisation's rights are is looked at again, as after any change of them. */
const lookAnew = () => listener();

test('a key that comes to its end ends what listens by it', async () => {
  const client = await listener();
  const socket = socketOf(client.secret);
  const heard = socket.ask<Updated>(await byId());
  await openOne();
  await take(heard, 1);
  await graph.sql('update customer.api_client set expires_at = now() where id = $1', [client.id]);
  await lookAnew();
  expect((await socket.closed).code).toBe(4403);
});

test('a document that scopes no longer allow ends, and the socket stays', async () => {
  const client = await listener();
  const socket = socketOf(client.secret);
  const heard = socket.ask<Updated>(await byId());
  await openOne();
  await take(heard, 1);
  await graph.sql(`update customer.api_client set scopes = '{vehicles:read}' where id = $1`, [client.id]);
  await lookAnew();
  await openOne();
  expect((await heard.ended)!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  expect(heard.waiting).toEqual([]);
  const again = socket.ask<Updated>({ query: '', documentId, variables: {} });
  expect((await again.ended)!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test('no secret is taken from the address of a socket', async () => {
  const { secret } = await listener();
  for (const name of ['access_token', 'client_secret', 'authorization']) {
    const address = `${graph.url.replace('http', 'ws')}/graphql?${name}=${secret}`;
    const socket = new WebSocket(address, 'graphql-transport-ws');
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('open', () => resolve('open'));
      socket.on('error', () => undefined);
    });
    socket.terminate();
    expect([name, status]).toEqual([name, 400]);
  }
});
