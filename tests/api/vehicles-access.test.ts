import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { accountOf, auditOf, createCustomer, createVehicle, problemsOf, written } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
let here: Member;
let there: Member;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  here = await shop.staff('RECEPTIONIST');
  there = await shop.staff('RECEPTIONIST', { centres: [shop.centres[1]!] });
});

const READ = 'query ($id: ID!) { vehicle(id: $id) { id plate } }';
const UPDATE = `mutation ($id: ID!, $input: UpdateVehicleInput!) { updateVehicle(id: $id, input: $input) { version } }`;
const PLATE = `mutation ($id: ID!, $plate: PlateInput) { changeVehiclePlate(id: $id, plate: $plate) { plate } }`;
const TRANSFER = `mutation ($id: ID!, $customerId: ID!) {
  transferVehicleOwnership(id: $id, customerId: $customerId) { id } }`;
const FIND = 'mutation ($input: FindVehicleInput!) { findVehicle(input: $input) { id } }';
const CREATE = `mutation ($input: CreateVehicleInput!) { createVehicle(input: $input) {
  id notes owner { id } ownershipHistory { id } } }`;
const ARCHIVE = 'mutation ($id: ID!) { archiveVehicle(id: $id) { id } }';
const RESTORE = 'mutation ($id: ID!) { restoreVehicle(id: $id) { id } }';
const input = { colour: 'Changed' };
const plate = { number: 'TAKEN 1', country: 'IT' };

const sees = async (client: GraphClient, id: string): Promise<boolean> =>
  (await client.ask<{ vehicle: object | null }>(READ, { id })).vehicle !== null;

describe('another organisation', () => {
  it('sees, finds and changes nothing, and may have the same plate and VIN', async () => {
    const other = await graph.shop();
    const customer = await createCustomer(other.admin.client);
    const car = { plate: { number: 'SAME 1', country: 'IT' }, vin: 'ZFA31200000000001' };
    const { id } = await createVehicle(shop.admin.client, car);
    const before = await written(graph, shop);
    const { client } = other.admin;
    expect(await sees(client, id)).toBe(false);
    expect(await client.ask(FIND, { input: { plate: car.plate } })).toEqual({ findVehicle: null });
    expect(await client.ask('{ vehicles { totalCount nodes { id } } }')).toEqual({
      vehicles: { totalCount: 0, nodes: [] },
    });
    const variables = { id, input, plate, customerId: customer.id };
    for (const command of [UPDATE, PLATE, TRANSFER, ARCHIVE, RESTORE])
      expect((await client.send(command, variables)).code).toBe('NOT_FOUND');
    expect(await written(graph, shop)).toEqual(before);
    expect(await sees(client, (await createVehicle(client, car)).id)).toBe(true);
  });

  it('gives no vehicle to a customer of another organisation', async () => {
    const other = await graph.shop();
    const stranger = await createCustomer(other.admin.client);
    const { id } = await createVehicle(shop.admin.client);
    const before = await written(graph, shop);
    const moved = await shop.admin.client.send(TRANSFER, { id, customerId: stranger.id });
    expect(problemsOf(moved)).toEqual(['customerId: UNKNOWN']);
    const made = await shop.admin.client.send(CREATE, {
      input: { make: 'X', model: 'Y', ownerId: stranger.id },
    });
    expect(problemsOf(made)).toEqual(['ownerId: UNKNOWN']);
    expect(await written(graph, shop)).toEqual(before);
  });
});

describe('staff of a service centre', () => {
  it('see and change the vehicles of their centre, and no others', async () => {
    const mine = await createVehicle(here.client);
    const theirs = await createVehicle(there.client);
    expect(await sees(here.client, mine.id)).toBe(true);
    expect(await sees(here.client, theirs.id)).toBe(false);
    expect(await sees(shop.admin.client, theirs.id)).toBe(true);
    const { vehicles } = await here.client.ask<{ vehicles: { nodes: { id: string }[] } }>(
      '{ vehicles(first: 100) { nodes { id } } }',
    );
    expect(vehicles.nodes).toContainEqual({ id: mine.id });
    expect(vehicles.nodes).not.toContainEqual({ id: theirs.id });
    const customer = await createCustomer(here.client);
    const before = await written(graph, shop);
    const variables = { id: theirs.id, input, plate, customerId: customer.id };
    for (const command of [UPDATE, PLATE, TRANSFER, ARCHIVE, RESTORE])
      expect((await here.client.send(command, variables)).code).toBe('NOT_FOUND');
    expect(await written(graph, shop)).toEqual(before);
  });

  it('see a vehicle without an owner who is not theirs to see', async () => {
    const owner = await createCustomer(there.client);
    const { id } = await createVehicle(there.client, {
      ownerId: owner.id,
      plate: { number: 'LOOK 1', country: 'IT' },
    });
    await here.client.ask(FIND, { input: { plate: { number: 'look1', country: 'it' } } });
    const answer = await here.client.send(
      'query ($id: ID!) { vehicle(id: $id) { id owner { firstName } ownershipHistory { ownedTo customer { firstName } } } }',
      { id },
    );
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      vehicle: { id, owner: null, ownershipHistory: [{ ownedTo: null, customer: null }] },
    });
  });
});

