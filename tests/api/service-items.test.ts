import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { accountOf, auditOf, createCustomer, eventsOf } from './customers.fixtures';
import { diaryOf, refusalOf } from './scheduling.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
});

const ITEM = `id version createdAt updatedAt code name description labourMinutes price { amount currency } taxCategory
  active serviceCentreIds`;
const CREATE = `mutation ($input: CreateServiceItemInput!) { item: createServiceItem(input: $input) { ${ITEM} } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateServiceItemInput!) {
  item: updateServiceItem(id: $id, input: $input) { ${ITEM} } }`;

interface Item {
  id: string;
  version: number;
  code: string;
}

const offer = async (member: Member, input: object): Promise<Item> =>
  (
    await member.client.ask<{ item: Item }>(CREATE, {
      input: { name: 'Service', labourMinutes: 60, ...input },
    })
  ).item;

const codes = async (member: Member, filter: object = {}): Promise<string[]> => {
  const { serviceItems } = await member.client.ask<{ serviceItems: { nodes: Item[] } }>(
    'query ($filter: ServiceItemFilter!) { serviceItems(filter: $filter, first: 100) { nodes { code } } }',
    { filter },
  );
  return serviceItems.nodes.map(({ code }) => code);
};

it('are offered with their time and price, changed, and taken out of what is offered', async () => {
  const made = await offer(manager, {
    code: 'oil-5w30',
    name: ' Oil change ',
    description: 'With filter.',
    labourMinutes: 45,
    price: { amount: '89.90', currency: 'EUR' },
    taxCategory: 'S',
  });
  expect(made).toMatchObject({
    version: 1,
    code: 'OIL-5W30',
    name: 'Oil change',
    description: 'With filter.',
    labourMinutes: 45,
    price: { amount: '89.90', currency: 'EUR' },
    taxCategory: 'S',
    active: true,
    serviceCentreIds: [shop.centres[0]],
  });
  const input = { labourMinutes: 50, price: null, taxCategory: null, description: null, active: false };
  const { item } = await manager.client.ask<{ item: object }>(UPDATE, {
    id: made.id,
    input: { ...input, expectedVersion: 1 },
  });
  expect(item).toMatchObject({ ...input, version: 2, name: 'Oil change' });
  expect((await auditOf(graph, made.id)).map(({ action }) => action)).toEqual(['create', 'update']);
  expect(await eventsOf(graph, made.id)).toEqual(['ServiceItemCreated', 'ServiceItemUpdated']);
  const late = await manager.client.send(UPDATE, {
    id: made.id,
    input: { expectedVersion: 1, name: 'Late' },
  });
  expect(late.code).toBe('CONFLICT');
});

it('are found by any part of code or name, by centre, and by whether they are offered', async () => {
  const search = 'Xq7';
  await offer(manager, { code: 'XQ7-B', name: 'Brakes' });
  await offer(shop.admin as Member, { code: 'PADS', name: 'Pads of xq7' });
  const there = await offer(shop.admin as Member, {
    code: 'XQ7-C',
    name: 'Chassis',
    serviceCentreIds: [shop.centres[1]],
  });
  await shop.admin.client.ask(UPDATE, { id: there.id, input: { active: false } });
  const all = (filter: object) => codes(shop.admin as Member, { search, ...filter });
  expect(await all({})).toEqual(['XQ7-B', 'XQ7-C', 'PADS']);
  expect(await all({ active: true })).toEqual(['XQ7-B', 'PADS']);
  expect(await all({ serviceCentreId: shop.centres[1] })).toEqual(['XQ7-C', 'PADS']);
  expect(await codes(manager, { search })).toEqual(['XQ7-B', 'PADS']);
  expect(await codes(manager, { search: '%%' })).toEqual([]);
  const { id: customerId } = await createCustomer(manager.client);
  expect(await codes(await accountOf(graph, shop, customerId), { search })).toEqual(['XQ7-B', 'PADS']);
});

it('are changed by those who work in all centres that offer them', async () => {
  const everywhere = await offer(shop.admin as Member, { code: 'ALL' });
  expect(await codes(manager, { search: 'ALL' })).toEqual(['ALL']);
  const before = await diaryOf(graph, shop);
  const send = (id: string, input: object) => manager.client.send(UPDATE, { id, input });
  expect((await send(everywhere.id, { name: 'Mine' })).code).toBe('NOT_FOUND');
  const elsewhere = await manager.client.send(CREATE, {
    input: { code: 'E1', name: 'E', labourMinutes: 5, serviceCentreIds: [shop.centres[1]] },
  });
  expect(refusalOf(elsewhere)).toBe('BAD_INPUT input.serviceCentreIds: SERVICE_CENTRE');
  const all = await manager.client.send(CREATE, {
    input: { code: 'E2', name: 'E', labourMinutes: 5, serviceCentreIds: [] },
  });
  expect(refusalOf(all)).toBe('BAD_INPUT input.serviceCentreIds: REQUIRED');
  expect(await diaryOf(graph, shop)).toEqual(before);
});

it.each([
  ['a code with spaces', { code: 'A B' }, 'input.code: MATCHES'],
  ['no name', { name: ' ' }, 'input.name: MATCHES'],
  ['no time', { labourMinutes: 0 }, 'input.labourMinutes: MIN'],
  ['a price below zero', { price: { amount: '-1', currency: 'EUR' } }, 'input.price.amount: MIN'],
  ['a price that is none', { price: { amount: '1,5', currency: 'EUR' } }, 'input.price.amount: AMOUNT'],
])('refuse %s', async (_, input, expected) => {
  const before = await diaryOf(graph, shop);
  const answer = await manager.client.send(CREATE, {
    input: { code: 'BAD', name: 'Bad', labourMinutes: 5, ...input },
  });
  expect(refusalOf(answer)).toBe(`BAD_INPUT ${expected}`);
  expect(await diaryOf(graph, shop)).toEqual(before);
});

it('have codes of their own; a key makes one; another organisation sees none', async () => {
  const input = { code: 'ONCE', idempotencyKey: 'an item, once' };
  const made = await offer(manager, input);
  expect((await offer(manager, input)).id).toBe(made.id);
  const twice = await manager.client.send(CREATE, { input: { code: 'once', name: 'T', labourMinutes: 5 } });
  expect(twice.code).toBe('CONFLICT');
  const other = await graph.shop();
  expect(await codes(other.admin as Member)).toEqual([]);
  const theirs = await other.admin.client.send(UPDATE, { id: made.id, input: { name: 'Ours' } });
  expect(theirs.code).toBe('NOT_FOUND');
});
