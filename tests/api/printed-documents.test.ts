import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { fetchPdf, linesOf, type ReadPdf, readPdf, wordsOf } from '../harness/pdf';
import type { Member, Shop } from '../harness/shop';
import { SIGNED_LINK } from '../harness/signed-link';
import {
  type Buyer,
  billingShop,
  CANCEL_INVOICE,
  credit,
  draft,
  euro,
  issue,
  labour,
  UPDATE_INVOICE,
} from './billing.fixtures';
import { readyImage } from './bodyshop.fixtures';
import { accountOf, createCustomer, createVehicle, problemsOf } from './customers.fixtures';
import { quote, take } from './quotations.fixtures';

const graph = useGraph();
let shop: Shop;
let admin: GraphClient;
let manager: Member;
let who: Buyer;
const settings = (input: Record<string, unknown>) =>
  admin.ask(
    'mutation ($input: UpdateBillingSettingsInput!) { updateBillingSettings(input: $input) { id } }',
    { input },
  );
const organisation = (input: Record<string, unknown>) =>
  admin.ask('mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { id } }', {
    input,
  });

async function taxRate(input: Record<string, unknown>): Promise<string> {
  const { createTaxRate } = await admin.ask<{ createTaxRate: { id: string } }>(
    'mutation ($input: CreateTaxRateInput!) { createTaxRate(input: $input) { id } }',
    { input: { country: 'IT', percent: '0', validFrom: '2020-01-01', ...input } },
  );
  return createTaxRate.id;
}

beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  admin = shop.admin.client;
  manager = await shop.staff('MANAGER');
  await settings({
    legalName: 'Officina Rossi S.r.l.',
    address: { street: 'Via Roma 1', city: 'Milano', region: 'MI', postalCode: '20121', country: 'IT' },
    taxNumber: 'IT01234567890',
    registrationNumber: 'MI-1234567',
    bankAccount: 'IT60X0542811101000000123456',
    footer: 'Capitale sociale 10.000 euro',
    paymentTermsDays: 10,
  });
  const { id: customerId } = await createCustomer(manager.client, {
    firstName: 'محمد',
    lastName: 'عبد',
    company: 'Bianchi & 车 GmbH',
    taxNumber: 'ATU12345678',
    address: { street: 'Hauptstraße 5', city: 'Innsbruck', postalCode: '6020', country: 'AT' },
  });
  const { id: vehicleId } = await createVehicle(manager.client, {
    make: 'Fiat',
    model: 'Ducato',
    plate: { number: 'FA 123 BC', country: 'IT' },
    ownerId: customerId,
  });
  who = { customerId, vehicleId };
}, 60_000);

type Root = 'invoice' | 'creditNote' | 'quotation';
const urlOf = async (client: GraphClient, id: string, root: Root = 'invoice'): Promise<string | null> => {
  const answer = await client.ask<Record<Root, { pdfUrl: string } | null>>(
    `query ($id: ID!) { ${root}(id: $id) { pdfUrl } }`,
    { id },
  );
  const paper = answer[root];
  if (paper?.pdfUrl) expect(paper.pdfUrl).toMatch(SIGNED_LINK);
  return paper?.pdfUrl ?? null;
};
const printed = async (id: string, root: Root = 'invoice'): Promise<ReadPdf> =>
  readPdf((await fetchPdf((await urlOf(manager.client, id, root))!)).bytes);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const pathOf = (url: string | null) => new URL(url!).pathname;

