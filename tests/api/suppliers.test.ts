import { randomUUID } from 'node:crypto';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { accountOf, auditOf, createCustomer, eventsOf, problemsOf } from './customers.fixtures';
import { suppliersKept } from './purchasing.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
});

const SUPPLIER = `id version createdAt updatedAt name contactName email phone currency leadTimeDays accountNumber notes
  archivedAt address { street city region postalCode country }`;
const CREATE = `mutation ($input: CreateSupplierInput!) { supplier: createSupplier(input: $input) { ${SUPPLIER} } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateSupplierInput!) {
  supplier: updateSupplier(id: $id, input: $input) { ${SUPPLIER} } }`;
const READ = `query ($id: ID!) { supplier(id: $id) { ${SUPPLIER} } }`;

interface Supplier {
  id: string;
  version: number;
  name: string;
}

const take = async (input: object): Promise<Supplier> =>
  (
    await manager.client.ask<{ supplier: Supplier }>(CREATE, {
      input: { name: 'Ricambi Po', currency: 'EUR', ...input },
    })
  ).supplier;

const change = async (id: string, input: object): Promise<Supplier> =>
  (await manager.client.ask<{ supplier: Supplier }>(UPDATE, { id, input })).supplier;

const names = async (member: Member, filter: object = {}): Promise<string[]> => {
  const { suppliers } = await member.client.ask<{ suppliers: { nodes: Supplier[] } }>(
    'query ($filter: SupplierFilter!) { suppliers(filter: $filter, first: 100) { nodes { name } } }',
    { filter },
  );
  return suppliers.nodes.map(({ name }) => name);
};

const FACTS = {
  name: ' Ricambi Emilia ',
  contactName: ' Pia Conti ',
  email: 'Ordini@Ricambi.Example',
  phone: '059 123 4567',
  address: { street: 'Via Emilia 9', city: 'Modena', postalCode: '41121', country: 'IT' },
  currency: 'EUR',
  leadTimeDays: 2,
  accountNumber: 'K-4711',
  notes: 'Closed in August.',
};

it('are taken in with all that is known of them, read, and told of', async () => {
  const { id } = await take(FACTS);
  const { supplier } = await manager.client.ask<{ supplier: unknown }>(READ, { id });
  expect(supplier).toEqual({
    id,
    version: 1,
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
    name: 'Ricambi Emilia',
    contactName: 'Pia Conti',
    email: 'ordini@ricambi.example',
    phone: '+390591234567',
    currency: 'EUR',
    leadTimeDays: 2,
    accountNumber: 'K-4711',
    notes: 'Closed in August.',
    archivedAt: null,
    address: { street: 'Via Emilia 9', city: 'Modena', region: null, postalCode: '41121', country: 'IT' },
  });
  expect(await eventsOf(graph, id)).toEqual(['SupplierCreated']);
  const [kept] = await graph.sql<Record<string, string>>('select * from inventory.supplier where id = $1', [
    id,
  ]);
  for (const [column, plain] of [
    ['contact_name', 'Pia'],
    ['email', 'ricambi'],
    ['phone', '1234567'],
    ['street', 'Emilia'],
    ['postal_code', '41121'],
    ['notes', 'August'],
  ] as const)
    expect(kept![column]).not.toContain(plain);
});

it('are changed: what is left out stays, null clears; a phone is read in their country', async () => {
  const { id } = await take(FACTS);
  const first = await change(id, { phone: '059 765 4321', leadTimeDays: null, notes: null, currency: 'USD' });
  expect(first).toMatchObject({
    version: 2,
    name: 'Ricambi Emilia',
    phone: '+390597654321',
    leadTimeDays: null,
    notes: null,
    currency: 'USD',
    email: 'ordini@ricambi.example',
  });
  const moved = await change(id, { address: { country: 'DE' }, phone: '030 901820', expectedVersion: 2 });
  expect(moved).toMatchObject({
    version: 3,
    phone: '+4930901820',
    address: { street: null, city: null, country: 'DE' },
  });
  expect(await change(id, { name: 'Ricambi Emilia' })).toMatchObject({ version: 3 });
  expect(await eventsOf(graph, id)).toEqual(['SupplierCreated', 'SupplierUpdated', 'SupplierUpdated']);
  const late = await manager.client.send(UPDATE, { id, input: { name: 'Late', expectedVersion: 2 } });
  expect(late.code).toBe('CONFLICT');
  expect((await auditOf(graph, id)).map(({ action }) => action)).toEqual(['create', 'update', 'update']);
});

