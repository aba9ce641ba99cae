import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { accountOf, createCustomer, written } from './customers.fixtures';
import {
  begin,
  COMPLETE,
  CREATE,
  complete,
  put,
  READ,
  read,
  type StoredFile,
  upload,
} from './files.fixtures';

const graph = useGraph();
const bytes = Buffer.from('a few words');
let shop: Shop;
let customer: Member;
let other: Member;
beforeAll(async () => {
  shop = await graph.shop();
  const [one, two] = [await createCustomer(shop.admin.client), await createCustomer(shop.admin.client)];
  customer = await accountOf(graph, shop, one.id);
  other = await accountOf(graph, shop, two.id);
});

const given = (client: GraphClient): Promise<StoredFile> => upload(client, 'text/plain', bytes);

it('customers upload, and see their own files alone', async () => {
  const mine = await given(customer.client);
  const staffs = await given(shop.admin.client);
  expect(await read(customer.client, mine.id)).toMatchObject({ id: mine.id, state: 'READY' });
  for (const hidden of [staffs.id]) expect(await read(customer.client, hidden)).toBeNull();
  expect(await read(other.client, mine.id)).toBeNull();
});

it('nobody completes another’s upload, unless their reach is everything', async () => {
  const begun = await begin(customer.client, 'text/plain', bytes.length);
  await put(begun, bytes);
  expect((await complete(other.client, begun.file.id)).code).toBe('NOT_FOUND');
  const [row] = await graph.sql('select state from customer.file where id = $1', [begun.file.id]);
  expect(row).toEqual({ state: 'PENDING' });
  const { client } = await shop.staff('RECEPTIONIST');
  expect((await complete(client, begun.file.id)).data.completeUpload.state).toBe('READY');
});

it('another organisation sees and completes nothing', async () => {
  const stranger = await graph.shop();
  const file = await given(shop.admin.client);
  const begun = await begin(shop.admin.client, 'text/plain', bytes.length);
  await put(begun, bytes);
  expect(await read(stranger.admin.client, file.id)).toBeNull();
  expect((await complete(stranger.admin.client, begun.file.id)).code).toBe('NOT_FOUND');
  const [row] = await graph.sql('select state from customer.file where id = $1', [begun.file.id]);
  expect(row).toEqual({ state: 'PENDING' });
});

it('who is not signed in sees, announces and completes nothing', async () => {
  const file = await given(shop.admin.client);
  const begun = await begin(shop.admin.client, 'text/plain', bytes.length);
  const before = await written(graph, shop);
  const input = { fileName: 'a.txt', contentType: 'text/plain', size: 1 };
  for (const [query, id] of [
    [READ, file.id],
    [COMPLETE, begun.file.id],
    [CREATE, file.id],
  ] as const) {
    const answer = await graph.anonymous().send(query, { id, input });
    expect(answer.code).toBe('UNAUTHENTICATED');
    expect(Object.values(answer.data ?? {}).every((value) => value === null)).toBe(true);
  }
  expect(await written(graph, shop)).toEqual(before);
});

it('who holds no permission for files announces and reads none', async () => {
  const file = await given(shop.admin.client);
  const nobody = await shop.staff('RECEPTIONIST');
  const { createRole } = await shop.admin.client.ask<{ createRole: { id: string } }>(
    'mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }',
    { input: { name: 'Without files', permissions: [{ permission: 'customers:read', reach: 'ALL' }] } },
  );
  await shop.admin.client.ask(
    'mutation ($id: ID!, $roleId: ID!) { updateUser(id: $id, input: { roleId: $roleId }) { id } }',
    { id: nobody.id, roleId: createRole.id },
  );
  const before = await written(graph, shop);
  const input = { fileName: 'a.txt', contentType: 'text/plain', size: 1 };
  expect((await nobody.client.send(CREATE, { input })).code).toBe('FORBIDDEN');
  expect((await nobody.client.send(READ, { id: file.id })).code).toBe('FORBIDDEN');
  expect(await written(graph, shop)).toEqual(before);
});
