import type { ServerResponse } from 'node:http';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { until } from '../harness/until';
import { createCustomer } from './customers.fixtures';
import {
  type Client,
  createClient,
  createEndpoint,
  type Delivery,
  delivery,
  type Endpoint,
  Receiver,
  UPDATE,
} from './webhooks.fixtures';

/** What webhooks cost those who have none, and those who have others. */
const graph = useGraph();
const receiver = new Receiver();
let shop: Shop;
let client: Client;

beforeAll(async () => {
  await receiver.open();
  shop = await graph.shop({ centres: 1 });
  client = await createClient(shop.admin.client);
});
afterAll(() => receiver.close());

let paths = 0;
async function open(): Promise<Endpoint & { path: string }> {
  paths += 1;
  const path = `/hook-${paths}`;
  const url = receiver.url(path);
  return { path, ...(await createEndpoint(shop.admin.client, { clientId: client.id, url })) };
}

const happens = () => createCustomer(shop.admin.client);
const latest = (endpoint: Endpoint, holds: (found: Delivery) => boolean) =>
  delivery(shop.admin.client, endpoint.id, holds);
const isDelivered = ({ status }: Delivery) => status === 'DELIVERED';

test('events make work only in a shop that listens, and for what it listens to', async () => {
  const stranger = await graph.shop();
  await createCustomer(stranger.admin.client);
  const endpoint = await open();
  await happens();
  await latest(endpoint, isDelivered);
  const handled = (organisationId: string) =>
    graph.sql<{ handler: string }>(
      `select distinct handler from platform.inbox where organisation_id = $1 and handler like 'customer.webhook-%'
       union select handler from platform.event_listener where organisation_id = $1 order by 1`,
      [organisationId],
    );
  await untilIdle(graph, stranger.id);
  expect(await handled(stranger.id)).toEqual([]);
  expect(await handled(shop.id)).toEqual([{ handler: 'customer.webhook-customer-created' }]);
});

test('an event that an endpoint chooses later is told from then on', async () => {
  const endpoint = await open();
  const events = ['CUSTOMER_CREATED', 'CUSTOMER_UPDATED'];
  await shop.admin.client.ask(UPDATE, { id: endpoint.id, input: { events } });
  const { id } = await happens();
  await shop.admin.client.ask(
    'mutation ($id: ID!) { updateCustomer(id: $id, input: { lastName: "Blu" }) { id } }',
    { id },
  );
  const isUpdate = (found: Delivery) => isDelivered(found) && found.event === 'CUSTOMER_UPDATED';
  expect((await latest(endpoint, isUpdate)).subjectId).toBe(id);
});

test('an endpoint that is slow holds up no other', async () => {
  const slow = await open();
  const held = new Set<ServerResponse>();
  let most = 0;
  receiver.answer = (response) => {
    if (response.req.url !== slow.path) return response.writeHead(204).end();
    held.add(response);
    most = Math.max(most, held.size);
    response.on('close', () => held.delete(response));
  };
  for (let many = 0; many < 6; many++) await happens();
  await until('the slow one is asked', async () => held.size > 0);
  const quick = await open();
  await happens();
  await latest(quick, isDelivered);
  expect(most).toBe(1);
  receiver.answer = (response) => response.writeHead(204).end();
  for (const response of held) response.writeHead(204).end();
  const told = () => new Set(receiver.at(slow.path).map(({ body }) => body)).size;
  await until('the slow one has heard of all', async () => told() === 7);
});
