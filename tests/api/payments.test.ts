import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { type Buyer, billingShop, buyer, credit, euro, issued, refusal } from './billing.fixtures';
import { accountOf, eventsOf } from './customers.fixtures';
import { adrift, balanceOf, money, pay, sendMoney, settled } from './payments.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let client: GraphClient;
let who: Buyer;
beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  manager = await shop.staff('MANAGER');
  client = manager.client;
  who = await buyer(client, { firstName: 'Dario', lastName: 'Blu' });
});
afterEach(async () => expect(await adrift(graph, shop.id)).toEqual([]));

const M = '{ amount currency }';
const WHOLE = `query ($id: ID!) { payment(id: $id) { id version createdAt updatedAt status method deposit reference notes paidAt
  voidedAt voidReason amount ${M} amountKept ${M} amountRefunded ${M}
  allocations { id version createdAt updatedAt paymentId invoiceId amount ${M} payment { id } invoice { id } }
  refunds { id version createdAt updatedAt status method reason amount ${M} refundedBy { id } }
  receipt { id version createdAt updatedAt number paymentId method currency issuedOn sentAt total ${M} kept ${M}
    lines { invoiceId number amount ${M} } payment { id } customer { id } serviceCentre { id }
    seller { name } buyer { name } }
  customer { id } serviceCentre { id } recordedBy { id } } }`;
const STAMPS = { version: expect.any(Number), createdAt: expect.any(String), updatedAt: expect.any(String) };

