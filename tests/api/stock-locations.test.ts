import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { accountOf, createCustomer, eventsOf, eventually } from './customers.fixtures';
import { createPart } from './parts.fixtures';
import { refusalOf } from './scheduling.fixtures';
import { adjust, stocked, storeOf, storeroomOf, tryToAdjust } from './stock.fixtures';
import { doTo, REQUEST, request } from './stock-transfers.fixtures';

const graph = useGraph();

const LOCATIONS =
  '{ stockLocations { totalCount nodes { id version name kind serviceCentre { id name } } } }';
const read = async (client: GraphClient) =>
  (await client.ask<{ stockLocations: { totalCount: number; nodes: object[] } }>(LOCATIONS)).stockLocations;

describe('stockLocations', () => {
  it('has one for each service centre, from the day it opens; staff see those of their own', async () => {
    const shop = await graph.shop({ centres: 1 });
    const location = (index: number, name: string) => ({
      id: expect.any(String),
      version: 1,
      name,
      kind: 'SERVICE_CENTRE',
      serviceCentre: { id: shop.centres[index], name },
    });
    await eventually(async () =>
      expect(await read(shop.admin.client)).toEqual({
        totalCount: 2,
        nodes: [location(1, 'Centre 2'), location(0, 'First centre')],
      }),
    );
    const technician = await shop.staff('TECHNICIAN');
    expect(await read(technician.client)).toEqual({ totalCount: 1, nodes: [location(0, 'First centre')] });
    const other = await graph.shop();
    await eventually(async () => expect((await read(other.admin.client)).totalCount).toBe(1));
  });

  it('is not for customers, nor for who is not signed in', async () => {
    const shop = await graph.shop();
    const { id } = await createCustomer(shop.admin.client);
    const customer = await accountOf(graph, shop, id);
    for (const [client, code] of [
      [customer.client, 'FORBIDDEN'],
      [graph.anonymous(), 'UNAUTHENTICATED'],
    ] as const) {
      const answer = await client.send(LOCATIONS);
      expect(answer.code).toBe(code);
      expect(answer.data).toBeNull();
    }
  });
});

