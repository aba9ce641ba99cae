import { createVehicle } from '../api/customers.fixtures';
import { arrive, openCard, type Visit } from '../api/job-cards.fixtures';
import { APPROVE, raise } from '../api/service-requests.fixtures';
import {
  type Client,
  createClient,
  createEndpoint,
  type Delivery,
  deliveriesOf,
  delivery,
  type Endpoint,
  isSignedBy,
  REDELIVER,
  Receiver,
  ROTATE as ROTATE_SIGNATURE,
} from '../api/webhooks.fixtures';
import {
  apolloManifest,
  askToken,
  documentIdOf,
  REGISTER,
  type Registered,
  tokenFor,
} from '../clients/third-party.fixtures';
import { useGraph } from '../harness/graph';
import { type Heard, type LiveSocket, openSocket } from '../harness/live';
import type { Member, Shop } from '../harness/shop';
import { DOCUMENTS, FleetSoftware, refusal } from './fleet-software.fixtures';

/**
 * A fleet has its cars looked after by one of a shop's two service centres, and its software is let into that one: from
 * the key that it is given to the day on which it is taken back. To be read from top to bottom.
 */
const graph = useGraph();
const receiver = new Receiver();
let shop: Shop;
let manager: Member;
let here: string;
let fleet: Visit;
let client: Client;
let software: FleetSoftware;

const SCOPES = ['customers:read', 'vehicles:read', 'jobs:read', 'serviceCentres:read'].concat([
  'serviceRequests:read',
  'serviceRequests:create',
]);
const PLATES = ['FL 001 AA', 'FL 002 AA', 'FL 003 AA', 'FL 004 AA', 'FL 005 AA'];

interface Moved {
  jobCardUpdated: { cursor: string; type: string; jobCard: { number: string; vehicle: { plate: string } } };
}

beforeAll(async () => {
  await receiver.open();
  shop = await graph.shop({ centres: 1 });
  here = shop.centres[1]!;
  manager = await shop.staff('MANAGER', { centres: [here] });
});
afterAll(() => receiver.close());

describe('an administrator lets it in', () => {
  it('with scopes, into one service centre; its secret is told once', async () => {
    client = await createClient(shop.admin.client, {
      name: 'Fleet and Sons',
      scopes: SCOPES,
      serviceCentreIds: [here],
    });
    expect(client.secret).toMatch(/^lbk_/);
  });

  it('and registers what it may run: what goes beyond its scopes is refused, and said so', async () => {
    const bills = 'query Bills { invoices { nodes { id } } }';
    const { registerPersistedDocuments: report } = await shop.admin.client.ask<Registered>(REGISTER, {
      clientId: client.id,
      manifest: apolloManifest(...Object.values(DOCUMENTS), bills),
    });
    expect([report.registered, report.refused]).toEqual([Object.keys(DOCUMENTS).length, 1]);
    expect(report.documents.at(-1)).toMatchObject({
      documentId: documentIdOf(bills),
      registered: false,
      problems: [{ code: 'FORBIDDEN', message: 'The client does not have invoices:read.' }],
    });
  });

  it('it takes a token for its secret', async () => {
    software = new FleetSoftware(graph, await tokenFor(graph, client));
    const { data } = await software.post<{ liveCursor: string }>(DOCUMENTS.where);
    expect(data.liveCursor).toEqual(expect.any(String));
  });
});

