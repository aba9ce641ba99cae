import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { auditOf, createCustomer, eventsOf, problemsOf, written } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const CREATE = 'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { id code } }';
const UPDATE = `mutation ($id: ID!, $input: UpdateCustomerInput!) { updateCustomer(id: $id, input: $input) {
  version firstName lastName company phone email language notes address { city } } }`;
const WHOLE = `query ($id: ID!) { customer(id: $id) { id code firstName lastName company phone email language notes
  dateOfBirth taxNumber archivedAt version createdAt updatedAt
  address { street city region postalCode country } } }`;

const LINA = {
  firstName: ' Lina ',
  lastName: 'Esposito',
  company: 'Officina Esposito',
  phone: '333 123 45 67',
  email: 'Lina@Esposito.Example',
  address: { street: 'Via Toledo 1', city: 'Napoli', region: 'NA', postalCode: '80134', country: 'IT' },
  dateOfBirth: '1984-02-29',
  language: 'it-it',
  notes: 'Comes early.',
  taxNumber: 'IT01234567890',
};

describe('createCustomer', () => {
  it('takes a customer in, as typed but tidy, and shows all of it again', async () => {
    const { id } = await createCustomer(shop.admin.client, LINA);
    const { customer } = await shop.admin.client.ask<{ customer: Record<string, unknown> }>(WHOLE, { id });
    expect(customer).toMatchObject({
      id,
      code: expect.stringMatching(/^CUS-\d{6}$/),
      firstName: 'Lina',
      lastName: 'Esposito',
      company: 'Officina Esposito',
      phone: '+393331234567',
      email: 'lina@esposito.example',
      language: 'it-IT',
      dateOfBirth: '1984-02-29',
      notes: 'Comes early.',
      taxNumber: 'IT01234567890',
      address: LINA.address,
      archivedAt: null,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: customer.createdAt,
    });
  });

  it('keeps what need not be searched unreadable, in the table and in the audit log', async () => {
    const { id } = await createCustomer(shop.admin.client, LINA);
    const [row] = await graph.sql('select * from customer.customer where id = $1', [id]);
    const [entry] = await auditOf(graph, id);
    for (const stored of [JSON.stringify(row), JSON.stringify(entry)])
      for (const secret of ['Toledo', '80134', '1984-02-29', 'Comes early', 'IT01234567890'])
        expect(stored).not.toContain(secret);
    expect(row).toMatchObject({ city: 'Napoli', phone: '+393331234567' });
  });

  it('numbers customers one by one, each organisation for itself', async () => {
    const other = await graph.shop();
    const codes = [];
    for (let n = 0; n < 3; n += 1) codes.push((await createCustomer(other.admin.client)).code);
    expect(codes).toEqual(['CUS-000001', 'CUS-000002', 'CUS-000003']);
  });

  it('reads a phone as one of the country of the service centre', async () => {
    const german = await graph.shop({ country: 'DE', timeZone: 'Europe/Berlin' });
    const { id } = await createCustomer(german.admin.client, { phone: '0171 1234567' });
    const { customer } = await german.admin.client.ask<{ customer: { phone: string } }>(WHOLE, { id });
    expect(customer.phone).toBe('+491711234567');
  });

  it.each([
    ['a phone that is none', { phone: '12345' }, 'phone: PHONE'],
    ['a phone with words', { phone: 'call me' }, 'phone: PHONE'],
    ['an e-mail that is none', { email: 'lina@' }, 'email: IS_EMAIL'],
    ['a language that is none', { language: '??' }, 'language: LANGUAGE'],
    ['a birth in the future', { dateOfBirth: '2999-01-01' }, 'dateOfBirth: DATE_OF_BIRTH'],
    ['no name at all', { firstName: ' ', lastName: null }, 'firstName: REQUIRED'],
    ['a name without end', { firstName: 'x'.repeat(81) }, 'firstName: MAX_LENGTH'],
    ['a country that is none', { address: { country: 'XX' } }, 'address.country: IS_ISO31661ALPHA2'],
    [
      'a service centre that is none',
      { serviceCentreId: '01a1fa6a-ce0d-7513-9abd-c393af773971' },
      'serviceCentreId: UNKNOWN',
    ],
  ])('refuses %s and writes nothing', async (_, input, problem) => {
    const before = await written(graph, shop);
    const answer = await shop.admin.client.send(CREATE, { input: { firstName: 'Lina', ...input } });
    expect(answer.code).toBe('BAD_INPUT');
    expect(problemsOf(answer)).toContain(problem);
    expect(await written(graph, shop)).toEqual(before);
  });

  it('refuses a day that does not exist', async () => {
    const answer = await shop.admin.client.send(CREATE, {
      input: { firstName: 'Lina', dateOfBirth: '1985-02-29' },
    });
    expect(answer.code).toBe('BAD_INPUT');
  });

  it('makes one customer of fifty calls at once with one idempotency key', async () => {
    const input = { firstName: 'Once', lastName: 'Only', idempotencyKey: 'fifty-at-once' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        shop.admin.client.send<{ createCustomer: { id: string; code: string } }>(CREATE, { input }),
      ),
    );
    expect(answers.flatMap((answer) => answer.errors)).toEqual([]);
    expect(new Set(answers.map((answer) => answer.data.createCustomer.code)).size).toBe(1);
    const id = answers[0]!.data.createCustomer.id;
    expect(await eventsOf(graph, id)).toEqual(['CustomerCreated']);
    const rows = await graph.sql(
      "select id from customer.customer where organisation_id = $1 and last_name = 'Only'",
      [shop.id],
    );
    expect(rows).toEqual([{ id }]);
  });

  it('refuses the same idempotency key with another input', async () => {
    const idempotencyKey = 'another-input';
    await createCustomer(shop.admin.client, { idempotencyKey });
    const answer = await shop.admin.client.send(CREATE, { input: { firstName: 'Else', idempotencyKey } });
    expect(answer.code).toBe('IDEMPOTENCY_MISMATCH');
  });
});

