import { randomBytes } from 'node:crypto';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { holdRows } from '../harness/locks';
import { type Member, PASSWORD, type Shop, signIn } from '../harness/shop';
import { CREATE_USER, DELETE_USER, openCentre, roleOf, SET_ACTIVE, UPDATE_USER } from './identity.fixtures';

/** Who manages whose account: below one's own role, within one's own service centres, and never the last one. */
// Counts who waits for a lock in its database: nobody else's callers may be among them.
const graph = useGraph({ own: true });
let shop: Shop;
let admin: GraphClient;
let first: string;
let second: string;
let manager: Member;
beforeAll(async () => {
  shop = await graph.shop();
  admin = shop.admin.client;
  first = shop.centres[0]!;
  second = await openCentre(admin, 'SECOND');
  manager = await shop.staff('MANAGER');
});

const newUser = async (kind: string, changes: object = {}) => ({
  firstName: 'Nina',
  email: `n-${randomBytes(4).toString('hex')}@${shop.slug}.example`,
  roleId: await roleOf(admin, kind),
  serviceCentreIds: [first],
  password: PASSWORD,
  ...changes,
});
const stored = (): Promise<object[]> =>
  graph.sql(
    `select u.id, u.version, u.role_id, u.active, u.deleted_at, u.first_name, u.all_centres,
       array(select c.service_centre_id from customer.user_service_centre c where c.user_id = u.id order by 1) as centres
     from customer.user_account u where u.organisation_id = $1 order by u.id`,
    [shop.id],
  );

/** Refused, and everything is as it was. */
async function expectDenied(
  client: GraphClient,
  query: string,
  variables: object,
  code = 'FORBIDDEN',
): Promise<void> {
  const before = await stored();
  const answer = await client.send(query, { ...variables });
  expect(answer.code).toBe(code);
  expect(Object.values(answer.data ?? {}).filter(Boolean)).toEqual([]);
  expect(await stored()).toEqual(before);
}

const everyChange = (id: string): [string, object][] => [
  [UPDATE_USER, { id, input: { firstName: 'Changed' } }],
  [SET_ACTIVE, { id, active: false }],
  [DELETE_USER, { id }],
];

test('a manager makes, changes and ends accounts below their role in their own centre', async () => {
  for (const kind of ['ADVISOR', 'RECEPTIONIST', 'TECHNICIAN', 'ACCOUNTANT']) {
    const { createUser } = await manager.client.ask<{ createUser: { id: string; role: { kind: string } } }>(
      CREATE_USER,
      { input: await newUser(kind) },
    );
    expect(createUser.role.kind).toBe(kind);
    const { id } = createUser;
    const { updateUser } = await manager.client.ask<{ updateUser: { displayName: string } }>(UPDATE_USER, {
      id,
      input: { firstName: 'Nora', roleId: await roleOf(admin, 'ADVISOR') },
    });
    expect(updateUser.displayName).toBe('Nora');
    await manager.client.ask(SET_ACTIVE, { id, active: false });
    expect((await manager.client.ask<{ deleteUser: string }>(DELETE_USER, { id })).deleteUser).toBe(id);
  }
});

test('a manager neither gives nor touches a role like their own or above', async () => {
  for (const kind of ['ADMIN', 'MANAGER'])
    await expectDenied(manager.client, CREATE_USER, { input: await newUser(kind) });
  const technician = await shop.staff('TECHNICIAN');
  for (const kind of ['ADMIN', 'MANAGER'])
    await expectDenied(manager.client, UPDATE_USER, {
      id: technician.id,
      input: { roleId: await roleOf(admin, kind) },
    });
  const peer = await shop.staff('MANAGER');
  for (const target of [shop.admin.id, peer.id])
    for (const [query, variables] of everyChange(target))
      await expectDenied(manager.client, query, variables);
  await expectDenied(manager.client, UPDATE_USER, { id: manager.id, input: { allCentres: true } });
});

test('a manager puts people into their own centres alone, and reaches nobody beyond', async () => {
  await expectDenied(manager.client, CREATE_USER, {
    input: await newUser('ADVISOR', { serviceCentreIds: [second] }),
  });
  await expectDenied(manager.client, CREATE_USER, {
    input: await newUser('ADVISOR', { serviceCentreIds: [first, second] }),
  });
  await expectDenied(manager.client, CREATE_USER, {
    input: await newUser('ADVISOR', { serviceCentreIds: [], allCentres: true }),
  });
  const here = await shop.staff('TECHNICIAN');
  await expectDenied(manager.client, UPDATE_USER, { id: here.id, input: { serviceCentreIds: [second] } });
  await expectDenied(manager.client, UPDATE_USER, { id: here.id, input: { allCentres: true } });

  const both = await shop.staff('TECHNICIAN', { centres: [first, second] });
  for (const [query, variables] of everyChange(both.id)) await expectDenied(manager.client, query, variables);
  const elsewhere = await shop.staff('TECHNICIAN', { centres: [second] });
  for (const [query, variables] of everyChange(elsewhere.id))
    await expectDenied(manager.client, query, variables, 'NOT_FOUND');
});

