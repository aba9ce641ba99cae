import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import {
  accountOf,
  auditOf,
  createCustomer,
  createVehicle,
  eventually,
  problemsOf,
  written,
} from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
let here: Member;
let there: Member;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  here = await shop.staff('RECEPTIONIST');
  there = await shop.staff('RECEPTIONIST', { centres: [shop.centres[1]!] });
});

const READ = 'query ($id: ID!) { customer(id: $id) { id phone } }';
const UPDATE = `mutation ($id: ID!, $input: UpdateCustomerInput!) {
  updateCustomer(id: $id, input: $input) { id version } }`;
const FIND = 'mutation ($input: FindCustomerInput!) { findCustomer(input: $input) { id } }';
const COMMANDS: [string, string][] = [
  ['updateCustomer', UPDATE],
  ['archiveCustomer', 'mutation ($id: ID!) { archiveCustomer(id: $id) { id } }'],
  ['restoreCustomer', 'mutation ($id: ID!) { restoreCustomer(id: $id) { id } }'],
  ['addContact', 'mutation ($id: ID!) { addContact(customerId: $id, input: { name: "X" }) { id } }'],
];
const input = { firstName: 'Changed' };

const sees = async (client: GraphClient, id: string): Promise<boolean> =>
  (await client.ask<{ customer: object | null }>(READ, { id })).customer !== null;

async function listed(client: GraphClient): Promise<string[]> {
  const { customers } = await client.ask<{ customers: { nodes: { id: string }[] } }>(
    '{ customers(first: 100) { nodes { id } } }',
  );
  return customers.nodes.map((node) => node.id);
}

describe('another organisation', () => {
  it('sees, finds and changes nothing', async () => {
    const other = await graph.shop();
    const customer = await createCustomer(shop.admin.client, { phone: '333 9990001' });
    const before = await written(graph, shop);
    expect(await sees(other.admin.client, customer.id)).toBe(false);
    expect(await listed(other.admin.client)).toEqual([]);
    const found = await other.admin.client.ask(FIND, { input: { phone: '+393339990001' } });
    expect(found).toEqual({ findCustomer: [] });
    for (const [, command] of COMMANDS)
      expect((await other.admin.client.send(command, { id: customer.id, input })).code).toBe('NOT_FOUND');
    expect(await written(graph, shop)).toEqual(before);
  });
});

describe('staff of a service centre', () => {
  it('see the customers of their centre, and no others', async () => {
    const mine = await createCustomer(here.client);
    const theirs = await createCustomer(there.client);
    expect(await sees(here.client, mine.id)).toBe(true);
    expect(await sees(here.client, theirs.id)).toBe(false);
    expect(await listed(there.client)).toContain(theirs.id);
    expect(await listed(there.client)).not.toContain(mine.id);
    expect(await listed(shop.admin.client)).toEqual(expect.arrayContaining([mine.id, theirs.id]));
  });

  it('change nothing of another centre’s', async () => {
    const theirs = await createCustomer(there.client);
    const before = await written(graph, shop);
    for (const [, command] of COMMANDS)
      expect((await here.client.send(command, { id: theirs.id, input })).code).toBe('NOT_FOUND');
    expect(await written(graph, shop)).toEqual(before);
  });

  it('take nobody in for a centre in which they do not work', async () => {
    const before = await written(graph, shop);
    const answer = await here.client.send(
      'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { id } }',
      { input: { firstName: 'X', serviceCentreId: shop.centres[1] } },
    );
    expect(problemsOf(answer)).toEqual(['serviceCentreId: SERVICE_CENTRE']);
    expect(await written(graph, shop)).toEqual(before);
  });

  it('get to see who comes to them with a job', async () => {
    const customer = await createCustomer(here.client);
    const vehicle = await createVehicle(here.client, { ownerId: customer.id });
    expect(await sees(there.client, customer.id)).toBe(false);
    await shop.admin.client.ask(
      'mutation ($input: CreateJobCardInput!) { createJobCard(input: $input) { id } }',
      { input: { vehicleId: vehicle.id, serviceCentreId: shop.centres[1], complaint: 'It rattles.' } },
    );
    await eventually(async () => {
      expect(await sees(there.client, customer.id)).toBe(true);
      const { vehicle: seen } = await there.client.ask<{ vehicle: object | null }>(
        'query ($id: ID!) { vehicle(id: $id) { id } }',
        { id: vehicle.id },
      );
      expect(seen).toEqual({ id: vehicle.id });
    });
  });
});