describe('findVehicle', () => {
  it('opens the vehicle to the centre that asks, by plate or VIN, and says so in the audit log', async () => {
    const car = { plate: { number: 'FI 100 ND', country: 'IT' }, vin: 'ZFA31200000000002' };
    const { id } = await createVehicle(here.client, car);
    expect(await sees(there.client, id)).toBe(false);
    const found = await there.client.ask(FIND, { input: { plate: { number: 'fi-100-nd', country: 'it' } } });
    expect(found).toEqual({ findVehicle: { id } });
    expect(await sees(there.client, id)).toBe(true);
    expect((await auditOf(graph, id)).at(-1)).toEqual({
      action: 'look up',
      actor_id: there.id,
      old_values: null,
      new_values: { by: 'plate', serviceCentreId: shop.centres[1] },
    });
    expect(await there.client.ask(FIND, { input: { vin: 'zfa31200000000002' } })).toEqual({
      findVehicle: { id },
    });
  });

  it('finds nothing by a part, by another country, or by a plate that is off', async () => {
    const { id } = await createVehicle(here.client, { plate: { number: 'OFF 1', country: 'IT' } });
    const find = (number: string, country = 'IT') =>
      there.client.ask(FIND, { input: { plate: { number, country } } });
    expect(await find('OFF')).toEqual({ findVehicle: null });
    expect(await find('OFF 1', 'FR')).toEqual({ findVehicle: null });
    await here.client.ask(PLATE, { id, plate: null });
    expect(await find('OFF 1')).toEqual({ findVehicle: null });
    expect(await sees(there.client, id)).toBe(false);
  });

  it.each([
    ['neither plate nor VIN', {}, 'input: ONE_OF'],
    ['both', { plate, vin: 'ZFA31200000000003' }, 'input: ONE_OF'],
    ['a VIN that is none', { vin: 'ZFA' }, 'vin: MATCHES'],
    ['a plate of dashes', { plate: { number: '--', country: 'IT' } }, 'plate.number: PLATE'],
  ])('refuses %s', async (_, by, problem) => {
    expect(problemsOf(await there.client.send(FIND, { input: by }))).toEqual([problem]);
  });
});

describe('a customer', () => {
  it('takes in, sees and changes their own vehicles', async () => {
    const self = await createCustomer(here.client);
    const { client } = await accountOf(graph, shop, self.id);
    const { createVehicle: made } = await client.ask<{ createVehicle: { id: string } }>(CREATE, {
      input: { make: 'Own', model: 'Car', plate: { number: 'OWN 1', country: 'IT' } },
    });
    expect(made).toMatchObject({ notes: null, owner: { id: self.id }, ownershipHistory: [] });
    await client.ask(UPDATE, { id: made.id, input });
    await client.ask(PLATE, { id: made.id, plate: { number: 'OWN 2', country: 'IT' } });
    const { vehicle } = await shop.admin.client.ask<{ vehicle: object }>(
      'query ($id: ID!) { vehicle(id: $id) { colour plateHistory { plate validTo } } }',
      { id: made.id },
    );
    expect(vehicle).toEqual({
      colour: 'Changed',
      plateHistory: [
        { plate: 'OWN 2', validTo: null },
        { plate: 'OWN 1', validTo: expect.any(String) },
      ],
    });
  });

  it('sees nobody else’s, nor the notes and the time before them', async () => {
    const before = await createCustomer(here.client);
    const self = await createCustomer(here.client);
    const { client } = await accountOf(graph, shop, self.id);
    const { id } = await createVehicle(here.client, { ownerId: before.id, notes: 'Was stolen once.' });
    expect(await sees(client, id)).toBe(false);
    await here.client.ask(TRANSFER, { id, customerId: self.id });
    const { vehicles } = await client.ask<{ vehicles: object }>(
      '{ vehicles { nodes { id notes plateHistory { plate } ownershipHistory { customer { id } } } } }',
    );
    expect(vehicles).toEqual({ nodes: [{ id, notes: null, plateHistory: [], ownershipHistory: [] }] });
    const last = await accountOf(graph, shop, before.id);
    expect(await sees(last.client, id)).toBe(false);
  });

  it('takes in nothing for others, transfers, archives and looks up nothing', async () => {
    const self = await createCustomer(here.client);
    const other = await createCustomer(here.client);
    const { client } = await accountOf(graph, shop, self.id);
    const own = await createVehicle(here.client, { ownerId: self.id });
    const theirs = await createVehicle(here.client, { ownerId: other.id });
    const before = await written(graph, shop);
    const make = (extra: object) => client.send(CREATE, { input: { make: 'X', model: 'Y', ...extra } });
    expect(problemsOf(await make({ ownerId: other.id }))).toEqual(['ownerId: UNKNOWN']);
    expect(problemsOf(await make({ notes: 'Mine.' }))).toEqual(['notes: STAFF_ONLY']);
    expect(problemsOf(await make({ serviceCentreId: shop.centres[0] }))).toEqual([
      'serviceCentreId: SERVICE_CENTRE',
    ]);
    expect(problemsOf(await client.send(UPDATE, { id: own.id, input: { notes: 'Mine.' } }))).toEqual([
      'notes: STAFF_ONLY',
    ]);
    for (const command of [UPDATE, PLATE])
      expect((await client.send(command, { id: theirs.id, input, plate })).code).toBe('NOT_FOUND');
    for (const command of [TRANSFER, ARCHIVE, RESTORE])
      expect((await client.send(command, { id: own.id, customerId: other.id })).code).toBe('FORBIDDEN');
    expect((await client.send(FIND, { input: { plate } })).code).toBe('FORBIDDEN');
    expect(await written(graph, shop)).toEqual(before);
  });
});