test('staff see whom they work with, and those who work everywhere', async () => {
  const everywhere = await shop.staff('ACCOUNTANT', { allCentres: true });
  const elsewhere = await shop.staff('ADVISOR', { centres: [second] });
  const { users } = await elsewhere.client.ask<{ users: { nodes: { id: string }[] } }>(
    '{ users(first: 100) { nodes { id } } }',
  );
  const ids = users.nodes.map((user) => user.id);
  expect(ids).toEqual(expect.arrayContaining([shop.admin.id, everywhere.id, elsewhere.id]));
  expect(ids).not.toContain(manager.id);
  const { user } = await elsewhere.client.ask<{ user: null }>('query ($id: ID!) { user(id: $id) { id } }', {
    id: manager.id,
  });
  expect(user).toBeNull();
});

test.each(['ADVISOR', 'RECEPTIONIST', 'TECHNICIAN', 'ACCOUNTANT'])('%s manages nobody', async (kind) => {
  const { client } = await shop.staff(kind);
  const target = await shop.staff('TECHNICIAN');
  await expectDenied(client, CREATE_USER, { input: await newUser('TECHNICIAN') });
  for (const [query, variables] of everyChange(target.id)) await expectDenied(client, query, variables);
});

test('without a sign-in nothing is shown and nothing is done', async () => {
  const nobody = graph.anonymous();
  await expectDenied(nobody, CREATE_USER, { input: await newUser('ADVISOR') }, 'UNAUTHENTICATED');
  for (const [query, variables] of everyChange(manager.id))
    await expectDenied(nobody, query, variables, 'UNAUTHENTICATED');
  for (const query of ['{ users { nodes { id } } }', `{ user(id: "${manager.id}") { id } }`]) {
    const answer = await nobody.send(query);
    expect(answer.code).toBe('UNAUTHENTICATED');
    expect(JSON.stringify(answer.data)).not.toContain(manager.id);
  }
});

test('with a role of the organisation’s own, one manages those who may do no more than oneself', async () => {
  const role = async (name: string, permissions: string[]): Promise<string> => {
    const input = { name, permissions: permissions.map((permission) => ({ permission, reach: 'ALL' })) };
    const made = await admin.ask<{ createRole: { id: string } }>(
      'mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }',
      { input },
    );
    return made.createRole.id;
  };
  const recruiters = await role('Recruiter', ['users:read', 'users:create', 'users:update', 'jobs:read']);
  const lesser = await role('Lesser', ['jobs:read']);
  const greater = await role('Greater', ['jobs:read', 'jobs:cancel']);
  const recruiter = await shop.staff('TECHNICIAN');
  await admin.ask(UPDATE_USER, { id: recruiter.id, input: { roleId: recruiters } });
  for (const kind of ['ADMIN', 'MANAGER', 'ADVISOR'])
    await expectDenied(recruiter.client, CREATE_USER, { input: await newUser(kind) });
  await expectDenied(recruiter.client, CREATE_USER, { input: await newUser('ADVISOR', { roleId: greater }) });
  await expectDenied(manager.client, CREATE_USER, {
    input: await newUser('ADVISOR', { roleId: await role('Beyond managers', ['audit:read']) }),
  });
  const { createUser } = await recruiter.client.ask<{ createUser: { role: { id: string } } }>(CREATE_USER, {
    input: await newUser('ADVISOR', { roleId: lesser }),
  });
  expect(createUser.role.id).toBe(lesser);
});

describe('the last administrator', () => {
  const deputy = async (): Promise<string> => {
    const input = await newUser('ADMIN', { serviceCentreIds: [] });
    const made = await admin.ask<{ createUser: { id: string; allCentres: boolean } }>(CREATE_USER, { input });
    expect(made.createUser.allCentres).toBe(true);
    return made.createUser.id;
  };

  test('stays, whatever another administrator’s invitation may come to', async () => {
    const own = shop.admin.id;
    const change = { id: own, input: { roleId: await roleOf(admin, 'ADVISOR'), serviceCentreIds: [first] } };
    await expectDenied(admin, UPDATE_USER, change, 'CONFLICT');
    const invited = await newUser('ADMIN', { serviceCentreIds: [], password: undefined });
    const { createUser } = await admin.ask<{ createUser: { id: string } }>(CREATE_USER, { input: invited });
    await expectDenied(admin, UPDATE_USER, change, 'CONFLICT');
    await admin.ask(DELETE_USER, { id: createUser.id });
  });

  test('of administrators who switch one another off at once, one is left', async () => {
    const ids = [shop.admin.id, await deputy(), await deputy(), await deputy()];
    const people = await graph.sql<{ id: string; email: string }>(
      'select id, email from customer.user_account where id = any($1)',
      [ids],
    );
    const clients = await Promise.all(people.map(({ email }) => signIn(graph, shop.slug, email)));
    const accounts = await holdRows(
      graph,
      'select from customer.user_account where id = any($1) for update',
      [ids],
    );
    const sent = clients.map((client, index) =>
      client.send(SET_ACTIVE, { id: people[(index + 1) % people.length]!.id, active: false }),
    );
    // All are let go in one moment. Who waited for longer than the program lets anybody wait has an answer already.
    const waited = await accounts.untilWaiting(sent);
    await accounts.letGo();
    const answers = await Promise.all(sent);
    expect(waited).toBeGreaterThanOrEqual(2);
    const left = await graph.sql('select 1 from customer.user_account where id = any($1) and active', [ids]);
    expect(left.length).toBeGreaterThanOrEqual(1);
    expect(answers.filter((answer) => answer.code === undefined)).toHaveLength(ids.length - left.length);
  });
});
