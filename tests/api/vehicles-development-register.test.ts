import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { createVehicle } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

interface Lookup {
  outcome: string;
  register: string;
  isDevelopment: boolean;
  retryAfter: number | null;
  facts: { model: string; motExpiresOn: string } | null;
  suggestion: { make: string; model: string } | null;
}

async function lookup(number: string): Promise<Lookup> {
  const { lookupVehicle } = await shop.admin.client.ask<{ lookupVehicle: Lookup }>(
    `mutation ($plate: PlateInput!) { lookupVehicle(input: { plate: $plate, refresh: true }) {
       outcome register isDevelopment retryAfter facts { model motExpiresOn }
       suggestion { make model year colour plate { number country } } } }`,
    { plate: { number, country: 'IT' } },
  );
  return lookupVehicle;
}

it('makes the same car up for the same plate, and says so', async () => {
  const one = await lookup('AB 123 CD');
  expect(one).toMatchObject({
    outcome: 'FOUND',
    register: 'Development register: its answers are made up',
    isDevelopment: true,
    facts: { model: one.suggestion!.model },
  });
  expect(await lookup('ab123cd')).toEqual(one);
  expect((await lookup('EF456GH')).facts).not.toEqual(one.facts);
});

it('gives values that a car can be taken in with as they are', async () => {
  const { suggestion } = await lookup('TA 123 KE');
  const { id } = await createVehicle(shop.admin.client, suggestion!);
  const { vehicle } = await shop.admin.client.ask<{ vehicle: object }>(
    'query ($id: ID!) { vehicle(id: $id) { make model } }',
    { id },
  );
  expect(vehicle).toEqual({ make: suggestion!.make, model: suggestion!.model });
});

it.each([
  ['XX 19 NFD', 'NOT_FOUND', null],
  ['XX 19 BAD', 'BAD_PLATE', null],
  ['XX 19 THR', 'THROTTLED', 30],
  ['XX 19 ERR', 'FAILED', null],
  ['XX 19 MNT', 'FAILED', null],
])('answers %s with %s, as DVLA’s test environment does', async (plate, outcome, retryAfter) => {
  expect(await lookup(plate)).toMatchObject({ outcome, retryAfter, facts: null, isDevelopment: true });
});