describe('without the permission', () => {
  it('an accountant reads, and writes nothing', async () => {
    const { id } = await createVehicle(here.client);
    const customer = await createCustomer(here.client);
    const { client } = await shop.staff('ACCOUNTANT');
    const before = await written(graph, shop);
    const created = { make: 'X', model: 'Y' };
    for (const command of [UPDATE, PLATE, TRANSFER, ARCHIVE, RESTORE]) {
      const answer = await client.send(command, { id, input, plate, customerId: customer.id });
      expect([answer.code, answer.data]).toEqual(['FORBIDDEN', null]);
    }
    expect((await client.send(CREATE, { input: created })).code).toBe('FORBIDDEN');
    expect((await client.send(FIND, { input: { plate } })).code).toBe('FORBIDDEN');
    expect(await sees(client, id)).toBe(true);
    expect(await written(graph, shop)).toEqual(before);
  });

  it('a technician changes a vehicle, and neither takes in, archives nor transfers', async () => {
    const { id } = await createVehicle(here.client);
    const { client } = await shop.staff('TECHNICIAN');
    expect(await client.ask(UPDATE, { id, input })).toEqual({ updateVehicle: { version: 2 } });
    for (const command of [ARCHIVE, RESTORE])
      expect((await client.send(command, { id })).code).toBe('FORBIDDEN');
    expect((await client.send(CREATE, { input: { make: 'X', model: 'Y' } })).code).toBe('FORBIDDEN');
  });

  it('nobody who is not signed in sees or changes anything', async () => {
    const { id } = await createVehicle(here.client);
    const before = await written(graph, shop);
    for (const query of [READ, '{ vehicles { nodes { id } } }', UPDATE, PLATE, ARCHIVE])
      expect((await graph.anonymous().send(query, { id, input, plate })).code).toBe('UNAUTHENTICATED');
    expect(await written(graph, shop)).toEqual(before);
  });
});

describe('Customer.vehicles', () => {
  it('lists what the customer owns now and is in use, in pages, for many customers at once', async () => {
    const owners = [await createCustomer(here.client), await createCustomer(here.client)];
    const cars: string[] = [];
    for (let n = 0; n < 3; n += 1)
      cars.push((await createVehicle(here.client, { ownerId: owners[0]!.id })).id);
    const archived = await createVehicle(here.client, { ownerId: owners[0]!.id });
    await here.client.ask(ARCHIVE, { id: archived.id });
    const sold = await createVehicle(here.client, { ownerId: owners[0]!.id });
    await here.client.ask(TRANSFER, { id: sold.id, customerId: owners[1]!.id });
    const query = `query ($id: ID!, $other: ID!, $after: String) {
      one: customer(id: $id) { ...Garage } two: customer(id: $other) { ...Garage } }
      fragment Garage on Customer { vehicles(first: 2, after: $after) {
        totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
    type Garage = {
      vehicles: {
        totalCount: number;
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    const variables = { id: owners[0]!.id, other: owners[1]!.id };
    const { one, two } = await here.client.ask<{ one: Garage; two: Garage }>(query, variables);
    expect(one.vehicles).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(one.vehicles.nodes.map((node) => node.id)).toEqual([cars[2], cars[1]]);
    expect(two.vehicles).toMatchObject({ totalCount: 1, nodes: [{ id: sold.id }] });
    const after = one.vehicles.pageInfo.endCursor;
    const next = await here.client.ask<{ one: Garage }>(query, { ...variables, after });
    expect(next.one.vehicles).toMatchObject({ nodes: [{ id: cars[0] }], pageInfo: { hasNextPage: false } });
  });
});
