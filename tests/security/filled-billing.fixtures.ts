import { CREATE_INVOICE, credit, issue, labour } from '../api/billing.fixtures';
import { quote, quotedTo, take } from '../api/quotations.fixtures';
import type { GraphClient } from '../harness/client';
import type { Shop } from '../harness/shop';
import { idOf } from './id-of.fixtures';

const onLines = { 'input.lines.quantity': '1', 'input.lines.unitPrice.currency': 'EUR' };
const onLine = { 'input.quantity': '1', 'input.unitPrice.currency': 'EUR' };

/** What commands of this area need that the schema cannot say. */
export const VALUES_OF_BILLING: Readonly<Record<string, Record<string, unknown>>> = {
  createTaxRate: { 'input.category': 'STANDARD', 'input.percent': '5', 'input.validFrom': '2035-01-01' },
  retireTaxRate: { lastDay: '2040-01-01' },
  createQuotation: onLines,
  createInvoice: onLines,
  addQuotationLine: onLine,
  addInvoiceLine: onLine,
  convertQuotation: { to: 'SERVICE_REQUEST' },
};

const lineOf = (paper: string) => ({ id: `billing.${paper}`, lineId: `billing.${paper}_line` });

/** Whose ids are at places that do not say it: a command on a line names its document first. */
export const TABLES_OF_BILLING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  addQuotationLine: { id: 'billing.quotation' },
  updateQuotationLine: lineOf('quotation'),
  removeQuotationLine: lineOf('quotation'),
  addInvoiceLine: { id: 'billing.invoice' },
  updateInvoiceLine: lineOf('invoice'),
  removeInvoiceLine: lineOf('invoice'),
  createTaxRate: { 'input.replacesId': 'billing.tax_rate' },
};

type Fitting = Record<string, Record<string, string>>;

interface Buyer {
  customerId: string;
  vehicleId: string;
}

/** Rates, quotations as far as each command wants them, invoices and credit notes; what was made last is a draft. */
export async function fillBilling(
  admin: GraphClient,
  shop: Shop,
  marker: string,
  { jobCardId, ...who }: Buyer & { jobCardId: string },
): Promise<Fitting> {
  const rate = (percent: string) =>
    idOf(admin, 'createTaxRate', 'CreateTaxRateInput', {
      name: `Reduced ${marker}`,
      category: 'REDUCED',
      percent,
      validFrom: '2020-01-01',
    });
  const taxRateId = await rate('10');
  const [followed, ended] = [await rate('4'), await rate('5')];
  await admin.ask(
    'mutation ($input: UpdateBillingSettingsInput!) { updateBillingSettings(input: $input) { id } }',
    {
      input: { legalName: `Legal ${marker}`, footer: `Foot ${marker}` },
    },
  );
  const words = {
    serviceCentreId: shop.centres[0],
    notes: `Notes ${marker}`,
    lines: [labour({ description: `Work ${marker}` }), labour({ description: `Part ${marker}`, taxRateId })],
  };
  await billJob(admin, jobCardId, marker);
  const quotations = await fillQuotations(admin, marker, who, words);
  const invoices = await fillInvoices(admin, marker, who, words);
  return {
    ...quotations,
    ...invoices,
    createInvoiceFromJobCard: { jobCardId },
    createTaxRate: { 'input.replacesId': followed },
    retireTaxRate: { id: ended },
  };
}

/** The invoice of a job, for who looks at jobs. */
async function billJob(admin: GraphClient, id: string, marker: string): Promise<void> {
  const { createInvoiceFromJobCard } = await admin.ask<{ createInvoiceFromJobCard: { id: string } }>(
    'mutation ($id: ID!) { createInvoiceFromJobCard(jobCardId: $id) { id } }',
    { id },
  );
  await admin.ask(
    'mutation ($id: ID!, $notes: String!) { updateInvoice(id: $id, input: { notes: $notes }) { id } }',
    {
      id: createInvoiceFromJobCard.id,
      notes: `Job ${marker}`,
    },
  );
}

async function fillQuotations(
  admin: GraphClient,
  marker: string,
  who: Buyer,
  words: Record<string, unknown>,
): Promise<Fitting> {
  const rejected = await quotedTo(admin, 'SENT', words, who);
  await take(admin, 'reject', { id: rejected.id, reason: `Because ${marker}` });
  const approved = await quotedTo(admin, 'APPROVED', words, who);
  const [sent, refused] = [
    await quotedTo(admin, 'SENT', words, who),
    await quotedTo(admin, 'SENT', words, who),
  ];
  const accepted = await quotedTo(admin, 'ACCEPTED', words, who);
  const [waiting, last] = [await quote(admin, words, who), await quote(admin, words, who)];
  const [first, second] = last.lines.map(({ id }) => id);
  return {
    approveQuotation: { id: waiting.id },
    sendQuotation: { id: approved.id },
    acceptQuotation: { id: sent.id },
    rejectQuotation: { id: refused.id },
    convertQuotation: { id: accepted.id },
    updateQuotationLine: { id: last.id, lineId: first! },
    removeQuotationLine: { id: last.id, lineId: second! },
  };
}

async function fillInvoices(
  admin: GraphClient,
  marker: string,
  who: Buyer,
  words: Record<string, unknown>,
): Promise<Fitting> {
  const write = async () => {
    const { createInvoice } = await admin.ask<{ createInvoice: { id: string; lines: { id: string }[] } }>(
      CREATE_INVOICE,
      { input: { ...who, ...words, reference: `Order ${marker}` } },
    );
    return { id: createInvoice.id, lines: createInvoice.lines.map(({ id }) => id) };
  };
  const [credited, open, waiting, given, last] = [
    await write(),
    await write(),
    await write(),
    await write(),
    await write(),
  ];
  for (const { id } of [credited, open]) await issue(admin, id);
  await credit(admin, credited.id, { reason: `Because ${marker}` });
  return {
    creditInvoice: { invoiceId: open.id, 'input.lines.invoiceLineId': open.lines[0]! },
    sendInvoice: { id: open.id },
    issueInvoice: { id: waiting.id },
    cancelInvoice: { id: given.id },
    updateInvoiceLine: { id: last.id, lineId: last.lines[0]! },
    removeInvoiceLine: { id: last.id, lineId: last.lines[1]! },
  };
}
