import { addSeconds } from '../../../../shared/clock';
import { sql } from '../../../../shared/database/sql';
import type { Given, Transaction } from '../../../../shared/database/transaction';
import { conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { RotateApiClientSecretInput } from '../api-client.input';
import { apiClients } from '../api-client.loader';
import { requireLive } from '../rotate-api-client-secret';
import { listenTo } from './listen';
import { requireDocument, requireEvents, requireUrl } from './requirements';
import { newWebhookSecret } from './sign';
import type { CreateWebhookEndpointInput, UpdateWebhookEndpointInput } from './webhook.input';
import { webhookEndpoints } from './webhook.loader';
import type { IssuedWebhookEndpoint } from './webhook.types';
import { WebhookEndpoint } from './webhook-endpoint.entity';

/** Each event is written down for each of them. */
const MOST_ENDPOINTS = 20;
const DEFAULT_OVERLAP_HOURS = 24;

/** No idempotency key: its secret is not told a second time. */
export async function createWebhookEndpoint(
  context: Context,
  input: CreateWebhookEndpointInput,
): Promise<IssuedWebhookEndpoint> {
  const url = requireUrl(input.url, context.kernel.environment);
  const secret = newWebhookSecret();
  const id = await context.transaction(async (tx) => {
    const client = await tx.lock(apiClients, input.clientId);
    requireLive(client, tx.now);
    requireEvents(client, input.events);
    const { documentId, events } = input;
    const documentHash = documentId ? await requireDocument(tx, client, documentId, events) : null;
    await requireRoom(tx, client.id);
    const endpoint = await tx.insert(WebhookEndpoint, {
      clientId: client.id,
      url,
      description: input.description ?? null,
      events,
      documentHash,
      secret,
      previousSecret: null,
      previousSecretUntil: null,
      switchedOffAt: null,
      lastDeliveredAt: null,
    });
    await listenTo(tx, events);
    return endpoint.id;
  });
  return { endpoint: await context.loadOrFail(webhookEndpoints, id), secret };
}

export async function updateWebhookEndpoint(
  context: Context,
  id: string,
  input: UpdateWebhookEndpointInput,
): Promise<WebhookEndpoint> {
  const url = input.url == null ? undefined : requireUrl(input.url, context.kernel.environment);
  await context.transaction(async (tx) => {
    const endpoint = await tx.lock(webhookEndpoints, id, input.expectedVersion);
    const client = await tx.lock(apiClients, endpoint.clientId);
    const events = input.events ?? endpoint.events;
    if (input.events) requireEvents(client, events);
    const kept = endpoint.documentHash && `sha256:${endpoint.documentHash}`;
    const documentId = input.documentId === undefined ? kept : input.documentId;
    const patch: Given<WebhookEndpoint> = {
      events,
      documentHash: documentId ? await requireDocument(tx, client, documentId, events) : null,
    };
    if (url !== undefined) patch.url = url;
    if (input.description !== undefined) patch.description = input.description;
    if (input.enabled === true) {
      requireLive(client, tx.now);
      patch.switchedOffAt = null;
    }
    if (input.enabled === false) patch.switchedOffAt = endpoint.switchedOffAt ?? tx.now;
    await tx.update(WebhookEndpoint, endpoint, patch);
    await listenTo(tx, events);
  });
  return context.loadOrFail(webhookEndpoints, id);
}

/** With its deliveries; those that wait are not sent. */
export async function deleteWebhookEndpoint(context: Context, id: string): Promise<string> {
  await context.transaction(async (tx) => {
    const endpoint = await tx.lock(webhookEndpoints, id);
    await tx.query(
      sql`delete from customer.webhook_delivery d where d.organisation_id = ${tx.organisationId} and d.endpoint_id = ${id}`,
    );
    await tx.delete(WebhookEndpoint, endpoint);
  });
  return id;
}

/** The old secret signs beside the new one for the overlap; the one before it no more. */
export async function rotateWebhookEndpointSecret(
  context: Context,
  id: string,
  { overlapHours, expectedVersion }: RotateApiClientSecretInput,
): Promise<IssuedWebhookEndpoint> {
  const secret = newWebhookSecret();
  const hours = overlapHours ?? DEFAULT_OVERLAP_HOURS;
  await context.transaction(async (tx) => {
    const endpoint = await tx.lock(webhookEndpoints, id, expectedVersion);
    const previous = hours
      ? { previousSecret: endpoint.secret, previousSecretUntil: addSeconds(tx.now, hours * 3600) }
      : { previousSecret: null, previousSecretUntil: null };
    await tx.update(WebhookEndpoint, endpoint, { secret, ...previous }, 'rotate secret');
  });
  return { endpoint: await context.loadOrFail(webhookEndpoints, id), secret };
}

async function requireRoom(tx: Transaction, clientId: string): Promise<void> {
  const [known] = await tx.query<{ endpoints: number }>(
    sql`select count(*)::integer as endpoints from customer.webhook_endpoint e
        where e.organisation_id = ${tx.organisationId} and e.client_id = ${clientId}`,
  );
  if (known!.endpoints >= MOST_ENDPOINTS)
    throw conflict(`An API client has at most ${MOST_ENDPOINTS} endpoints.`, { ...known });
}
