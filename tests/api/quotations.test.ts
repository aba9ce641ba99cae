import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { type Buyer, billingKept, billingShop, buyer, euro, labour, refusal } from './billing.fixtures';
import { createLead, oneOf } from './care.fixtures';
import { accountOf, eventsOf, eventually } from './customers.fixtures';
import { quote, quotedTo, send, take } from './quotations.fixtures';

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
  who = await buyer(client, { firstName: 'Elena', lastName: 'Rossi' });
  customer = await accountOf(graph, shop, who.customerId);
});

const M = '{ amount currency }';
const WHOLE = `query ($id: ID!) { quotation(id: $id) { id version createdAt updatedAt number status expired validUntil leadId
  currency pricesIncludeTax taxPerLine discountPercent notes approvedAt sentAt decidedAt decidedThrough decisionReason
  subtotal ${M} discount ${M} net ${M} tax ${M} total ${M} taxes { category percent reason net ${M} tax ${M} }
  lines { id version createdAt updatedAt position type code description quantity discountPercent taxCategory taxPercent
    taxReason serviceItemId partId unitPrice ${M} discount ${M} amount ${M} discountShare ${M} net ${M} tax ${M} total ${M} }
  customer { id } vehicle { id } serviceCentre { id } createdBy { id } technician { id } approvedBy { id } decidedBy { id }
  convertedTo { kind convertedAt serviceRequest { id number description estimatedCost ${M} } }
  seller { name } buyer { name } vehicleThen { make } } }`;

const read = async (id: string, as = client): Promise<Record<string, unknown>> =>
  (await as.ask<{ quotation: Record<string, unknown> }>(WHOLE, { id })).quotation;

const daysFromNow = async (days: number): Promise<string> => {
  const [row] = await graph.sql<{ day: string }>(
    `select ((now() at time zone 'Europe/Rome')::date + $1::int)::text as day`,
    [days],
  );
  return row!.day;
};

/** As if so many days had gone by. */
const age = (id: string, days: number) =>
  graph.sql('update billing.quotation set valid_until = valid_until - $2::int where id = $1', [id, days]);

