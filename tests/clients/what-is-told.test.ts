import { createCustomer } from '../api/customers.fixtures';
import {
  CREATE,
  comeToNextAttempt,
  type Delivery,
  delivery,
  REDELIVER,
  Receiver,
  ROTATE,
} from '../api/webhooks.fixtures';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { eventually } from '../harness/until';
import { documentIdOf, makeClient, post, register } from './third-party.fixtures';

/** What administrators are told of clients, secrets, documents, endpoints and deliveries: since when, how often, until when. */
const graph = useGraph();
const receiver = new Receiver();
let shop: Shop;
beforeAll(async () => {
  await receiver.open();
  shop = await graph.shop();
});
afterAll(() => receiver.close());

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const TOLD = 'query Told($id: ID!) { customer(id: $id) { lastName } }';
const STAMPS = 'version createdAt updatedAt';

interface Stamped {
  version: number;
  createdAt: string;
  updatedAt: string;
}

function isNew(record: Stamped): void {
  expect(record.version).toBe(1);
  expect(record.createdAt).toMatch(INSTANT);
  expect(Math.abs(Date.parse(record.createdAt) - Date.now())).toBeLessThan(10 * 60_000);
  expect(record.updatedAt).toBe(record.createdAt);
}

function hasChanged(record: Stamped, before: Stamped): void {
  expect(record.version).toBeGreaterThan(before.version);
  expect(record.createdAt).toBe(before.createdAt);
  expect(record.updatedAt > before.updatedAt).toBe(true);
}

test('a client, and each of its secrets', async () => {
  const { id } = await makeClient(shop.admin, ['vehicles:read']);
  interface Told {
    apiClients: { nodes: (Stamped & { id: string; secrets: (Stamped & { ending: string })[] })[] };
  }
  const told = async () =>
    (
      await shop.admin.client.ask<Told>(
        `{ apiClients { nodes { id ${STAMPS} secrets { ending ${STAMPS} } } } }`,
      )
    ).apiClients.nodes.find((each) => each.id === id)!;
  const made = await told();
  isNew(made);
  isNew(made.secrets[0]!);
  await shop.admin.client.ask(
    'mutation ($id: ID!) { rotateApiClientSecret(id: $id, input: { overlapHours: 1 }) { secret } }',
    { id },
  );
  const rotated = await told();
  hasChanged(rotated, made);
  const { ending } = made.secrets[0]!;
  hasChanged(rotated.secrets.find((each) => each.ending === ending)!, made.secrets[0]!);
  isNew(rotated.secrets.find((each) => each.ending !== ending)!);
});

test('a document, when it last ran, and that it was removed', async () => {
  const { id: clientId, secret } = await makeClient(shop.admin, ['customers:read']);
  const [documentId] = await register(shop.admin, clientId, TOLD);
  interface Told {
    persistedDocuments: { nodes: (Stamped & { id: string; lastRanAt: string | null })[] };
  }
  const told = async () =>
    (
      await shop.admin.client.ask<Told>(
        `query ($clientId: ID!) { persistedDocuments(clientId: $clientId) { nodes { id ${STAMPS} lastRanAt } } }`,
        { clientId },
      )
    ).persistedDocuments.nodes[0]!;
  const made = await told();
  isNew(made);
  expect(made.lastRanAt).toBeNull();
  const { id: customerId } = await createCustomer(shop.admin.client);
  const begun = Date.now();
  await post(graph, secret, { documentId, variables: { id: customerId } });
  await eventually(async () => {
    const { lastRanAt } = await told();
    expect(lastRanAt).toMatch(INSTANT);
    expect(Math.abs(Date.parse(lastRanAt!) - begun)).toBeLessThan(60_000);
  });
  const { removePersistedDocument } = await shop.admin.client.ask<{ removePersistedDocument: string }>(
    'mutation ($id: ID!) { removePersistedDocument(id: $id) }',
    { id: made.id },
  );
  expect(removePersistedDocument).toBe(made.id);
});

interface Endpoint extends Stamped {
  id: string;
  url: string;
  events: string[];
  documentId: string | null;
  previousSecretUntil: string | null;
  lastDeliveredAt: string | null;
}

