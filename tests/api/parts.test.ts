import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { auditOf, eventsOf } from './customers.fixtures';
import { createPart, type MadePart } from './parts.fixtures';
import { refusalOf } from './scheduling.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;

beforeAll(async () => {
  shop = await graph.shop();
  manager = await shop.staff('MANAGER');
});

const PART = `id version sku name description barcode category brand unit unitDecimals price { amount currency }
  taxCategory coreDeposit { amount currency } reorderPoint reorderQuantity discontinuedAt replacedBy { sku }
  fitments { make model yearFrom yearTo engine detail }`;
const CREATE = `mutation ($input: CreatePartInput!) { part: createPart(input: $input) { ${PART} } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdatePartInput!) { part: updatePart(id: $id, input: $input) { ${PART} } }`;

const skus = async (member: Member, filter: object, orderBy = 'SKU'): Promise<string[]> => {
  const { parts } = await member.client.ask<{ parts: { nodes: MadePart[] } }>(
    'query ($filter: PartFilter!, $orderBy: PartOrder!) { parts(filter: $filter, orderBy: $orderBy) { nodes { sku } } }',
    { filter, orderBy },
  );
  return parts.nodes.map(({ sku }) => sku);
};

it('are taken in, changed, discontinued for another and taken back', async () => {
  const { part } = await manager.client.ask<{ part: MadePart }>(CREATE, {
    input: {
      sku: ' 06a  115 561 b',
      name: ' Oil filter ',
      description: 'Spin-on.',
      barcode: '036000291452',
      brand: 'Mann',
      price: { amount: '9.90', currency: 'EUR' },
      taxCategory: 'S',
      coreDeposit: { amount: '1.00', currency: 'EUR' },
      reorderPoint: '4',
      reorderQuantity: '12',
      fitments: [
        { make: 'VW', model: 'Golf', yearFrom: 1998, yearTo: 2004, engine: '1.6', detail: 'with AC' },
      ],
    },
  });
  expect(part).toMatchObject({
    version: 1,
    sku: '06A 115 561 B',
    name: 'Oil filter',
    description: 'Spin-on.',
    barcode: '036000291452',
    category: 'SPARE_PART',
    brand: 'Mann',
    unit: 'PIECE',
    unitDecimals: 0,
    price: { amount: '9.90', currency: 'EUR' },
    taxCategory: 'S',
    coreDeposit: { amount: '1.00', currency: 'EUR' },
    reorderPoint: '4',
    reorderQuantity: '12',
    discontinuedAt: null,
    replacedBy: null,
    fitments: [{ make: 'VW', model: 'Golf', yearFrom: 1998, yearTo: 2004, engine: '1.6', detail: 'with AC' }],
  });
  const input = {
    price: null,
    coreDeposit: null,
    brand: null,
    barcode: null,
    reorderPoint: null,
    fitments: [],
  };
  const changed = await manager.client.ask(UPDATE, { id: part.id, input: { ...input, expectedVersion: 1 } });
  expect(changed).toMatchObject({ part: { ...input, version: 2, name: 'Oil filter' } });
  const late = await manager.client.send(UPDATE, {
    id: part.id,
    input: { name: 'Late', expectedVersion: 1 },
  });
  expect(late.code).toBe('CONFLICT');
  const successor = await createPart(manager.client);
  const { gone } = await manager.client.ask<{ gone: object }>(
    `mutation ($id: ID!, $to: ID!) { gone: discontinuePart(id: $id, input: { replacedById: $to }) { ${PART} } }`,
    { id: part.id, to: successor.id },
  );
  expect(gone).toMatchObject({ discontinuedAt: expect.any(String), replacedBy: { sku: successor.sku } });
  expect(await skus(manager, { search: '115561' })).toEqual([]);
  expect(await skus(manager, { search: '115561', discontinued: true })).toEqual(['06A 115 561 B']);
  const { back } = await manager.client.ask<{ back: MadePart }>(
    `mutation ($id: ID!) { back: reinstatePart(id: $id) { ${PART} } }`,
    { id: part.id },
  );
  expect(back).toMatchObject({ id: part.id, version: 4, discontinuedAt: null, replacedBy: null });
  expect(await eventsOf(graph, part.id)).toEqual([
    'PartCreated',
    'PartUpdated',
    'PartDiscontinued',
    'PartReinstated',
  ]);
  expect((await auditOf(graph, part.id)).map(({ action }) => action)).toEqual([
    'create',
    'update',
    'discontinue',
    'reinstate',
  ]);
});

it('are found in one box by number, name, brand and barcode, in any spelling', async () => {
  await createPart(manager.client, {
    sku: 'QX-77.1',
    name: 'Brake disc',
    brand: 'Brembo',
    barcode: '4006633123456',
  });
  await createPart(manager.client, { sku: 'QX-77.2', name: 'Brake pads', brand: 'Ate' });
  for (const search of ['qx 77.1', 'qx771', 'brake brembo', 'DISC qx', '663312'])
    expect([search, await skus(manager, { search })]).toEqual([search, ['QX-77.1']]);
  expect(await skus(manager, { search: 'qx77' })).toEqual(['QX-77.1', 'QX-77.2']);
  expect(await skus(manager, { brand: 'BREMBO' })).toEqual(['QX-77.1']);
  expect(await skus(manager, { search: '%_' })).toEqual([]);
});

it('are found by the scanner, whatever it leaves off', async () => {
  const { sku } = await createPart(manager.client, { barcode: '012345678905' });
  const scan = async (barcode: string) =>
    (
      await manager.client.ask<{ partByBarcode: MadePart | null }>(
        'query ($barcode: String!) { partByBarcode(barcode: $barcode) { sku } }',
        { barcode },
      )
    ).partByBarcode;
  for (const barcode of ['012345678905', '0012345678905', '00012345678905'])
    expect(await scan(barcode)).toEqual({ sku });
  expect(await scan('12345678905')).toBeNull();
});

it.each([
  ['a number with odd signs', { sku: 'A*B' }, 'BAD_INPUT input.sku: MATCHES'],
  ['no name', { name: ' ' }, 'BAD_INPUT input.name: MATCHES'],
  ['half a piece as reorder point', { reorderPoint: '0.5' }, 'BAD_INPUT input.reorderPoint: DECIMALS'],
  ['an order of nothing', { reorderQuantity: '0' }, 'BAD_INPUT input.reorderQuantity: MIN'],
  ['a price below zero', { price: { amount: '-1', currency: 'EUR' } }, 'BAD_INPUT input.price.amount: MIN'],
  [
    'years the wrong way round',
    { fitments: [{ make: 'A', yearFrom: 2000, yearTo: 1999 }] },
    'BAD_INPUT input.fitments.0.yearTo: BEFORE_FIRST',
  ],
])('refuse %s', async (_, input, expected) => {
  const count = async () =>
    (await graph.sql('select count(*) from inventory.part where organisation_id = $1', [shop.id]))[0];
  const before = await count();
  const answer = await manager.client.send(CREATE, { input: { sku: 'BAD', name: 'Bad', ...input } });
  expect(refusalOf(answer)).toBe(expected);
  expect(await count()).toEqual(before);
});