describe('a quotation', () => {
  it('is written with all that it says, numbered, and computed', async () => {
    const technician = await shop.staff('TECHNICIAN');
    const lead = await createLead(client);
    const { id } = await quote(
      client,
      {
        discountPercent: '10',
        notes: ' Parts in two days. ',
        technicianId: technician.id,
        leadId: lead.id,
        idempotencyKey: 'quotation-once',
      },
      who,
    );
    expect(await read(id)).toEqual({
      id,
      version: 2,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      number: expect.stringMatching(/^QUO-FIRST-\d{6}$/),
      status: 'DRAFT',
      expired: false,
      validUntil: await daysFromNow(30),
      leadId: lead.id,
      currency: 'EUR',
      pricesIncludeTax: false,
      taxPerLine: false,
      discountPercent: '10',
      notes: 'Parts in two days.',
      approvedAt: null,
      sentAt: null,
      decidedAt: null,
      decidedThrough: null,
      decisionReason: null,
      subtotal: euro('100.00'),
      discount: euro('10.00'),
      net: euro('90.00'),
      tax: euro('19.80'),
      total: euro('109.80'),
      taxes: [{ category: 'STANDARD', percent: '22', reason: null, net: euro('90.00'), tax: euro('19.80') }],
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
          unitPrice: euro('50.00'),
          discount: null,
          amount: euro('100.00'),
          discountShare: euro('10.00'),
          net: euro('90.00'),
          tax: euro('19.80'),
          total: euro('109.80'),
        },
      ],
      customer: { id: who.customerId },
      vehicle: { id: who.vehicleId },
      serviceCentre: { id: shop.centres[0] },
      createdBy: { id: manager.id },
      technician: { id: technician.id },
      approvedBy: null,
      decidedBy: null,
      convertedTo: null,
      seller: null,
      buyer: null,
      vehicleThen: null,
    });
    expect(await eventsOf(graph, id)).toEqual(['QuotationCreated']);
    expect(await read(id, technician.client)).toMatchObject({ id });
  });

  it('is written line by line, and changed as long as it is a draft', async () => {
    const { id } = await quote(client, { lines: [] }, who);
    const one = await take(client, 'addLine', { id, input: labour() });
    const two = await take(client, 'addLine', {
      id,
      input: labour({ quantity: '1' }),
      expectedVersion: one.version,
    });
    expect(two.total.minorUnits).toBe(18300);
    const lineId = two.lines[0]!.id;
    const three = await take(client, 'updateLine', { id, lineId, input: { unitPrice: euro('10.00') } });
    expect(three.total.minorUnits).toBe(8540);
    const four = await take(client, 'removeLine', { id, lineId });
    expect(four.total.minorUnits).toBe(6100);
    const validUntil = await daysFromNow(5);
    await take(client, 'update', {
      id,
      input: {
        discount: euro('1.00'),
        vehicleId: null,
        validUntil,
        notes: null,
        expectedVersion: four.version,
      },
    });
    expect(await read(id)).toMatchObject({ net: euro('49.00'), vehicle: null, validUntil, notes: null });
    expect(refusal(await send(client, 'removeLine', { id, lineId }))).toBe('NOT_FOUND');
  });

  it('is approved, handed over and accepted at the counter; each step again changes nothing', async () => {
    const { id } = await quote(client, {}, who);
    await take(client, 'approve', { id });
    await take(client, 'approve', { id });
    await take(client, 'send', { id });
    const advisor = await shop.staff('ADVISOR');
    await take(advisor.client, 'accept', { id, reason: ' By phone ' });
    await take(advisor.client, 'accept', { id });
    expect(await read(id)).toMatchObject({
      status: 'ACCEPTED',
      approvedAt: expect.any(String),
      approvedBy: { id: manager.id },
      sentAt: expect.any(String),
      decidedAt: expect.any(String),
      decidedBy: { id: advisor.id },
      decidedThrough: 'STAFF',
      decisionReason: 'By phone',
      seller: { name: `Shop ${shop.slug}` },
      buyer: { name: 'Elena Rossi' },
      vehicleThen: { make: 'Fiat' },
    });
    expect(await eventsOf(graph, id)).toEqual([
      'QuotationCreated',
      'QuotationApproved',
      'QuotationSent',
      'QuotationAccepted',
    ]);
    expect(refusal(await send(client, 'reject', { id }))).toBe('INVALID_TRANSITION');
  });

  it('is the customer’s to see and to decide on once it was sent', async () => {
    const { id } = await quotedTo(client, 'APPROVED', {}, who);
    const before = await billingKept(graph, shop);
    expect((await customer.client.ask<{ quotation: null }>(WHOLE, { id })).quotation).toBeNull();
    expect(refusal(await send(customer.client, 'accept', { id }))).toBe('NOT_FOUND');
    expect(await billingKept(graph, shop)).toEqual(before);
    await take(client, 'send', { id });
    await take(customer.client, 'reject', { id, reason: 'Too dear' });
    expect(await read(id)).toMatchObject({
      status: 'REJECTED',
      decidedThrough: 'ACCOUNT',
      decidedBy: { id: customer.id },
      decisionReason: 'Too dear',
    });
    const other = await accountOf(graph, shop, (await buyer(client)).customerId);
    expect((await other.client.ask<{ quotation: null }>(WHOLE, { id })).quotation).toBeNull();
  });

  it('that answered a lead takes the lead along when the customer rejects it, and only then', async () => {
    const lost = await createLead(client);
    const kept = await createLead(client);
    const { id } = await quotedTo(client, 'SENT', { leadId: lost.id }, who);
    await take(client, 'reject', { id });
    const unsent = await quote(client, { leadId: kept.id }, who);
    await take(client, 'reject', { id: unsent.id });
    const lead = (leadId: string) =>
      oneOf<{ status: string; lostReason: string | null }>(
        client,
        'query ($id: ID!) { lead(id: $id) { status lostReason } }',
        { id: leadId },
      );
    await eventually(async () =>
      expect(await lead(lost.id)).toEqual({ status: 'LOST', lostReason: 'The quotation was rejected.' }),
    );
    expect(await lead(kept.id)).toEqual({ status: 'NEW', lostReason: null });
  });

  it('expires by the calendar of its centre: then nobody accepts it, but it can be rejected', async () => {
    const { id } = await quotedTo(client, 'SENT', { validUntil: await daysFromNow(0) }, who);
    expect(await read(id)).toMatchObject({ status: 'SENT', expired: false });
    await age(id, 1);
    expect(await read(id)).toMatchObject({ status: 'SENT', expired: true });
    const before = await billingKept(graph, shop);
    for (const step of ['accept', 'send'] as const) {
      const answer = await send(client, step, { id });
      expect([answer.code, answer.errors[0]!.extensions.reason]).toEqual(['CONFLICT', 'EXPIRED']);
    }
    expect(await billingKept(graph, shop)).toEqual(before);
    await take(client, 'reject', { id });
    expect(await read(id)).toMatchObject({ status: 'REJECTED', expired: false });
  });

  it('is found by what it is about', async () => {
    const lead = await createLead(client);
    const { id, number } = await quote(client, { leadId: lead.id }, who);
    await age(id, 400);
    const found = async (filter: object, orderBy = 'NEWEST') => {
      const { quotations } = await client.ask<{
        quotations: { nodes: { id: string }[]; totalCount: number };
      }>(
        `query ($filter: QuotationFilter!, $orderBy: QuotationOrder!) { quotations(filter: $filter, orderBy: $orderBy, first: 100) {
           nodes { id } edges { cursor node { id } } totalCount pageInfo { hasNextPage } } }`,
        { filter, orderBy },
      );
      expect(quotations.totalCount).toBe(quotations.nodes.length);
      return quotations.nodes.map((node) => node.id);
    };
    expect(await found({ leadId: lead.id })).toEqual([id]);
    expect(await found({ number: number.toLowerCase(), status: ['DRAFT'] })).toEqual([id]);
    expect(await found({ number, status: ['SENT'] })).toEqual([]);
    expect(await found({ expired: true, customerId: who.customerId, vehicleId: who.vehicleId })).toContain(
      id,
    );
    expect(await found({ expired: false })).not.toContain(id);
    expect(await found({ serviceCentreId: shop.centres[1] })).toEqual([]);
    expect(await found({ from: '2099-01-01T00:00:00Z' })).toEqual([]);
    const all = await found({ to: '2099-01-01T00:00:00Z' });
    expect(await found({}, 'OLDEST')).toEqual([...all].reverse());
    expect((await found({}, 'VALID_UNTIL'))[0]).toBe(id);
  });
});
