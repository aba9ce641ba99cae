import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { fetchPdf, linesOf, readPdf, wordsOf } from '../harness/pdf';
import type { Member, Shop } from '../harness/shop';
import { SIGNED_LINK } from '../harness/signed-link';
import { holderOf } from '../security/custom-role.fixtures';
import { readyImage } from './bodyshop.fixtures';
import { accountOf, createCustomer, createVehicle } from './customers.fixtures';
import { assign, openCard, requireInspection } from './job-cards.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let technician: Member;
let customerId: string;
let vehicleId: string;
let card: { id: string; number: string; trackingCode: string };
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  await requireInspection(shop, false);
  manager = await shop.staff('MANAGER');
  technician = await shop.staff('TECHNICIAN');
  ({ id: customerId } = await createCustomer(manager.client, {
    firstName: 'محمد',
    lastName: 'Žižek 车',
    company: 'Trasporti Bianchi S.r.l.',
    phone: '+393331234567',
  }));
  ({ id: vehicleId } = await createVehicle(manager.client, {
    make: 'Fiat',
    model: 'Ducato',
    year: 2019,
    plate: { number: 'FA 123 BC', country: 'IT' },
    colour: 'Bianco',
    ownerId: customerId,
  }));
  const { id } = await openCard(manager.client, vehicleId, {
    complaint: 'Rumore dalla ruota. 🚗\nChiamare prima di ogni lavoro.',
    priority: 'HIGH',
    promisedAt: '2099-11-21T16:00:00Z',
  });
  await assign(manager.client, id, technician);
  const answer = await manager.client.ask<{ jobCard: typeof card }>(
    'query ($id: ID!) { jobCard(id: $id) { id number trackingCode } }',
    { id },
  );
  card = answer.jobCard;
}, 60_000);

const PDF_URL = 'query ($id: ID!) { jobCard(id: $id) { pdfUrl } }';
async function urlFor(client: GraphClient, id = card.id): Promise<string> {
  const { jobCard } = await client.ask<{ jobCard: { pdfUrl: string } }>(PDF_URL, { id });
  expect(jobCard.pdfUrl).toMatch(SIGNED_LINK);
  return jobCard.pdfUrl;
}
const sheetFor = async (client: GraphClient) => readPdf((await fetchPdf(await urlFor(client))).bytes);
const setLocale = (locale: string) =>
  shop.admin.client.ask(
    'mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { id } }',
    {
      input: { locale },
    },
  );

it('says what is to be done, for whom, on which car, and has room to sign', async () => {
  const sheet = await sheetFor(manager.client);
  expect(sheet).toMatchObject({ title: `Scheda di lavoro ${card.number}`, language: 'it-IT' });
  const [page, ...more] = sheet.pages;
  expect(more).toEqual([]);
  const words = linesOf(page!).join('\n');
  for (const text of [
    card.number,
    card.trackingCode,
    'First centre',
    '21 nov 2099, 17:00',
    'Alta',
    'TECHNICIAN Tester',
    'Trasporti Bianchi S.r.l.',
    'محمد',
    'Žižek 车',
    '+393331234567',
    'Fiat Ducato 2019',
    'FA 123 BC',
    'Bianco',
    'Rumore dalla ruota. \ufffd',
    'Chiamare prima di ogni lavoro.',
    'Il cliente: ordino i lavori sopra indicati',
    'Pagina 1 di 1',
  ])
    expect(words).toContain(text);
});

