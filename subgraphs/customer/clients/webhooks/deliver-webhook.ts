import { addSeconds } from '../../../../shared/clock';
import type { Transaction } from '../../../../shared/database/transaction';
import { type Posted, post } from '../../../../shared/outgoing/post';
import type { Context } from '../../../../shared/subgraph/context';
import type { ApiClient } from '../api-client.entity';
import { apiClients } from '../api-client.loader';
import { mayKnow, payloadFor } from './payload';
import { queueDelivery } from './queue-delivery';
import { signatureOf } from './sign';
import { webhookDeliveries, webhookEndpoints } from './webhook.loader';
import { WebhookDelivery, WebhookFailure } from './webhook-delivery.entity';
import { WebhookEndpoint } from './webhook-endpoint.entity';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Until the next attempt, in seconds: three days together. */
const BACK_OFF = [
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  20 * HOUR,
];

const BOUNDS = { timeoutMs: 10_000, answerBytes: 1024 };

/** One attempt. A job that comes twice finds that the attempt was made. */
export async function deliverWebhook(context: Context, id: string, attempt: number): Promise<void> {
  const delivery = await context.load(webhookDeliveries, id);
  if (!isDue(delivery, attempt)) return;
  const endpoint = await context.loadOrFail(webhookEndpoints, delivery.endpointId);
  const client = await context.loadOrFail(apiClients, endpoint.clientId);
  const now = context.kernel.clock.now();
  const isOpen = !endpoint.switchedOffAt && isLive(client, now);
  if (!isOpen || !(await mayKnow(context, client, delivery))) return withhold(context, id, attempt);
  const body = JSON.stringify(await payloadFor(context, client, endpoint, delivery));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Liftbay webhooks',
    'liftbay-delivery': id,
    'liftbay-signature': signatureOf(secretsOf(endpoint, now), body, now),
  };
  const toLoopback = context.kernel.environment.webhooksToLoopback;
  const posted = await post(new URL(endpoint.url), body, headers, { ...BOUNDS, toLoopback });
  await context.transaction((tx) => note(tx, id, attempt, posted));
}

const isDue = (delivery: WebhookDelivery | null, attempt: number): delivery is WebhookDelivery =>
  delivery !== null && delivery.status === 'PENDING' && delivery.attempts === attempt;

const isLive = ({ revokedAt, expiresAt }: ApiClient, now: Date): boolean => !revokedAt && expiresAt > now;

const secretsOf = ({ secret, previousSecret, previousSecretUntil }: WebhookEndpoint, now: Date): string[] =>
  previousSecret && previousSecretUntil! > now ? [secret, previousSecret] : [secret];

const withhold = (context: Context, id: string, attempt: number): Promise<void> =>
  context.transaction(async (tx) => {
    const delivery = await tx.lock(webhookDeliveries, id);
    if (!isDue(delivery, attempt)) return;
    await tx.update(WebhookDelivery, delivery, { status: 'WITHHELD', nextAttemptAt: null });
  });

async function note(tx: Transaction, id: string, attempt: number, posted: Posted): Promise<void> {
  const delivery = await tx.lock(webhookDeliveries, id);
  if (!isDue(delivery, attempt)) return;
  const endpoint = await tx.lock(webhookEndpoints, delivery.endpointId);
  const isTaken = posted.status !== null && posted.status >= 200 && posted.status < 300;
  const attempts = attempt + 1;
  const wait = BACK_OFF[attempt];
  const nextAttemptAt = isTaken || wait === undefined ? null : addSeconds(tx.now, wait);
  await tx.update(WebhookDelivery, delivery, {
    status: isTaken ? 'DELIVERED' : nextAttemptAt ? 'PENDING' : 'FAILED',
    attempts,
    lastAttemptAt: tx.now,
    nextAttemptAt,
    failure: isTaken ? null : WebhookFailure[posted.failure ?? 'STATUS'],
    responseStatus: posted.status,
    durationMs: posted.milliseconds,
    responseBody: posted.status === null ? null : posted.answer.replaceAll('\0', ''),
  });
  if (isTaken) await tx.update(WebhookEndpoint, endpoint, { lastDeliveredAt: tx.now });
  else if (nextAttemptAt) queueDelivery(tx, delivery, attempts, nextAttemptAt);
  else await giveUp(tx, endpoint, delivery);
}

/** Nothing was taken in all the time that this was tried: nobody is there any more. */
async function giveUp(tx: Transaction, endpoint: WebhookEndpoint, delivery: WebhookDelivery): Promise<void> {
  const { lastDeliveredAt, switchedOffAt, id } = endpoint;
  if (switchedOffAt || (lastDeliveredAt && lastDeliveredAt > delivery.createdAt)) return;
  await tx.update(WebhookEndpoint, endpoint, { switchedOffAt: tx.now }, 'switch off');
  tx.emit({ name: 'WebhookSwitchedOff', subjectType: 'WebhookEndpoint', subjectId: id });
}
