import {
  change,
  command,
  create,
  list,
  near,
  type Operation,
  one,
  plain,
  type Target,
} from './operation.fixtures';
import type { Kind } from './records.fixtures';

export const BILLING_QUERIES: readonly Operation[] = [
  plain('billingSettings', '{ billingSettings { id } }'),
  one('quotation', 'quotation'),
  list('quotations', 'quotation'),
  one('invoice', 'invoice'),
  list('invoices', 'invoice'),
  one('creditNote', 'creditNote'),
  list('creditNotes', 'creditNote'),
  list('documents with invoices', 'invoice'),
  list('documents with quotations', 'quotation'),
  list('documents with credit notes', 'creditNote'),
];

const LINE = {
  type: 'OTHER',
  description: 'Fee',
  quantity: '1',
  unitPrice: { amount: '1.00', currency: 'EUR' },
};

const adding = (field: string, kind: Kind): Operation => change(field, kind, 'DocumentLineInput', LINE);

const onLine = (field: string, kind: Kind, input: object | null): Operation => ({
  name: field,
  kind,
  ask: async ({ id, world }) => {
    const of = field.includes('Invoice') ? 'invoice' : 'quotation';
    const [line] = await world.graph.sql<{ id: string }>(
      `select id from billing.${of}_line where ${of}_id = $1 limit 1`,
      [id],
    );
    return {
      query: input
        ? `mutation ($id: ID!, $line: ID!, $input: UpdateDocumentLineInput!) {
             ${field}(id: $id, lineId: $line, input: $input) { id } }`
        : `mutation ($id: ID!, $line: ID!) { ${field}(id: $id, lineId: $line) { id } }`,
      variables: { id, line: line!.id, ...(input ? { input } : {}) },
    };
  },
});

const paper = (field: string, type: string) => {
  const about = (target: Target, place: string) => ({
    customerId: near(target, 'customer'),
    serviceCentreId: target.world.here.centres[0],
    [place]: target.id,
  });
  return [
    create(field, 'serviceCentre', type, (target) => about(target, 'serviceCentreId')),
    // Their own customer is nobody else’s to bill.
    {
      ...create(`${field} for a customer`, 'customer', type, (target) => about(target, 'customerId')),
      except: ['own' as const],
    },
    {
      ...create(`${field} for a vehicle`, 'vehicle', type, (target) => about(target, 'vehicleId')),
      except: ['own' as const],
    },
  ];
};

export const BILLING: readonly Operation[] = [
  plain(
    'createTaxRate',
    `mutation { createTaxRate(input: { name: "Reduced", category: REDUCED, percent: "5", validFrom: "2020-01-01" }) { id } }`,
  ),
  {
    name: 'retireTaxRate',
    kind: 'taxRate',
    ask: ({ id }) => ({
      query: 'mutation ($id: ID!) { retireTaxRate(id: $id, lastDay: "2040-01-01") { id } }',
      variables: { id },
    }),
  },
  plain('updateBillingSettings', 'mutation { updateBillingSettings(input: { quotationDays: 20 }) { id } }'),
  ...paper('createQuotation', 'CreateQuotationInput'),
  change('updateQuotation', 'quotationDraft', 'UpdateQuotationInput', { notes: 'Changed' }),
  adding('addQuotationLine', 'quotationDraft'),
  onLine('updateQuotationLine', 'quotationDraft', { quantity: '3' }),
  onLine('removeQuotationLine', 'quotationDraft', null),
  command('approveQuotation', 'quotationDraft'),
  command('sendQuotation', 'quotationApproved'),
  command('acceptQuotation', 'quotation'),
  command('rejectQuotation', 'quotation'),
  {
    name: 'convertQuotation',
    kind: 'quotationAccepted',
    ask: ({ id }) => ({
      query: 'mutation ($id: ID!) { convertQuotation(id: $id, to: SERVICE_REQUEST) { id } }',
      variables: { id },
    }),
  },
  ...paper('createInvoice', 'CreateInvoiceInput'),
  {
    name: 'createInvoiceFromJobCard',
    kind: 'completedJob',
    byReference: true,
    ask: ({ id }) => ({
      query: 'mutation ($id: ID!) { createInvoiceFromJobCard(jobCardId: $id) { id } }',
      variables: { id },
    }),
  },
  {
    name: 'createInvoiceFromCounterOrder',
    kind: 'deliveredOrder',
    byReference: true,
    ask: ({ id }) => ({
      query: 'mutation ($id: ID!) { createInvoiceFromCounterOrder(counterOrderId: $id) { id } }',
      variables: { id },
    }),
  },
  change('updateInvoice', 'invoiceDraft', 'UpdateInvoiceInput', { notes: 'Changed' }),
  adding('addInvoiceLine', 'invoiceDraft'),
  onLine('updateInvoiceLine', 'invoiceDraft', { quantity: '3' }),
  onLine('removeInvoiceLine', 'invoiceDraft', null),
  command('issueInvoice', 'invoiceDraft'),
  {
    name: 'cancelInvoice',
    kind: 'invoiceDraft',
    ask: ({ id }) => ({
      query: 'mutation ($id: ID!) { cancelInvoice(id: $id, reason: "Because") { id } }',
      variables: { id },
    }),
  },
  command('sendInvoice', 'invoice'),
  {
    name: 'creditInvoice',
    kind: 'invoice',
    ask: ({ id }) => ({
      query: 'mutation ($id: ID!) { creditInvoice(invoiceId: $id, input: { reason: "Because" }) { id } }',
      variables: { id },
    }),
  },
  command('sendCreditNote', 'creditNote'),
];
