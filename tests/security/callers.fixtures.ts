import { randomBytes } from 'node:crypto';
import { AccessTokens } from '../../shared/security/access-token';
import { deriveSecret } from '../../shared/security/secrets';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import { PASSWORD, type Shop, signIn } from '../harness/shop';

/** Somebody who asks, of one role. */
export interface Caller {
  role: string;
  client: GraphClient;
  /** Null for who has no account. */
  userId: string | null;
  password: string;
  /** The customer record that is theirs. */
  customerId: string | null;
}

const STAFF = ['MANAGER', 'ADVISOR', 'RECEPTIONIST', 'TECHNICIAN', 'ACCOUNTANT'];

/** One of each role, the staff in the shop’s first service centre; each signs in once. */
export async function oneOfEachRole(graph: TestGraph, shop: Shop): Promise<Caller[]> {
  const { admin } = shop;
  const callers: Caller[] = [
    { role: 'ADMIN', client: admin.client, userId: admin.id, password: PASSWORD, customerId: null },
  ];
  for (const role of STAFF) {
    const { id, client } = await shop.staff(role);
    callers.push({ role, client, userId: id, password: PASSWORD, customerId: null });
  }
  callers.push(await outsider(graph, shop, 'CUSTOMER', await takeIn(shop)));
  callers.push(await outsider(graph, shop, 'VENDOR', null));
  callers.push(await linkHolder(graph, shop, await takeIn(shop)));
  return callers;
}

export async function takeIn(shop: Shop): Promise<string> {
  const { createCustomer } = await shop.admin.client.ask<{ createCustomer: { id: string } }>(
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { id } }',
    {
      input: {
        lastName: 'Account',
        email: `${randomBytes(5).toString('hex')}@mail.example`,
        serviceCentreId: shop.centres[0],
      },
    },
  );
  return createCustomer.id;
}

/** Customers make their account from a link in their mailbox, vendors cannot yet: the account is put there. */
async function outsider(
  graph: TestGraph,
  shop: Shop,
  role: string,
  customerId: string | null,
): Promise<Caller> {
  const { roles } = await shop.admin.client.ask<{ roles: { id: string; kind: string }[] }>(
    '{ roles { id kind } }',
  );
  const roleId = (kind: string) => roles.find((each) => each.kind === kind)!.id;
  const email = `${role.toLowerCase()}@${shop.slug}.example`;
  const { createUser } = await shop.admin.client.ask<{ createUser: { id: string } }>(
    'mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }',
    {
      input: {
        email,
        firstName: role,
        lastName: 'Tester',
        roleId: roleId('RECEPTIONIST'),
        serviceCentreIds: [shop.centres[0]],
        password: PASSWORD,
      },
    },
  );
  await graph.sql('update customer.user_account set role_id = $1, customer_id = $2 where id = $3', [
    roleId(role),
    customerId,
    createUser.id,
  ]);
  await graph.sql('delete from customer.user_service_centre where user_id = $1', [createUser.id]);
  const client = await signIn(graph, shop.slug, email);
  return { role, client, userId: createUser.id, password: PASSWORD, customerId };
}

/** The token that `openLink` gives for the link in a customer’s invitation. */
export async function linkHolder(
  graph: TestGraph,
  shop: Shop,
  customerId: string,
): Promise<Caller & { linkId: string }> {
  const { inviteCustomer } = await shop.admin.client.ask<{ inviteCustomer: { linkId: string } }>(
    'mutation ($id: ID!) { inviteCustomer(customerId: $id) { linkId } }',
    { id: customerId },
  );
  const secret = deriveSecret(runState().secretKey, 'access tokens').toString('base64url');
  const tokens = new AccessTokens({ secrets: [secret], issuer: 'liftbay', audience: 'liftbay-api' });
  const { linkId } = inviteCustomer;
  const token = tokens.issue({ sub: linkId, org: shop.id, sid: linkId, kind: 'LINK' }, 900, new Date());
  return {
    role: 'LINK',
    client: graph.withToken(token),
    userId: null,
    password: PASSWORD,
    customerId,
    linkId,
  };
}
