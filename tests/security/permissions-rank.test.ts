import { randomBytes } from 'node:crypto';
import { newId } from '../../shared/ids';
import { useGraph } from '../harness/graph';
import { type Member, PASSWORD, type Shop } from '../harness/shop';
import { type Given, grantsOf, holderOf, makeRole, type RoleHolder } from './custom-role.fixtures';
import { Stored } from './stored.fixtures';

/** Nobody makes, gives or manages more than they have themselves. */
const graph = useGraph();
const stored = new Stored(graph);
let shop: Shop;
let manager: Member;
let peer: Member;
let helper: Member;
/** Holds a role of the organisation’s own with which they manage roles and users. */
let author: RoleHolder;
let builtIn: Map<string, string>;
/** More than the author has; and as much. */
let greater: string;
let equal: string;
let greaterHolder: string;

const HELD: Given = {
  'roles:read': 'ALL',
  'roles:create': 'ALL',
  'roles:update': 'ALL',
  'roles:delete': 'ALL',
  'users:read': 'ALL',
  'users:create': 'ALL',
  'users:update': 'ALL',
  'users:delete': 'ALL',
  'customers:read': 'ALL',
  'vehicles:read': 'OWN',
};

beforeAll(async () => {
  shop = await graph.shop();
  manager = await shop.staff('MANAGER');
  peer = await shop.staff('MANAGER');
  helper = await shop.staff('RECEPTIONIST');
  author = await holderOf(shop, HELD);
  const { roles } = await shop.admin.client.ask<{ roles: { id: string; kind: string }[] }>(
    '{ roles { id kind } }',
  );
  builtIn = new Map(roles.map(({ kind, id }) => [kind, id]));
  greater = await makeRole(shop, { 'customers:read': 'ALL', 'jobs:read': 'ALL', 'settings:read': 'ALL' });
  equal = await makeRole(shop, { 'customers:read': 'ALL', 'vehicles:read': 'OWN' });
  greaterHolder = await newUser(shop.admin, greater);
});

async function newUser(by: Member, roleId: string): Promise<string> {
  const { createUser } = await by.client.ask<{ createUser: { id: string } }>(CREATE_USER, {
    input: userInput(roleId),
  });
  return createUser.id;
}

const CREATE_USER = 'mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }';
const userInput = (roleId: string) => ({
  firstName: 'New',
  email: `${randomBytes(5).toString('hex')}@mail.example`,
  roleId,
  serviceCentreIds: [shop.centres[0]],
});
const UPDATE_USER =
  'mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { id } }';
const CREATE_ROLE = 'mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }';
const UPDATE_ROLE =
  'mutation ($id: ID!, $input: UpdateRoleInput!) { updateRole(id: $id, input: $input) { id } }';

async function refused(by: Member, query: string, variables: object): Promise<void> {
  await stored.quiet(shop.id);
  const stand = await stored.fingerprint(shop.id);
  const answer = await by.client.send(query, { ...variables });
  expect([answer.code, answer.data]).toEqual(['FORBIDDEN', null]);
  expect(await stored.fingerprint(shop.id)).toEqual(stand);
}

const roleInput = (given: Given) => ({
  name: `Role ${randomBytes(5).toString('hex')}`,
  permissions: grantsOf(given),
});

describe('the author of a role', () => {
  test.each<[string, Given]>([
    ['a permission that they lack', { 'jobs:read': 'OWN' }],
    ['a permission with more reach than theirs', { 'vehicles:read': 'ALL' }],
    ['one too many among those that they have', { ...HELD, 'audit:read': 'ALL' }],
  ])('cannot put %s into one', async (_, given) => {
    await refused(author, CREATE_ROLE, { input: roleInput(given) });
    await refused(author, UPDATE_ROLE, { id: equal, input: { permissions: grantsOf(given) } });
    await refused(author, UPDATE_ROLE, { id: author.roleId, input: { permissions: grantsOf(given) } });
  });

  test('cannot put everything into one by a wildcard', async () => {
    const answer = await author.client.send(CREATE_ROLE, { input: roleInput({ '*': 'ALL' }) });
    expect(answer.code).toBe('BAD_INPUT');
    const byAdmin = await shop.admin.client.send(CREATE_ROLE, { input: roleInput({ '*': 'ALL' }) });
    expect(byAdmin.code).toBe('BAD_INPUT');
  });

  test('cannot change or delete one with more than they have, not even to less', async () => {
    await refused(author, UPDATE_ROLE, { id: greater, input: { permissions: [] } });
    await refused(author, UPDATE_ROLE, { id: greater, input: { name: 'Another name' } });
    await refused(author, 'mutation ($id: ID!) { deleteRole(id: $id) }', { id: greater });
  });

  test('can put what they have into one, or less of it', async () => {
    for (const given of [HELD, { 'customers:read': 'OWN' }] as Given[])
      await author.client.ask(CREATE_ROLE, { input: roleInput(given) });
    await author.client.ask(UPDATE_ROLE, {
      id: equal,
      input: { permissions: grantsOf({ 'vehicles:read': 'OWN' }) },
    });
  });
});