describe('updateCustomer', () => {
  it('changes what is said, clears what is null and leaves the rest', async () => {
    const { id } = await createCustomer(shop.admin.client, LINA);
    const { updateCustomer } = await shop.admin.client.ask<{ updateCustomer: object }>(UPDATE, {
      id,
      input: { lastName: 'Ricci', phone: null, address: null, notes: null, expectedVersion: 1 },
    });
    expect(updateCustomer).toEqual({
      version: 2,
      firstName: 'Lina',
      lastName: 'Ricci',
      company: 'Officina Esposito',
      phone: null,
      email: 'lina@esposito.example',
      language: 'it-IT',
      notes: null,
      address: null,
    });
  });

  it('writes who changed what from what into the audit log, and an event', async () => {
    const { id } = await createCustomer(shop.admin.client, LINA);
    await shop.admin.client.ask(UPDATE, {
      id,
      input: { email: 'new@esposito.example', lastName: 'Esposito' },
    });
    const entries = await auditOf(graph, id);
    expect(entries.map((entry) => entry.action)).toEqual(['create', 'update']);
    expect(entries[1]).toEqual({
      action: 'update',
      actor_id: shop.admin.id,
      old_values: { email: 'lina@esposito.example' },
      new_values: { email: 'new@esposito.example' },
    });
    expect(await eventsOf(graph, id)).toEqual(['CustomerCreated', 'CustomerUpdated']);
  });

  it('writes nothing when nothing differs', async () => {
    const { id } = await createCustomer(shop.admin.client, LINA);
    const before = await written(graph, shop);
    const { updateCustomer } = await shop.admin.client.ask<{ updateCustomer: { version: number } }>(UPDATE, {
      id,
      input: { firstName: 'Lina', phone: '+39 333 1234567', address: LINA.address, notes: 'Comes early.' },
    });
    expect(updateCustomer.version).toBe(1);
    expect(await written(graph, shop)).toEqual(before);
  });

  it('tells of a conflict with the version that it is at now', async () => {
    const { id } = await createCustomer(shop.admin.client);
    await shop.admin.client.ask(UPDATE, { id, input: { firstName: 'First', expectedVersion: 1 } });
    const late = await shop.admin.client.send(UPDATE, {
      id,
      input: { firstName: 'Late', expectedVersion: 1 },
    });
    expect(late.code).toBe('CONFLICT');
    expect(late.errors[0]!.extensions.current).toMatchObject({ id, version: 2 });
    const { customer } = await shop.admin.client.ask<{ customer: { firstName: string } }>(WHOLE, { id });
    expect(customer.firstName).toBe('First');
  });

  it('lets one of twenty with the same expected version through', async () => {
    const { id } = await createCustomer(shop.admin.client);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        shop.admin.client.send(UPDATE, { id, input: { firstName: `Racer ${n}`, expectedVersion: 1 } }),
      ),
    );
    const codes = answers.map((answer) => answer.code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(19);
  });

  it('does not take the last name away', async () => {
    const { id } = await createCustomer(shop.admin.client);
    const answer = await shop.admin.client.send(UPDATE, { id, input: { firstName: null, lastName: ' ' } });
    expect(problemsOf(answer)).toEqual(['firstName: REQUIRED']);
  });

  it.each(['01a1fa6a-ce0d-7513-9abd-c393af773971', 'nonsense'])('finds no customer %s', async (id) => {
    expect((await shop.admin.client.send(UPDATE, { id, input: { firstName: 'X' } })).code).toBe('NOT_FOUND');
    expect(await shop.admin.client.ask(WHOLE, { id })).toEqual({ customer: null });
  });
});

describe('archiveCustomer and restoreCustomer', () => {
  const ARCHIVE = 'mutation ($id: ID!) { archiveCustomer(id: $id) { archivedAt version } }';
  const RESTORE = 'mutation ($id: ID!) { restoreCustomer(id: $id) { archivedAt version } }';
  const LIST = 'query ($filter: CustomerFilter) { customers(filter: $filter) { nodes { id } } }';

  it('takes a customer out of the lists and back, once each', async () => {
    const { client } = shop.admin;
    const { id } = await createCustomer(client, { company: 'Archiving Ltd' });
    const listed = async (filter: object) => {
      const { customers } = await client.ask<{ customers: { nodes: { id: string }[] } }>(LIST, { filter });
      return customers.nodes.some((node) => node.id === id);
    };
    const first = await client.ask<{ archiveCustomer: object }>(ARCHIVE, { id });
    expect(first.archiveCustomer).toEqual({ archivedAt: expect.any(String), version: 2 });
    expect(await client.ask(ARCHIVE, { id })).toEqual(first);
    expect(await listed({})).toBe(false);
    expect(await listed({ archived: true, search: 'archiving' })).toBe(true);
    const { restoreCustomer } = await client.ask<{ restoreCustomer: object }>(RESTORE, { id });
    expect(restoreCustomer).toEqual({ archivedAt: null, version: 3 });
    expect(await listed({ search: 'archiving' })).toBe(true);
    expect(await eventsOf(graph, id)).toEqual(['CustomerCreated', 'CustomerArchived', 'CustomerRestored']);
  });
});
