import { createHash } from 'node:crypto';
import Stripe from 'stripe';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { createCustomer } from './customers.fixtures';
import {
  type Client,
  CREATE,
  comeToNextAttempt,
  createClient,
  createEndpoint,
  DELETE,
  type Delivery,
  deliveriesOf,
  delivery,
  ENDPOINTS,
  type Endpoint,
  isSignedBy,
  REDELIVER,
  Receiver,
  ROTATE,
  UPDATE,
} from './webhooks.fixtures';

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
beforeEach(() => {
  receiver.answer = (response) => response.writeHead(204).end();
});

let paths = 0;
/** An endpoint at a path of its own; what happened before is not told to it. */
async function open(given: Record<string, unknown> = {}): Promise<Endpoint & { path: string }> {
  await untilIdle(graph, shop.id);
  paths += 1;
  const path = `/hook-${paths}`;
  const url = receiver.url(path);
  return { path, ...(await createEndpoint(shop.admin.client, { clientId: client.id, url, ...given })) };
}

const happens = (given = {}) => createCustomer(shop.admin.client, given);
const latest = (endpoint: Endpoint, holds: (found: Delivery) => boolean) =>
  delivery(shop.admin.client, endpoint.id, holds);
const isDelivered = ({ status }: Delivery) => status === 'DELIVERED';

describe('a delivery', () => {
  it('tells what happened to what, signed so that another’s library verifies it', async () => {
    const endpoint = await open();
    const { id } = await happens();
    const told = await latest(endpoint, isDelivered);
    const [received, ...more] = receiver.at(endpoint.path);
    expect(more).toEqual([]);
    expect(JSON.parse(received!.body)).toEqual({
      id: told.eventId,
      type: 'CUSTOMER_CREATED',
      occurredAt: expect.any(String),
      subject: { type: 'Customer', id },
    });
    expect(received!.headers).toMatchObject({
      'liftbay-delivery': told.id,
      'content-type': 'application/json; charset=utf-8',
    });
    const { webhooks } = new Stripe('sk_test_nobody');
    const signature = String(received!.headers['liftbay-signature']);
    expect(webhooks.constructEvent(received!.body, signature, endpoint.secret)).toMatchObject({
      type: 'CUSTOMER_CREATED',
    });
    expect(() => webhooks.constructEvent(`${received!.body} `, signature, endpoint.secret)).toThrow();
    expect(isSignedBy(endpoint.secret, received!)).toBe(true);
    expect(told).toMatchObject({
      event: 'CUSTOMER_CREATED',
      subjectId: id,
      attempts: 1,
      responseStatus: 204,
    });
    expect(told.durationMs).toBeGreaterThanOrEqual(0);
    expect([told.failure, told.nextAttemptAt]).toEqual([null, null]);
  });

  it('goes to each endpoint that chose the event, and to no other', async () => {
    const [one, other, elsewhere] = [await open(), await open(), await open({ events: ['VEHICLE_CREATED'] })];
    await happens();
    await latest(one, isDelivered);
    await latest(other, isDelivered);
    expect(await deliveriesOf(shop.admin.client, elsewhere.id)).toEqual([]);
  });

  it('keeps the first kilobyte of the answer', async () => {
    receiver.answer = (response) => response.end('é'.repeat(5_000));
    const endpoint = await open();
    await happens();
    const { responseBody, responseStatus } = await latest(endpoint, isDelivered);
    expect([responseStatus, responseBody]).toEqual([200, 'é'.repeat(512)]);
  });
});

