import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { until } from '../harness/until';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A third party's server: what came, in order, and what it answers. */
export class Receiver {
  readonly received: Received[] = [];
  answer: (response: ServerResponse) => void = (response) => response.writeHead(204).end();
  private readonly server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const body = Buffer.concat(parts).toString();
    this.received.push({ path: request.url!, headers: request.headers, body });
    this.answer(response);
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  at(path: string): Received[] {
    return this.received.filter((each) => each.path === path);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** As the guide says, by hand and without anything of ours. */
export function isSignedBy(secret: string, { headers, body }: Received): boolean {
  const parts = String(headers['liftbay-signature']).split(',');
  const seconds = parts.find((part) => part.startsWith('t='))!.slice(2);
  const expected = createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
  return parts
    .filter((part) => part.startsWith('v1='))
    .some((part) => timingSafeEqual(Buffer.from(part.slice(3), 'hex'), expected));
}

export interface Client {
  id: string;
  secret: string;
}

const IN_A_MONTH = () => new Date(Date.now() + 30 * 86_400_000).toISOString();

export async function createClient(admin: GraphClient, given: Record<string, unknown> = {}): Promise<Client> {
  const { createApiClient } = await admin.ask<{
    createApiClient: { client: { id: string }; secret: string };
  }>(`mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { client { id } secret } }`, {
    input: {
      name: `Client ${crypto.randomUUID()}`,
      scopes: ['customers:read', 'vehicles:read'],
      expiresAt: IN_A_MONTH(),
      ...given,
    },
  });
  return { id: createApiClient.client.id, secret: createApiClient.secret };
}

export const CREATE = `mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) {
  secret endpoint { id version url description events documentId previousSecretUntil switchedOffAt lastDeliveredAt
    client { id } } } }`;
export const UPDATE = `mutation ($id: ID!, $input: UpdateWebhookEndpointInput!) {
  updateWebhookEndpoint(id: $id, input: $input) { id version url description events documentId switchedOffAt } }`;
export const ROTATE = `mutation ($id: ID!, $input: RotateApiClientSecretInput!) {
  rotateWebhookEndpointSecret(id: $id, input: $input) { secret endpoint { previousSecretUntil } } }`;
export const REDELIVER =
  'mutation ($id: ID!) { redeliverWebhook(id: $id) { id status attempts nextAttemptAt } }';
export const DELETE = 'mutation ($id: ID!) { deleteWebhookEndpoint(id: $id) }';
export const ENDPOINTS = `query ($clientId: ID) { webhookEndpoints(clientId: $clientId) {
  totalCount nodes { id switchedOffAt lastDeliveredAt } } }`;
export const DELIVERIES = `query ($id: ID!, $status: WebhookDeliveryStatus) {
  webhookDeliveries(endpointId: $id, status: $status) { totalCount nodes {
    id eventId event subjectId occurredAt status attempts lastAttemptAt nextAttemptAt failure responseStatus durationMs
    responseBody } } }`;

export interface Endpoint {
  id: string;
  secret: string;
}

export async function createEndpoint(admin: GraphClient, input: Record<string, unknown>): Promise<Endpoint> {
  const { createWebhookEndpoint } = await admin.ask<{
    createWebhookEndpoint: { secret: string; endpoint: { id: string } };
  }>(CREATE, { input: { events: ['CUSTOMER_CREATED'], ...input } });
  return { id: createWebhookEndpoint.endpoint.id, secret: createWebhookEndpoint.secret };
}

export interface Delivery {
  id: string;
  eventId: string;
  event: string;
  subjectId: string;
  occurredAt: string;
  status: string;
  attempts: number;
  lastAttemptAt: string | null;
  nextAttemptAt: string | null;
  failure: string | null;
  responseStatus: number | null;
  durationMs: number | null;
  responseBody: string | null;
}

export const deliveriesOf = async (admin: GraphClient, id: string): Promise<Delivery[]> =>
  (await admin.ask<{ webhookDeliveries: { nodes: Delivery[] } }>(DELIVERIES, { id })).webhookDeliveries.nodes;

/** The latest delivery, once it is as it should be. */
export async function delivery(
  admin: GraphClient,
  endpointId: string,
  holds: (delivery: Delivery) => boolean,
): Promise<Delivery> {
  let found: Delivery | undefined;
  await until('a delivery is as it should be', async () => {
    [found] = await deliveriesOf(admin, endpointId);
    return found !== undefined && holds(found);
  });
  return found!;
}

/** The time of the next attempt comes. */
export const comeToNextAttempt = (graph: TestGraph, deliveryId: string): Promise<unknown> =>
  graph.sql(
    `select graphile_worker.reschedule_jobs(array_agg(j.id), now()) from graphile_worker._private_jobs j
     where j.payload->>'deliveryId' = $1`,
    [deliveryId],
  );