it('an issued invoice says who, to whom, for what, with which taxes, how much and until when', async () => {
  const outside = await taxRate({ name: 'Fuori campo', category: 'OUTSIDE' });
  const { id } = await draft(
    manager.client,
    {
      reference: 'PO 4711',
      notes: 'Garanzia 24 mesi.',
      discountPercent: '10',
      lines: [
        labour({ quantity: '1.5', code: 'L-1' }),
        labour({ description: 'Disco freno', unitPrice: euro('80.00'), discountPercent: '5' }),
        labour({ description: 'Bollo', quantity: '1', unitPrice: euro('16.00'), taxRateId: outside }),
      ],
    },
    who,
  );
  const { number } = await issue(manager.client, id);
  const invoice = await printed(id);
  expect(invoice.title).toBe(`Fattura ${number}`);
  const words = plain(wordsOf(invoice));
  const { issuedOn, dueOn } = (
    await manager.client.ask<{ invoice: { issuedOn: string; dueOn: string } }>(
      'query ($id: ID!) { invoice(id: $id) { issuedOn dueOn } }',
      { id },
    )
  ).invoice;
  const day = (date: string) =>
    new Intl.DateTimeFormat('it', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
  for (const text of [
    'Officina Rossi S.r.l.',
    'Via Roma 1',
    '20121 Milano (MI)',
    'IT01234567890',
    'MI-1234567',
    'Capitale sociale 10.000 euro',
    'Bianchi & 车 GmbH',
    'محمد',
    'Hauptstraße 5',
    '6020 Innsbruck',
    'Austria',
    'ATU12345678',
    'Fiat Ducato',
    'FA 123 BC',
    'PO 4711',
    day(issuedOn),
    day(dueOn),
    'Work on the brakes 1,5 50,00 € 22% 75,00 €',
    'L-1',
    'Disco freno 2 80,00 € 5% 22% 152,00 €',
    'Bollo 1 16,00 € – 16,00 €',
    // 75 + 152 + 16, less a tenth; 22 % of 204.30.
    'Subtotale 243,00 €',
    '-24,30 €',
    'Aliquota ordinaria 22% 204,30 € 44,95 €',
    'Fuori campo IVA – 14,40 € 0,00 €',
    'Prezzi IVA esclusa.',
    'Totale 263,65 €',
    `Si prega di pagare 263,65 € entro il ${day(dueOn)}.`,
    'IT60 X054 2811 1010 0000 0123 456',
    'Garanzia 24 mesi.',
  ])
    expect(words).toContain(text);
  expect(words).not.toContain('BOZZA');
});

it('an issued invoice stays the same file, whatever changes around it', async () => {
  const { id } = await draft(manager.client, {}, who);
  const { number } = await issue(manager.client, id);
  const first = (await urlOf(manager.client, id))!;
  const { bytes, disposition } = await fetchPdf(first);
  expect(disposition).toContain(`filename="${number}.pdf"`);
  await admin.ask(
    'mutation ($id: ID!, $input: UpdateCustomerInput!) { updateCustomer(id: $id, input: $input) { id } }',
    {
      id: who.customerId,
      input: { company: 'Verdi GmbH' },
    },
  );
  await settings({ legalName: 'Officina Neri S.r.l.', bankAccount: null });
  await organisation({ locale: 'sw-KE', logoFileId: await readyImage(admin) });
  await credit(manager.client, id, {});
  try {
    const again = (await urlOf(admin, id))!;
    expect(pathOf(again)).toBe(pathOf(first));
    expect((await fetchPdf(again)).bytes.equals(bytes)).toBe(true);
    const words = wordsOf(await readPdf(bytes));
    expect(words).toContain('Officina Rossi S.r.l.');
    expect(words).not.toContain('Verdi');
  } finally {
    await organisation({ locale: 'it-IT', logoFileId: null });
    await settings({ legalName: 'Officina Rossi S.r.l.', bankAccount: 'IT60X0542811101000000123456' });
  }
});

it('a draft is marked as one, says what it would say today, and is another file after each change', async () => {
  const { id } = await draft(manager.client, {}, who);
  const first = await urlOf(manager.client, id);
  const words = wordsOf(await readPdf((await fetchPdf(first!)).bytes));
  expect(words.replaceAll(/\s/g, '')).toContain('BOZZA');
  expect(words).toContain('Officina Rossi S.r.l.');
  expect((await fetchPdf(first!)).disposition).toContain('INVOICE-DRAFT.pdf');
  expect(pathOf(await urlOf(manager.client, id))).toBe(pathOf(first));
  await manager.client.ask(UPDATE_INVOICE, { id, input: { notes: 'Another word.' } });
  const second = await urlOf(manager.client, id);
  expect(pathOf(second)).not.toBe(pathOf(first));
  expect(wordsOf(await readPdf((await fetchPdf(second!)).bytes))).toContain('Another word.');
  await issue(manager.client, id);
  const issued = await readPdf((await fetchPdf((await urlOf(manager.client, id))!)).bytes);
  expect(wordsOf(issued).replaceAll(/\s/g, '')).not.toContain('BOZZA');
});

it('a UPI address is a setting, stated by what is issued then, and looks like one', async () => {
  const set =
    'mutation ($input: UpdateBillingSettingsInput!) { updateBillingSettings(input: $input) { upiId } }';
  const refused = await admin.send(set, { input: { upiId: 'not one' } });
  expect(problemsOf(refused)).toEqual(['upiId: MATCHES']);
  const { billingSettings } = await admin.ask<{ billingSettings: { upiId: string | null } }>(
    '{ billingSettings { upiId } }',
  );
  expect(billingSettings.upiId).toBeNull();
  expect((await admin.send(set, { input: { upiId: 'rossi@okbank' } })).data).toEqual({
    updateBillingSettings: { upiId: 'rossi@okbank' },
  });
  try {
    const { id } = await draft(manager.client, {}, who);
    await issue(manager.client, id);
    const { invoice } = await manager.client.ask<{ invoice: { seller: { upiId: string } } }>(
      'query ($id: ID!) { invoice(id: $id) { seller { upiId } } }',
      { id },
    );
    expect(invoice.seller.upiId).toBe('rossi@okbank');
    expect(wordsOf(await printed(id))).not.toContain('rossi@okbank');
  } finally {
    await settings({ upiId: null });
  }
});

it('a draft that was given up says so', async () => {
  const { id } = await draft(manager.client, {}, who);
  await manager.client.ask(CANCEL_INVOICE, { id, reason: 'Twice.' });
  expect(wordsOf(await printed(id)).replaceAll(/\s/g, '')).toContain('ANNULLATO');
});

it('an exempt line and a reverse charge are told with their reasons', async () => {
  const exempt = await taxRate({ name: 'Esente', category: 'EXEMPT', reason: 'Art. 10 DPR 633/72' });
  const reverse = await taxRate({ name: 'RC', category: 'REVERSE_CHARGE' });
  const lines = [exempt, reverse].map((taxRateId) => labour({ taxRateId }));
  const { id } = await draft(manager.client, { lines }, who);
  await issue(manager.client, id);
  const words = plain(wordsOf(await printed(id)));
  expect(words).toContain('Esente: Art. 10 DPR 633/72');
  expect(words).toContain('Inversione contabile (reverse charge)');
  expect(words).toContain('Totale 200,00 €');
});

it('a long invoice has each line once, and its totals on one page', async () => {
  const lines = Array.from({ length: 150 }, (_, index) =>
    labour({ description: `Position ${index} ${'with more words '.repeat(index % 9)}`, quantity: '1' }),
  );
  const { id } = await draft(manager.client, { lines }, who);
  await issue(manager.client, id);
  const { pages } = await printed(id);
  expect(pages.length).toBeGreaterThan(5);
  const all = pages.map((page) => linesOf(page).map(plain));
  const found = all.flatMap((page) => page.flatMap((line) => /^\d+ Position (\d+)/.exec(line)?.[1] ?? []));
  expect(found).toEqual(lines.map((_, index) => String(index)));
  const withTotal = all.filter((page) => page.some((line) => line.includes('Totale 9150,00 €')));
  expect(withTotal).toHaveLength(1);
  expect(withTotal[0]!.join('\n')).toContain('Aliquota ordinaria 22% 7500,00 € 1650,00 €');
  expect(all[0]!.join('\n')).toContain(`Pagina 1 di ${pages.length}`);
});

it('a credit note names the invoice and the reason, and stays the same', async () => {
  const { id } = await draft(manager.client, {}, who);
  const { number } = await issue(manager.client, id);
  const note = await credit(manager.client, id, { reason: 'Disco restituito' });
  const url = await urlOf(manager.client, note.id, 'creditNote');
  const { bytes, disposition } = await fetchPdf(url!);
  expect(disposition).toContain(`${note.number}.pdf`);
  const words = plain(wordsOf(await readPdf(bytes)));
  for (const text of ['Nota di credito', note.number, number!, 'Disco restituito', 'Totale 122,00 €'])
    expect(words).toContain(text);
  expect(words).not.toContain('Si prega di pagare');
  await settings({ legalName: 'Officina Neri S.r.l.' });
  try {
    expect((await fetchPdf((await urlOf(admin, note.id, 'creditNote'))!)).bytes.equals(bytes)).toBe(true);
  } finally {
    await settings({ legalName: 'Officina Rossi S.r.l.' });
  }
});

it('a quotation is a draft, then an offer to sign, and as it was sent from then on', async () => {
  const { id, number } = await quote(manager.client, { validUntil: '2099-12-31' }, who);
  const asDraft = wordsOf(await printed(id, 'quotation'));
  expect(asDraft.replaceAll(/\s/g, '')).toContain('BOZZA');
  await take(manager.client, 'approve', { id });
  const approved = wordsOf(await printed(id, 'quotation'));
  expect(approved.replaceAll(/\s/g, '')).not.toContain('BOZZA');
  await take(manager.client, 'send', { id });
  const { bytes, disposition } = await fetchPdf((await urlOf(manager.client, id, 'quotation'))!);
  expect(disposition).toContain(`${number}.pdf`);
  const words = plain(wordsOf(await readPdf(bytes)));
  for (const text of ['Preventivo', number, '31 dicembre 2099', 'Totale 122,00 €', 'Per accettazione: firma'])
    expect(words).toContain(text);
  expect(words).not.toContain('Si prega di pagare');
  await settings({ legalName: 'Officina Neri S.r.l.' });
  try {
    await take(manager.client, 'accept', { id });
    expect((await fetchPdf((await urlOf(admin, id, 'quotation'))!)).bytes.equals(bytes)).toBe(true);
  } finally {
    await settings({ legalName: 'Officina Rossi S.r.l.' });
  }
});

describe('who may not see a document', () => {
  let invoiceId: string;
  let draftId: string;
  let noteId: string;
  let quotationId: string;
  beforeAll(async () => {
    ({ id: quotationId } = await quote(manager.client, {}, who));
    ({ id: draftId } = await draft(manager.client, {}, who));
    ({ id: invoiceId } = await draft(manager.client, {}, who));
    await issue(manager.client, invoiceId);
    ({ id: noteId } = await credit(manager.client, invoiceId, {}));
  });

  it.each([
    ['another organisation', async () => (await graph.shop()).admin.client],
    [
      'another service centre',
      async () => (await shop.staff('MANAGER', { centres: [shop.centres[1]!] })).client,
    ],
    ['a technician of another job', async () => (await shop.staff('TECHNICIAN')).client],
    [
      'another customer',
      async () => (await accountOf(graph, shop, (await createCustomer(manager.client)).id)).client,
    ],
  ])('gets no link: %s', async (_, somebody) => {
    const client = await somebody();
    expect(await urlOf(client, invoiceId)).toBeNull();
    expect(await urlOf(client, draftId)).toBeNull();
    expect(await urlOf(client, noteId, 'creditNote')).toBeNull();
    expect(await urlOf(client, quotationId, 'quotation')).toBeNull();
  });

  it('its customer gets what was issued, and no draft; nobody gets anything without signing in', async () => {
    const { client } = await accountOf(graph, shop, who.customerId);
    expect((await fetchPdf((await urlOf(client, invoiceId))!)).bytes.length).toBeGreaterThan(1000);
    expect((await fetchPdf((await urlOf(client, noteId, 'creditNote'))!)).bytes.length).toBeGreaterThan(1000);
    expect(await urlOf(client, draftId)).toBeNull();
    expect(await urlOf(client, quotationId, 'quotation')).toBeNull();
    const answer = await graph.anonymous().send('query ($id: ID!) { invoice(id: $id) { pdfUrl } }', {
      id: invoiceId,
    });
    expect(answer.code).toBe('UNAUTHENTICATED');
  });
});