describe('who gives a role', () => {
  test.each(['ADMIN', 'MANAGER', 'ADVISOR', 'RECEPTIONIST', 'TECHNICIAN', 'ACCOUNTANT'])(
    'with a role of the organisation’s own cannot give %s, which has more',
    async (kind) => {
      const roleId = builtIn.get(kind)!;
      await refused(author, CREATE_USER, { input: userInput(roleId) });
      await refused(author, UPDATE_USER, { id: author.id, input: { roleId } });
    },
  );

  test('with a role of the organisation’s own can give one with as much, and none with more', async () => {
    const user = await newUser(author, equal);
    await refused(author, CREATE_USER, { input: userInput(greater) });
    await refused(author, UPDATE_USER, { id: user, input: { roleId: greater } });
  });

  test.each(['ADMIN', 'MANAGER'])('as a manager cannot give %s', async (kind) => {
    const roleId = builtIn.get(kind)!;
    await refused(manager, CREATE_USER, { input: userInput(roleId) });
    await refused(manager, UPDATE_USER, { id: helper.id, input: { roleId } });
    await refused(manager, UPDATE_USER, { id: manager.id, input: { roleId } });
  });

  test('as a manager cannot give a role of the organisation’s own with more than managers have', () =>
    refused(manager, CREATE_USER, { input: userInput(greater) }));

  test.each(['ADVISOR', 'RECEPTIONIST', 'TECHNICIAN', 'ACCOUNTANT'])(
    'as a manager can give %s',
    async (kind) => {
      expect(await newUser(manager, builtIn.get(kind)!)).toBeTruthy();
    },
  );
});

describe('a manager and whoever is not below them', () => {
  const others: [string, () => string][] = [
    ['an administrator', () => shop.admin.id],
    ['another manager of the same service centre', () => peer.id],
    ['somebody with a role of more permissions', () => greaterHolder],
  ];

  test.each(others)('cannot manage %s', async (_, id) => {
    await refused(manager, UPDATE_USER, { id: id(), input: { firstName: 'Changed' } });
    await refused(manager, 'mutation ($id: ID!) { setUserActive(id: $id, active: false) { id } }', {
      id: id(),
    });
    await refused(manager, 'mutation ($id: ID!) { deleteUser(id: $id) }', { id: id() });
    await refused(manager, 'mutation ($id: ID!) { revokeSession(id: $id) }', { id: await sessionOf(id()) });
  });

  test('can manage somebody below them', async () => {
    await manager.client.ask(UPDATE_USER, { id: helper.id, input: { firstName: 'Changed' } });
    await manager.client.ask('mutation ($id: ID!) { revokeSession(id: $id) }', {
      id: await sessionOf(helper.id),
    });
    await manager.client.ask('mutation ($id: ID!) { deleteUser(id: $id) }', { id: helper.id });
  });
});

/** Put there: a sign-in would cost a password. */
async function sessionOf(userId: string): Promise<string> {
  const [row] = await graph.sql<{ id: string }>(
    `insert into customer.session (organisation_id, id, version, created_at, updated_at, user_id, last_used_at, expires_at)
     values ($1, $2, 1, now(), now(), $3, now(), now() + interval '1 day') returning id`,
    [shop.id, newId(), userId],
  );
  return row!.id;
}

test('nobody widens where they work themselves', async () => {
  const { createServiceCentre } = await shop.admin.client.ask<{ createServiceCentre: { id: string } }>(
    'mutation ($input: CreateServiceCentreInput!) { createServiceCentre(input: $input) { id } }',
    { input: { name: 'Second centre', code: 'SECOND' } },
  );
  const everywhere = [shop.centres[0], createServiceCentre.id];
  for (const by of [author, manager]) {
    await refused(by, UPDATE_USER, { id: by.id, input: { allCentres: true } });
    await refused(by, UPDATE_USER, { id: by.id, input: { serviceCentreIds: everywhere } });
  }
  await refused(author, CREATE_USER, {
    input: { ...userInput(equal), serviceCentreIds: everywhere, password: PASSWORD },
  });
});
