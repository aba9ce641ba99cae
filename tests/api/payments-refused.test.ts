import { newId } from '../../shared/ids';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import {
  type Buyer,
  billingKept,
  billingShop,
  buyer,
  draft,
  euro,
  issued,
  refusal,
} from './billing.fixtures';
import { adrift, money, pay, sendMoney, settled } from './payments.fixtures';

const graph = useGraph();
let shop: Shop;
let client: GraphClient;
let who: Buyer;
let ids: Record<'open' | 'paid' | 'draft' | 'other' | 'elsewhere' | 'payment' | 'deposit', string>;
beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  client = shop.admin.client;
  const serviceCentreId = shop.centres[0]!;
  const at = { serviceCentreId };
  who = await buyer(client, at);
  const invoice = async (input: object = at, whose: Buyer = who) =>
    (await issued(client, { ...input }, whose)).id;
  const paid = await invoice();
  const payment = (await pay(client, paid, '122.00')).id;
  const spender = await buyer(client, at);
  const deposit = (
    await money(client, 'recordDeposit', { ...at, customerId: spender.customerId, amount: euro('5.00') })
  ).id;
  ids = {
    open: await invoice(),
    paid,
    draft: (await draft(client, at, who)).id,
    other: await invoice(at, spender),
    elsewhere: await invoice({ serviceCentreId: shop.centres[1] }),
    payment,
    deposit,
  };
});

