import { doorFor, soon } from '../api/identity.fixtures';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { type Member, PASSWORD, type Shop, signIn } from '../harness/shop';
import { linkHolder, takeIn } from './callers.fixtures';
import { changeRole, giveRole, holderOf, makeRole } from './custom-role.fixtures';

/**
 * A token names a session and says nothing of what its holder may do. What is taken away is gone with the next
 * request; the gateway’s memory of some seconds is no excuse, and is warm in each of these tests.
 */
const graph = useGraph();
let shop: Shop;
let admin: GraphClient;

beforeAll(async () => {
  shop = await graph.shop();
  admin = shop.admin.client;
});

const READ = { 'customers:read': 'ALL' } as const;
const customersFor = async (client: GraphClient) => (await client.send('{ customers { totalCount } }')).code;
const UNAUTHENTICATED = 'UNAUTHENTICATED';

describe('with the same token', () => {
  test('a permission that leaves the role is gone, and is there again when it comes back', async () => {
    const holder = await holderOf(shop, READ);
    expect(await soon(undefined, () => customersFor(holder.client))).toBeUndefined();
    await changeRole(shop, holder.roleId, {});
    expect(await soon('FORBIDDEN', () => customersFor(holder.client))).toBe('FORBIDDEN');
    await changeRole(shop, holder.roleId, READ);
    expect(await soon(undefined, () => customersFor(holder.client))).toBeUndefined();
  });

  test('another role gives what it has and takes what it has not', async () => {
    const holder = await holderOf(shop, READ);
    expect(await soon(undefined, () => customersFor(holder.client))).toBeUndefined();
    await giveRole(shop, holder.id, await makeRole(shop, { 'vehicles:read': 'ALL' }));
    expect(await soon('FORBIDDEN', () => customersFor(holder.client))).toBe('FORBIDDEN');
    expect((await holder.client.send('{ vehicles { totalCount } }')).code).toBeUndefined();
  });

  test('the customers of a service centre that one leaves are gone', async () => {
    const second = await openCentre();
    const member = await shop.staff('ADVISOR');
    await takeIn(shop);
    const seen = async () =>
      (await member.client.ask<{ customers: { totalCount: number } }>('{ customers { totalCount } }'))
        .customers.totalCount;
    expect(await seen()).toBeGreaterThan(0);
    await admin.ask(
      'mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { id } }',
      { id: member.id, input: { serviceCentreIds: [second] } },
    );
    expect(await soon(0, seen)).toBe(0);
  });
});

async function openCentre(): Promise<string> {
  const { createServiceCentre } = await admin.ask<{ createServiceCentre: { id: string } }>(
    'mutation ($input: CreateServiceCentreInput!) { createServiceCentre(input: $input) { id } }',
    { input: { name: 'Second centre', code: 'SECOND' } },
  );
  return createServiceCentre.id;
}

describe('the token is refused', () => {
  const again = (member: Member, password = PASSWORD) => signIn(graph, shop.slug, member.email, password);
  let member: Member;

  beforeEach(async () => {
    member = await shop.staff('RECEPTIONIST');
    expect(await doorFor(member.client)).toBeUndefined();
  });

  const isShut = async (client = member.client) =>
    expect(await soon(UNAUTHENTICATED, () => doorFor(client))).toBe(UNAUTHENTICATED);

  test('of a user who is switched off, and does not come back to life with them', async () => {
    const setActive =
      'mutation ($id: ID!, $active: Boolean!) { setUserActive(id: $id, active: $active) { id } }';
    await admin.ask(setActive, { id: member.id, active: false });
    await isShut();
    await admin.ask(setActive, { id: member.id, active: true });
    expect(await doorFor(await again(member))).toBeUndefined();
    await isShut();
  });

  test('of a user who is deleted', async () => {
    await admin.ask('mutation ($id: ID!) { deleteUser(id: $id) }', { id: member.id });
    await isShut();
  });

  test('of a session that its user ends from another one', async () => {
    const other = await again(member);
    const { sessions } = await member.client.ask<{ sessions: { nodes: { id: string; current: boolean }[] } }>(
      '{ sessions { nodes { id current } } }',
    );
    const { id } = sessions.nodes.find(({ current }) => current)!;
    await other.ask('mutation ($id: ID!) { revokeSession(id: $id) }', { id });
    await isShut();
    expect(await doorFor(other)).toBeUndefined();
  });

  test('of a session that an administrator ends', async () => {
    const [session] = await graph.sql<{ id: string }>('select id from customer.session where user_id = $1', [
      member.id,
    ]);
    await admin.ask('mutation ($id: ID!) { revokeSession(id: $id) }', session);
    await isShut();
  });

  test('of a session that is signed out', async () => {
    await member.client.ask('mutation { logout }');
    await isShut();
  });

  test('of the other sessions when the password is changed', async () => {
    const other = await again(member);
    expect(await doorFor(other)).toBeUndefined();
    await other.ask('mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }', {
      input: { currentPassword: PASSWORD, newPassword: 'another long new password' },
    });
    await isShut();
    expect(await doorFor(other)).toBeUndefined();
  });

  test('of a link that is taken back', async () => {
    const holder = await linkHolder(graph, shop, await takeIn(shop));
    expect(await doorFor(holder.client)).toBeUndefined();
    await admin.ask('mutation ($id: ID!) { revokeLink(id: $id) }', { id: holder.linkId });
    await isShut(holder.client);
  });
});