describe('a payment', () => {
  it('settles several invoices in turn, in part, and its receipt states what it was for', async () => {
    const first = await issued(client, {}, who);
    const second = await issued(client, {}, who);
    const { id } = await money(client, 'recordPayment', {
      method: 'CHEQUE',
      amount: euro('150.00'),
      reference: ' 0815 ',
      notes: 'By post',
      invoices: [{ invoiceId: first.id }, { invoiceId: second.id }],
    });
    const { payment } = await client.ask(WHOLE, { id });
    const share = (invoice: { id: string }, amount: string) => ({
      ...STAMPS,
      id: expect.any(String),
      paymentId: id,
      invoiceId: invoice.id,
      amount: euro(amount),
      payment: { id },
      invoice: { id: invoice.id },
    });
    expect(payment).toEqual({
      ...STAMPS,
      id,
      status: 'SUCCEEDED',
      method: 'CHEQUE',
      deposit: false,
      reference: '0815',
      notes: 'By post',
      paidAt: expect.any(String),
      voidedAt: null,
      voidReason: null,
      amount: euro('150.00'),
      amountKept: euro('0.00'),
      amountRefunded: euro('0.00'),
      allocations: [share(first, '122.00'), share(second, '28.00')],
      refunds: [],
      receipt: {
        ...STAMPS,
        id: expect.any(String),
        number: expect.stringMatching(/^RC-FIRST-\d{6}$/),
        paymentId: id,
        method: 'CHEQUE',
        currency: 'EUR',
        issuedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        sentAt: null,
        total: euro('150.00'),
        kept: euro('0.00'),
        lines: [
          { invoiceId: first.id, number: first.number, amount: euro('122.00') },
          { invoiceId: second.id, number: second.number, amount: euro('28.00') },
        ],
        payment: { id },
        customer: { id: who.customerId },
        serviceCentre: { id: shop.centres[0] },
        seller: { name: `Shop ${shop.slug}` },
        buyer: { name: 'Dario Blu' },
      },
      customer: { id: who.customerId },
      serviceCentre: { id: shop.centres[0] },
      recordedBy: { id: manager.id },
    });
    expect(await settled(client, first.id)).toEqual(['122.00', '0.00', 'PAID']);
    expect(await settled(client, second.id)).toEqual(['28.00', '94.00', 'PARTLY_PAID']);
    expect(await eventsOf(graph, id)).toEqual(['PaymentReceived']);
    const { invoice } = await client.ask<{ invoice: { payments: object[] } }>(
      `query ($id: ID!) { invoice(id: $id) { payments { amount ${M} payment { id } } } }`,
      { id: second.id },
    );
    expect(invoice.payments).toEqual([{ amount: euro('28.00'), payment: { id } }]);
  });

  it.each(['CASH', 'CARD', 'ONLINE', 'UPI', 'CHEQUE', 'BANK_TRANSFER'])('by %s, in parts', async (method) => {
    const { id } = await issued(client, {}, who);
    await pay(client, id, '22.00', { method });
    await pay(client, id, '100.00', { method });
    expect(await settled(client, id)).toEqual(['122.00', '0.00', 'PAID']);
  });

  it('gives each invoice what is stated for it', async () => {
    const [first, second] = [await issued(client, {}, who), await issued(client, {}, who)];
    await money(client, 'recordPayment', {
      amount: euro('30.00'),
      invoices: [{ invoiceId: first.id, amount: euro('10.00') }, { invoiceId: second.id }],
    });
    expect(await settled(client, first.id)).toEqual(['10.00', '112.00', 'PARTLY_PAID']);
    expect(await settled(client, second.id)).toEqual(['20.00', '102.00', 'PARTLY_PAID']);
  });

  it('above what is left is kept as the customer’s balance when that is asked for, and refused otherwise', async () => {
    const own = await buyer(client);
    const { id } = await issued(client, {}, own);
    const input = { amount: euro('130.00'), invoices: [{ invoiceId: id }] };
    expect(refusal(await sendMoney(client, 'recordPayment', input))).toBe('input.amount: ABOVE_BALANCE');
    const paid = await money(client, 'recordPayment', { ...input, keepRest: true });
    expect(paid).toMatchObject({ amountKept: euro('8.00') });
    expect(await balanceOf(client, own.customerId)).toEqual(['8.00']);
    expect(await settled(client, id)).toEqual(['122.00', '0.00', 'PAID']);
  });

  it('under one key is recorded once', async () => {
    const { id } = await issued(client, {}, who);
    const input = { amount: euro('10.00'), invoices: [{ invoiceId: id }], idempotencyKey: 'paid-once' };
    const first = await money(client, 'recordPayment', input);
    expect(await money(client, 'recordPayment', input)).toEqual(first);
    expect(await settled(client, id)).toEqual(['10.00', '112.00', 'PARTLY_PAID']);
    const other = { ...input, amount: euro('11.00') };
    expect(refusal(await sendMoney(client, 'recordPayment', other))).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('is voided by a counter-entry: seen with its receipt, and paid no more', async () => {
    const own = await buyer(client);
    const { id: invoiceId } = await issued(client, {}, own);
    const { id, receipt } = await pay(client, invoiceId, '130.00', { keepRest: true });
    const voided = await money(client, 'voidPayment', { id });
    expect(voided).toMatchObject({ status: 'VOIDED', receipt });
    expect(await settled(client, invoiceId)).toEqual(['0.00', '122.00', 'UNPAID']);
    expect(await balanceOf(client, own.customerId)).toEqual([]);
    const { payment } = await client.ask<{ payment: { allocations: object[] } }>(WHOLE, { id });
    expect(payment).toMatchObject({
      voidReason: 'Typed wrong',
      voidedAt: expect.any(String),
      allocations: [{ amount: euro('122.00') }, { amount: euro('-122.00') }],
    });
    expect(await eventsOf(graph, id)).toEqual(['PaymentReceived', 'PaymentVoided']);
    expect(refusal(await sendMoney(client, 'voidPayment', { id }))).toBe('INVALID_TRANSITION');
  });
});

describe('a refund', () => {
  it('in part leaves the invoice open by as much', async () => {
    const { id: invoiceId } = await issued(client, {}, who);
    const { id } = await pay(client, invoiceId, '122.00', { method: 'CARD' });
    await money(client, 'refundPayment', { paymentId: id, amount: euro('22.00'), method: 'CASH' });
    expect(await settled(client, invoiceId)).toEqual(['100.00', '22.00', 'PARTLY_PAID']);
    const whole = await money(client, 'refundPayment', { paymentId: id });
    expect(whole).toMatchObject({ amountRefunded: euro('122.00') });
    const { payment } = await client.ask(WHOLE, { id });
    const refund = { ...STAMPS, id: expect.any(String), status: 'SUCCEEDED', reason: 'Not needed' };
    expect(payment).toMatchObject({
      refunds: [
        { ...refund, method: 'CASH', amount: euro('22.00'), refundedBy: { id: manager.id } },
        { ...refund, method: 'CARD', amount: euro('100.00'), refundedBy: { id: manager.id } },
      ],
    });
    expect(await eventsOf(graph, id)).toEqual(['PaymentReceived', 'PaymentRefunded', 'PaymentRefunded']);
    expect(refusal(await sendMoney(client, 'voidPayment', { id }))).toBe('CONFLICT');
    expect(refusal(await sendMoney(client, 'refundPayment', { paymentId: id }))).toBe('CONFLICT');
  });

  it('is of what was credited first, then of what is kept, then of what was paid last', async () => {
    const own = await buyer(client);
    const first = await issued(client, {}, own);
    const second = await issued(client, {}, own);
    const { id } = await money(client, 'recordPayment', {
      amount: euro('254.00'),
      keepRest: true,
      invoices: [{ invoiceId: first.id }, { invoiceId: second.id }],
    });
    await credit(client, first.id, {
      lines: [{ invoiceLineId: first.lines[0]!.id, amount: euro('50.00') }],
    });
    const give = (amount: string) => money(client, 'refundPayment', { paymentId: id, amount: euro(amount) });
    await give('61.00');
    expect(await settled(client, first.id)).toEqual(['61.00', '0.00', 'PAID']);
    expect(await balanceOf(client, own.customerId)).toEqual(['10.00']);
    await give('10.00');
    expect(await balanceOf(client, own.customerId)).toEqual([]);
    await give('130.00');
    expect(await settled(client, second.id)).toEqual(['0.00', '122.00', 'UNPAID']);
    expect(await settled(client, first.id)).toEqual(['53.00', '8.00', 'PARTLY_PAID']);
  });
});

describe('a deposit', () => {
  it('is kept until invoices take it, in parts, the oldest first', async () => {
    const own = await buyer(client);
    const customerId = own.customerId;
    const first = await money(client, 'recordDeposit', { customerId, amount: euro('50.00') });
    const second = await money(client, 'recordDeposit', {
      customerId,
      amount: euro('100.00'),
      method: 'UPI',
    });
    expect(first.receipt).toMatchObject({ number: expect.stringMatching(/^RC-/) });
    expect(await balanceOf(client, customerId)).toEqual(['150.00']);
    const { id } = await issued(client, {}, own);
    await money(client, 'applyDeposit', {
      invoiceId: id,
      amount: euro('60.00'),
      idempotencyKey: 'apply-once',
    });
    await money(client, 'applyDeposit', {
      invoiceId: id,
      amount: euro('60.00'),
      idempotencyKey: 'apply-once',
    });
    expect(await settled(client, id)).toEqual(['60.00', '62.00', 'PARTLY_PAID']);
    await money(client, 'applyDeposit', { invoiceId: id });
    expect(await settled(client, id)).toEqual(['122.00', '0.00', 'PAID']);
    expect(await balanceOf(client, customerId)).toEqual(['28.00']);
    expect(await eventsOf(graph, first.id)).toEqual(['PaymentReceived', 'DepositApplied']);
    expect(await eventsOf(graph, second.id)).toEqual(['PaymentReceived', 'DepositApplied', 'DepositApplied']);
    const { payment } = await client.ask(WHOLE, { id: second.id });
    expect(payment).toMatchObject({ deposit: true, amountKept: euro('28.00'), method: 'UPI' });
  });

  it('that was used is given back from the invoice that took it', async () => {
    const own = await buyer(client);
    const { id } = await money(client, 'recordDeposit', {
      ...own,
      vehicleId: undefined,
      amount: euro('122.00'),
    });
    const invoice = await issued(client, {}, own);
    await money(client, 'applyDeposit', { invoiceId: invoice.id });
    await credit(client, invoice.id);
    await money(client, 'refundPayment', { paymentId: id });
    expect(await settled(client, invoice.id)).toEqual(['0.00', '0.00', 'PAID']);
  });
});

describe('payments and receipts', () => {
  it('are found by what they are', async () => {
    const own = await buyer(client);
    const { id: invoiceId } = await issued(client, {}, own);
    const paid = await pay(client, invoiceId, '22.00', { method: 'UPI' });
    const left = await money(client, 'recordDeposit', { customerId: own.customerId, amount: euro('1.00') });
    const found = async (list: 'payments' | 'receipts', filter: object) => {
      const type = list === 'payments' ? 'PaymentFilter' : 'ReceiptFilter';
      const data = await client.ask<
        Record<string, { nodes: { id: string }[]; edges: { cursor: string }[]; totalCount: number }>
      >(
        `query ($filter: ${type}!) { ${list}(filter: $filter) { nodes { id } edges { cursor node { id } } totalCount
           pageInfo { hasNextPage } } }`,
        { filter },
      );
      expect(data[list]!.totalCount).toBe(data[list]!.nodes.length);
      return data[list]!.nodes.map(({ id }) => id);
    };
    const { customerId } = own;
    expect(await found('payments', { customerId })).toEqual([left.id, paid.id]);
    expect(await found('payments', { customerId, method: 'UPI', status: ['SUCCEEDED'] })).toEqual([paid.id]);
    expect(await found('payments', { invoiceId, from: '2020-01-01T00:00:00Z' })).toEqual([paid.id]);
    expect(await found('payments', { customerId, to: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect(await found('payments', { serviceCentreId: shop.centres[1] })).toEqual([]);
    const receipts = [left.receipt!.id, paid.receipt!.id];
    expect(await found('receipts', { customerId, issuedFrom: '2020-01-01' })).toEqual(receipts);
    expect(await found('receipts', { number: paid.receipt!.number.toLowerCase() })).toEqual([receipts[1]]);
    expect(await found('receipts', { customerId, issuedTo: '2020-01-01' })).toEqual([]);
    expect(await found('receipts', { serviceCentreId: shop.centres[1] })).toEqual([]);
    const { documents } = await client.ask<{ documents: { nodes: object[] } }>(
      `query ($id: ID!) { documents(filter: { customerId: $id, kind: [RECEIPT] }) { nodes { id kind number status
         receipt { id } invoice { id } } } }`,
      { id: customerId },
    );
    expect(documents.nodes).toEqual(
      [left, paid].map(({ receipt }) => ({
        ...receipt,
        kind: 'RECEIPT',
        status: 'ISSUED',
        receipt: { id: receipt!.id },
        invoice: null,
      })),
    );
    const { receipt } = await client.ask<{ receipt: object }>(
      'query ($id: ID!) { receipt(id: $id) { number } }',
      {
        id: receipts[0],
      },
    );
    expect(receipt).toEqual({ number: left.receipt!.number });
  });

  it('are the customer’s own to see, the technician’s that they took, and nobody else’s', async () => {
    const own = await buyer(client);
    const { id: invoiceId } = await issued(client, {}, own);
    const { id, receipt } = await pay(client, invoiceId, '130.00', { keepRest: true });
    const customer = await accountOf(graph, shop, own.customerId);
    const other = await accountOf(graph, shop, (await buyer(client)).customerId);
    const elsewhere = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    const technician = await shop.staff('TECHNICIAN');
    const stranger = await graph.shop();
    const see = async ({ client }: Member) =>
      client.ask<{ payment: object | null; receipt: object | null }>(
        'query ($id: ID!, $receipt: ID!) { payment(id: $id) { id } receipt(id: $receipt) { id } }',
        { id, receipt: receipt!.id },
      );
    expect(await see(customer)).toEqual({ payment: { id }, receipt: { id: receipt!.id } });
    expect(await balanceOf(customer.client, own.customerId)).toEqual(['8.00']);
    for (const member of [other, elsewhere, technician, stranger.admin])
      expect(await see(member)).toEqual({ payment: null, receipt: null });
    for (const command of [
      'recordPayment',
      'refundPayment',
      'voidPayment',
      'applyDeposit',
      'recordDeposit',
    ] as const)
      expect(
        refusal(
          await sendMoney(
            customer.client,
            command,
            {
              recordPayment: { amount: euro('1.00'), invoices: [{ invoiceId }] },
              refundPayment: { paymentId: id },
              voidPayment: { id },
              applyDeposit: { invoiceId },
              recordDeposit: { customerId: own.customerId, amount: euro('1.00') },
            }[command],
          ),
        ),
      ).toBe('FORBIDDEN');
  });
});
