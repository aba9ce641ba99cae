import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { auditOf, createCustomer, eventsOf, problemsOf, written } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

interface Contact {
  id: string;
  name: string;
  isPrimary: boolean;
}

const CONTACT = '{ id name relation phone email isPrimary version createdAt updatedAt }';
const ADD = `mutation ($customerId: ID!, $input: AddContactInput!) {
  addContact(customerId: $customerId, input: $input) ${CONTACT} }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateContactInput!) { updateContact(id: $id, input: $input) ${CONTACT} }`;
const REMOVE = `mutation ($id: ID!) { removeContact(id: $id) { id contacts { id } } }`;

async function add(customerId: string, input: object): Promise<Contact> {
  const { addContact } = await shop.admin.client.ask<{ addContact: Contact }>(ADD, { customerId, input });
  return addContact;
}

async function contactsOf(id: string): Promise<Contact[]> {
  const { customer } = await shop.admin.client.ask<{ customer: { contacts: Contact[] } }>(
    `query ($id: ID!) { customer(id: $id) { contacts ${CONTACT} } }`,
    { id },
  );
  return customer.contacts;
}

it('adds contacts, and lists them in the order in which they came', async () => {
  const customer = await createCustomer(shop.admin.client);
  const added = await add(customer.id, {
    name: ' Marco ',
    relation: 'spouse',
    phone: '02 1234567',
    email: 'Marco@X.example',
  });
  expect(added).toMatchObject({
    name: 'Marco',
    relation: 'spouse',
    phone: '+39021234567',
    email: 'marco@x.example',
    isPrimary: false,
    version: 1,
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  });
  await add(customer.id, { name: 'Office' });
  expect((await contactsOf(customer.id)).map((contact) => contact.name)).toEqual(['Marco', 'Office']);
  expect(await eventsOf(graph, customer.id)).toEqual([
    'CustomerCreated',
    'CustomerContactsChanged',
    'CustomerContactsChanged',
  ]);
});

it('keeps one contact the first to turn to, also when ten want to be', async () => {
  const customer = await createCustomer(shop.admin.client);
  const first = await add(customer.id, { name: 'First', isPrimary: true });
  await add(customer.id, { name: 'Second', isPrimary: true });
  expect((await contactsOf(customer.id)).map((contact) => contact.isPrimary)).toEqual([false, true]);
  await shop.admin.client.ask(UPDATE, { id: first.id, input: { isPrimary: true } });
  expect((await contactsOf(customer.id)).map((contact) => contact.isPrimary)).toEqual([true, false]);
  await Promise.all(
    Array.from({ length: 10 }, (_, n) => add(customer.id, { name: `Racer ${n}`, isPrimary: true })),
  );
  expect((await contactsOf(customer.id)).filter((contact) => contact.isPrimary)).toHaveLength(1);
});

it('changes a contact: null clears, what is left out stays', async () => {
  const customer = await createCustomer(shop.admin.client);
  const { id } = await add(customer.id, { name: 'Carla', relation: 'driver', phone: '333 7654321' });
  const { updateContact } = await shop.admin.client.ask<{ updateContact: object }>(UPDATE, {
    id,
    input: { name: 'Carla B.', relation: null, expectedVersion: 1 },
  });
  expect(updateContact).toMatchObject({
    name: 'Carla B.',
    relation: null,
    phone: '+393337654321',
    version: 2,
  });
  const late = await shop.admin.client.send(UPDATE, { id, input: { name: 'Late', expectedVersion: 1 } });
  expect(late.code).toBe('CONFLICT');
  expect((await auditOf(graph, id))[1]).toMatchObject({
    action: 'update',
    old_values: { name: 'Carla', relation: 'driver' },
    new_values: { name: 'Carla B.', relation: null },
  });
});

it('removes a contact, and keeps in the audit log who it was', async () => {
  const customer = await createCustomer(shop.admin.client);
  const stays = await add(customer.id, { name: 'Stays' });
  const goes = await add(customer.id, { name: 'Goes' });
  const { removeContact } = await shop.admin.client.ask<{ removeContact: object }>(REMOVE, { id: goes.id });
  expect(removeContact).toEqual({ id: customer.id, contacts: [{ id: stays.id }] });
  expect((await auditOf(graph, goes.id))[1]).toMatchObject({
    action: 'delete',
    old_values: { name: 'Goes' },
  });
  expect((await shop.admin.client.send(REMOVE, { id: goes.id })).code).toBe('NOT_FOUND');
});

it.each([
  ['a phone that is none', { phone: '1' }, 'phone: PHONE'],
  ['an e-mail that is none', { email: 'x' }, 'email: IS_EMAIL'],
  ['a blank name', { name: '  ' }, 'name: MATCHES'],
])('refuses %s and writes nothing', async (_, input, problem) => {
  const customer = await createCustomer(shop.admin.client);
  const { id } = await add(customer.id, { name: 'Here' });
  const before = await written(graph, shop);
  const added = await shop.admin.client.send(ADD, {
    customerId: customer.id,
    input: { name: 'Bad', ...input },
  });
  const changed = await shop.admin.client.send(UPDATE, { id, input });
  for (const answer of [added, changed]) {
    expect(answer.code).toBe('BAD_INPUT');
    expect(problemsOf(answer)).toContain(problem);
  }
  expect(await written(graph, shop)).toEqual(before);
});

it('stops at fifty contacts', async () => {
  const customer = await createCustomer(shop.admin.client);
  await graph.sql(
    `insert into customer.contact (organisation_id, id, version, created_at, updated_at, customer_id, name, is_primary)
     select $1, gen_random_uuid(), 1, now(), now(), $2, 'Contact ' || n, false from generate_series(1, 50) n`,
    [shop.id, customer.id],
  );
  const answer = await shop.admin.client.send(ADD, { customerId: customer.id, input: { name: 'One more' } });
  expect(problemsOf(answer)).toEqual(['customerId: TOO_MANY']);
  expect(await contactsOf(customer.id)).toHaveLength(50);
});

it('adds one contact for a repeated idempotency key', async () => {
  const customer = await createCustomer(shop.admin.client);
  const input = { name: 'Once', idempotencyKey: 'contact-once' };
  const [one, two] = [await add(customer.id, input), await add(customer.id, input)];
  expect(two.id).toBe(one.id);
  expect(await contactsOf(customer.id)).toHaveLength(1);
});

it('knows nothing of another organisation’s customers and contacts', async () => {
  const other = await graph.shop();
  const customer = await createCustomer(shop.admin.client);
  const { id } = await add(customer.id, { name: 'Theirs' });
  const before = await written(graph, shop);
  const { client } = other.admin;
  const input = { name: 'Stolen' };
  expect((await client.send(ADD, { customerId: customer.id, input })).code).toBe('NOT_FOUND');
  expect((await client.send(UPDATE, { id, input })).code).toBe('NOT_FOUND');
  expect((await client.send(REMOVE, { id })).code).toBe('NOT_FOUND');
  expect(await written(graph, shop)).toEqual(before);
});
