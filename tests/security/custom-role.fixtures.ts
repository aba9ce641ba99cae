import { randomBytes } from 'node:crypto';
import { soon } from '../api/identity.fixtures';
import type { Member, Shop } from '../harness/shop';

/** Permission → how far, as the API says it: `{ 'customers:read': 'ALL' }`. */
export type Given = Readonly<Record<string, 'ALL' | 'OWN'>>;

export type RoleHolder = Member & { roleId: string };

export const grantsOf = (given: Given) =>
  Object.entries(given).map(([permission, reach]) => ({ permission, reach }));

export async function makeRole(shop: Shop, given: Given): Promise<string> {
  const { createRole } = await shop.admin.client.ask<{ createRole: { id: string } }>(
    'mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }',
    { input: { name: `Role ${randomBytes(5).toString('hex')}`, permissions: grantsOf(given) } },
  );
  return createRole.id;
}

/** Puts these permissions into the role, and no others. */
export const changeRole = (shop: Shop, id: string, given: Given) =>
  shop.admin.client.ask(
    'mutation ($id: ID!, $input: UpdateRoleInput!) { updateRole(id: $id, input: $input) { id } }',
    { id, input: { permissions: grantsOf(given) } },
  );

const sorted = (grants: { permission: string; reach: string }[]): string =>
  grants
    .map(({ permission, reach }) => `${permission} ${reach}`)
    .sort()
    .join();

/** The same for a holder of the role, and word of it has reached every process when this is done. */
export async function endow({ client, roleId }: RoleHolder, shop: Shop, given: Given): Promise<void> {
  await changeRole(shop, roleId, given);
  const held = async () => {
    const { me } = await client.ask<{ me: { permissions: { permission: string; reach: string }[] } }>(
      '{ me { permissions { permission reach } } }',
    );
    return sorted(me.permissions);
  };
  expect(await soon(sorted(grantsOf(given)), held)).toBe(sorted(grantsOf(given)));
}

export const giveRole = (shop: Shop, userId: string, roleId: string) =>
  shop.admin.client.ask(
    'mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { id } }',
    {
      id: userId,
      input: { roleId },
    },
  );

/** Somebody in the first service centre who holds just this, and the role through which they do. */
export async function holderOf(shop: Shop, given: Given): Promise<RoleHolder> {
  const member = await shop.staff('TECHNICIAN');
  const roleId = await makeRole(shop, given);
  await giveRole(shop, member.id, roleId);
  return { ...member, roleId };
}
