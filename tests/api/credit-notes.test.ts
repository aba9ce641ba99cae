import { newId } from '../../shared/ids';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import {
  type Buyer,
  billingKept,
  billingShop,
  buyer,
  credit,
  draft,
  euro,
  issued,
  labour,
  type Note,
  refusal,
  sendCredit,
} from './billing.fixtures';
import { accountOf, eventsOf } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let client: GraphClient;
let who: Buyer;
let customer: Member;
beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  manager = await shop.staff('MANAGER');
  client = manager.client;
  who = await buyer(client, { firstName: 'Dario', lastName: 'Blu' });
  customer = await accountOf(graph, shop, who.customerId);
});

const M = '{ amount currency }';
const WHOLE = `query ($id: ID!) { creditNote(id: $id) { id version createdAt updatedAt number reason issuedOn sentAt currency
  pricesIncludeTax taxPerLine subtotal ${M} discount ${M} net ${M} tax ${M} total ${M}
  taxes { category percent reason net ${M} tax ${M} }
  lines { id version createdAt updatedAt position type code description quantity discountPercent taxCategory taxPercent
    taxReason serviceItemId partId invoiceLineId creditedQuantity unitPrice ${M} discount ${M} amount ${M}
    discountShare ${M} net ${M} tax ${M} total ${M} }
  customer { id } vehicle { id } serviceCentre { id } createdBy { id } invoice { id number }
  seller { name locale } buyer { name } vehicleThen { make } } }`;

const SETTLED = `query ($id: ID!) { invoice(id: $id) { amountCredited ${M} balance ${M} paymentStatus creditNotes { id } } }`;
const settled = async (id: string) => (await client.ask<{ invoice: object }>(SETTLED, { id })).invoice;

/** Two lines of different rates, and a discount on the whole. */
const mixed = () =>
  issued(
    client,
    {
      discount: euro('1.00'),
      lines: [
        labour({ quantity: '3', unitPrice: euro('3.33') }),
        labour({ unitPrice: euro('10.00'), taxCategory: 'REDUCED' }),
      ],
    },
    who,
  );

beforeAll(async () => {
  await shop.admin.client.ask(
    `mutation { createTaxRate(input: { name: "Reduced", category: REDUCED, percent: "10", validFrom: "2020-01-01" }) { id } }`,
  );
});

