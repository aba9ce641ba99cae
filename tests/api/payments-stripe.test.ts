import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { type Buyer, billingShop, buyer, draft, euro, issued, refusal } from './billing.fixtures';
import { accountOf } from './customers.fixtures';
import { notificationsOf } from './messages.fixtures';
import { adrift, balanceOf, money, pay, sendMoney, settled } from './payments.fixtures';
import { eventOf, signedEvent, stripeServer, WEBHOOK_SECRET } from './stripe-server.fixtures';

const { stripe, environment } = stripeServer();
const graph = useGraph({ environment });

let shop: Shop;
let client: GraphClient;
let who: Buyer;
beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  client = (await shop.staff('MANAGER')).client;
});
beforeEach(async () => {
  who = await buyer(client);
});
afterEach(async () => expect(await adrift(graph, shop.id)).toEqual([]));

interface Link {
  url: string | null;
  clientSecret: string | null;
  payment: { id: string; status: string };
}
const LINK = `mutation ($input: CreatePaymentLinkInput!) { createPaymentLink(input: $input) { url clientSecret
  payment { id status method provider disputed amount { amount } } } }`;
const sendLink = (by: GraphClient, input: object) =>
  by.send<{ createPaymentLink: Link } | null>(LINK, { input });
const link = async (input: object, by = client): Promise<Link> =>
  (await by.ask<{ createPaymentLink: Link }>(LINK, { input })).createPaymentLink;