describe('findCustomer', () => {
  it('opens who gives their whole phone to the centre that asks, and says so in the audit log', async () => {
    const family = [
      await createCustomer(here.client, { phone: '333 5550001' }),
      await createCustomer(here.client, { phone: '333 5550001' }),
    ];
    const { findCustomer } = await there.client.ask<{ findCustomer: { id: string }[] }>(FIND, {
      input: { phone: '+39 333-555.0001' },
    });
    expect(findCustomer.map((found) => found.id)).toEqual(family.map(({ id }) => id).reverse());
    for (const { id } of family) {
      expect(await sees(there.client, id)).toBe(true);
      expect((await auditOf(graph, id)).at(-1)).toEqual({
        action: 'look up',
        actor_id: there.id,
        old_values: null,
        new_values: { by: 'phone', serviceCentreId: shop.centres[1] },
      });
    }
  });

  it('finds by the whole e-mail, in any case', async () => {
    const { id } = await createCustomer(here.client, { email: 'exact@example.org' });
    const found = await there.client.ask(FIND, { input: { email: 'EXACT@example.org' } });
    expect(found).toEqual({ findCustomer: [{ id }] });
  });

  it('finds nobody by a part, and nobody who is archived', async () => {
    const { id } = await createCustomer(here.client, { email: 'gone@example.org' });
    await here.client.ask(COMMANDS[1]![1], { id });
    for (const email of ['one@example.org', 'gone@example.org'])
      expect(await there.client.ask(FIND, { input: { email } })).toEqual({ findCustomer: [] });
    expect(await sees(there.client, id)).toBe(false);
  });

  it.each([
    ['neither phone nor e-mail', {}, 'input: ONE_OF'],
    ['both', { phone: '333 5550001', email: 'a@example.org' }, 'input: ONE_OF'],
    ['a phone that is none', { phone: '333' }, 'phone: PHONE'],
  ])('refuses %s', async (_, by, problem) => {
    const answer = await there.client.send(FIND, { input: by });
    expect(problemsOf(answer)).toEqual([problem]);
  });
});

describe('a customer', () => {
  it('sees and changes themselves and nobody else, without the notes of the shop', async () => {
    const self = await createCustomer(here.client, { notes: 'Pays late.', lastName: 'Self' });
    const other = await createCustomer(here.client, { lastName: 'Other' });
    const { client } = await accountOf(graph, shop, self.id);
    const { customers } = await client.ask<{ customers: { nodes: object[] } }>(
      '{ customers { nodes { id lastName notes } } }',
    );
    expect(customers.nodes).toEqual([{ id: self.id, lastName: 'Self', notes: null }]);
    const searched = await client.ask(
      '{ customers(filter: { search: "anna" }) { nodes { id } totalCount } }',
    );
    expect(searched).toEqual({ customers: { nodes: [{ id: self.id }], totalCount: 1 } });
    expect(await sees(client, other.id)).toBe(false);
    const changed = await client.ask(UPDATE, { id: self.id, input });
    expect(changed).toEqual({ updateCustomer: { id: self.id, version: 2 } });
    const before = await written(graph, shop);
    expect((await client.send(UPDATE, { id: other.id, input })).code).toBe('NOT_FOUND');
    const notes = await client.send(UPDATE, { id: self.id, input: { notes: 'Pays at once.' } });
    expect(problemsOf(notes)).toEqual(['notes: STAFF_ONLY']);
    expect(await written(graph, shop)).toEqual(before);
  });

  it('creates, archives and looks up nobody', async () => {
    const self = await createCustomer(here.client, { phone: '333 5550009' });
    const { client } = await accountOf(graph, shop, self.id);
    const before = await written(graph, shop);
    const attempts: [string, object][] = [
      ['mutation { createCustomer(input: { firstName: "X" }) { id } }', {}],
      [COMMANDS[1]![1], { id: self.id }],
      [FIND, { input: { phone: '333 5550009' } }],
    ];
    for (const [query, variables] of attempts) {
      const answer = await client.send(query, variables as Record<string, unknown>);
      expect(answer.code).toBe('FORBIDDEN');
      expect(answer.data).toBeNull();
    }
    expect(await written(graph, shop)).toEqual(before);
  });
});

describe('without the permission', () => {
  it.each([
    ['TECHNICIAN', ['createCustomer', ...COMMANDS.map(([name]) => name), 'findCustomer']],
    ['ACCOUNTANT', ['createCustomer', ...COMMANDS.map(([name]) => name), 'findCustomer']],
  ])('a %s reads, and writes nothing', async (role, refused) => {
    const { id } = await createCustomer(here.client, { phone: '333 5550002' });
    const { client } = await shop.staff(role);
    const documents = new Map([
      ...COMMANDS,
      ['createCustomer', 'mutation { createCustomer(input: { firstName: "X" }) { id } }'],
      ['findCustomer', 'mutation { findCustomer(input: { phone: "+393335550002" }) { id } }'],
    ]);
    const before = await written(graph, shop);
    for (const name of refused) {
      const answer = await client.send(documents.get(name)!, { id, input });
      expect(`${name} ${answer.code}`).toBe(`${name} FORBIDDEN`);
      expect(answer.data).toBeNull();
    }
    expect(await written(graph, shop)).toEqual(before);
    expect(await sees(client, id)).toBe(true);
  });

  it('nobody who is not signed in sees or changes anything', async () => {
    const { id } = await createCustomer(here.client);
    const before = await written(graph, shop);
    for (const query of [READ, '{ customers { nodes { id } } }', ...COMMANDS.map(([, command]) => command)]) {
      const answer = await graph.anonymous().send(query, { id, input });
      expect(answer.code).toBe('UNAUTHENTICATED');
      expect(Object.values(answer.data ?? {}).every((value) => value === null)).toBe(true);
    }
    expect(await written(graph, shop)).toEqual(before);
  });
});