describe('a credit note', () => {
  it('takes a whole invoice back, and states what that stated', async () => {
    const invoice = await issued(client, {}, who);
    const { id } = await credit(client, invoice.id, { reason: ' Billed to the wrong person. ' });
    const { creditNote } = await client.ask(WHOLE, { id });
    expect(creditNote).toEqual({
      id,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      number: expect.stringMatching(/^CN-FIRST-\d{6}$/),
      reason: 'Billed to the wrong person.',
      issuedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      sentAt: null,
      currency: 'EUR',
      pricesIncludeTax: false,
      taxPerLine: false,
      subtotal: euro('100.00'),
      discount: euro('0.00'),
      net: euro('100.00'),
      tax: euro('22.00'),
      total: euro('122.00'),
      taxes: [{ category: 'STANDARD', percent: '22', reason: null, net: euro('100.00'), tax: euro('22.00') }],
      lines: [
        {
          id: expect.any(String),
          version: 1,
          createdAt: expect.any(String),
          updatedAt: expect.any(String),
          position: 1,
          type: 'LABOUR',
          code: null,
          description: 'Work on the brakes',
          quantity: '2',
          discountPercent: null,
          taxCategory: 'STANDARD',
          taxPercent: '22',
          taxReason: null,
          serviceItemId: null,
          partId: null,
          invoiceLineId: invoice.lines[0]!.id,
          creditedQuantity: '2',
          unitPrice: euro('50.00'),
          discount: null,
          amount: euro('100.00'),
          discountShare: euro('0.00'),
          net: euro('100.00'),
          tax: euro('22.00'),
          total: euro('122.00'),
        },
      ],
      customer: { id: who.customerId },
      vehicle: { id: who.vehicleId },
      serviceCentre: { id: shop.centres[0] },
      createdBy: { id: manager.id },
      invoice: { id: invoice.id, number: invoice.number },
      seller: { name: `Shop ${shop.slug}`, locale: 'it-IT' },
      buyer: { name: 'Dario Blu' },
      vehicleThen: { make: 'Fiat' },
    });
    expect(await settled(invoice.id)).toEqual({
      amountCredited: euro('122.00'),
      balance: euro('0.00'),
      paymentStatus: 'PAID',
      creditNotes: [{ id }],
    });
    expect(await eventsOf(graph, id)).toEqual(['CreditNoteIssued']);
  });

  it('takes some of it back, so often until nothing is left, to the cent', async () => {
    const { id, lines, total } = await mixed();
    const [first, second] = lines.map((line) => line.id);
    const notes: Note[] = [
      await credit(client, id, { lines: [{ invoiceLineId: first, quantity: '1' }] }),
      await credit(client, id, { lines: [{ invoiceLineId: second, amount: euro('7.77') }] }),
      await credit(client, id, {
        lines: [{ invoiceLineId: first, amount: euro('0.01') }, { invoiceLineId: second }],
      }),
      await credit(client, id),
    ];
    expect(notes.reduce((sum, note) => sum + note.total.minorUnits, 0)).toBe(total.minorUnits);
    const [left] = await graph.sql<{ left: string }>(
      `select coalesce(sum(net_minor - credited_net_minor + tax_minor - credited_tax_minor), 0)::text as left
       from billing.invoice_tax_group where invoice_id = $1`,
      [id],
    );
    expect(left!.left).toBe('0');
    expect(await settled(id)).toMatchObject({ balance: euro('0.00'), paymentStatus: 'PAID' });
    expect(refusal(await sendCredit(client, id))).toBe('CONFLICT');
  });

  it('is sent on demand, and otherwise never changes', async () => {
    const { id } = await credit(client, (await issued(client, {}, who)).id);
    const send = 'mutation ($id: ID!) { sendCreditNote(id: $id) { sentAt } }';
    const { sendCreditNote } = await client.ask<{ sendCreditNote: { sentAt: string } }>(send, { id });
    expect(sendCreditNote.sentAt).toEqual(expect.any(String));
    expect(await eventsOf(graph, id)).toEqual(['CreditNoteIssued', 'CreditNoteSent']);
    await expect(
      graph.sql('update billing.credit_note set reason = $2 where id = $1', [id, 'x']),
    ).rejects.toThrow('never changes');
  });

  it('under one key is issued once', async () => {
    const invoice = await issued(client, {}, who);
    const input = {
      idempotencyKey: 'credit-once',
      lines: [{ invoiceLineId: invoice.lines[0]!.id, quantity: '1' }],
    };
    const first = await credit(client, invoice.id, input);
    expect(await credit(client, invoice.id, input)).toEqual(first);
    expect(refusal(await sendCredit(client, invoice.id, { ...input, reason: 'Other' }))).toBe(
      'IDEMPOTENCY_MISMATCH',
    );
  });

  it('is found by what it is for', async () => {
    const invoice = await issued(client, {}, who);
    const note = await credit(client, invoice.id);
    const found = async (filter: object) => {
      const { creditNotes } = await client.ask<{
        creditNotes: { nodes: { id: string }[]; edges: object[]; totalCount: number; pageInfo: object };
      }>(
        `query ($filter: CreditNoteFilter!) { creditNotes(filter: $filter, first: 100) { nodes { id } edges { cursor node { id } }
           totalCount pageInfo { hasNextPage } } }`,
        { filter },
      );
      expect(creditNotes.totalCount).toBe(creditNotes.nodes.length);
      return creditNotes.nodes.map(({ id }) => id);
    };
    expect(await found({ invoiceId: invoice.id })).toEqual([note.id]);
    expect(await found({ number: note.number.toLowerCase() })).toEqual([note.id]);
    expect(
      await found({ customerId: who.customerId, vehicleId: who.vehicleId, issuedFrom: '2020-01-01' }),
    ).toContain(note.id);
    expect(await found({ serviceCentreId: shop.centres[1] })).toEqual([]);
    expect(await found({ issuedTo: '2020-01-01' })).toEqual([]);
  });
});