async function tell(event: object, secret = WEBHOOK_SECRET): Promise<number> {
  const { body, signature } = signedEvent(event, secret);
  const { status } = await fetch(`${graph.url.replace('/graphql', '')}/webhooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    body,
  });
  return status;
}
let events = 0;
const happened = (type: string, object: object) => {
  events += 1;
  return eventOf(`evt_${events}`, type, object);
};
const SHOWN = `query ($id: ID!) { payment(id: $id) { status disputed amount { amount } amountKept { amount }
  amountRefunded { amount } receipt { number } refunds { status reason amount { amount } } } }`;
const shown = async (id: string) => (await client.ask<{ payment: object }>(SHOWN, { id })).payment;
const invoice = async () => (await issued(client, {}, who)).id;

describe('a payment by card', () => {
  it('is pending until Stripe says that the money is there, and says so once', async () => {
    const invoiceId = await invoice();
    const { url, payment, clientSecret } = await link({ invoiceIds: [invoiceId] });
    expect(url).toMatch(/^https:\/\/checkout\.stripe\.test\/cs_/);
    expect(clientSecret).toBeNull();
    expect(payment).toEqual({
      id: expect.any(String),
      status: 'PENDING',
      method: 'CARD',
      provider: 'STRIPE',
      disputed: false,
      amount: { amount: '122.00' },
    });
    expect(await settled(client, invoiceId)).toEqual(['0.00', '122.00', 'UNPAID']);
    const paid = happened('payment_intent.succeeded', stripe.pay(payment.id));
    for (let time = 0; time < 2; time += 1) expect(await tell(paid)).toBe(200);
    expect(await settled(client, invoiceId)).toEqual(['122.00', '0.00', 'PAID']);
    expect(await shown(payment.id)).toMatchObject({
      status: 'SUCCEEDED',
      receipt: { number: expect.any(String) },
    });
  });

  it('in a page of the shop’s own comes with a client secret, for customers as well', async () => {
    const invoiceId = await invoice();
    const customer = await accountOf(graph, shop, who.customerId);
    const input = { invoiceIds: [invoiceId], amount: euro('22.00'), page: 'EMBEDDED' };
    const { url, clientSecret, payment } = await link(input, customer.client);
    expect([url, clientSecret]).toEqual([null, expect.stringMatching(/^pi_.*_secret/)]);
    await tell(happened('payment_intent.succeeded', stripe.pay(payment.id)));
    expect(await settled(client, invoiceId)).toEqual(['22.00', '100.00', 'PARTLY_PAID']);
    const other = await accountOf(graph, shop, (await buyer(client)).customerId);
    expect(refusal(await sendLink(other.client, input))).toBe('input.invoiceIds.0: UNKNOWN');
  });

  it('that is not what was asked for counts as what Stripe has, whatever an event says', async () => {
    const invoiceId = await invoice();
    const { payment } = await link({ invoiceIds: [invoiceId] });
    const intent = stripe.pay(payment.id, 5_000);
    await tell(happened('payment_intent.succeeded', { ...intent, amount_received: 12_200 }));
    expect(await settled(client, invoiceId)).toEqual(['50.00', '72.00', 'PARTLY_PAID']);
  });

  it('for what was paid meanwhile is the customer’s balance, and so is what comes twice', async () => {
    const invoiceId = await invoice();
    const [first, second] = [
      await link({ invoiceIds: [invoiceId] }),
      await link({ invoiceIds: [invoiceId] }),
    ];
    await pay(client, invoiceId, '100.00');
    await tell(happened('payment_intent.succeeded', stripe.pay(first.payment.id)));
    await tell(happened('payment_intent.succeeded', stripe.pay(second.payment.id)));
    expect(await settled(client, invoiceId)).toEqual(['122.00', '0.00', 'PAID']);
    expect(await balanceOf(client, who.customerId)).toEqual(['222.00']);
    await tell(happened('payment_intent.succeeded', stripe.pay(first.payment.id)));
    expect(await balanceOf(client, who.customerId)).toEqual(['344.00']);
  });

  it('that no invoice could take is shown to those who may give it back, and found by what it is', async () => {
    const invoiceId = await invoice();
    const { payment } = await link({ invoiceIds: [invoiceId] });
    await pay(client, invoiceId, '100.00');
    const deposit = await money(client, 'recordDeposit', {
      customerId: who.customerId,
      amount: euro('5.00'),
    });
    const [accountant, advisor] = [await shop.staff('ACCOUNTANT'), await shop.staff('ADVISOR')];
    const elsewhere = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    await tell(happened('payment_intent.succeeded', stripe.pay(payment.id)));
    await untilIdle(graph);
    const told = async (by: GraphClient) =>
      (await notificationsOf(by)).filter(({ relatedId }) => relatedId === payment.id);
    for (const by of [client, accountant.client])
      expect(await told(by)).toEqual([
        expect.objectContaining({
          kind: 'PAYMENT_KEPT',
          type: 'WARNING',
          category: 'INVOICE',
          title: '100,00 € da rimborsare o da usare',
          message: expect.stringContaining('di 122,00\u00a0€'),
          relatedType: 'Payment',
          actionUrl: `/payments/${payment.id}`,
        }),
      ]);
    for (const by of [advisor.client, elsewhere.client]) expect(await told(by)).toEqual([]);
    const found = async (filter: object) => {
      const { payments } = await client.ask<{ payments: { nodes: { id: string }[] } }>(
        'query ($filter: PaymentFilter!) { payments(filter: $filter) { nodes { id } } }',
        { filter: { customerId: who.customerId, ...filter } },
      );
      return payments.nodes.map(({ id }) => id);
    };
    expect(await found({ kept: true })).toEqual([deposit.id, payment.id]);
    expect(await found({ kept: true, deposit: false })).toEqual([payment.id]);
    expect(await found({ provider: 'STRIPE' })).toEqual([payment.id]);
    expect(await found({ kept: false })).toHaveLength(1);
    expect(await found({ deposit: true })).toEqual([deposit.id]);
    await money(client, 'refundPayment', { paymentId: payment.id, amount: euro('100.00') });
    expect(await found({ kept: true, provider: 'STRIPE' })).toEqual([]);
  });

  it('on a page that nobody paid on in time has failed', async () => {
    const { payment } = await link({ invoiceIds: [await invoice()] });
    const metadata = { organisation: shop.id, payment: payment.id };
    const expired = happened('checkout.session.expired', { id: 'cs', object: 'checkout.session', metadata });
    for (let time = 0; time < 2; time += 1) expect(await tell(expired)).toBe(200);
    expect(await shown(payment.id)).toMatchObject({ status: 'FAILED', receipt: null });
  });

  it('told five times and out of order beside one by hand is received once', async () => {
    const invoiceId = await invoice();
    const { payment } = await link({ invoiceIds: [invoiceId] });
    const intent = stripe.pay(payment.id);
    const types = ['charge.succeeded', 'payment_intent.succeeded', 'payment_intent.created'];
    const said = types.map((type) => happened(type, { ...intent, object: 'payment_intent' }));
    const told = [...said].reverse().flatMap((event) => Array.from({ length: 5 }, () => tell(event)));
    const byHand = sendMoney(client, 'recordPayment', {
      amount: euro('100.00'),
      invoices: [{ invoiceId }],
      keepRest: true,
    });
    expect(new Set(await Promise.all(told))).toEqual(new Set([200]));
    const hand = await byHand;
    const [paid, open] = await settled(client, invoiceId);
    expect([paid, open]).toEqual(['122.00', '0.00']);
    const kept = hand.data ? ['100.00'] : [];
    expect(await balanceOf(client, who.customerId)).toEqual(kept);
  });

  it('whose making was not answered is taken up by the same key', async () => {
    const input = { invoiceIds: [await invoice()], idempotencyKey: 'link-after-time-out' };
    const before = stripe.sessions.size;
    stripe.swallow = 2;
    expect(refusal(await sendLink(client, input))).toBe('BUSY');
    const made = await link(input);
    expect(stripe.sessions.size).toBe(before + 1);
    expect((await link(input)).url).toBe(made.url);
  });
});

describe('a refund through Stripe', () => {
  const paidByCard = async () => {
    const invoiceId = await invoice();
    const { payment } = await link({ invoiceIds: [invoiceId] });
    const intent = stripe.pay(payment.id);
    await tell(happened('payment_intent.succeeded', intent));
    return { invoiceId, paymentId: payment.id, intent };
  };

  it('is made there, in part and once per key', async () => {
    const { invoiceId, paymentId } = await paidByCard();
    const input = { paymentId, amount: euro('22.00'), idempotencyKey: 'refund-by-card' };
    stripe.swallow = 2;
    const before = stripe.refunds.length;
    expect(refusal(await sendMoney(client, 'refundPayment', input))).toBe('BUSY');
    expect(await shown(paymentId)).toMatchObject({ refunds: [{ status: 'PENDING' }] });
    await money(client, 'refundPayment', input);
    expect(stripe.refunds.length).toBe(before + 1);
    expect(await settled(client, invoiceId)).toEqual(['100.00', '22.00', 'PARTLY_PAID']);
    expect(await shown(paymentId)).toMatchObject({
      amountRefunded: { amount: '22.00' },
      refunds: [{ status: 'SUCCEEDED', amount: { amount: '22.00' } }],
    });
  });

  it('that was made in its dashboard is seen, once', async () => {
    const { invoiceId, paymentId, intent } = await paidByCard();
    stripe.refundInDashboard(intent, 1_000);
    const charge = { id: 'ch', object: 'charge', payment_intent: intent.id };
    for (const type of ['charge.refunded', 'refund.created', 'charge.refunded'])
      expect(await tell(happened(type, charge))).toBe(200);
    expect(await settled(client, invoiceId)).toEqual(['112.00', '10.00', 'PARTLY_PAID']);
    expect(await shown(paymentId)).toMatchObject({
      refunds: [{ status: 'SUCCEEDED', reason: 'Given back at Stripe.', amount: { amount: '10.00' } }],
    });
  });

  it('that Stripe refuses changes nothing but the customer’s balance; one that fails later as well', async () => {
    const { paymentId, intent } = await paidByCard();
    stripe.refundInDashboard(intent, 12_000);
    expect(refusal(await sendMoney(client, 'refundPayment', { paymentId, amount: euro('100.00') }))).toBe(
      'CONFLICT',
    );
    expect(await shown(paymentId)).toMatchObject({
      amountKept: { amount: '100.00' },
      amountRefunded: { amount: '0.00' },
      refunds: [{ status: 'FAILED' }],
    });
    await untilIdle(graph);
    expect((await notificationsOf(client)).map(({ relatedId }) => relatedId)).toContain(paymentId);
    await money(client, 'refundPayment', { paymentId, amount: euro('2.00') });
    stripe.refunds.at(-1)!.status = 'failed';
    await tell(happened('refund.failed', { id: 're', object: 'refund', payment_intent: intent.id }));
    expect(await shown(paymentId)).toMatchObject({
      amountRefunded: { amount: '120.00' },
      refunds: [{ status: 'FAILED' }, { status: 'FAILED' }, { status: 'SUCCEEDED' }],
    });
  });

  it('of the whole, fifty at once, is made once; a payment by card is not voided', async () => {
    const { paymentId, intent } = await paidByCard();
    const whole = { paymentId, amount: euro('122.00') };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => sendMoney(client, 'refundPayment', whole)),
    );
    expect(answers.filter(({ data }) => data)).toHaveLength(1);
    expect(stripe.refunds.filter(({ payment_intent }) => payment_intent === intent.id)).toHaveLength(1);
    expect(refusal(await sendMoney(client, 'voidPayment', { id: paymentId }))).toBe('CONFLICT');
  });

  it('is noted as disputed while it is', async () => {
    const { paymentId, intent } = await paidByCard();
    Object.assign(intent.latest_charge as object, { disputed: true });
    await tell(
      happened('charge.dispute.created', { id: 'dp', object: 'dispute', payment_intent: intent.id }),
    );
    expect(await shown(paymentId)).toMatchObject({ disputed: true });
  });
});

describe('refused', () => {
  it('drafts, more than is left, what Stripe cannot charge', async () => {
    const unissued = (await draft(client, {}, who)).id;
    const open = await invoice();
    expect(refusal(await sendLink(client, { invoiceIds: [unissued] }))).toBe(
      'input.invoiceIds.0: NOT_ISSUED',
    );
    expect(refusal(await sendLink(client, { invoiceIds: [open], amount: euro('122.01') }))).toBe(
      'input.amount: ABOVE_BALANCE',
    );
    expect(refusal(await sendLink(client, { invoiceIds: [open], amount: euro('0.00') }))).toBe(
      'input.amount: NOT_POSITIVE',
    );
  });

  it('events that Stripe did not sign, and other methods; what is not ours is nothing to us', async () => {
    const { payment } = await link({ invoiceIds: [await invoice()] });
    const event = happened('payment_intent.succeeded', stripe.pay(payment.id));
    expect(await tell(event, 'whsec_of_somebody')).toBe(403);
    expect(await shown(payment.id)).toMatchObject({ status: 'PENDING' });
    const { status } = await fetch(`${graph.url.replace('/graphql', '')}/webhooks/stripe`);
    expect(status).toBe(405);
    expect(await tell(happened('customer.created', { id: 'cus', object: 'customer' }))).toBe(200);
    expect(await tell(event)).toBe(200);
  });
});
