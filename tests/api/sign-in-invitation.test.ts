import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import { PASSWORD, type Shop } from '../harness/shop';
import { messageServers, tokenIn } from './message-servers.fixtures';
import { audited, from, login, NEW_PASSWORD, newEmail, register, tokens, whoAmI } from './sign-in.fixtures';

const { mail, sms, environment } = messageServers();
const graph = useGraph({ environment });

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const signIn = (name: string, password = NEW_PASSWORD) =>
  login(from(graph), { organisation: shop.slug, login: name, password });

const accountsOf = (column: 'email' | 'phone', value: string) =>
  graph.sql<{ id: string; first_name: string; customer_id: string | null; locale: string; kind: string }>(
    `select u.id, u.first_name, u.customer_id, u.locale, r.kind from customer.user_account u
     join customer.role r on r.id = u.role_id where u.organisation_id = $1 and u.${column} = $2`,
    [shop.id, value],
  );

interface Customer {
  id: string;
  email: string;
  phone: string | null;
}

async function takeIn(input: Record<string, unknown> = {}): Promise<Customer> {
  const email = newEmail();
  const { createCustomer } = await shop.admin.client.ask<{ createCustomer: Customer }>(
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { id email phone } }',
    { input: { firstName: 'Carla', lastName: 'Conti', email, serviceCentreId: shop.centres[0], ...input } },
  );
  return createCustomer;
}

interface Invited {
  inviteCustomer: { linkId: string; expiresAt: string };
}
const invite = (customerId: string, channel?: string, client: GraphClient = shop.admin.client) =>
  client.send<Invited>(
    `mutation ($id: ID!, $channel: MessageChannel) { inviteCustomer(customerId: $id, channel: $channel) {
       linkId expiresAt } }`,
    { id: customerId, channel },
  );

describe('a customer who is invited', () => {
  it('gets an account of their own, which sees their record and no other', async () => {
    const customer = await takeIn();
    await takeIn();
    const arrives = mail.inbox.next(customer.email);
    const { data } = await invite(customer.id);
    const days = (new Date(data.inviteCustomer.expiresAt).getTime() - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(14, 1);
    const letter = await arrives;
    expect(letter.text).toContain('Buongiorno Carla Conti');
    expect(
      (await register(from(graph), { token: tokenIn(letter), password: NEW_PASSWORD })).code,
    ).toBeUndefined();
    const { access } = await tokens(graph, {
      organisation: shop.slug,
      login: customer.email,
      password: NEW_PASSWORD,
    });
    const client = graph.withToken(access);
    const answer = await client.ask<{
      me: { customer: { id: string } };
      customers: { nodes: { id: string }[] };
    }>('{ me { customer { id } } customers { nodes { id } } }');
    expect(answer.me.customer.id).toBe(customer.id);
    expect(answer.customers.nodes).toEqual([{ id: customer.id }]);
    expect((await invite(customer.id)).code).toBe('CONFLICT');
    expect(await audited(graph, shop.id, 'invite')).toContainEqual(
      expect.objectContaining({ entity_id: customer.id, actor_id: shop.admin.id }),
    );
  });

  it('can be reached by text message, and signs in with the phone', async () => {
    const customer = await takeIn({ email: null, phone: '333 777 8889' });
    const arrives = sms.inbox.next('+393337778889');
    expect((await invite(customer.id)).errors[0]!.extensions.fields).toEqual([
      expect.objectContaining({ path: 'channel', code: 'NO_ADDRESS' }),
    ]);
    await invite(customer.id, 'SMS');
    await register(from(graph), { token: tokenIn(await arrives), password: NEW_PASSWORD });
    expect((await signIn('+39 333 7778889')).code).toBeUndefined();
  });

  it('is invited by those who may, and only customers that they see', async () => {
    const customer = await takeIn();
    const technician = await shop.staff('TECHNICIAN');
    const other = await graph.shop();
    const sent = mail.inbox.all.length;
    expect((await invite(customer.id, 'EMAIL', technician.client)).code).toBe('FORBIDDEN');
    expect((await invite(customer.id, 'EMAIL', other.admin.client)).code).toBe('NOT_FOUND');
    expect((await invite(customer.id, 'EMAIL', graph.anonymous())).code).toBe('UNAUTHENTICATED');
    await untilIdle(graph);
    expect(mail.inbox.all).toHaveLength(sent);
    expect(
      (await invite(customer.id, 'EMAIL', (await shop.staff('RECEPTIONIST')).client)).code,
    ).toBeUndefined();
  });

  it('has one good invitation at a time', async () => {
    const customer = await takeIn();
    const first = mail.inbox.next(customer.email);
    await invite(customer.id);
    const earlier = tokenIn(await first);
    const second = mail.inbox.next(customer.email);
    await invite(customer.id);
    expect((await register(from(graph), { token: earlier, password: NEW_PASSWORD })).code).toBe(
      'LINK_INVALID',
    );
    expect(
      (await register(from(graph), { token: tokenIn(await second), password: NEW_PASSWORD })).code,
    ).toBeUndefined();
  });

  it('signs in with what nobody else of the family signs in with', async () => {
    const shared = '+393336667778';
    for (const [index, name] of ['Anna', 'Bruno'].entries()) {
      const customer = await takeIn({ firstName: name, phone: shared });
      const arrives = mail.inbox.next(customer.email);
      await invite(customer.id);
      expect(
        (await register(from(graph), { token: tokenIn(await arrives), password: NEW_PASSWORD })).code,
      ).toBeUndefined();
      expect((await signIn(customer.email)).code).toBeUndefined();
      expect((await accountsOf('phone', shared)).length).toBe(1);
      expect((await accountsOf('email', customer.email))[0]!.first_name).toBe(['Anna', 'Bruno'][index]);
    }
  });
});

describe('a member of staff who is invited', () => {
  it('chooses a password and signs in', async () => {
    const email = newEmail();
    const { roles } = await shop.admin.client.ask<{ roles: { id: string; kind: string }[] }>(
      '{ roles { id kind } }',
    );
    const arrives = mail.inbox.next(email);
    const { createUser } = await shop.admin.client.ask<{ createUser: { id: string } }>(
      'mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }',
      {
        input: {
          email,
          firstName: 'Ivo',
          roleId: roles.find(({ kind }) => kind === 'TECHNICIAN')!.id,
          serviceCentreIds: [shop.centres[0]],
        },
      },
    );
    expect((await signIn(email, PASSWORD)).code).toBe('INVALID_CREDENTIALS');
    const token = tokenIn(await arrives);
    expect((await register(from(graph), { token, password: NEW_PASSWORD })).code).toBeUndefined();
    const { access } = await tokens(graph, { organisation: shop.slug, login: email, password: NEW_PASSWORD });
    expect(await whoAmI(graph.withToken(access))).toBe(createUser.id);
    expect((await register(from(graph), { token, password: 'yet another password' })).code).toBe(
      'LINK_INVALID',
    );
  });
});