type Case = [string, Parameters<typeof sendMoney>[1], () => Record<string, unknown>, string];
const one = (invoiceId: string, amount?: object) => ({ invoiceId, amount });
const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('refused, with nothing changed', () => {
  it.each<Case>([
    [
      'nothing',
      'recordPayment',
      () => ({ amount: euro('0.00'), invoices: [one(ids.open)] }),
      'input.amount: NOT_POSITIVE',
    ],
    [
      'less than nothing',
      'recordPayment',
      () => ({ amount: euro('-1.00'), invoices: [one(ids.open)] }),
      'input.amount: NOT_POSITIVE',
    ],
    [
      'for no invoice',
      'recordPayment',
      () => ({ amount: euro('1.00'), invoices: [] }),
      'input.invoices: ARRAY_MIN_SIZE',
    ],
    [
      'for one twice',
      'recordPayment',
      () => ({ amount: euro('1.00'), invoices: [one(ids.open), one(ids.open)] }),
      'input.invoices: ARRAY_UNIQUE',
    ],
    [
      'for one that is not there',
      'recordPayment',
      () => ({ amount: euro('1.00'), invoices: [one(newId())] }),
      'input.invoices.0.invoiceId: UNKNOWN',
    ],
    [
      'for another that is not there',
      'recordPayment',
      () => ({ amount: euro('1.00'), invoices: [one(ids.open), one(newId())] }),
      'input.invoices.1.invoiceId: UNKNOWN',
    ],
    [
      'for a draft',
      'recordPayment',
      () => ({ amount: euro('1.00'), invoices: [one(ids.draft)] }),
      'input.invoices.0.invoiceId: NOT_ISSUED',
    ],
    [
      'for a draft beside',
      'recordPayment',
      () => ({ amount: euro('1.00'), invoices: [one(ids.open), one(ids.draft)] }),
      'input.invoices.1.invoiceId: NOT_ISSUED',
    ],
    [
      'for what is paid',
      'recordPayment',
      () => ({ amount: euro('1.00'), invoices: [one(ids.paid)] }),
      'input.invoices.0.invoiceId: NOTHING_TO_PAY',
    ],
    [
      'for two customers',
      'recordPayment',
      () => ({ amount: euro('1.00'), invoices: [one(ids.open), one(ids.other)] }),
      'input.invoices.1.invoiceId: OTHER_CUSTOMER',
    ],
    [
      'for two centres',
      'recordPayment',
      () => ({ amount: euro('1.00'), invoices: [one(ids.open), one(ids.elsewhere)] }),
      'input.invoices.1.invoiceId: OTHER_CENTRE',
    ],
    [
      'in another currency',
      'recordPayment',
      () => ({ amount: usd('1.00'), invoices: [one(ids.open)] }),
      'input.amount.currency: FOREIGN_CURRENCY',
    ],
    [
      'a share in another currency',
      'recordPayment',
      () => ({ amount: euro('1.00'), invoices: [one(ids.open, usd('1.00'))] }),
      'input.invoices.0.amount.currency: FOREIGN_CURRENCY',
    ],
    [
      'above the balance',
      'recordPayment',
      () => ({ amount: euro('122.01'), invoices: [one(ids.open)] }),
      'input.amount: ABOVE_BALANCE',
    ],
    [
      'a share above the balance',
      'recordPayment',
      () => ({ amount: euro('200.00'), invoices: [one(ids.open, euro('122.01'))] }),
      'input.invoices.0.amount: ABOVE_BALANCE',
    ],
    [
      'a share above the payment',
      'recordPayment',
      () => ({ amount: euro('1.00'), invoices: [one(ids.open, euro('1.01'))] }),
      'input.invoices.0.amount: ABOVE_PAYMENT',
    ],
    [
      'a share of nothing',
      'recordPayment',
      () => ({ amount: euro('1.00'), invoices: [one(ids.open, euro('0.00'))] }),
      'input.invoices.0.amount: NOT_POSITIVE',
    ],
    [
      'a deposit of nobody',
      'recordDeposit',
      () => ({ amount: euro('1.00'), customerId: newId(), serviceCentreId: shop.centres[0] }),
      'input.customerId: UNKNOWN',
    ],
    [
      'a deposit nowhere',
      'recordDeposit',
      () => ({ amount: euro('1.00'), customerId: who.customerId }),
      'input.serviceCentreId: REQUIRED',
    ],
    [
      'a deposit in another currency',
      'recordDeposit',
      () => ({ amount: usd('1.00'), customerId: who.customerId, serviceCentreId: shop.centres[0] }),
      'input.amount.currency: FOREIGN_CURRENCY',
    ],
    ['from an empty balance', 'applyDeposit', () => ({ invoiceId: ids.open }), 'input.invoiceId: NO_BALANCE'],
    [
      'more than is in balance',
      'applyDeposit',
      () => ({ invoiceId: ids.other, amount: euro('5.01') }),
      'input.amount: ABOVE_CREDIT',
    ],
    [
      'more than the invoice',
      'applyDeposit',
      () => ({ invoiceId: ids.other, amount: euro('122.01') }),
      'input.amount: ABOVE_BALANCE',
    ],
    [
      'nothing of the balance',
      'applyDeposit',
      () => ({ invoiceId: ids.other, amount: euro('0.00') }),
      'input.amount: NOT_POSITIVE',
    ],
    [
      'the balance in another currency',
      'applyDeposit',
      () => ({ invoiceId: ids.other, amount: usd('1.00') }),
      'input.amount.currency: FOREIGN_CURRENCY',
    ],
    [
      'for a draft from the balance',
      'applyDeposit',
      () => ({ invoiceId: ids.draft }),
      'input.invoiceId: NOT_ISSUED',
    ],
    [
      'back more than was paid',
      'refundPayment',
      () => ({ paymentId: ids.payment, amount: euro('122.01') }),
      'input.amount: ABOVE_PAID',
    ],
    [
      'back nothing',
      'refundPayment',
      () => ({ paymentId: ids.payment, amount: euro('0.00') }),
      'input.amount: NOT_POSITIVE',
    ],
    [
      'back in another currency',
      'refundPayment',
      () => ({ paymentId: ids.payment, amount: usd('1.00') }),
      'input.amount.currency: FOREIGN_CURRENCY',
    ],
    [
      'back for no reason',
      'refundPayment',
      () => ({ paymentId: ids.payment, reason: ' ' }),
      'input.reason: MATCHES',
    ],
    ['back of what is not there', 'refundPayment', () => ({ paymentId: newId() }), 'NOT_FOUND'],
    ['void what is not there', 'voidPayment', () => ({ id: newId() }), 'NOT_FOUND'],
  ])('%s', async (_, command, input, code) => {
    const before = await billingKept(graph, shop);
    expect(refusal(await sendMoney(client, command, input()))).toBe(code);
    expect(await billingKept(graph, shop)).toEqual(before);
  });

  it('by those who may not, of another centre and of another organisation', async () => {
    const advisor = await shop.staff('ADVISOR', { centres: [shop.centres[0]!] });
    const elsewhere = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    const stranger = await billingShop(graph);
    const technician = await shop.staff('TECHNICIAN');
    const before = await billingKept(graph, shop);
    const asks = { amount: euro('1.00'), invoices: [{ invoiceId: ids.open }] };
    for (const member of [elsewhere, stranger.admin, technician])
      expect(refusal(await sendMoney(member.client, 'recordPayment', asks))).toBe(
        'input.invoices.0.invoiceId: UNKNOWN',
      );
    for (const member of [elsewhere, stranger.admin]) {
      expect(refusal(await sendMoney(member.client, 'refundPayment', { paymentId: ids.payment }))).toBe(
        'NOT_FOUND',
      );
      expect(refusal(await sendMoney(member.client, 'voidPayment', { id: ids.payment }))).toBe('NOT_FOUND');
      expect(refusal(await sendMoney(member.client, 'applyDeposit', { invoiceId: ids.other }))).toBe(
        'NOT_FOUND',
      );
    }
    expect(refusal(await sendMoney(advisor.client, 'refundPayment', { paymentId: ids.payment }))).toBe(
      'FORBIDDEN',
    );
    expect(refusal(await sendMoney(advisor.client, 'voidPayment', { id: ids.payment }))).toBe('FORBIDDEN');
    expect(await billingKept(graph, shop)).toEqual(before);
  });
});