describe('a secret', () => {
  it('that is rotated signs beside the new one until the overlap ends', async () => {
    const endpoint = await open();
    const rotated = await shop.admin.client.ask<{
      rotateWebhookEndpointSecret: { secret: string; endpoint: { previousSecretUntil: string } };
    }>(ROTATE, { id: endpoint.id, input: { overlapHours: 1 } });
    const { secret } = rotated.rotateWebhookEndpointSecret;
    const until = Date.parse(rotated.rotateWebhookEndpointSecret.endpoint.previousSecretUntil);
    expect(Math.round((until - Date.now()) / 60_000)).toBe(60);
    await happens();
    await latest(endpoint, isDelivered);
    const [first] = receiver.at(endpoint.path);
    expect([secret, endpoint.secret].map((each) => isSignedBy(each, first!))).toEqual([true, true]);
    await graph.sql('update customer.webhook_endpoint set previous_secret_until = now() where id = $1', [
      endpoint.id,
    ]);
    const { id } = await latest(endpoint, isDelivered);
    await shop.admin.client.ask(REDELIVER, { id });
    await latest(endpoint, isDelivered);
    const last = receiver.at(endpoint.path).at(-1)!;
    expect([secret, endpoint.secret].map((each) => isSignedBy(each, last))).toEqual([true, false]);
  });

  it('is told once, kept encrypted, and written into no log', async () => {
    const endpoint = await open();
    const stored = await graph.sql(
      `select e.secret::text as kept, l.new_values::text as logged from customer.webhook_endpoint e
       join platform.audit_log l on l.entity_id = e.id where e.id = $1`,
      [endpoint.id],
    );
    expect(stored.length).toBeGreaterThan(0);
    expect(JSON.stringify(stored)).not.toContain(endpoint.secret);
  });
});

describe('what is not taken', () => {
  const refusing = (status: number) => {
    receiver.answer = (response) => response.writeHead(status, { location: '/elsewhere' }).end('no');
  };
  const minutesTo = (instant: string | null, from: string | null) =>
    Math.round((Date.parse(instant!) - Date.parse(from!)) / 60_000);

  it('is tried again, later each time, and taken when it is', async () => {
    refusing(500);
    const endpoint = await open();
    await happens();
    const waits: number[] = [];
    for (let attempts = 1; attempts <= 3; attempts += 1) {
      const found = await latest(endpoint, (each) => each.attempts === attempts);
      expect(found).toMatchObject({
        status: 'PENDING',
        failure: 'STATUS',
        responseStatus: 500,
        responseBody: 'no',
      });
      waits.push(minutesTo(found.nextAttemptAt, found.lastAttemptAt));
      if (attempts === 3) receiver.answer = (response) => response.writeHead(200).end();
      await comeToNextAttempt(graph, found.id);
    }
    expect(waits).toEqual([1, 5, 30]);
    const taken = await latest(endpoint, isDelivered);
    expect([taken.attempts, taken.failure]).toEqual([4, null]);
    expect(new Set(receiver.at(endpoint.path).map(({ body }) => body)).size).toBe(1);
  });

  it('because it leads elsewhere is not followed', async () => {
    refusing(307);
    const endpoint = await open();
    await happens();
    const found = await latest(endpoint, ({ attempts }) => attempts === 1);
    expect(found).toMatchObject({ failure: 'STATUS', responseStatus: 307 });
    expect(receiver.at('/elsewhere')).toEqual([]);
  });

  it.each(['http://10.0.0.1/', 'http://169.254.169.254/latest', 'http://[fd00::1]/'])(
    'because it has come to be inside, at %s, is not sent: the address is looked at for each attempt',
    async (url) => {
      const endpoint = await open();
      await graph.sql('update customer.webhook_endpoint set url = $2 where id = $1', [endpoint.id, url]);
      await happens();
      const found = await latest(endpoint, ({ attempts }) => attempts === 1);
      expect(found).toMatchObject({ status: 'PENDING', failure: 'NOT_PUBLIC', responseStatus: null });
      expect(receiver.at(endpoint.path)).toEqual([]);
    },
  );

  it('for three days is given up, switches the endpoint off and tells the administrators', async () => {
    refusing(503);
    const endpoint = await open();
    await happens();
    const { id } = await latest(endpoint, ({ attempts }) => attempts === 1);
    await graph.sql('update customer.webhook_delivery set attempts = 9 where id = $1', [id]);
    await graph.sql(
      `update graphile_worker._private_jobs set payload = jsonb_set(payload::jsonb, '{attempt}', '9')::json
       where payload->>'deliveryId' = $1`,
      [id],
    );
    await comeToNextAttempt(graph, id);
    const found = await latest(endpoint, ({ status }) => status === 'FAILED');
    expect([found.attempts, found.nextAttemptAt]).toEqual([10, null]);
    const { webhookEndpoints } = await shop.admin.client.ask<{
      webhookEndpoints: { nodes: { id: string; switchedOffAt: string | null }[] };
    }>(ENDPOINTS);
    expect(webhookEndpoints.nodes.find((each) => each.id === endpoint.id)!.switchedOffAt).not.toBeNull();
    expect((await shop.admin.client.send(REDELIVER, { id })).code).toBe('CONFLICT');
    await happens();
    receiver.answer = (response) => response.writeHead(200).end();
    await shop.admin.client.ask(UPDATE, { id: endpoint.id, input: { enabled: true } });
    const before = receiver.at(endpoint.path).length;
    await shop.admin.client.ask(REDELIVER, { id });
    const again = await latest(endpoint, isDelivered);
    expect([again.id, again.attempts, receiver.at(endpoint.path).length]).toEqual([id, 1, before + 1]);
    await untilIdle(graph, shop.id);
    const told = await graph.sql(
      `select from customer.notification where organisation_id = $1 and kind = 'WEBHOOK_SWITCHED_OFF'`,
      [shop.id],
    );
    expect(told.length).toBeGreaterThan(0);
  });
});

