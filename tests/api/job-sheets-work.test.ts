import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { fetchPdf, readPdf, wordsOf } from '../harness/pdf';
import { holderOf } from '../security/custom-role.fixtures';
import { openJob, openPartsShop, type PartsShop, run } from './job-parts.fixtures';
import { addService, moveService } from './jobs.fixtures';
import { stocked } from './stock.fixtures';

const graph = useGraph();
let place: PartsShop;
let jobCardId: string;
beforeAll(async () => {
  place = await openPartsShop(graph);
  const { manager, technician, store } = place;
  jobCardId = await openJob(place, technician);
  const pads = await stocked(manager.client, store, '5', { sku: 'P85020', name: 'Brake pads', unit: 'SET' });
  const oil = await stocked(manager.client, store, '1.5', { sku: '5W30', name: 'Oil 车', unit: 'LITRE' });
  const wiper = await stocked(manager.client, store, '5', { sku: 'AR601S', name: 'Wiper' });
  const ask = (partId: string, quantity: string) =>
    run(manager.client, 'request', jobCardId, { partId, quantity });
  await ask(pads.partId, '2');
  await ask(oil.partId, '4.25');
  const { id } = await ask(wiper.partId, '1');
  await run(manager.client, 'cancel', jobCardId, { id, quantity: '1' });
}, 60_000);

async function urlFor(client: GraphClient, id: string): Promise<string | null> {
  const { jobCard } = await client.ask<{ jobCard: { pdfUrl: string } }>(
    'query ($id: ID!) { jobCard(id: $id) { pdfUrl } }',
    { id },
  );
  return jobCard.pdfUrl;
}

const sheetFor = async (client: GraphClient): Promise<string> =>
  wordsOf(await readPdf((await fetchPdf((await urlFor(client, jobCardId))!)).bytes));

it('names the parts to take from the shelf, and what of them is not there yet', async () => {
  for (const { client } of [place.manager, place.technician]) {
    const words = await sheetFor(client);
    for (const text of ['Ricambio', 'Brake pads', '2 kit', 'P85020', 'Oil 车', '4,25 l', '5W30'])
      expect(words).toContain(text);
    expect(words).toContain('Non ancora disponibile: 2,75 l');
    expect(words).not.toContain('Wiper');
  }
});

it('names the work, its hours, what is done and what is not, and how the vehicle came in', async () => {
  const { client } = place.technician;
  const id = await openJob(place, place.technician);
  const printed = async () => wordsOf(await readPdf((await fetchPdf((await urlFor(client, id))!)).bytes));
  expect(await printed()).not.toContain('Stato all’accettazione');
  const inspected = await client.send(
    'mutation ($input: RecordPreInspectionInput!) { recordPreInspection(input: $input) { id } }',
    {
      input: {
        jobCardId: id,
        odometer: { value: 84_321, unit: 'KM' },
        fuelPercent: 40,
        exteriorCondition: 'Graffio sulla porta',
        interiorCondition: 'Pulito',
        issues: ['Rumore in frenata', 'Spia accesa'],
      },
    },
  );
  expect(inspected.errors).toEqual([]);
  await addService(client, id, { name: 'Pastiglie', labourHours: '1.5', quantity: '2' });
  const { data } = await addService(client, id, { name: 'Tergicristalli', description: 'Anche dietro' });
  await moveService(client, 'skipJobService', data.addJobService.id, { reason: 'Non in produzione' });
  const words = await printed();
  for (const text of [
    'Stato all’accettazione',
    '84.321 km',
    '40%',
    'Graffio sulla porta',
    'Pulito',
    '• Rumore in frenata',
    '• Spia accesa',
    'Pastiglie 2 3',
    'Tergicristalli 1',
    'Anche dietro',
    'Non eseguito: Non in produzione',
  ])
    expect(words).toContain(text);
});

it('says of parts what the reader may see', async () => {
  const without = await holderOf(place.shop, { 'jobs:read': 'ALL' });
  expect(await sheetFor(without.client)).not.toContain('4,25');
  const quantities = await holderOf(place.shop, { 'jobs:read': 'ALL', 'jobParts:read': 'ALL' });
  const words = await sheetFor(quantities.client);
  expect(words).toContain('4,25');
  expect(words).not.toContain('Brake pads');
});
