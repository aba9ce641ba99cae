import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import {
  ADD_INVOICE_LINE,
  type Buyer,
  billingKept,
  billingShop,
  buyer,
  CANCEL_INVOICE,
  draft,
  euro,
  issue,
  issued,
  labour,
  REMOVE_INVOICE_LINE,
  readInvoice,
  refusal,
  sendIssue,
  UPDATE_INVOICE,
  UPDATE_INVOICE_LINE,
} from './billing.fixtures';
import { auditOf, eventsOf } from './customers.fixtures';

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

describe('an issued invoice', () => {
  it('has a number, its days, and states who bills whom', async () => {
    const { id } = await draft(client, { paymentTermsDays: 10 }, who);
    const { number } = await issue(client, id);
    expect(number).toMatch(/^INV-FIRST-\d{6}$/);
    const invoice = await read(id);
    const [row] = await graph.sql<{ issued: string; due: string }>(
      `select (now() at time zone 'Europe/Rome')::date::text as issued,
         ((now() at time zone 'Europe/Rome')::date + 10)::text as due`,
    );
    expect(invoice).toMatchObject({
      status: 'ISSUED',
      issuedOn: row!.issued,
      dueOn: row!.due,
      issuedAt: expect.any(String),
      issuedBy: { id: manager.id },
      paymentStatus: 'UNPAID',
      balance: euro('122.00'),
      seller: {
        name: `Shop ${shop.slug}`,
        tradingName: `Shop ${shop.slug}`,
        serviceCentre: 'First centre',
        address: { street: null, city: null, region: null, postalCode: null, country: 'IT' },
        taxNumber: null,
        registrationNumber: null,
        phone: null,
        email: null,
        bankAccount: null,
        footer: null,
        locale: 'it-IT',
      },
      buyer: {
        code: expect.stringMatching(/^CUS-/),
        name: 'Neri S.r.l.',
        contact: 'Carla Neri',
        address: { street: 'Via Roma 1', city: 'Torino', region: null, postalCode: '10100', country: 'IT' },
        taxNumber: 'IT01234567890',
        phone: '+393331234567',
        email: 'carla@neri.example',
      },
      vehicleThen: { make: 'Fiat', model: 'Panda', year: null, plate: null, vin: null },
    });
    expect(await eventsOf(graph, id)).toEqual(['InvoiceDrafted', 'InvoiceIssued']);
    expect((await auditOf(graph, id)).map(({ action }) => action)).toContain('issue');
    const [stored] = await graph.sql<{ buyer: string }>('select buyer from billing.invoice where id = $1', [
      id,
    ]);
    expect(stored!.buyer).not.toContain('Neri');
  });

  it('stays as it is when everything that it was made from changes', async () => {
    const owner = await buyer(client, { firstName: 'Old', lastName: 'Name' });
    const { id } = await issued(client, {}, owner);
    const before = await read(id);
    await client.ask(
      `mutation ($c: ID!, $v: ID!) { updateCustomer(id: $c, input: { lastName: "New", taxNumber: "X1" }) { id }
         updateVehicle(id: $v, input: { make: "Lancia" }) { id } }`,
      { c: owner.customerId, v: owner.vehicleId },
    );
    await shop.admin.client.ask(
      `mutation { updateOrganisation(input: { name: "Renamed", taxPerLine: true, pricesIncludeTax: true }) { id } }`,
    );
    expect(await read(id)).toEqual(before);
    await shop.admin.client.ask(
      `mutation ($name: String!) { updateOrganisation(input: { name: $name, taxPerLine: false, pricesIncludeTax: false }) { id } }`,
      { name: `Shop ${shop.slug}` },
    );
  });

  it('takes no change at all, not even from the database', async () => {
    const { id, lines } = await issued(client, {}, who);
    const before = await billingKept(graph, shop);
    const lineId = lines[0]!.id;
    for (const [mutation, variables] of [
      [UPDATE_INVOICE, { id, input: { notes: 'No' } }],
      [ADD_INVOICE_LINE, { id, input: labour() }],
      [UPDATE_INVOICE_LINE, { id, lineId, input: { quantity: '1' } }],
      [REMOVE_INVOICE_LINE, { id, lineId }],
    ] as const)
      expect(refusal(await client.send(mutation, variables))).toBe('CONFLICT');
    expect(refusal(await client.send(CANCEL_INVOICE, { id, reason: 'No' }))).toBe('INVALID_TRANSITION');
    expect(refusal(await sendIssue(client, id))).toBe('INVALID_TRANSITION');
    for (const statement of [
      'update billing.invoice set total_minor = 1, net_minor = 1, tax_minor = 0 where id = $1',
      "update billing.invoice set status = 'CANCELLED' where id = $1",
      'update billing.invoice_line set net_minor = 1 where invoice_id = $1',
      'delete from billing.invoice_line where invoice_id = $1',
    ])
      await expect(graph.sql(statement, [id])).rejects.toThrow('never changes');
    expect(await billingKept(graph, shop)).toEqual(before);
  });

  it('under one key is issued once', async () => {
    const { id } = await draft(client, {}, who);
    const first = await sendIssue(client, id, { idempotencyKey: 'issue-once-1' });
    const again = await sendIssue(client, id, { idempotencyKey: 'issue-once-1' });
    expect(again.data).toEqual(first.data);
    expect((await eventsOf(graph, id)).filter((name) => name === 'InvoiceIssued')).toHaveLength(1);
  });
});