describe('refused, with nothing changed', () => {
  it.each<[string, (lineId: string) => Record<string, unknown>, string]>([
    [
      'a line of no invoice',
      () => ({ lines: [{ invoiceLineId: newId() }] }),
      'input.lines.0.invoiceLineId: UNKNOWN',
    ],
    [
      'a line twice',
      (id) => ({ lines: [{ invoiceLineId: id }, { invoiceLineId: id }] }),
      'input.lines.1.invoiceLineId: TWICE',
    ],
    [
      'more than were invoiced',
      (id) => ({ lines: [{ invoiceLineId: id, quantity: '2.5' }] }),
      'input.lines.0.quantity: ABOVE_LEFT',
    ],
    [
      'more than the line',
      (id) => ({ lines: [{ invoiceLineId: id, amount: euro('100.01') }] }),
      'input.lines.0: ABOVE_LEFT',
    ],
    [
      'nothing',
      (id) => ({ lines: [{ invoiceLineId: id, amount: euro('0.00') }] }),
      'input.lines.0: NOT_POSITIVE',
    ],
    [
      'less than nothing',
      (id) => ({ lines: [{ invoiceLineId: id, amount: euro('-1.00') }] }),
      'input.lines.0: NOT_POSITIVE',
    ],
    [
      'another currency',
      (id) => ({ lines: [{ invoiceLineId: id, amount: { amount: '1.00', currency: 'USD' } }] }),
      'input.lines.0.amount.currency: FOREIGN_CURRENCY',
    ],
    [
      'so many and an amount',
      (id) => ({ lines: [{ invoiceLineId: id, quantity: '1', amount: euro('1.00') }] }),
      'input.lines.0.amount: ONE_MEASURE',
    ],
    ['no reason', () => ({ reason: ' ' }), 'input.reason: MATCHES'],
    ['no lines', () => ({ lines: [] }), 'input.lines: ARRAY_MIN_SIZE'],
    ['a version that was overtaken', () => ({ expectedVersion: 1 }), 'CONFLICT'],
  ])('%s', async (_, input, code) => {
    const { id, lines } = await issued(client, {}, who);
    const before = await billingKept(graph, shop);
    expect(refusal(await sendCredit(client, id, input(lines[0]!.id)))).toBe(code);
    expect(await billingKept(graph, shop)).toEqual(before);
  });

  it('a draft; another organisation’s invoice; one of another centre; by whoever may not', async () => {
    const unissued = await draft(client, {}, who);
    const elsewhere = await issued(shop.admin.client, { serviceCentreId: shop.centres[1] });
    const own = await issued(client, {}, who);
    const stranger = await graph.shop();
    const advisor = await shop.staff('ADVISOR');
    const before = await billingKept(graph, shop);
    expect(refusal(await sendCredit(client, unissued.id))).toBe('CONFLICT');
    expect(refusal(await sendCredit(client, elsewhere.id))).toBe('NOT_FOUND');
    expect(refusal(await sendCredit(stranger.admin.client, own.id))).toBe('NOT_FOUND');
    for (const who of [advisor, customer])
      expect(refusal(await sendCredit(who.client, own.id))).toBe('FORBIDDEN');
    expect(await billingKept(graph, shop)).toEqual(before);
  });
});

it('is the customer’s to see, who has none of the shop’s drafts and nobody else’s', async () => {
  const invoice = await issued(client, {}, who);
  const note = await credit(client, invoice.id);
  const other = await accountOf(graph, shop, (await buyer(client)).customerId);
  const see = async (member: Member) =>
    (
      await member.client.ask<{ creditNote: { id: string } | null }>(
        'query ($id: ID!) { creditNote(id: $id) { id } }',
        { id: note.id },
      )
    ).creditNote;
  expect(await see(customer)).toEqual({ id: note.id });
  expect(await see(other)).toBeNull();
});

it('fifty at once never credit more than there is, and each number is given once', async () => {
  const { id, lines, total } = await issued(
    client,
    { lines: [labour({ quantity: '10', unitPrice: euro('3.33') })] },
    who,
  );
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      sendCredit(client, id, { lines: [{ invoiceLineId: lines[0]!.id, quantity: '1' }] }),
    ),
  );
  const done = answers.flatMap(({ data }) => data?.creditInvoice ?? []);
  expect(done).toHaveLength(10);
  expect(done.reduce((sum, note) => sum + note.total.minorUnits, 0)).toBe(total.minorUnits);
  for (const answer of answers.filter(({ data }) => !data))
    expect(refusal(answer)).toBe('input.lines.0.quantity: ABOVE_LEFT');
  const numbers = await graph.sql<{ sequence: string }>(
    'select n.sequence::text from billing.credit_note n where organisation_id = $1 and service_centre_id = $2 order by n.sequence',
    [shop.id, shop.centres[0]],
  );
  expect(numbers.map(({ sequence }) => Number(sequence))).toEqual(numbers.map((_, n) => n + 1));
});
