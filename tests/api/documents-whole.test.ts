import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { idOf } from '../security/id-of.fixtures';
import { type Buyer, billingShop, credit, euro, issue, labour } from './billing.fixtures';
import { createCustomer, createVehicle } from './customers.fixtures';
import { createPart } from './parts.fixtures';
import { money } from './payments.fixtures';
import { type Quoted, quote, take } from './quotations.fixtures';

/** What a line says, and what is known of shop and car, goes from the offer to the invoice to what takes it back. */
const graph = useGraph();
let shop: Shop;
let client: GraphClient;
let who: Buyer;
let lines: object[];
let partId: string;
let serviceItemId: string;

const M = '{ amount }';
const LINES = `lines { code description quantity discountPercent discount ${M} taxReason serviceItemId partId net ${M} }
  taxes { category reason }`;
const WHY = 'Insurance services are exempt.';

beforeAll(async () => {
  shop = await billingShop(graph);
  client = (await shop.staff('MANAGER')).client;
  await shop.admin.client.ask(
    `mutation ($id: ID!, $why: String!) {
       updateServiceCentre(id: $id, input: { phone: "+390612345678", email: "desk@shop.example" }) { id }
       createTaxRate(input: { name: "Exempt", category: EXEMPT, percent: "0", reason: $why, validFrom: "2020-01-01" }) { id } }`,
    { id: shop.centres[0], why: WHY },
  );
  ({ id: partId } = await createPart(client));
  serviceItemId = await idOf(client, 'createServiceItem', 'CreateServiceItemInput', {
    code: 'BRAKES',
    name: 'Brakes',
    labourMinutes: 60,
  });
  const { id: customerId } = await createCustomer(client);
  const { id: vehicleId } = await createVehicle(client, {
    ownerId: customerId,
    vin: 'ZFA31200000123456',
    year: 2021,
    plate: { number: 'GB 123 XY', country: 'IT' },
  });
  who = { customerId, vehicleId };
  lines = [
    labour({ code: 'L-1', serviceItemId, discountPercent: '10' }),
    labour({ code: 'P-1', type: 'PART', partId, discount: euro('5.00') }),
    labour({ code: 'X-1', type: 'OTHER', taxCategory: 'EXEMPT' }),
  ];
});

const line = (code: string, more: object) => ({
  code,
  description: 'Work on the brakes',
  quantity: '2',
  discountPercent: null,
  discount: null,
  taxReason: null,
  serviceItemId: null,
  partId: null,
  ...more,
});
const written = () => [
  line('L-1', { discountPercent: '10', serviceItemId, net: { amount: '90.00' } }),
  line('P-1', { discount: { amount: '5.00' }, partId, net: { amount: '95.00' } }),
  line('X-1', { taxReason: WHY, net: { amount: '100.00' } }),
];
const taxes = [
  { category: 'STANDARD', reason: null },
  { category: 'EXEMPT', reason: WHY },
];

it('an offer says it, and each step on its way answers where it stands', async () => {
  const made = await quote(client, { lines, discountPercent: '1' }, who);
  expect(made.status).toBe('DRAFT');
  const { id } = made;
  const input = { discountPercent: null, notes: 'Changed.' };
  const changed: Quoted = await take(client, 'update', { id, input });
  expect(changed.version).toBeGreaterThan(made.version);
  expect((await take(client, 'approve', { id })).status).toBe('APPROVED');
  expect((await take(client, 'send', { id })).status).toBe('SENT');
  expect((await take(client, 'accept', { id })).status).toBe('ACCEPTED');
  expect((await take(client, 'convert', { id, to: 'SERVICE_REQUEST' })).id).toBe(id);
  const { quotation } = await client.ask(`query ($id: ID!) { quotation(id: $id) { ${LINES} } }`, { id });
  expect(quotation).toEqual({ lines: written(), taxes });
});

it('an invoice says it, with shop and car as they are, and so does the credit note that takes a line back', async () => {
  const { createInvoice } = await client.ask<{ createInvoice: { id: string; discountPercent: string } }>(
    'mutation ($input: CreateInvoiceInput!) { createInvoice(input: $input) { id discountPercent } }',
    { input: { ...who, lines, discountPercent: '0.5' } },
  );
  expect(createInvoice.discountPercent).toBe('0.5');
  const { id } = createInvoice;
  await client.ask(
    'mutation ($id: ID!) { updateInvoice(id: $id, input: { discountPercent: null }) { id } }',
    { id },
  );
  const { lines: billed } = await issue(client, id);
  const { sendInvoice } = await client.ask<{ sendInvoice: { sentAt: string } }>(
    'mutation ($id: ID!) { sendInvoice(id: $id) { sentAt } }',
    { id },
  );
  expect(sendInvoice.sentAt).toMatch(/Z$/);
  const { invoice } = await client.ask(
    `query ($id: ID!) { invoice(id: $id) { ${LINES} seller { phone email } vehicleThen { plate vin year } } }`,
    { id },
  );
  expect(invoice).toEqual({
    lines: written(),
    taxes,
    seller: { phone: '+390612345678', email: 'desk@shop.example' },
    vehicleThen: { plate: 'GB 123 XY', vin: 'ZFA31200000123456', year: 2021 },
  });
  const note = await credit(client, id, {
    lines: billed.map(({ id: invoiceLineId }) => ({ invoiceLineId, quantity: '1' })),
  });
  const { creditNote } = await client.ask(`query ($id: ID!) { creditNote(id: $id) { ${LINES} } }`, {
    id: note.id,
  });
  const half = { quantity: '1', discountPercent: null };
  expect(creditNote).toEqual({
    lines: [
      line('L-1', { ...half, discount: { amount: '5.00' }, serviceItemId, net: { amount: '45.00' } }),
      line('P-1', { ...half, discount: { amount: '2.50' }, partId, net: { amount: '47.50' } }),
      line('X-1', { ...half, taxReason: WHY, net: { amount: '50.00' } }),
    ],
    taxes,
  });
});

it('what is applied and what is given up answers with the invoice', async () => {
  const of = async () =>
    (
      await client.ask<{ createInvoice: { id: string } }>(
        'mutation ($input: CreateInvoiceInput!) { createInvoice(input: $input) { id } }',
        { input: { ...who, lines: [labour()] } },
      )
    ).createInvoice.id;
  const { cancelInvoice } = await client.ask<{ cancelInvoice: object }>(
    'mutation ($id: ID!) { cancelInvoice(id: $id, reason: "Twice.") { status cancelledReason } }',
    { id: await of() },
  );
  expect(cancelInvoice).toEqual({ status: 'CANCELLED', cancelledReason: 'Twice.' });
  const { id: invoiceId } = await issue(client, await of());
  await money(client, 'recordDeposit', { customerId: who.customerId, amount: euro('50.00') });
  const { applyDeposit } = await client.ask<{ applyDeposit: object }>(
    'mutation ($input: ApplyDepositInput!) { applyDeposit(input: $input) { id amountPaid { amount } } }',
    { input: { invoiceId } },
  );
  expect(applyDeposit).toEqual({ id: invoiceId, amountPaid: { amount: '50.00' } });
});
