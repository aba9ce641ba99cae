import { randomUUID } from 'node:crypto';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { badFields, CREATE_CENTRE, CREATE_USER, openCentre, roleOf, SET_ACTIVE } from './identity.fixtures';

/** Service centres: who opens, changes, closes and sees them. */
const graph = useGraph();
let shop: Shop;
let admin: Member['client'];
let manager: Member;
let second: string;
beforeAll(async () => {
  shop = await graph.shop();
  admin = shop.admin.client;
  second = await openCentre(admin, 'SECOND');
  manager = await shop.staff('MANAGER');
});

const FIELDS = `id name code phone email timeZone active version createdAt updatedAt manager { id displayName }
  address { street city region postalCode country }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateServiceCentreInput!) {
  updateServiceCentre(id: $id, input: $input) { ${FIELDS} } }`;

interface Centre {
  id: string;
  name: string;
  code: string;
  phone: string | null;
  active: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
  manager: { id: string } | null;
  address: Record<string, string | null>;
}
const read = async (id: string): Promise<Centre> =>
  (
    await admin.ask<{ serviceCentre: Centre }>(`query ($id: ID!) { serviceCentre(id: $id) { ${FIELDS} } }`, {
      id,
    })
  ).serviceCentre;
const list = async (filter: object, page = 'first: 50') =>
  (
    await manager.client.ask<{
      serviceCentres: {
        nodes: Centre[];
        edges: { cursor: string; node: { id: string } }[];
        totalCount: number;
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string; startCursor: string };
      };
    }>(
      `query ($filter: ServiceCentreFilter!) { serviceCentres(filter: $filter, ${page}) { totalCount nodes { ${FIELDS} }
         edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      { filter },
    )
  ).serviceCentres;

test('an administrator opens a centre abroad; its phone is read as it is dialled there', async () => {
  const input = {
    name: ' Filiale Zürich ',
    code: 'zh1',
    address: { street: 'Bahnhofstrasse 1', city: 'Zürich', postalCode: '8001', country: 'CH' },
    phone: '044 668 18 00',
    email: 'Zurich@Shop.example',
    timeZone: 'Europe/Zurich',
    managerId: manager.id,
    idempotencyKey: randomUUID(),
  };
  const { createServiceCentre: made } = await admin.ask<{ createServiceCentre: Centre }>(CREATE_CENTRE, {
    input,
  });
  expect(made).toEqual({
    id: expect.any(String),
    name: 'Filiale Zürich',
    code: 'ZH1',
    phone: '+41446681800',
    email: 'zurich@shop.example',
    timeZone: 'Europe/Zurich',
    active: true,
    version: 1,
    manager: { id: manager.id },
    address: { street: 'Bahnhofstrasse 1', city: 'Zürich', region: null, postalCode: '8001', country: 'CH' },
  });
  const again = await admin.ask<{ createServiceCentre: Centre }>(CREATE_CENTRE, { input });
  expect(again.createServiceCentre.id).toBe(made.id);
  expect((await list({ search: 'zür' })).totalCount).toBe(1);
});

test('a centre without an address, phone or zone has the organisation’s country and zone', async () => {
  const centre = await read(second);
  expect(centre).toMatchObject({ phone: null, timeZone: 'Europe/Rome', manager: null });
  expect(centre.address).toEqual({ street: null, city: null, region: null, postalCode: null, country: 'IT' });
});

test('a manager changes the centre they work in, and no other', async () => {
  const own = shop.centres[0]!;
  const before = await read(own);
  const { updateServiceCentre: changed } = await manager.client.ask<{ updateServiceCentre: Centre }>(UPDATE, {
    id: own,
    input: {
      name: 'Officina centrale',
      phone: '059 222333',
      address: { city: 'Modena' },
      managerId: manager.id,
      expectedVersion: before.version,
    },
  });
  expect(changed).toMatchObject({
    name: 'Officina centrale',
    phone: '+39059222333',
    version: before.version + 1,
    createdAt: before.createdAt,
    manager: { id: manager.id },
    address: { city: 'Modena', country: 'IT', street: null },
  });
  expect(changed.updatedAt).not.toBe(before.updatedAt);

  const late = await manager.client.send(UPDATE, {
    id: own,
    input: { name: 'x', expectedVersion: before.version },
  });
  expect(late.code).toBe('CONFLICT');

  const other = await read(second);
  const denied = await manager.client.send(UPDATE, { id: second, input: { name: 'Mine' } });
  expect(denied.code).toBe('FORBIDDEN');
  expect(await read(second)).toEqual(other);
});

test('left out stays, null clears, and closing takes a centre off the open ones', async () => {
  const id = await openCentre(admin, 'CLOSING');
  await admin.ask(UPDATE, {
    id,
    input: { phone: '+1 415 555 2671', email: 'a@b.example', managerId: manager.id },
  });
  await admin.ask(UPDATE, { id, input: { phone: null, managerId: null, active: false } });
  expect(await read(id)).toMatchObject({
    phone: null,
    email: 'a@b.example',
    manager: null,
    active: false,
    name: 'Centre CLOSING',
  });
  expect((await list({ active: true })).nodes.map((centre) => centre.code)).not.toContain('CLOSING');
  expect((await list({ active: false })).nodes.map((centre) => centre.code)).toEqual(['CLOSING']);
});

test('the list goes on page by page, by name', async () => {
  const all = await list({});
  expect(all.nodes.map((centre) => centre.name)).toEqual(all.nodes.map((centre) => centre.name).sort());
  expect(all.totalCount).toBe(all.nodes.length);
  const first = await list({}, 'first: 2');
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  expect(first.edges[0]!.cursor).toBe(first.pageInfo.startCursor);
  const next = await list({}, `first: 50, after: "${first.pageInfo.endCursor}"`);
  expect([...first.edges, ...next.edges].map((edge) => edge.node.id)).toEqual(all.nodes.map(({ id }) => id));
  expect(next.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  expect((await list({ search: '100%' })).nodes).toEqual([]);
});

test.each(['ADVISOR', 'RECEPTIONIST', 'TECHNICIAN', 'ACCOUNTANT'])(
  '%s sees centres and changes none',
  async (kind) => {
    const { client } = await shop.staff(kind);
    const before = await read(shop.centres[0]!);
    const { serviceCentres } = await client.ask<{ serviceCentres: { nodes: object[] } }>(
      '{ serviceCentres { nodes { id } } }',
    );
    expect(serviceCentres.nodes.length).toBeGreaterThanOrEqual(2);
    expect((await client.send(UPDATE, { id: shop.centres[0], input: { name: 'x' } })).code).toBe('FORBIDDEN');
    expect((await client.send(CREATE_CENTRE, { input: { name: 'x', code: 'XX' } })).code).toBe('FORBIDDEN');
    expect(await read(shop.centres[0]!)).toEqual(before);
  },
);

test('a manager opens no centre, and nobody sees one without a sign-in', async () => {
  const refused = await manager.client.send(CREATE_CENTRE, { input: { name: 'Mine', code: 'MINE' } });
  expect(refused.errors[0]!.extensions.permission).toBe('serviceCentres:create');
  expect((await list({ search: 'mine' })).totalCount).toBe(0);
  expect((await graph.anonymous().send('{ serviceCentres { nodes { id } } }')).code).toBe('UNAUTHENTICATED');
});

test.each([
  ['name', { name: ' ' }],
  ['code', { code: 'with space' }],
  ['phone', { phone: '12' }],
  ['email', { email: 'nobody' }],
  ['timeZone', { timeZone: 'Rome' }],
  ['address.country', { address: { country: 'Italy' } }],
  ['managerId', { managerId: randomUUID() }],
])('bad input in %s is named and changes nothing', async (path, input) => {
  const before = await read(second);
  const answer = await admin.send(UPDATE, { id: second, input: { active: false, ...input } });
  expect(answer.code).toBe('BAD_INPUT');
  expect(badFields(answer)).toEqual([path]);
  expect(await read(second)).toEqual(before);
});

test('a code is unique in the organisation', async () => {
  const answer = await admin.send(CREATE_CENTRE, { input: { name: 'Twice', code: 'second' } });
  expect([answer.code, answer.errors[0]!.extensions.field]).toEqual(['CONFLICT', 'code']);
  expect((await list({ search: 'twice' })).totalCount).toBe(0);
});

test('who cannot sign in runs no centre', async () => {
  const { createUser } = await admin.ask<{ createUser: { id: string } }>(CREATE_USER, {
    input: {
      firstName: 'Gone',
      email: `gone@${shop.slug}.example`,
      roleId: await roleOf(admin, 'ADVISOR'),
      serviceCentreIds: shop.centres,
    },
  });
  await admin.ask(SET_ACTIVE, { id: createUser.id, active: false });
  const answer = await admin.send(UPDATE, { id: second, input: { managerId: createUser.id } });
  expect(badFields(answer)).toEqual(['managerId']);
});