it('is served under the number of the card, to be looked at in the browser', async () => {
  const { disposition, bytes } = await fetchPdf(await urlFor(manager.client));
  expect(disposition).toBe(`inline; filename="${card.number}.pdf"; filename*=UTF-8''${card.number}.pdf`);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

it.each([
  ['en-GB', 'Job sheet', 'Work requested', 'Page 1 of 1'],
  ['sw-KE', 'Karatasi ya kazi', 'Kazi iliyoombwa', 'Ukurasa 1 wa 1'],
  ['de-DE', 'Job sheet', 'Work requested', 'Page 1 of 1'],
])('is in the organisation’s language: %s', async (locale, ...expected) => {
  await setLocale(locale);
  try {
    const words = wordsOf(await sheetFor(manager.client));
    for (const text of expected) expect(words).toContain(text);
  } finally {
    await setLocale('it-IT');
  }
});

const pathOf = (url: string) => new URL(url).pathname;

it('is the same object while nothing changes, another one when the card does, and the first again when it changes back', async () => {
  const [one, again] = [await urlFor(manager.client), await urlFor(manager.client)];
  expect(pathOf(again)).toBe(pathOf(one));
  const change = (complaint: string) =>
    manager.client.ask(
      'mutation ($id: ID!, $input: UpdateJobCardInput!) { updateJobCard(id: $id, input: $input) { id } }',
      { id: card.id, input: { complaint } },
    );
  const { jobCard } = await manager.client.ask<{ jobCard: { complaint: string } }>(
    'query ($id: ID!) { jobCard(id: $id) { complaint } }',
    { id: card.id },
  );
  await change('Something else.');
  const other = await urlFor(manager.client);
  expect(pathOf(other)).not.toBe(pathOf(one));
  expect(wordsOf(await readPdf((await fetchPdf(other)).bytes))).toContain('Something else.');
  await change(jobCard.complaint);
  expect(pathOf(await urlFor(manager.client))).toBe(pathOf(one));
});

it('fifty who ask at once get one document', async () => {
  const urls = await Promise.all(Array.from({ length: 50 }, () => urlFor(manager.client)));
  expect(new Set(urls.map(pathOf)).size).toBe(1);
  expect((await fetchPdf(urls[49]!)).bytes.length).toBeGreaterThan(1000);
});

it('bears the logo, once there is one', async () => {
  const before = await urlFor(manager.client);
  const logoFileId = await readyImage(shop.admin.client);
  const set = (fileId: string | null) =>
    shop.admin.client.ask(
      'mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { id } }',
      {
        input: { logoFileId: fileId },
      },
    );
  await set(logoFileId);
  const withLogo = await fetchPdf(await urlFor(manager.client));
  expect(withLogo.bytes.includes('/Subtype /Image')).toBe(true);
  await set(null);
  expect(pathOf(await urlFor(manager.client))).toBe(pathOf(before));
  expect((await fetchPdf(before)).bytes.includes('/Subtype /Image')).toBe(false);
});

describe('who does not see the card', () => {
  it.each([
    ['in another organisation', async () => (await graph.shop()).admin.client],
    [
      'in another service centre',
      async () => (await shop.staff('MANAGER', { centres: [shop.centres[1]!] })).client,
    ],
    ['a technician it is not assigned to', async () => (await shop.staff('TECHNICIAN')).client],
  ])('gets no sheet: %s', async (_, somebody) => {
    expect(await (await somebody()).ask(PDF_URL, { id: card.id })).toEqual({ jobCard: null });
  });

  it('gets no sheet without the permission, or without signing in', async () => {
    const holder = await holderOf(shop, { 'customers:read': 'ALL', 'vehicles:read': 'ALL' });
    expect((await holder.client.send(PDF_URL, { id: card.id })).code).toBe('FORBIDDEN');
    expect((await graph.anonymous().send(PDF_URL, { id: card.id })).code).toBe('UNAUTHENTICATED');
  });

  it('cannot make a link out of another, nor change what one says', async () => {
    const url = new URL(await urlFor(manager.client));
    const [, organisation] = /\/files\/([^/]+)\//.exec(url.pathname)!;
    for (const changed of [
      url.pathname.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      url.pathname.replace(organisation!, (await graph.shop()).id),
    ]) {
      const other = new URL(url);
      other.pathname = changed;
      expect((await fetch(other)).status).toBe(410);
    }
    url.searchParams.set('expires', '9999999999');
    expect((await fetch(url)).status).toBe(410);
  });
});

it('says of customer, vehicle and staff what the reader may see', async () => {
  const owner = await accountOf(graph, shop, customerId);
  const theirs = wordsOf(await sheetFor(owner.client));
  for (const text of [card.number, 'Trasporti Bianchi S.r.l.', 'FA 123 BC', 'First centre'])
    expect(theirs).toContain(text);
  expect(theirs).not.toContain('TECHNICIAN Tester');
  const holder = await holderOf(shop, { 'jobs:read': 'ALL' });
  const little = wordsOf(await sheetFor(holder.client));
  expect(little).toContain('Rumore dalla ruota');
  for (const text of ['Bianchi', '333123', 'FA 123', 'Ducato', 'Tester']) expect(little).not.toContain(text);
});
