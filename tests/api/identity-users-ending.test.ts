import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { type Shop, signIn } from '../harness/shop';
import {
  badFields,
  DELETE_USER,
  doorFor,
  type Office,
  openCentre,
  openOffice,
  SET_ACTIVE,
  soon,
  UPDATE_USER,
} from './identity.fixtures';

/** Accounts of staff that are switched off, switched on again, and deleted. */
const graph = useGraph();
let office: Office;
let shop: Shop;
let admin: GraphClient;
let second: string;
beforeAll(async () => {
  office = await openOffice(graph);
  ({ shop, admin } = office);
  second = await openCentre(admin, 'SECOND');
});

test('switched off, somebody is out at once and stays out; switched on, they sign in anew', async () => {
  const made = await office.create();
  const client = await signIn(graph, shop.slug, made.email!);
  expect(await doorFor(client)).toBeUndefined();
  const { setUserActive } = await admin.ask<{ setUserActive: { active: boolean } }>(SET_ACTIVE, {
    id: made.id,
    active: false,
  });
  expect(setUserActive.active).toBe(false);
  expect(await soon('UNAUTHENTICATED', () => doorFor(client))).toBe('UNAUTHENTICATED');
  await expect(signIn(graph, shop.slug, made.email!)).rejects.toThrow('INVALID_CREDENTIALS');

  await admin.ask(SET_ACTIVE, { id: made.id, active: true });
  expect(await doorFor(client)).toBe('UNAUTHENTICATED');
  expect(await doorFor(await signIn(graph, shop.slug, made.email!))).toBeUndefined();
});

test('deleted, somebody is out at once; the address is free and the name stays', async () => {
  const made = await office.create({ phone: '+39 320 555 4433' });
  const client = await signIn(graph, shop.slug, made.email!);
  await admin.ask(
    'mutation ($id: ID!, $input: UpdateServiceCentreInput!) { updateServiceCentre(id: $id, input: $input) { id } }',
    {
      id: second,
      input: { managerId: made.id },
    },
  );
  expect((await admin.ask<{ deleteUser: string }>(DELETE_USER, { id: made.id })).deleteUser).toBe(made.id);
  expect(await soon('UNAUTHENTICATED', () => doorFor(client))).toBe('UNAUTHENTICATED');
  await expect(signIn(graph, shop.slug, made.email!)).rejects.toThrow('INVALID_CREDENTIALS');

  const kept = await office.read(made.id);
  expect(kept).toMatchObject({
    displayName: 'Ugo Bianchi',
    email: null,
    phone: null,
    active: false,
    invited: false,
  });
  expect(kept.deletedAt).not.toBeNull();
  expect(kept.role.kind).toBe('ADVISOR');
  const { serviceCentre } = await admin.ask<{ serviceCentre: { manager: null } }>(
    'query ($id: ID!) { serviceCentre(id: $id) { manager { id } } }',
    { id: second },
  );
  expect(serviceCentre.manager).toBeNull();
  const [row] = await graph.sql<{ password_hash: null }>(
    'select password_hash from customer.user_account where id = $1',
    [made.id],
  );
  expect(row!.password_hash).toBeNull();

  expect((await office.create({ email: made.email, phone: made.phone })).email).toBe(made.email);
  for (const [query, variables] of [
    [DELETE_USER, {}],
    [SET_ACTIVE, { active: true }],
    [UPDATE_USER, { input: { firstName: 'Back' } }],
  ] as const)
    expect((await admin.send(query, { id: made.id, ...variables })).code).toBe('CONFLICT');
});

test('nobody ends their own account', async () => {
  const own = shop.admin.id;
  expect(badFields(await admin.send(DELETE_USER, { id: own }))).toEqual(['id']);
  expect(badFields(await admin.send(SET_ACTIVE, { id: own, active: false }))).toEqual(['id']);
  expect(await office.read(own)).toMatchObject({ active: true, deletedAt: null });
});