describe('what a client may not know', () => {
  it('is not sent: its service centres are asked when it is', async () => {
    const { admin, centres } = shop;
    const limited = await createClient(admin.client, { serviceCentreIds: [centres[1]] });
    const endpoint = await open({ clientId: limited.id });
    await happens({ serviceCentreId: centres[0] });
    expect((await latest(endpoint, ({ status }) => status !== 'PENDING')).status).toBe('WITHHELD');
    const { id } = await happens({ serviceCentreId: centres[1] });
    const told = await latest(endpoint, isDelivered);
    expect(told.subjectId).toBe(id);
    expect(receiver.at(endpoint.path)).toHaveLength(1);
  });

  it('is what happens after it was revoked, and what waited before', async () => {
    receiver.answer = (response) => response.writeHead(500).end();
    const ended = await createClient(shop.admin.client);
    const endpoint = await open({ clientId: ended.id });
    await happens();
    const waiting = await latest(endpoint, ({ attempts }) => attempts === 1);
    await shop.admin.client.ask('mutation ($id: ID!) { revokeApiClient(id: $id) { id } }', { id: ended.id });
    await comeToNextAttempt(graph, waiting.id);
    await latest(endpoint, ({ status }) => status === 'WITHHELD');
    await happens();
    expect(await deliveriesOf(shop.admin.client, endpoint.id)).toHaveLength(1);
    expect(receiver.at(endpoint.path)).toHaveLength(1);
    const anew = await shop.admin.client.send(CREATE, {
      input: { clientId: ended.id, url: receiver.url('/x'), events: ['CUSTOMER_CREATED'] },
    });
    expect(anew.code).toBe('CONFLICT');
  });
});

describe('a registered query', () => {
  const body = 'query Told($id: ID!) { customer(id: $id) { firstName lastName } }';
  const documentId = `sha256:${createHash('sha256').update(body).digest('hex')}`;
  const register = async (of: Client, text = body, name = 'Told') => {
    const hash = createHash('sha256').update(text).digest('hex');
    const operations = [{ id: hash, name, type: 'query', body: text }];
    const manifest = JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });
    const { registerPersistedDocuments } = await shop.admin.client.ask<{
      registerPersistedDocuments: { documents: unknown[] };
    }>(
      `mutation ($clientId: ID!, $manifest: String!) {
         registerPersistedDocuments(clientId: $clientId, manifest: $manifest) {
           documents { registered problems { code } } } }`,
      { clientId: of.id, manifest },
    );
    expect(registerPersistedDocuments.documents).toEqual([{ registered: true, problems: [] }]);
    return `sha256:${hash}`;
  };

  it('is answered under the client’s own rights, with the subject’s id', async () => {
    const told = await createClient(shop.admin.client, { allowedAddresses: ['203.0.113.9'] });
    await register(told);
    const endpoint = await open({ clientId: told.id, documentId });
    await happens({ firstName: 'Giulia' });
    await latest(endpoint, isDelivered);
    const [received] = receiver.at(endpoint.path);
    expect(JSON.parse(received!.body).data).toEqual({ customer: { firstName: 'Giulia', lastName: 'Verdi' } });
  });

  it('must be the client’s own, a query, with an id, and of one type of event', async () => {
    const other = await createClient(shop.admin.client);
    await register(other);
    const refused = async (clientId: string, id: string, events = ['CUSTOMER_CREATED']) => {
      const input = { clientId, url: receiver.url('/x'), events, documentId: id };
      return (await shop.admin.client.send(CREATE, { input })).errors[0]!.extensions.fields?.[0];
    };
    expect(await refused(client.id, documentId)).toMatchObject({ path: 'input.documentId', code: 'UNKNOWN' });
    const without = await register(other, 'query Bare { customers { totalCount } }', 'Bare');
    expect(await refused(other.id, without)).toMatchObject({ code: 'VARIABLE' });
    expect(await refused(other.id, documentId, ['CUSTOMER_CREATED', 'VEHICLE_CREATED'])).toMatchObject({
      code: 'MIXED',
    });
  });
});

