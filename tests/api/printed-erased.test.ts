import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { fetchPdf, readPdf, wordsOf } from '../harness/pdf';
import type { Shop } from '../harness/shop';
import { type Buyer, billingShop, draft, issue } from './billing.fixtures';
import { createCustomer, createVehicle, eventually } from './customers.fixtures';
import { cancel, openCard } from './job-cards.fixtures';
import { quotedTo } from './quotations.fixtures';

const folder = mkdtempSync(join(tmpdir(), 'liftbay-printed-'));
const graph = useGraph({ environment: { DATA_FOLDER: folder } });
let shop: Shop;
let client: GraphClient;
beforeAll(async () => {
  shop = await billingShop(graph);
  client = shop.admin.client;
}, 60_000);

async function somebody(lastName: string): Promise<Buyer> {
  const [serviceCentreId] = shop.centres;
  const { id: customerId } = await createCustomer(client, { lastName, serviceCentreId });
  const { id: vehicleId } = await createVehicle(client, { ownerId: customerId, serviceCentreId });
  return { customerId, vehicleId };
}

type Root = 'jobCard' | 'invoice' | 'quotation';

async function urlFor(root: Root, id: string): Promise<string | null> {
  const answer = await client.ask<Record<string, { pdfUrl: string | null }>>(
    `query ($id: ID!) { ${root}(id: $id) { pdfUrl } }`,
    { id },
  );
  return answer[root]!.pdfUrl;
}

const wordsFor = async (root: Root, id: string): Promise<string> =>
  wordsOf(await readPdf((await fetchPdf((await urlFor(root, id))!)).bytes));

const kept = (kind: string, id: string): number => {
  const printed = join(folder, 'files', shop.id, kind, id);
  return existsSync(printed) ? readdirSync(printed).length : 0;
};

const erase = (id: string) =>
  client.ask('mutation ($id: ID!) { eraseCustomer(customerId: $id, reason: "Asked for it.") { id } }', {
    id,
  });

it('what was printed of a person’s jobs goes with them, and what is printed then does not name them', async () => {
  const cardFor = async ({ vehicleId }: Buyer) =>
    openCard(client, vehicleId, { serviceCentreId: shop.centres[0] });
  const [gone, stays] = [await somebody('Forgotten'), await somebody('Remembered')];
  const [card, other] = [await cardFor(gone), await cardFor(stays)];
  expect(await wordsFor('jobCard', card.id)).toContain('Forgotten');
  expect(await wordsFor('jobCard', other.id)).toContain('Remembered');
  await cancel(client, card.id);
  await erase(gone.customerId);
  await eventually(async () => expect(kept('job-sheet', card.id)).toBe(0));
  expect(kept('job-sheet', other.id)).toBe(1);
  await eventually(async () => expect(await wordsFor('jobCard', card.id)).not.toContain('Forgotten'));
  // Once more, for a sheet that was being made while the person was erased.
  const [{ many } = { many: 0 }] = await graph.sql<{ many: number }>(
    `select count(*)::int as many from graphile_worker.jobs
     where task_identifier = 'forget-job-sheets' and run_at > now() + interval '50 minutes'`,
  );
  expect(many).toBe(1);
});

it('drafts and offers to a person go with them; what was issued is kept, as the law wants', async () => {
  const who = await somebody('Forgotten');
  const input = { serviceCentreId: shop.centres[0] };
  const written = await draft(client, input, who);
  const issued = await issue(client, (await draft(client, input, who)).id);
  const offered = await quotedTo(client, 'SENT', input, who);
  expect(await wordsFor('quotation', offered.id)).toContain('Forgotten');
  for (const { id } of [written, issued]) expect(await wordsFor('invoice', id)).toContain('Forgotten');
  await client.ask('mutation ($id: ID!) { cancelInvoice(id: $id, reason: "Twice.") { id } }', {
    id: written.id,
  });
  await erase(who.customerId);
  await eventually(async () => expect(kept('invoice', written.id)).toBe(0));
  await eventually(async () => expect(kept('quotation', offered.id)).toBe(0));
  expect(await urlFor('invoice', written.id)).toBeNull();
  expect(await urlFor('quotation', offered.id)).toBeNull();
  expect(kept('invoice', issued.id)).toBe(1);
  expect(await wordsFor('invoice', issued.id)).toContain('Forgotten');
});
