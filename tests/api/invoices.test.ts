import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { idOf } from '../security/id-of.fixtures';
import {
  ADD_INVOICE_LINE,
  type Billed,
  type Buyer,
  billingShop,
  buyer,
  CANCEL_INVOICE,
  CREATE_INVOICE,
  draft,
  euro,
  labour,
  REMOVE_INVOICE_LINE,
  readInvoice,
  refusal,
  sendIssue,
  UPDATE_INVOICE,
  UPDATE_INVOICE_LINE,
} from './billing.fixtures';
import { eventsOf } from './customers.fixtures';
import { createPart } from './parts.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let who: Buyer;
let client: GraphClient;
beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  manager = await shop.staff('MANAGER');
  client = manager.client;
  who = await buyer(client, {
    firstName: 'Carla',
    lastName: 'Neri',
    company: 'Neri S.r.l.',
    taxNumber: 'IT01234567890',
    email: 'carla@neri.example',
    phone: '+393331234567',
    address: { street: 'Via Roma 1', city: 'Torino', postalCode: '10100', country: 'IT' },
  });
});

const read = (id: string) => readInvoice(client, id);

describe('a draft', () => {
  it('is written with all that it says, and computed', async () => {
    const { id: partId } = await createPart(client);
    const serviceItemId = await idOf(client, 'createServiceItem', 'CreateServiceItemInput', {
      code: 'BRAKES',
      name: 'Brakes',
      labourMinutes: 60,
    });
    const { id } = await draft(
      client,
      {
        discount: euro('10.00'),
        paymentTermsDays: 30,
        reference: ' PO-7 ',
        notes: 'Thank you.',
        lines: [
          labour({ serviceItemId }),
          {
            type: 'PART',
            code: 'BP-1',
            description: 'Brake pads',
            quantity: '1.5',
            unitPrice: euro('33.33'),
            discountPercent: '10',
            partId,
          },
        ],
      },
      who,
    );
    expect(await read(id)).toEqual({
      id,
      version: 2,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      number: null,
      status: 'DRAFT',
      currency: 'EUR',
      pricesIncludeTax: false,
      taxPerLine: false,
      reference: 'PO-7',
      notes: 'Thank you.',
      paymentTermsDays: 30,
      issuedOn: null,
      dueOn: null,
      issuedAt: null,
      sentAt: null,
      cancelledReason: null,
      discountPercent: null,
      subtotal: euro('145.00'),
      discount: euro('10.00'),
      net: euro('135.00'),
      tax: euro('29.70'),
      total: euro('164.70'),
      amountPaid: euro('0.00'),
      amountCredited: euro('0.00'),
      balance: euro('164.70'),
      paymentStatus: null,
      taxes: [{ category: 'STANDARD', percent: '22', reason: null, net: euro('135.00'), tax: euro('29.70') }],
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
          serviceItemId,
          partId: null,
          unitPrice: euro('50.00'),
          discount: null,
          amount: euro('100.00'),
          discountShare: euro('6.90'),
          net: euro('93.10'),
          tax: euro('20.48'),
          total: euro('113.58'),
        },
        {
          id: expect.any(String),
          version: 1,
          createdAt: expect.any(String),
          updatedAt: expect.any(String),
          position: 2,
          type: 'PART',
          code: 'BP-1',
          description: 'Brake pads',
          quantity: '1.5',
          discountPercent: '10',
          taxCategory: 'STANDARD',
          taxPercent: '22',
          taxReason: null,
          serviceItemId: null,
          partId,
          unitPrice: euro('33.33'),
          discount: null,
          amount: euro('45.00'),
          discountShare: euro('3.10'),
          net: euro('41.90'),
          tax: euro('9.22'),
          total: euro('51.12'),
        },
      ],
      customer: { id: who.customerId },
      vehicle: { id: who.vehicleId },
      serviceCentre: { id: shop.centres[0] },
      createdBy: { id: manager.id },
      issuedBy: null,
      jobCard: null,
      seller: null,
      buyer: null,
      vehicleThen: null,
    });
    expect(await eventsOf(graph, id)).toEqual(['InvoiceDrafted']);
  });

  it('is written line by line, each time computed anew', async () => {
    const made = await draft(client, { lines: [], discountPercent: '10' }, who);
    expect(made.total.minorUnits).toBe(0);
    const { addInvoiceLine: one } = await client.ask<{ addInvoiceLine: Billed }>(ADD_INVOICE_LINE, {
      id: made.id,
      input: labour(),
      expectedVersion: made.version,
    });
    expect([one.net.minorUnits, one.tax.minorUnits, one.total.minorUnits]).toEqual([9000, 1980, 10980]);
    const { addInvoiceLine: two } = await client.ask<{ addInvoiceLine: Billed }>(ADD_INVOICE_LINE, {
      id: made.id,
      input: labour({ quantity: '1', unitPrice: euro('0.99') }),
    });
    expect([two.lines.length, two.net.minorUnits]).toEqual([2, 9089]);
    const { updateInvoiceLine: three } = await client.ask<{ updateInvoiceLine: Billed }>(
      UPDATE_INVOICE_LINE,
      {
        id: made.id,
        lineId: two.lines[0]!.id,
        input: {
          quantity: '0.5',
          discount: euro('5.00'),
          description: 'Less work',
          type: 'OTHER',
          code: 'W',
        },
        expectedVersion: two.version,
      },
    );
    expect(three.net.minorUnits).toBe(1889);
    const changed = (await read(made.id)) as { lines: Record<string, unknown>[] };
    expect(changed.lines[0]).toMatchObject({
      quantity: '0.5',
      description: 'Less work',
      type: 'OTHER',
      code: 'W',
      discount: euro('5.00'),
      amount: euro('20.00'),
    });
    const { removeInvoiceLine: four } = await client.ask<{ removeInvoiceLine: Billed }>(REMOVE_INVOICE_LINE, {
      id: made.id,
      lineId: two.lines[0]!.id,
      expectedVersion: three.version,
    });
    expect([four.lines.map(({ id }) => id), four.net.minorUnits]).toEqual([[two.lines[1]!.id], 89]);
    const { updateInvoice } = await client.ask<{ updateInvoice: Billed }>(UPDATE_INVOICE, {
      id: made.id,
      input: { discountPercent: null, vehicleId: null, notes: 'Changed', expectedVersion: four.version },
    });
    expect(updateInvoice.net.minorUnits).toBe(99);
    expect(await read(made.id)).toMatchObject({ discountPercent: null, vehicle: null, notes: 'Changed' });
  });

  it('is given up for a reason, once', async () => {
    const { id } = await draft(client, {}, who);
    await client.ask(CANCEL_INVOICE, { id, reason: ' Written twice. ' });
    await client.ask(CANCEL_INVOICE, { id, reason: 'Again.' });
    expect(await read(id)).toMatchObject({
      status: 'CANCELLED',
      cancelledReason: 'Written twice.',
      number: null,
    });
    expect(await eventsOf(graph, id)).toEqual(['InvoiceDrafted', 'InvoiceCancelled']);
    expect(refusal(await sendIssue(client, id))).toBe('INVALID_TRANSITION');
  });

  it('under one key is written once', async () => {
    const input = { ...who, lines: [labour()], idempotencyKey: 'invoice-once' };
    const [a, b] = await Promise.all(
      [1, 2].map(() => client.ask<{ createInvoice: Billed }>(CREATE_INVOICE, { input })),
    );
    expect(a).toEqual(b);
    expect(refusal(await client.send(CREATE_INVOICE, { input: { ...input, notes: 'Other' } }))).toBe(
      'IDEMPOTENCY_MISMATCH',
    );
  });
});