describe('an endpoint', () => {
  const problem = async (input: Record<string, unknown>) => {
    const answer = await shop.admin.client.send(CREATE, {
      input: { clientId: client.id, url: receiver.url('/x'), events: ['CUSTOMER_CREATED'], ...input },
    });
    return [answer.code, answer.errors[0]?.extensions.fields?.[0]?.code];
  };

  it.each([
    ['ftp://hooks.example.com/', 'URL'],
    ['hooks.example.com', 'URL'],
    ['https://user:pass@hooks.example.com/', 'CREDENTIALS'],
    ['https://10.0.0.1/', 'NOT_PUBLIC'],
    ['https://167772161/', 'NOT_PUBLIC'],
    ['https://0x0a.1/', 'NOT_PUBLIC'],
    ['https://012.0.0.1/', 'NOT_PUBLIC'],
    ['https://[::ffff:10.0.0.1]/', 'NOT_PUBLIC'],
    ['https://[fd00::1]/', 'NOT_PUBLIC'],
    ['http://169.254.169.254/latest', 'NOT_PUBLIC'],
  ])('cannot be at %s', async (url, code) => {
    expect(await problem({ url })).toEqual(['BAD_INPUT', code]);
  });

  it('is told only of what its client has the scope of', async () => {
    expect(await problem({ events: ['CUSTOMER_CREATED', 'INVOICE_ISSUED'] })).toEqual(['BAD_INPUT', 'SCOPE']);
  });

  it('is changed, switched off and deleted, and then told of nothing', async () => {
    const { client: admin } = shop.admin;
    const endpoint = await open({ description: 'Parts' });
    const change = (input: object) =>
      admin.ask<{ updateWebhookEndpoint: Record<string, unknown> }>(UPDATE, { id: endpoint.id, input });
    const path = '/moved';
    const changed = await change({ url: receiver.url(path), description: null, events: ['VEHICLE_CREATED'] });
    expect(changed.updateWebhookEndpoint).toMatchObject({
      url: receiver.url(path),
      description: null,
      events: ['VEHICLE_CREATED'],
      switchedOffAt: null,
    });
    const stale = await admin.send(UPDATE, {
      id: endpoint.id,
      input: { enabled: false, expectedVersion: 1 },
    });
    expect(stale.code).toBe('CONFLICT');
    expect((await change({ enabled: false })).updateWebhookEndpoint.switchedOffAt).not.toBeNull();
    expect(await admin.ask(DELETE, { id: endpoint.id })).toEqual({ deleteWebhookEndpoint: endpoint.id });
    expect((await admin.send(DELETE, { id: endpoint.id })).code).toBe('NOT_FOUND');
    await happens();
    expect(receiver.at(endpoint.path)).toEqual([]);
  });

  it('of another organisation is not there', async () => {
    const stranger = (await graph.shop()).admin.client;
    const endpoint = await open();
    await happens();
    const { id } = await latest(endpoint, isDelivered);
    const codes = [
      await stranger.send(UPDATE, { id: endpoint.id, input: { enabled: false } }),
      await stranger.send(ROTATE, { id: endpoint.id, input: {} }),
      await stranger.send(DELETE, { id: endpoint.id }),
      await stranger.send(REDELIVER, { id }),
      await stranger.send(CREATE, {
        input: { clientId: client.id, url: receiver.url('/x'), events: ['CUSTOMER_CREATED'] },
      }),
    ].map(({ code }) => code);
    expect(codes).toEqual(Array(5).fill('NOT_FOUND'));
    expect(await deliveriesOf(stranger, endpoint.id)).toEqual([]);
    const { webhookEndpoints } = await stranger.ask<{ webhookEndpoints: { totalCount: number } }>(ENDPOINTS, {
      clientId: client.id,
    });
    expect(webhookEndpoints.totalCount).toBe(0);
  });
});