it('are archived and taken back into use, never deleted', async () => {
  const { id } = await take({ name: 'Zz old' });
  expect(await change(id, { archived: true })).toMatchObject({ version: 2, archivedAt: expect.any(String) });
  expect(await change(id, { archived: true })).toMatchObject({ version: 2 });
  expect(await names(manager)).not.toContain('Zz old');
  expect(await names(manager, { archived: true })).toEqual(['Zz old']);
  expect(await change(id, { archived: false, notes: 'Back.' })).toMatchObject({
    version: 3,
    archivedAt: null,
  });
  expect(await change(id, { archived: null })).toMatchObject({ version: 3, archivedAt: null });
  expect(await names(manager, { search: 'zz OLD' })).toEqual(['Zz old']);
  expect(await eventsOf(graph, id)).toEqual(['SupplierCreated', 'SupplierArchived', 'SupplierRestored']);
  await change(id, { archived: true });
});

it('are listed by name, page by page, and found by part of the name or of the account number', async () => {
  for (const [name, accountNumber] of [
    ['qx beta', '1-AA'],
    ['Qx alpha', '1-BB'],
    ['qx gamma', null],
  ])
    await take({ name, accountNumber });
  expect(await names(manager, { search: 'QX' })).toEqual(['Qx alpha', 'qx beta', 'qx gamma']);
  expect(await names(manager, { search: '1-b' })).toEqual(['Qx alpha']);
  expect(await names(manager, { search: '%x' })).toEqual([]);
  const page = async (after: string | null) =>
    (
      await manager.client.ask<{
        suppliers: { totalCount: number; edges: { cursor: string; node: Supplier }[] };
      }>(
        `query ($after: String) { suppliers(filter: { search: "qx" }, first: 2, after: $after) {
           totalCount edges { cursor node { name } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )
    ).suppliers;
  const first = await page(null);
  expect(first.totalCount).toBe(3);
  const second = await page(first.edges[1]!.cursor);
  expect(second.edges.map(({ node }) => node.name)).toEqual(['qx gamma']);
});

it.each([
  ['no name', { name: ' ' }, 'name: MATCHES'],
  ['no e-mail address', { email: 'nobody' }, 'email: IS_EMAIL'],
  ['a phone that needs a country', { phone: '059 1234567' }, 'phone: PHONE'],
  ['a currency that is none', { currency: 'Euro' }, 'currency: CURRENCY'],
  ['a lead time below zero', { leadTimeDays: -1 }, 'leadTimeDays: MIN'],
  ['a country that is none', { address: { country: 'XX' } }, 'address.country: IS_ISO31661ALPHA2'],
])('refuse %s', async (_, input, expected) => {
  const { id } = await take({ name: 'Good' });
  const before = await suppliersKept(graph, shop);
  const made = await manager.client.send(CREATE, { input: { name: 'Bad', currency: 'EUR', ...input } });
  expect([made.code, ...problemsOf(made)]).toEqual(['BAD_INPUT', expected]);
  const changed = await manager.client.send(UPDATE, { id, input });
  expect([changed.code, ...problemsOf(changed)]).toEqual(['BAD_INPUT', expected]);
  expect(await suppliersKept(graph, shop)).toEqual(before);
});

it('are made once for one key', async () => {
  const key = { idempotencyKey: randomUUID() };
  const { id } = await take(key);
  expect((await take(key)).id).toBe(id);
  const other = await manager.client.send(CREATE, { input: { name: 'Other', currency: 'EUR', ...key } });
  expect(other.code).toBe('IDEMPOTENCY_MISMATCH');
});

it('are not for customers, technicians see none, and another organisation has its own', async () => {
  const { id } = await take({});
  const technician = await shop.staff('TECHNICIAN');
  const { id: customerId } = await createCustomer(manager.client);
  const customer = await accountOf(graph, shop, customerId);
  for (const { client } of [technician, customer])
    for (const answer of [
      await client.send(READ, { id }),
      await client.send('{ suppliers { totalCount } }'),
      await client.send(UPDATE, { id, input: { name: 'Mine' } }),
    ])
      expect(answer.code).toBe('FORBIDDEN');
  const advisor = await shop.staff('ADVISOR');
  const other = await graph.shop();
  const before = await suppliersKept(graph, shop);
  expect((await advisor.client.send(UPDATE, { id, input: { name: 'Mine' } })).code).toBe('FORBIDDEN');
  expect((await other.admin.client.send(UPDATE, { id, input: { name: 'Ours' } })).code).toBe('NOT_FOUND');
  expect(await other.admin.client.ask(READ, { id })).toEqual({ supplier: null });
  expect(await names(other.admin as Member)).toEqual([]);
  expect(await suppliersKept(graph, shop)).toEqual(before);
});
