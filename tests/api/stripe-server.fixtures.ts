import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';

interface Reply {
  status: number;
  body: Record<string, unknown>;
}

interface Kept {
  form: string;
  reply: Reply;
}

type Thing = Record<string, unknown> & { id: string };

export const WEBHOOK_SECRET = 'whsec_of_the_tests';
const failure = (status: number, type: string, message: string): Reply => ({
  status,
  body: { error: { type, message } },
});

/** `a[b][c]=1` as Stripe reads it: maps and lists inside one another. */
function parsed(form: string): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(form)) {
    const path = name.split(/[[\]]+/).filter(Boolean);
    let place = root;
    for (const part of path.slice(0, -1)) {
      place[part] ??= {};
      place = place[part] as Record<string, unknown>;
    }
    place[path.at(-1)!] = value;
  }
  return root;
}

/** Stands in for Stripe on the loopback: what the SDK sends and gets is what it sends and gets there. */
export class StripeServer {
  private readonly server: Server;
  private readonly keys = new Map<string, Kept>();
  readonly intents = new Map<string, Thing>();
  readonly sessions = new Map<string, Thing>();
  readonly refunds: Thing[] = [];
  /** How many of the next requests take effect and are never answered: the SDK itself asks a second time. */
  swallow = 0;
  private count = 0;

  constructor() {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The customer pays: on the page of a session, or by the element of an intent. */
  pay(paymentId: string, amount?: number): Thing {
    const session = [...this.sessions.values()].find(({ metadata }) => ofPayment(metadata, paymentId));
    const open = [...this.intents.values()].find(
      ({ metadata, status }) => ofPayment(metadata, paymentId) && status !== 'succeeded',
    );
    const intent = open ?? this.intent(Number(session!.amount), String(session!.currency), session!.metadata);
    const got = amount ?? intent.amount;
    Object.assign(intent, { status: 'succeeded', amount_received: got });
    Object.assign(intent, { latest_charge: { id: this.id('ch'), object: 'charge', disputed: false } });
    return intent;
  }

  /** Somebody of the shop gives money back in Stripe’s own dashboard. */
  refundInDashboard(intent: Thing, amount: number): Thing {
    return this.refund(intent.id, amount, {}, 'succeeded');
  }

  private id(prefix: string): string {
    this.count += 1;
    return `${prefix}_${this.count}`;
  }

  private intent(amount: number, currency: string, metadata: unknown): Thing {
    const id = this.id('pi');
    const made = {
      id,
      object: 'payment_intent',
      amount,
      amount_received: 0,
      currency,
      metadata,
      latest_charge: null,
    };
    const intent = { ...made, status: 'requires_payment_method', client_secret: `${id}_secret` };
    this.intents.set(id, intent);
    return intent;
  }

  private refund(paymentIntent: string, amount: number, metadata: unknown, status: string): Thing {
    const { currency } = this.intents.get(paymentIntent)!;
    const made = {
      id: this.id('re'),
      object: 'refund',
      payment_intent: paymentIntent,
      amount,
      currency,
      metadata,
    };
    const refund = { ...made, status };
    this.refunds.push(refund);
    return refund;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let form = '';
    for await (const chunk of request) form += String(chunk);
    const reply = this.answer(request, form);
    if (request.method === 'POST' && this.swallow > 0) {
      this.swallow -= 1;
      request.socket.destroy();
      return;
    }
    response.writeHead(reply.status, { 'content-type': 'application/json', 'request-id': this.id('req') });
    response.end(JSON.stringify(reply.body));
  }

  private answer(request: IncomingMessage, form: string): Reply {
    const { method, url, headers } = request;
    if (headers.authorization !== 'Bearer sk_test_of_the_tests')
      return failure(401, 'invalid_request_error', 'Invalid API Key provided.');
    if (method === 'GET') return this.read(url!);
    if (headers['content-type'] !== 'application/x-www-form-urlencoded')
      return failure(400, 'invalid_request_error', 'Send a form.');
    const key = String(headers['idempotency-key'] ?? '');
    const before = this.keys.get(key);
    const said = `${url} ${form}`;
    if (before && before.form !== said)
      return failure(
        400,
        'idempotency_error',
        'Keys for idempotent requests can only be used with the same parameters.',
      );
    if (before) return before.reply;
    const reply = this.write(url!, parsed(form));
    if (key) this.keys.set(key, { form: said, reply });
    return reply;
  }

  private write(url: string, form: Record<string, unknown>): Reply {
    if (url === '/v1/payment_intents')
      return ok(this.intent(Number(form.amount), String(form.currency), form.metadata));
    if (url === '/v1/checkout/sessions') return ok(this.session(form));
    if (url === '/v1/refunds') return this.writeRefund(form);
    return failure(404, 'invalid_request_error', `Unrecognized request URL (POST: ${url}).`);
  }

  private session({ line_items, metadata }: Record<string, unknown>): Thing {
    const items = line_items as Record<string, { price_data: { currency: string; unit_amount: string } }>;
    const { currency, unit_amount } = items[0]!.price_data;
    const id = this.id('cs');
    const made = { id, object: 'checkout.session', metadata, currency, amount: Number(unit_amount) };
    const session = { ...made, url: `https://checkout.stripe.test/${id}`, payment_intent: null };
    this.sessions.set(id, session);
    return session;
  }

  private writeRefund({ payment_intent, amount, metadata }: Record<string, unknown>): Reply {
    const before = this.refunds.filter((refund) => refund.payment_intent === payment_intent);
    const left = before.reduce(
      (sum, refund) => sum - Number(refund.amount),
      Number(this.intents.get(String(payment_intent))!.amount_received),
    );
    if (Number(amount) > left)
      return failure(
        400,
        'invalid_request_error',
        'Refund amount is greater than unrefunded amount on charge.',
      );
    return ok(this.refund(String(payment_intent), Number(amount), metadata, 'succeeded'));
  }

  private read(url: string): Reply {
    const { pathname, searchParams } = new URL(url, 'http://stripe.test');
    if (pathname === '/v1/refunds') {
      const of = searchParams.get('payment_intent');
      const data = this.refunds.filter((refund) => refund.payment_intent === of);
      return { status: 200, body: { object: 'list', data, has_more: false, url: pathname } };
    }
    const intent = this.intents.get(pathname.replace('/v1/payment_intents/', ''));
    return intent ? ok(intent) : failure(404, 'invalid_request_error', 'No such payment_intent.');
  }
}

const ok = (body: Thing): Reply => ({ status: 200, body });
const ofPayment = (metadata: unknown, paymentId: string): boolean =>
  (metadata as { payment?: string }).payment === paymentId;

/** The server for the tests of a file. Call it before `useGraph`, and give that the environment. */
export function stripeServer(): { stripe: StripeServer; environment: Record<string, string> } {
  const stripe = new StripeServer();
  const environment: Record<string, string> = {
    STRIPE_SECRET_KEY: 'sk_test_of_the_tests',
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
  };
  beforeAll(async () => {
    environment.STRIPE_API_BASE = await stripe.open();
  });
  afterAll(() => stripe.close());
  return { stripe, environment };
}

/** Signed as Stripe signs: over the bytes that are sent. */
export function signedEvent(event: object, secret = WEBHOOK_SECRET) {
  const body = JSON.stringify(event);
  return { body, signature: Stripe.webhooks.generateTestHeaderString({ payload: body, secret }) };
}

export const eventOf = (id: string, type: string, object: object) => ({
  id,
  object: 'event',
  type,
  data: { object },
});