describe('it reads', () => {
  it('its cars, page by page, and none of the other centre', async () => {
    fleet = await arrive(shop.admin.client, here);
    for (const number of PLATES)
      await createVehicle(shop.admin.client, {
        ownerId: fleet.customerId,
        serviceCentreId: here,
        plate: { number, country: 'IT' },
      });
    await arrive(shop.admin.client, shop.centres[0]);
    interface Cars {
      vehicles: {
        nodes: { plate: string | null }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      };
    }
    const pages: (string | null)[][] = [];
    for (let after: string | null = null; ; ) {
      const { data }: { data: Cars } = await software.post<Cars>(DOCUMENTS.cars, { first: 4, after });
      pages.push(data.vehicles.nodes.map(({ plate }) => plate));
      if (!data.vehicles.pageInfo.hasNextPage) break;
      after = data.vehicles.pageInfo.endCursor;
    }
    expect(pages).toEqual([[null, ...PLATES.slice(0, 3)], PLATES.slice(3)]);
  });

  it('a car by GET, which it keeps until there is something new', async () => {
    const id = fleet.vehicleId;
    const first = await software.get(DOCUMENTS.car, { id });
    const known = { vehicle: { plate: null, make: 'Fiat', model: 'Panda', owner: { lastName: 'Verdi' } } };
    expect(first.data).toEqual(known);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const kept = { 'if-none-match': first.headers.get('etag')! };
    expect(await refusal(software.get(DOCUMENTS.car, { id }, kept))).toEqual([304, undefined]);
    await shop.admin.client.ask(
      'mutation ($id: ID!, $plate: PlateInput) { changeVehiclePlate(id: $id, plate: $plate) { id } }',
      { id, plate: { number: 'FL 000 AA', country: 'IT' } },
    );
    const anew = await software.get(DOCUMENTS.car, { id }, kept);
    expect([anew.status, anew.data]).toEqual([200, { vehicle: { ...known.vehicle, plate: 'FL 000 AA' } }]);
  });

  it('nothing that was not registered, nor by the text of what was', async () => {
    const refused = [403, 'DOCUMENT_NOT_REGISTERED'];
    expect(await refusal(software.post('query Others { customers { nodes { id } } }'))).toEqual(refused);
    expect(await refusal(software.text(DOCUMENTS.where))).toEqual(refused);
  });

  it('and is told what that cost, and what is left of its budget', async () => {
    const { headers, extensions } = await software.post(DOCUMENTS.cars, { first: 4 }, { 'x-tell-cost': '1' });
    const { asked, allowed, left } = (extensions as { cost: Record<string, number> }).cost;
    expect(asked).toBeGreaterThan(4);
    expect(headers.get('ratelimit-policy')).toContain(`"caller";q=${allowed};w=60`);
    expect(headers.get('ratelimit')).toMatch(
      new RegExp(`^"caller";r=${left};t=\\d+, "address";r=\\d+;t=\\d+$`),
    );
  });
});

let endpoint: Endpoint;
let requestId: string;

describe('it asks for a service', () => {
  it('once, however often its network makes it ask; not by GET', async () => {
    const input = { ...fleet, description: 'The yearly service.', idempotencyKey: crypto.randomUUID() };
    interface Made {
      createServiceRequest: { id: string; number: string; status: string };
    }
    const [first, again] = [
      await software.post<Made>(DOCUMENTS.ask, { input }),
      await software.post<Made>(DOCUMENTS.ask, { input }),
    ];
    expect(first.data.createServiceRequest).toMatchObject({ status: 'PENDING' });
    expect(again.data).toEqual(first.data);
    requestId = first.data.createServiceRequest.id;
    const rows = await graph.sql<{ id: string; service_centre_id: string }>(
      'select id, service_centre_id from workshop.service_request where organisation_id = $1',
      [shop.id],
    );
    expect(rows).toEqual([{ id: requestId, service_centre_id: here }]);
    expect(await refusal(software.get(DOCUMENTS.ask, { input }))).toEqual([405, 'BAD_INPUT']);
  });

  it('and hears by a webhook that it is approved, with what it wants to know of it, signed', async () => {
    endpoint = await createEndpoint(shop.admin.client, {
      clientId: client.id,
      url: receiver.url('/fleet'),
      events: ['SERVICE_REQUEST_APPROVED'],
      documentId: documentIdOf(DOCUMENTS.asked),
    });
    await manager.client.ask(APPROVE, { id: requestId });
    const sent = await delivered();
    const [received] = receiver.at('/fleet');
    expect(JSON.parse(received!.body)).toEqual({
      id: sent.eventId,
      type: 'SERVICE_REQUEST_APPROVED',
      occurredAt: sent.occurredAt,
      subject: { type: 'ServiceRequest', id: requestId },
      data: {
        serviceRequest: {
          number: expect.stringMatching(/\d$/),
          status: 'APPROVED',
          vehicle: { plate: 'FL 000 AA' },
        },
      },
    });
    expect([endpoint.secret, client.secret].map((each) => isSignedBy(each, received!))).toEqual([
      true,
      false,
    ]);
  });

  it('whose secret is rotated: both sign while it changes over', async () => {
    const { rotateWebhookEndpointSecret: rotated } = await shop.admin.client.ask<{
      rotateWebhookEndpointSecret: { secret: string };
    }>(ROTATE_SIGNATURE, { id: endpoint.id, input: { overlapHours: 1 } });
    const { id } = await delivered();
    await shop.admin.client.ask(REDELIVER, { id });
    await delivered();
    const again = receiver.at('/fleet').at(-1)!;
    expect(receiver.at('/fleet')).toHaveLength(2);
    expect([endpoint.secret, rotated.secret].map((each) => isSignedBy(each, again))).toEqual([true, true]);
  });
});

