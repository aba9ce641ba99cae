import { randomUUID } from 'node:crypto';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import {
  badFields,
  CREATE_ROLE,
  CREATE_USER,
  DELETE_USER,
  roleOf,
  soon,
  UPDATE_USER,
} from './identity.fixtures';

/** Roles and permissions: the catalogue, the built-in roles, and what an organisation makes of its own. */
const graph = useGraph();
let shop: Shop;
let admin: GraphClient;
beforeAll(async () => {
  shop = await graph.shop();
  admin = shop.admin.client;
});

interface Role {
  id: string;
  createdAt: string;
  updatedAt: string;
  name: string;
  description: string | null;
  kind: string;
  builtIn: boolean;
  version: number;
  permissions: { permission: string; reach: string }[];
}
const ROLES =
  '{ roles { id name description kind builtIn version createdAt updatedAt permissions { permission reach } } }';
const UPDATE = `mutation ($id: ID!, $input: UpdateRoleInput!) { updateRole(id: $id, input: $input) {
  id name description version permissions { permission reach } } }`;
const DELETE = 'mutation ($id: ID!) { deleteRole(id: $id) }';

const allRoles = async (): Promise<Role[]> => (await admin.ask<{ roles: Role[] }>(ROLES)).roles;
const all = (...permissions: string[]) => permissions.map((permission) => ({ permission, reach: 'ALL' }));
const newRole = async (name: string, permissions: object[], client = admin): Promise<Role> =>
  (await client.ask<{ createRole: Role }>(CREATE_ROLE, { input: { name, permissions } })).createRole;

/** Somebody with a role of the organisation's own, signed in. */
async function holderOf(role: string): Promise<{ id: string; client: GraphClient }> {
  const member = await shop.staff('TECHNICIAN');
  await admin.ask(UPDATE_USER, { id: member.id, input: { roleId: role } });
  return member;
}

test('built-in roles are neither changed nor deleted', async () => {
  const before = await allRoles();
  for (const { id } of before.filter((role) => role.builtIn)) {
    expect(badFields(await admin.send(UPDATE, { id, input: { name: 'Renamed' } }))).toEqual(['id']);
    expect(badFields(await admin.send(DELETE, { id }))).toEqual(['id']);
  }
  expect(await allRoles()).toEqual(before);
});

test('an organisation makes a role of its own, once per key, and its holders may do just that', async () => {
  const input = {
    name: 'Auditor',
    description: 'Looks, touches nothing.',
    permissions: [...all('users:read'), { permission: 'vehicles:read', reach: 'OWN' }],
    idempotencyKey: randomUUID(),
  };
  const { createRole: made } = await admin.ask<{ createRole: Role }>(CREATE_ROLE, { input });
  const again = await admin.ask<{ createRole: Role }>(CREATE_ROLE, { input });
  expect(again.createRole.id).toBe(made.id);
  expect(made).toMatchObject({ name: 'Auditor', kind: 'CUSTOM', builtIn: false, version: 1 });
  expect(made.description).toBe('Looks, touches nothing.');
  expect(made.permissions).toEqual(input.permissions);

  const { client } = await holderOf(made.id);
  const { me } = await client.ask<{ me: { permissions: object[] } }>(
    '{ me { permissions { permission reach } } }',
  );
  expect(me.permissions).toEqual(input.permissions);
  expect((await client.send('{ users { nodes { id } } }')).code).toBeUndefined();
  expect((await client.send('{ customers { nodes { id } } }')).code).toBe('FORBIDDEN');
});

test('what a role loses, its holders lose at once', async () => {
  const role = await newRole('Short-lived', all('users:read', 'roles:read'));
  const { client } = await holderOf(role.id);
  const mayList = async () => (await client.send('{ roles { id } }')).code;
  expect(await mayList()).toBeUndefined();
  const { updateRole } = await admin.ask<{ updateRole: Role }>(UPDATE, {
    id: role.id,
    input: {
      name: 'Shorter',
      description: 'Less',
      permissions: all('users:read'),
      expectedVersion: role.version,
    },
  });
  expect(updateRole).toEqual({
    id: role.id,
    name: 'Shorter',
    description: 'Less',
    version: role.version + 1,
    permissions: all('users:read'),
  });
  expect(await soon('FORBIDDEN', mayList)).toBe('FORBIDDEN');
  const stored = (await allRoles()).find(({ id }) => id === role.id)!;
  expect(stored.updatedAt > stored.createdAt).toBe(true);
  expect([stored.createdAt, stored.updatedAt]).toEqual([expect.any(String), expect.any(String)]);
  expect((await admin.send(UPDATE, { id: role.id, input: { name: 'x', expectedVersion: 1 } })).code).toBe(
    'CONFLICT',
  );
});

