import type { GraphAnswer, GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { createCustomer, createVehicle, eventually } from './customers.fixtures';

export interface Amount {
  minorUnits: number;
}

export interface Billed {
  id: string;
  version: number;
  number: string | null;
  status: string;
  net: Amount;
  tax: Amount;
  total: Amount;
  lines: { id: string }[];
}

const M = '{ minorUnits }';
export const BILLED = `id version number status net ${M} tax ${M} total ${M} lines { id }`;

export const CREATE_INVOICE = `mutation ($input: CreateInvoiceInput!) { createInvoice(input: $input) { ${BILLED} } }`;
export const UPDATE_INVOICE = `mutation ($id: ID!, $input: UpdateInvoiceInput!) {
  updateInvoice(id: $id, input: $input) { ${BILLED} } }`;
export const ISSUE_INVOICE = `mutation ($id: ID!, $expectedVersion: Int, $idempotencyKey: String) {
  issueInvoice(id: $id, expectedVersion: $expectedVersion, idempotencyKey: $idempotencyKey) { ${BILLED} } }`;
export const CANCEL_INVOICE = `mutation ($id: ID!, $reason: String!, $expectedVersion: Int) {
  cancelInvoice(id: $id, reason: $reason, expectedVersion: $expectedVersion) { ${BILLED} } }`;
export const ADD_INVOICE_LINE = `mutation ($id: ID!, $input: DocumentLineInput!, $expectedVersion: Int) {
  addInvoiceLine(id: $id, input: $input, expectedVersion: $expectedVersion) { ${BILLED} } }`;
export const UPDATE_INVOICE_LINE = `mutation ($id: ID!, $lineId: ID!, $input: UpdateDocumentLineInput!, $expectedVersion: Int) {
  updateInvoiceLine(id: $id, lineId: $lineId, input: $input, expectedVersion: $expectedVersion) { ${BILLED} } }`;
export const REMOVE_INVOICE_LINE = `mutation ($id: ID!, $lineId: ID!, $expectedVersion: Int) {
  removeInvoiceLine(id: $id, lineId: $lineId, expectedVersion: $expectedVersion) { ${BILLED} } }`;

export const euro = (amount: string) => ({ amount, currency: 'EUR' });

/** Two hours of work at 50 euro. */
export const labour = (more: Record<string, unknown> = {}) => ({
  type: 'LABOUR',
  description: 'Work on the brakes',
  quantity: '2',
  unitPrice: euro('50.00'),
  ...more,
});

/** The rates that a new shop begins with are entered by a worker. */
export const ratesEntered = (graph: TestGraph, shop: Shop): Promise<void> =>
  eventually(async () => {
    const rates = await graph.sql('select from billing.tax_rate where organisation_id = $1', [shop.id]);
    expect(rates.length).toBeGreaterThan(0);
  });

/** The shop of a test file, ready to bill. */
export async function billingShop(
  graph: TestGraph,
  options: Parameters<TestGraph['shop']>[0] = {},
): Promise<Shop> {
  const shop = await graph.shop(options);
  await ratesEntered(graph, shop);
  return shop;
}

export interface Buyer {
  customerId: string;
  vehicleId: string;
}

export async function buyer(client: GraphClient, input: Record<string, unknown> = {}): Promise<Buyer> {
  const { id: customerId } = await createCustomer(client, input);
  const { id: vehicleId } = await createVehicle(client, {
    ownerId: customerId,
    serviceCentreId: input.serviceCentreId,
  });
  return { customerId, vehicleId };
}

export async function draft(
  client: GraphClient,
  input: Record<string, unknown> = {},
  who?: Buyer,
): Promise<Billed> {
  const { customerId, vehicleId } = who ?? (await buyer(client, pick(input, 'serviceCentreId')));
  const { createInvoice } = await client.ask<{ createInvoice: Billed }>(CREATE_INVOICE, {
    input: { customerId, vehicleId, lines: [labour()], ...input },
  });
  return createInvoice;
}

const pick = (from: Record<string, unknown>, name: string) => (name in from ? { [name]: from[name] } : {});

export const sendIssue = (client: GraphClient, id: string, more: Record<string, unknown> = {}) =>
  client.send<{ issueInvoice: Billed } | null>(ISSUE_INVOICE, { id, ...more });

export async function issue(client: GraphClient, id: string): Promise<Billed> {
  return (await client.ask<{ issueInvoice: Billed }>(ISSUE_INVOICE, { id })).issueInvoice;
}

/** A new customer’s invoice, issued. */
export const issued = async (
  client: GraphClient,
  input: Record<string, unknown> = {},
  who?: Buyer,
): Promise<Billed> => issue(client, (await draft(client, input, who)).id);

/** Everything that is kept about an organisation’s documents: a refusal leaves it as it was. */
export async function billingKept(graph: TestGraph, shop: Shop): Promise<unknown> {
  await untilIdle(graph, shop.id);
  const tables = [
    'invoice',
    'invoice_line',
    'invoice_tax_group',
    'credit_note',
    'credit_note_line',
    'payment',
    'payment_allocation',
    'balance_entry',
    'refund',
    'receipt',
    'payment_reminder',
    'tax_rate',
  ];
  const rows = tables.map(
    (table) =>
      `(select json_agg(r order by id) from billing.${table} r where organisation_id = $1) as ${table}`,
  );
  const [row] = await graph.sql(
    `select ${rows.join(', ')},
       (select count(*)::int from platform.event where organisation_id = $1 and subject_type in
         ('Invoice', 'Quotation', 'CreditNote', 'Payment', 'TaxRate', 'BillingSettings')) as events,
       (select count(*)::int from platform.audit_log where organisation_id = $1 and entity_type in
         ('Invoice', 'InvoiceLine', 'Quotation', 'QuotationLine', 'CreditNote', 'CreditNoteLine', 'TaxRate',
          'Payment', 'PaymentAllocation', 'BalanceEntry', 'Refund', 'Receipt')) as audits,
       (select json_agg(n order by scope_id, kind) from platform.number_series n where organisation_id = $1) as numbers`,
    [shop.id],
  );
  return row;
}

/** `path: CODE` of the first problem, or the code of the refusal. */
export const refusal = (answer: GraphAnswer<unknown>): string => {
  const [problem] = answer.errors[0]?.extensions.fields ?? [];
  return problem ? `${problem.path}: ${problem.code}` : (answer.code ?? 'accepted');
};

export interface Note {
  id: string;
  number: string;
  net: Amount;
  tax: Amount;
  total: Amount;
}

export const CREDIT = `mutation ($invoiceId: ID!, $input: CreditInvoiceInput!) {
  creditInvoice(invoiceId: $invoiceId, input: $input) { id number net ${M} tax ${M} total ${M} } }`;

export const sendCredit = (client: GraphClient, invoiceId: string, input: Record<string, unknown> = {}) =>
  client.send<{ creditInvoice: Note } | null>(CREDIT, { invoiceId, input: { reason: 'Wrong', ...input } });

export async function credit(
  client: GraphClient,
  invoiceId: string,
  input: Record<string, unknown> = {},
): Promise<Note> {
  const variables = { invoiceId, input: { reason: 'Wrong', ...input } };
  return (await client.ask<{ creditInvoice: Note }>(CREDIT, variables)).creditInvoice;
}

const MONEY = '{ amount currency }';
const WHOLE_INVOICE = `query ($id: ID!) { invoice(id: $id) { id version createdAt updatedAt number status currency
  pricesIncludeTax taxPerLine reference notes paymentTermsDays issuedOn dueOn issuedAt sentAt cancelledReason discountPercent
  subtotal ${MONEY} discount ${MONEY} net ${MONEY} tax ${MONEY} total ${MONEY} amountPaid ${MONEY} amountCredited ${MONEY} balance ${MONEY} paymentStatus
  taxes { category percent reason net ${MONEY} tax ${MONEY} }
  lines { id version createdAt updatedAt position type code description quantity discountPercent taxCategory taxPercent
    taxReason serviceItemId partId unitPrice ${MONEY} discount ${MONEY} amount ${MONEY} discountShare ${MONEY} net ${MONEY} tax ${MONEY} total ${MONEY} }
  customer { id } vehicle { id } serviceCentre { id } createdBy { id } issuedBy { id } jobCard { id }
  seller { name tradingName serviceCentre address { street city region postalCode country } taxNumber registrationNumber
    phone email bankAccount footer locale }
  buyer { code name contact address { street city region postalCode country } taxNumber phone email }
  vehicleThen { make model year plate vin } } }`;

/** All that an invoice says. */
export async function readInvoice(client: GraphClient, id: string): Promise<Record<string, unknown>> {
  return (await client.ask<{ invoice: Record<string, unknown> }>(WHOLE_INVOICE, { id })).invoice;
}
