import Stripe from 'stripe';
import type { Environment } from '../../../../shared/environment';
import { ApiError } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';

const clients = new WeakMap<Environment, Stripe>();
const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** FEATURE_OFF without a key. */
export function stripeOf({ kernel: { environment } }: Context): Stripe {
  const { stripe, stripeApiBase, stripeTimeout } = environment;
  if (!stripe) throw new ApiError('FEATURE_OFF', 'This installation has no key of Stripe.');
  const known = clients.get(environment);
  if (known) return known;
  const base = stripeApiBase ? new URL(stripeApiBase) : null;
  const client = new Stripe(stripe.STRIPE_SECRET_KEY, {
    timeout: stripeTimeout,
    // Who asked repeats it with the same key: by then it is known what became of the first.
    maxNetworkRetries: 0,
    telemetry: false,
    ...(base && {
      protocol: base.protocol === 'http:' ? ('http' as const) : ('https' as const),
      host: base.hostname,
      port: base.port || PORTS[base.protocol],
    }),
  });
  clients.set(environment, client);
  return client;
}

/** It did not say what became of it: what was begun stays, and a repetition takes it up. */
export const unanswered = (): ApiError =>
  new ApiError(
    'BUSY',
    'Stripe did not answer. Ask again with the same idempotency key: nothing is done twice.',
  );

/** Whether it was refused for good: it was understood, and nothing came of it. */
export const isRefusal = (error: unknown): error is Stripe.errors.StripeError =>
  error instanceof Stripe.errors.StripeInvalidRequestError || error instanceof Stripe.errors.StripeCardError;