test('nobody puts into a role what they lack themselves, or further than they reach', async () => {
  const authors = await newRole('Role author', [
    ...all('roles:read', 'roles:create', 'roles:update', 'roles:delete', 'users:read'),
    { permission: 'vehicles:read', reach: 'OWN' },
  ]);
  const author = await holderOf(authors.id);
  const before = await allRoles();
  const tries: [object[], string][] = [
    [all('settings:update'), 'settings:update'],
    [all('users:read', 'vehicles:read'), 'vehicles:read'],
    [[{ permission: 'jobs:read', reach: 'OWN' }], 'jobs:read'],
  ];
  for (const [permissions, lacking] of tries) {
    const created = await author.client.send(CREATE_ROLE, { input: { name: 'Too much', permissions } });
    expect([created.code, created.errors[0]!.extensions.permission]).toEqual(['FORBIDDEN', lacking]);
    const raised = await author.client.send(UPDATE, { id: authors.id, input: { permissions } });
    expect([raised.code, raised.errors[0]!.extensions.permission]).toEqual(['FORBIDDEN', lacking]);
  }
  expect(await allRoles()).toEqual(before);

  const within = await newRole('Within', [{ permission: 'vehicles:read', reach: 'OWN' }], author.client);
  expect(within.permissions).toEqual([{ permission: 'vehicles:read', reach: 'OWN' }]);
  const stronger = await newRole('Stronger', all('settings:read'));
  for (const operation of [
    author.client.send(UPDATE, { id: stronger.id, input: { permissions: all('users:read') } }),
    author.client.send(DELETE, { id: stronger.id }),
  ])
    expect((await operation).errors[0]!.extensions.permission).toBe('settings:read');
});

test.each([
  ['name', { name: ' ' }],
  ['permissions.1.permission', { permissions: all('users:read', 'rockets:launch') }],
  ['permissions.0.permission', { permissions: all('*') }],
  ['permissions.1.permission', { permissions: all('users:read', 'users:read') }],
  ['permissions.0.permission', { permissions: all('jobs:cancel', 'users:read') }],
])('bad input in %s is named, and no role is made', async (path, changes) => {
  const before = await allRoles();
  const answer = await admin.send(CREATE_ROLE, { input: { name: 'Bad', permissions: [], ...changes } });
  expect(answer.code).toBe('BAD_INPUT');
  expect(badFields(answer)).toEqual([path]);
  expect(await allRoles()).toEqual(before);
});

test('a name is taken once, and free again when its role is deleted', async () => {
  const role = await newRole('Driver', []);
  const twice = await admin.send(CREATE_ROLE, { input: { name: 'DRIVER', permissions: [] } });
  expect([twice.code, twice.errors[0]!.extensions.field]).toEqual(['CONFLICT', 'name']);
  expect((await admin.ask<{ deleteRole: string }>(DELETE, { id: role.id })).deleteRole).toBe(role.id);
  expect((await newRole('Driver', [])).id).not.toBe(role.id);
});

test('a role that somebody holds is not deleted; one that only deleted users held is', async () => {
  const role = await newRole('Held', all('users:read'));
  const holder = await holderOf(role.id);
  const refused = await admin.send(DELETE, { id: role.id });
  expect([refused.code, refused.errors[0]!.extensions.users]).toEqual(['CONFLICT', 1]);
  await admin.ask(DELETE_USER, { id: holder.id });
  expect((await admin.ask<{ deleteRole: string }>(DELETE, { id: role.id })).deleteRole).toBe(role.id);
  expect((await allRoles()).map(({ id }) => id)).not.toContain(role.id);

  const input = { firstName: 'Late', email: `late@${shop.slug}.example`, serviceCentreIds: shop.centres };
  expect(badFields(await admin.send(CREATE_USER, { input: { ...input, roleId: role.id } }))).toEqual([
    'roleId',
  ]);
  expect((await admin.send(UPDATE, { id: role.id, input: { name: 'Back' } })).code).toBe('NOT_FOUND');
  const { user } = await admin.ask<{ user: { role: { name: string } } }>(
    'query ($id: ID!) { user(id: $id) { role { name } } }',
    { id: holder.id },
  );
  expect(user.role.name).toBe('Held');
});

test('a role given away while it is being deleted is either kept or not given', async () => {
  for (let round = 0; round < 5; round += 1) {
    const role = await newRole(`Raced ${round}`, []);
    const input = {
      firstName: 'Racer',
      email: `racer${round}@${shop.slug}.example`,
      roleId: role.id,
      serviceCentreIds: shop.centres,
    };
    const [deleted, created] = await Promise.all([
      admin.send(DELETE, { id: role.id }),
      admin.send(CREATE_USER, { input }),
    ]);
    expect([deleted.code, created.code].filter((code) => code === undefined)).toHaveLength(1);
  }
});

test.each(['MANAGER', 'ADVISOR', 'RECEPTIONIST', 'TECHNICIAN', 'ACCOUNTANT'])(
  '%s administers no roles',
  async (kind) => {
    const { client } = await shop.staff(kind);
    const { id } = await newRole(`For ${kind}`, []);
    const before = await allRoles();
    expect((await client.send(CREATE_ROLE, { input: { name: 'Mine', permissions: [] } })).code).toBe(
      'FORBIDDEN',
    );
    expect((await client.send(UPDATE, { id, input: { name: 'Mine' } })).code).toBe('FORBIDDEN');
    expect((await client.send(DELETE, { id })).code).toBe('FORBIDDEN');
    expect((await client.send('{ roles { id } permissions { name } }')).code).toBe(
      kind === 'MANAGER' ? undefined : 'FORBIDDEN',
    );
    expect(await allRoles()).toEqual(before);
    expect(await roleOf(admin, kind)).toBeTruthy();
  },
);
