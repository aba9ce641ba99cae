import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import Stripe from 'stripe';
import { PROGRAM } from '../../shared/access/identity';
import { ApiError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import type { Log } from '../../shared/log';
import type { SubgraphLink } from '../../shared/subgraph/peers';
import { badRequest } from '../http/bad-request';
import { readBody } from '../http/body';
import { refuse } from '../http/respond';

export interface StripeWebhookOptions {
  secret: string;
  /** Who takes in what happened. */
  subgraph(): SubgraphLink | undefined;
  log: Log;
}

const PATH = '/webhooks/stripe';
const MOST_BYTES = 512 * 1024;
const TAKE = `mutation ($eventId: String!, $paymentIntent: String, $expiredOf: ID, $expired: ID) {
  takeStripeEvent(eventId: $eventId, paymentIntent: $paymentIntent, expiredOf: $expiredOf, expired: $expired) }`;

/** What Stripe tells us, verified over the bytes that it sent. The handler is true for its requests. */
export function stripeWebhook(options: StripeWebhookOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if ((request.url ?? '').split('?', 1)[0] !== PATH) return false;
    try {
      await handOn(await verified(request, options), options);
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end('{"received":true}');
    } catch (error) {
      if (!(error instanceof ApiError)) options.log.error('an event of Stripe was not taken in', error);
      await refuse(response, error instanceof ApiError ? error : unavailable());
    }
    return true;
  };
}

async function verified(request: IncomingMessage, { secret }: StripeWebhookOptions): Promise<Stripe.Event> {
  if (request.method !== 'POST')
    throw badRequest({ status: 405, headers: { Allow: 'POST' } }, 'method', 'METHOD', 'Send it by POST.');
  const body = await readBody(request, { maxBytes: MOST_BYTES });
  try {
    return Stripe.webhooks.constructEvent(body, String(request.headers['stripe-signature'] ?? ''), secret);
  } catch {
    throw new ApiError('FORBIDDEN', 'This was not signed by the provider.');
  }
}

/** Of whatever kind it is, an event says which payment something happened to; what, Stripe is asked. */
function variablesOf({ id, type, data }: Stripe.Event): Record<string, unknown> {
  const object = data.object as unknown as Record<string, unknown>;
  const metadata = (object.metadata ?? {}) as Record<string, unknown>;
  const expired =
    type === 'checkout.session.expired' && isId(metadata.organisation) && isId(metadata.payment);
  const intent = object.object === 'payment_intent' ? object.id : object.payment_intent;
  return {
    eventId: id,
    paymentIntent: typeof intent === 'string' ? intent : null,
    ...(expired ? { expiredOf: metadata.organisation, expired: metadata.payment } : {}),
  };
}

async function handOn(event: Stripe.Event, { subgraph, log }: StripeWebhookOptions): Promise<void> {
  const link = subgraph();
  if (!link) throw unavailable();
  const facts = { requestId: randomUUID(), address: null, userAgent: null, refreshToken: null };
  const { errors } = await link.execute({ query: TAKE, variables: variablesOf(event) }, PROGRAM, facts);
  if (!errors?.length) return;
  log.error('an event of Stripe was not taken in', errors[0], { requestId: facts.requestId });
  throw unavailable();
}

const unavailable = (): ApiError =>
  new ApiError('BUSY', 'It cannot be taken in at the moment. Say it again.');