async function openEndpoint(path: string): Promise<Endpoint> {
  const { id: clientId } = await makeClient(shop.admin, ['customers:read']);
  const [documentId] = await register(shop.admin, clientId, TOLD);
  const { createWebhookEndpoint: made } = await shop.admin.client.ask<{
    createWebhookEndpoint: { secret: string; endpoint: Endpoint & { client: { id: string } } };
  }>(CREATE.replace('endpoint { id version', `endpoint { id ${STAMPS}`), {
    input: { clientId, url: receiver.url(path), events: ['CUSTOMER_CREATED'], documentId },
  });
  expect(made.secret).toMatch(/^whsec_[\w-]{43}$/);
  expect(made.endpoint).toMatchObject({
    client: { id: clientId },
    url: receiver.url(path),
    events: ['CUSTOMER_CREATED'],
    documentId: documentIdOf(TOLD),
    previousSecretUntil: null,
    lastDeliveredAt: null,
  });
  isNew(made.endpoint);
  return made.endpoint;
}

test('an endpoint, until when its last secret signs, and when it last took something', async () => {
  const made = await openEndpoint('/endpoint');
  const rotated = await shop.admin.client.ask<{
    rotateWebhookEndpointSecret: { secret: string; endpoint: { previousSecretUntil: string } };
  }>(ROTATE, { id: made.id, input: { overlapHours: 3 } });
  const { secret, endpoint } = rotated.rotateWebhookEndpointSecret;
  expect(secret).toMatch(/^whsec_/);
  expect(endpoint.previousSecretUntil).toMatch(INSTANT);
  const hours = (Date.parse(endpoint.previousSecretUntil) - Date.now()) / 3_600_000;
  expect(Math.abs(hours - 3)).toBeLessThan(0.1);
  await createCustomer(shop.admin.client);
  const sent = await delivery(shop.admin.client, made.id, ({ status }) => status === 'DELIVERED');
  const { webhookEndpoints } = await shop.admin.client.ask<{ webhookEndpoints: { nodes: Endpoint[] } }>(
    `{ webhookEndpoints { nodes { id ${STAMPS} documentId previousSecretUntil lastDeliveredAt } } }`,
  );
  const now = webhookEndpoints.nodes.find(({ id }) => id === made.id)!;
  hasChanged(now, made);
  expect(now.previousSecretUntil).toBe(endpoint.previousSecretUntil);
  expect(now.documentId).toBe(made.documentId);
  expect(now.lastDeliveredAt).toBe(sent.lastAttemptAt);
});

test('a delivery, when it was tried and will be, and that it is sent anew', async () => {
  receiver.answer = (response) => response.writeHead(500).end();
  const { id: endpointId } = await openEndpoint('/delivery');
  const begun = Date.now();
  await createCustomer(shop.admin.client);
  const tried = await delivery(shop.admin.client, endpointId, ({ attempts }) => attempts === 1);
  const stampsOf = async () => {
    const { webhookDeliveries } = await shop.admin.client.ask<{
      webhookDeliveries: { totalCount: number; nodes: (Stamped & Pick<Delivery, 'occurredAt'>)[] };
    }>(
      `query ($id: ID!) { webhookDeliveries(endpointId: $id) { totalCount nodes { ${STAMPS} occurredAt } } }`,
      { id: endpointId },
    );
    expect(webhookDeliveries.totalCount).toBe(1);
    return webhookDeliveries.nodes[0]!;
  };
  const first = await stampsOf();
  expect(first.version).toBe(2);
  expect(first.createdAt).toMatch(INSTANT);
  expect(first.occurredAt).toMatch(INSTANT);
  expect(first.occurredAt <= first.createdAt).toBe(true);
  expect(Math.abs(Date.parse(first.occurredAt) - begun)).toBeLessThan(60_000);
  expect(tried.lastAttemptAt).toMatch(INSTANT);
  expect(first.updatedAt).toBe(tried.lastAttemptAt);
  expect(tried.nextAttemptAt).toBe(new Date(Date.parse(first.updatedAt) + 60_000).toISOString());
  await comeToNextAttempt(graph, tried.id);
  const waiting = await delivery(shop.admin.client, endpointId, ({ attempts }) => attempts === 2);
  const second = await stampsOf();
  hasChanged(second, first);
  receiver.answer = (response) => response.writeHead(204).end();
  const { redeliverWebhook } = await shop.admin.client.ask<{ redeliverWebhook: Delivery }>(REDELIVER, {
    id: waiting.id,
  });
  expect(redeliverWebhook).toEqual({
    id: tried.id,
    status: 'PENDING',
    attempts: 0,
    nextAttemptAt: expect.stringMatching(INSTANT),
  });
  await delivery(shop.admin.client, endpointId, ({ status }) => status === 'DELIVERED');
  hasChanged(await stampsOf(), second);
});