describe('a place', () => {
  const FIELDS = 'id version name kind active serviceCentre { id }';
  const CREATE = `mutation ($input: CreateStockLocationInput!) { place: createStockLocation(input: $input) { ${FIELDS} } }`;
  const UPDATE = `mutation ($id: ID!, $input: UpdateStockLocationInput!) { place: updateStockLocation(id: $id, input: $input) {
    ${FIELDS} } }`;
  type Answer = { place: { id: string; version: number } };
  let shop: Shop;
  let manager: Member;
  let both: Member;
  beforeAll(async () => {
    shop = await graph.shop({ centres: 1 });
    manager = await shop.staff('MANAGER');
    both = await shop.staff('MANAGER', { centres: shop.centres });
  });
  const create = (client: GraphClient, input: object) =>
    client.send<Answer>(CREATE, { input: { name: 'Place', ...input } });
  const update = (client: GraphClient, id: string, input: object) =>
    client.send<Answer>(UPDATE, { id, input });
  const van = async () => (await create(manager.client, { kind: 'VAN' })).data.place.id;

  it('is a van of a centre or a warehouse for all; it is renamed, moved, closed and opened', async () => {
    const { data } = await create(manager.client, {
      kind: 'VAN',
      name: ' Van 7 ',
      idempotencyKey: 'the seventh van',
    });
    const { id } = data.place;
    const expected = {
      id,
      version: 1,
      name: 'Van 7',
      kind: 'VAN',
      active: true,
      serviceCentre: { id: shop.centres[0] },
    };
    expect(data.place).toEqual(expected);
    const again = { kind: 'VAN', name: ' Van 7 ', idempotencyKey: 'the seventh van' };
    expect((await create(manager.client, again)).data.place).toEqual(expected);
    const moved = await update(both.client, id, {
      name: 'Van VII',
      serviceCentreId: shop.centres[1],
      expectedVersion: 1,
    });
    expect(moved.data.place).toEqual({
      ...expected,
      version: 2,
      name: 'Van VII',
      serviceCentre: { id: shop.centres[1] },
    });
    expect((await update(both.client, id, { name: 'Late', expectedVersion: 1 })).code).toBe('CONFLICT');
    expect((await update(manager.client, id, { name: 'Mine' })).code).toBe('NOT_FOUND');
    const closed = await update(both.client, id, { active: false });
    expect(closed.data.place).toMatchObject({ active: false, version: 3 });
    const names = async (filter: object) =>
      (
        await both.client.ask<{ stockLocations: { nodes: { name: string }[] } }>(
          'query ($filter: StockLocationFilter!) { stockLocations(filter: $filter) { nodes { name } } }',
          { filter },
        )
      ).stockLocations.nodes.map(({ name }) => name);
    expect(await names({ kind: 'VAN' })).toEqual([]);
    expect(await names({ kind: 'VAN', closed: true, serviceCentreId: shop.centres[1] })).toEqual(['Van VII']);
    expect((await update(both.client, id, { active: true })).data.place).toMatchObject({
      active: true,
      version: 4,
    });
    expect(await eventsOf(graph, id)).toEqual([
      'StockLocationCreated',
      ...Array.from({ length: 3 }, () => 'StockLocationUpdated'),
    ]);
    expect((await create(shop.admin.client, { kind: 'CENTRAL_WAREHOUSE' })).data.place).toMatchObject({
      kind: 'CENTRAL_WAREHOUSE',
      serviceCentre: null,
    });
  });

  it('is closed only when it is empty and nothing is on its way to it; closed, it takes nothing in', async () => {
    const [id, store] = [await van(), await storeOf(shop)];
    const place = await stocked(manager.client, id, '2');
    expect(refusalOf(await update(manager.client, id, { active: false }))).toBe('CONFLICT NOT_EMPTY');
    await adjust(manager.client, place, '-2');
    await adjust(manager.client, { ...place, locationId: store }, '1');
    const line = { partId: place.partId, quantity: '1' };
    const transfer = await request(manager.client, store, id, [line]);
    expect(refusalOf(await update(manager.client, id, { active: false }))).toBe('CONFLICT IN_TRANSIT');
    await doTo(manager.client, 'cancel', transfer.id);
    expect((await update(manager.client, id, { active: false })).errors).toEqual([]);
    expect(refusalOf(await tryToAdjust(manager.client, place, '1'))).toBe('CONFLICT CLOSED_LOCATION');
    const input = { fromLocationId: store, toLocationId: id, lines: [line] };
    expect(refusalOf(await manager.client.send(REQUEST, { input }))).toBe('CONFLICT CLOSED_LOCATION');
  });

  it('is empty when it is closed, whoever brings something at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await van();
      const { id: partId } = await createPart(manager.client);
      const answers = await Promise.all([
        ...Array.from({ length: 5 }, () => tryToAdjust(manager.client, { partId, locationId: id }, '1')),
        update(manager.client, id, { active: false }),
      ]);
      const closed = answers.at(-1)!.errors.length === 0;
      const [stored] = await graph.sql<{ active: boolean; lies: number }>(
        `select active, coalesce((select sum(on_hand) from inventory.stock_level where location_id = l.id), 0)::int as lies
         from inventory.stock_location l where id = $1`,
        [id],
      );
      const came = answers.slice(0, -1).filter(({ errors }) => errors.length === 0).length;
      expect(stored).toEqual({ active: !closed, lies: closed ? 0 : came });
    }
  });

  it.each([
    ['a second store room of a centre', { kind: 'SERVICE_CENTRE' }, 'BAD_INPUT input.kind: NOT_BY_HAND'],
    [
      'a warehouse, to those who do not work in all centres',
      { kind: 'CENTRAL_WAREHOUSE' },
      'BAD_INPUT input.kind: NOT_YOURS',
    ],
    ['a place without a name', { kind: 'VAN', name: ' ' }, 'BAD_INPUT input.name: MATCHES'],
  ])('refuses %s', async (_, input, expected) => {
    const before = await storeroomOf(graph, shop);
    expect(refusalOf(await create(manager.client, input))).toBe(expected);
    expect(await storeroomOf(graph, shop)).toEqual(before);
  });

  it('belongs to a centre of theirs, if to any', async () => {
    const [second, store] = [shop.centres[1], await storeOf(shop)];
    const before = await storeroomOf(graph, shop);
    const at = async (client: GraphClient, input: object) => refusalOf(await create(client, input));
    expect(await at(manager.client, { kind: 'VAN', serviceCentreId: second })).toBe(
      'BAD_INPUT input.serviceCentreId: SERVICE_CENTRE',
    );
    expect(await at(both.client, { kind: 'VAN' })).toBe('BAD_INPUT input.serviceCentreId: REQUIRED');
    expect(await at(shop.admin.client, { kind: 'VAN' })).toBe('BAD_INPUT input.serviceCentreId: REQUIRED');
    expect(await at(shop.admin.client, { kind: 'VAN', serviceCentreId: store })).toBe(
      'BAD_INPUT input.serviceCentreId: UNKNOWN',
    );
    expect(await at(shop.admin.client, { kind: 'CENTRAL_WAREHOUSE', serviceCentreId: second })).toBe(
      'BAD_INPUT input.serviceCentreId: NOT_OF_A_CENTRE',
    );
    expect(refusalOf(await update(both.client, store, { serviceCentreId: second }))).toBe(
      'BAD_INPUT input.serviceCentreId: NOT_A_VAN',
    );
    expect(await storeroomOf(graph, shop)).toEqual(before);
  });
});