describe('fifty at once', () => {
  const fifty = <T>(ask: (n: number) => Promise<T>) =>
    Promise.all(Array.from({ length: 50 }, (_, n) => ask(n)));
  afterEach(async () => expect(await adrift(graph, shop.id)).toEqual([]));
  const fresh = async () => (await issued(client, { serviceCentreId: shop.centres[0] }, who)).id;

  it('never pay more than there is to pay', async () => {
    const invoiceId = await fresh();
    const answers = await fifty(() =>
      sendMoney(client, 'recordPayment', { amount: euro('50.00'), invoices: [{ invoiceId }] }),
    );
    expect(answers.filter(({ data }) => data)).toHaveLength(2);
    expect(await settled(client, invoiceId)).toEqual(['100.00', '22.00', 'PARTLY_PAID']);
  });

  it('pay two invoices in either order without waiting in a circle', async () => {
    const both = [await fresh(), await fresh()];
    const answers = await fifty((n) =>
      sendMoney(client, 'recordPayment', {
        amount: euro('2.00'),
        invoices: (n % 2 ? both : [...both].reverse()).map((invoiceId) => ({
          invoiceId,
          amount: euro('1.00'),
        })),
      }),
    );
    expect(answers.filter(({ data }) => data)).toHaveLength(50);
    for (const id of both) expect(await settled(client, id)).toEqual(['50.00', '72.00', 'PARTLY_PAID']);
  });

  it('give the whole back once, and are not voided beside', async () => {
    const { id } = await pay(client, await fresh(), '122.00');
    const answers = await fifty((n) =>
      n % 2
        ? sendMoney(client, 'refundPayment', { paymentId: id, amount: euro('122.00') })
        : sendMoney(client, 'voidPayment', { id }),
    );
    expect(answers.filter(({ data }) => data)).toHaveLength(1);
  });

  it('spend what is in balance once', async () => {
    const own = await buyer(client, { serviceCentreId: shop.centres[0] });
    const invoice = await issued(client, { serviceCentreId: shop.centres[0] }, own);
    await money(client, 'recordDeposit', {
      customerId: own.customerId,
      serviceCentreId: shop.centres[0],
      amount: euro('30.00'),
    });
    const answers = await fifty(() =>
      sendMoney(client, 'applyDeposit', { invoiceId: invoice.id, amount: euro('10.00') }),
    );
    expect(answers.filter(({ data }) => data)).toHaveLength(3);
    expect(await settled(client, invoice.id)).toEqual(['30.00', '92.00', 'PARTLY_PAID']);
  });
});

it('a receipt, an allocation and an entry of the balance stay as they were written', async () => {
  await expect(
    graph.sql('update billing.receipt set total_minor = 1 where payment_id = $1', [ids.payment]),
  ).rejects.toThrow('never changes');
});
