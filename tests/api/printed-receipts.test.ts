import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { fetchPdf, readPdf, wordsOf } from '../harness/pdf';
import type { Member, Shop } from '../harness/shop';
import { SIGNED_LINK } from '../harness/signed-link';
import { type Buyer, billingShop, buyer, draft, issue } from './billing.fixtures';
import { accountOf, createCustomer } from './customers.fixtures';
import { money, pay } from './payments.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let who: Buyer;
beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  manager = await shop.staff('MANAGER');
  who = await buyer(manager.client, { company: 'Bianchi & 车 GmbH' });
}, 60_000);

async function urlOf(client: GraphClient, id: string): Promise<string | null> {
  const { receipt } = await client.ask<{ receipt: { pdfUrl: string } | null }>(
    'query ($id: ID!) { receipt(id: $id) { pdfUrl } }',
    { id },
  );
  if (receipt?.pdfUrl) expect(receipt.pdfUrl).toMatch(SIGNED_LINK);
  return receipt?.pdfUrl ?? null;
}
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** Paid with more than the invoice asked for. */
async function overpaid(): Promise<{ invoice: string; receipt: { id: string; number: string } }> {
  const { id } = await draft(manager.client, {}, who);
  const { number } = await issue(manager.client, id);
  const { receipt } = await pay(manager.client, id, '150.00', {
    method: 'BANK_TRANSFER',
    keepRest: true,
  });
  return { invoice: number!, receipt: receipt! };
}

it('says how much came, by what means, from whom, for which invoice, and what was kept', async () => {
  const { invoice, receipt } = await overpaid();
  const { bytes, disposition } = await fetchPdf((await urlOf(manager.client, receipt.id))!);
  expect(disposition).toContain(`filename="${receipt.number}.pdf"`);
  const words = plain(wordsOf(await readPdf(bytes)));
  for (const text of [
    'Ricevuta',
    receipt.number,
    'Ricevuto da',
    'Bianchi & 车 GmbH',
    'Bonifico',
    `${invoice} 122,00 €`,
    'A credito del cliente 28,00 €',
    'Ricevuto 150,00 €',
  ])
    expect(words).toContain(text);
});

it('stays the same file, whatever becomes of the payment', async () => {
  const { id } = await draft(manager.client, {}, who);
  await issue(manager.client, id);
  const payment = await pay(manager.client, id, '100.00');
  const { bytes } = await fetchPdf((await urlOf(manager.client, payment.receipt!.id))!);
  await money(shop.admin.client, 'voidPayment', { id: payment.id });
  await shop.admin.client.ask(
    'mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { id } }',
    { input: { name: 'Another name' } },
  );
  const again = await fetchPdf((await urlOf(shop.admin.client, payment.receipt!.id))!);
  expect(again.bytes.equals(bytes)).toBe(true);
});

it('is for those who see the payment', async () => {
  const { receipt } = await overpaid();
  const customer = await accountOf(graph, shop, who.customerId);
  expect((await fetchPdf((await urlOf(customer.client, receipt.id))!)).bytes.length).toBeGreaterThan(1000);
  const strangers = [
    (await graph.shop()).admin,
    await shop.staff('MANAGER', { centres: [shop.centres[1]!] }),
    await accountOf(graph, shop, (await createCustomer(manager.client)).id),
  ];
  for (const { client } of strangers) expect(await urlOf(client, receipt.id)).toBeNull();
});