const delivered = (): Promise<Delivery> =>
  delivery(shop.admin.client, endpoint.id, ({ status }) => status === 'DELIVERED');

let socket: LiveSocket;
let heard: Heard<Moved>;
const next = async () => (await heard.next()).data.jobCardUpdated;
/** A listener of this token, from now on. */
async function listen(by: FleetSoftware): Promise<void> {
  const { data } = await by.post<{ liveCursor: string }>(DOCUMENTS.where);
  socket = openSocket(graph.url, { token: by.token });
  heard = socket.ask<Moved>({
    query: '',
    documentId: documentIdOf(DOCUMENTS.moves),
    variables: { after: data.liveCursor },
  });
}

describe('it follows', () => {
  it('its cars in the workshop, as they move', async () => {
    await listen(software);
    const { number } = await openCard(manager.client, fleet.vehicleId);
    expect((await next()).jobCard).toEqual({ number, vehicle: { plate: 'FL 000 AA' } });
  });

  it('through a change of its secret: the old one stays good beside the new one, and what is open stays open', async () => {
    const { rotateApiClientSecret: rotated } = await shop.admin.client.ask<{
      rotateApiClientSecret: { secret: string };
    }>('mutation ($id: ID!) { rotateApiClientSecret(id: $id, input: { overlapHours: 1 }) { secret } }', {
      id: client.id,
    });
    const before = client;
    client = { ...client, secret: rotated.secret };
    for (const { secret } of [before, client])
      expect((await new FleetSoftware(graph, secret).post(DOCUMENTS.where)).status).toBe(200);
    expect((await software.post(DOCUMENTS.where)).status).toBe(200);
    const { number } = await openCard(manager.client, (await arrive(manager.client, here)).vehicleId);
    expect((await next()).jobCard.number).toBe(number);
  });
});

describe('it is let go', () => {
  it('and everything ends at once: the key, its tokens, what is kept, what is open, and what is sent', async () => {
    const other = await createClient(shop.admin.client, { scopes: SCOPES });
    const control = await createEndpoint(shop.admin.client, {
      clientId: other.id,
      url: receiver.url('/other'),
      events: ['SERVICE_REQUEST_APPROVED'],
    });
    const id = fleet.vehicleId;
    const kept = { 'if-none-match': (await software.get(DOCUMENTS.car, { id })).headers.get('etag')! };
    await shop.admin.client.ask('mutation ($id: ID!) { revokeApiClient(id: $id) { id } }', { id: client.id });

    const nobody = [401, 'UNAUTHENTICATED'];
    const byKey = new FleetSoftware(graph, client.secret);
    expect(await refusal(byKey.post(DOCUMENTS.where))).toEqual(nobody);
    expect(await refusal(software.post(DOCUMENTS.where))).toEqual(nobody);
    expect(await refusal(software.get(DOCUMENTS.car, { id }, kept))).toEqual(nobody);
    expect(await socket.closed).toEqual({ code: 4403, reason: 'The session has ended' });
    const form = { grant_type: 'client_credentials', client_id: client.id, client_secret: client.secret };
    const { status, body } = await askToken(graph, form);
    expect([status, body.error]).toEqual([401, 'invalid_client']);

    await manager.client.ask(APPROVE, { id: (await raise(manager.client, fleet)).id });
    await delivery(shop.admin.client, control.id, (sent) => sent.status === 'DELIVERED');
    expect(await deliveriesOf(shop.admin.client, endpoint.id)).toHaveLength(1);
    expect(receiver.at('/fleet')).toHaveLength(2);
  });
});
