import { randomBytes } from 'node:crypto';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { type Member, PASSWORD, type Shop, signIn } from '../harness/shop';
import { badFields, CREATE_USER, openCentre, roleOf } from './identity.fixtures';

/** Who am I, and what I change about myself. */
const graph = useGraph();
let shop: Shop;
let second: string;
beforeAll(async () => {
  shop = await graph.shop();
  second = await openCentre(shop.admin.client, 'SECOND');
});

interface Me {
  kind: string;
  user: { id: string; displayName: string; email: string; role: { kind: string }; customer: null };
  customer: { id: string } | null;
  organisation: { id: string; slug: string };
  serviceCentres: { id: string }[];
  permissions: { permission: string; reach: string }[];
}
const me = async (client: GraphClient): Promise<Me> =>
  (
    await client.ask<{ me: Me }>(
      `{ me { kind organisation { id slug } serviceCentres { id } permissions { permission reach } customer { id }
         user { id displayName email role { kind } customer { id } } } }`,
    )
  ).me;

const UPDATE = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) {
  id firstName lastName displayName email phone locale version } }`;

test('an administrator is told that they may do everything, everywhere', async () => {
  const answer = await me(shop.admin.client);
  expect(answer).toMatchObject({
    kind: 'USER',
    user: { id: shop.admin.id, displayName: 'Ada Admin', email: shop.admin.email, role: { kind: 'ADMIN' } },
    customer: null,
    organisation: { id: shop.id, slug: shop.slug },
  });
  expect(answer.serviceCentres.map(({ id }) => id).sort()).toEqual([shop.centres[0], second].sort());
  expect(answer.permissions).toContainEqual({ permission: 'settings:update', reach: 'ALL' });
});

test('a technician is told what they may do, and where', async () => {
  const technician = await shop.staff('TECHNICIAN', { centres: [second] });
  const answer = await me(technician.client);
  expect(answer.user).toMatchObject({ id: technician.id, role: { kind: 'TECHNICIAN' } });
  expect(answer.serviceCentres).toEqual([{ id: second }]);
  expect(answer.permissions).toContainEqual({ permission: 'jobs:read', reach: 'OWN' });
  expect(answer.permissions).toContainEqual({ permission: 'vehicles:update', reach: 'ALL' });
  expect(answer.permissions.map(({ permission }) => permission)).not.toContain('users:create');
});

test('a role without any permission still tells its holder who they are', async () => {
  const { createRole } = await shop.admin.client.ask<{ createRole: { id: string } }>(
    'mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }',
    { input: { name: 'Nothing', permissions: [] } },
  );
  const email = `nothing@${shop.slug}.example`;
  await shop.admin.client.ask(CREATE_USER, {
    input: {
      firstName: 'Nemo',
      email,
      roleId: createRole.id,
      serviceCentreIds: [second],
      password: PASSWORD,
    },
  });
  const client = await signIn(graph, shop.slug, email);
  const answer = await me(client);
  expect(answer).toMatchObject({
    user: { displayName: 'Nemo' },
    serviceCentres: [{ id: second }],
    permissions: [],
  });
  expect((await client.send('{ serviceCentres { nodes { id } } }')).code).toBe('FORBIDDEN');
});

test('the portal account of a customer shows the customer, to them and to staff', async () => {
  const { createCustomer: customer } = await shop.admin.client.ask<{ createCustomer: { id: string } }>(
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { id } }',
    { input: { firstName: 'Carla', lastName: 'Conti', serviceCentreId: second } },
  );
  const member = await shop.staff('ADVISOR');
  // What accepting an invitation leaves behind.
  await graph.sql(
    `update customer.user_account u set customer_id = $1, role_id = r.id from customer.role r
     where u.id = $2 and r.organisation_id = u.organisation_id and r.kind = 'CUSTOMER'`,
    [customer.id, member.id],
  );
  await graph.sql('delete from customer.user_service_centre where user_id = $1', [member.id]);
  const client = await signIn(graph, shop.slug, member.email);
  const answer = await me(client);
  expect(answer.customer).toEqual({ id: customer.id });
  expect(answer.user.customer).toEqual({ id: customer.id });
  expect(answer.serviceCentres).toEqual([]);
  const asked = 'query ($id: ID!) { user(id: $id) { customer { id } } }';
  const { user } = await shop.admin.client.ask<{ user: { customer: { id: string } } }>(asked, {
    id: member.id,
  });
  expect(user.customer.id).toBe(customer.id);
  expect((await client.send('{ users { nodes { id } } }')).code).toBe('FORBIDDEN');
});

test('nobody is anybody without a sign-in', async () => {
  const answer = await graph.anonymous().send('{ me { kind } }');
  expect([answer.code, answer.data]).toEqual(['UNAUTHENTICATED', null]);
  expect((await graph.anonymous().send(UPDATE, { input: { firstName: 'x' } })).code).toBe('UNAUTHENTICATED');
});

describe('updateProfile', () => {
  let member: Member;
  beforeEach(async () => {
    member = await shop.staff('RECEPTIONIST');
  });
  const stored = async (): Promise<object | undefined> =>
    (
      await graph.sql(
        'select email, phone, first_name, last_name, locale, version from customer.user_account where id = $1',
        [member.id],
      )
    )[0];
  const newEmail = () => `new-${randomBytes(4).toString('hex')}@${shop.slug}.example`;

  test('changes names and language without more ado', async () => {
    const { updateProfile } = await member.client.ask<{ updateProfile: object }>(UPDATE, {
      input: { firstName: ' Rita ', lastName: 'Riva', locale: 'fr-ch' },
    });
    expect(updateProfile).toMatchObject({
      id: member.id,
      firstName: 'Rita',
      lastName: 'Riva',
      displayName: 'Rita Riva',
      locale: 'fr-CH',
      email: member.email,
      version: 2,
    });
  });

  test('asks for the password before e-mail or phone change', async () => {
    const email = newEmail();
    const before = await stored();
    const without = await member.client.send(UPDATE, { input: { email } });
    expect(badFields(without)).toEqual(['currentPassword']);
    const wrong = await member.client.send(UPDATE, {
      input: { phone: '3201234567', currentPassword: 'not it at all' },
    });
    expect(wrong.code).toBe('INVALID_CREDENTIALS');
    expect(await stored()).toEqual(before);

    const input = { email: email.toUpperCase(), phone: '320 123 4567', currentPassword: PASSWORD };
    const { updateProfile } = await member.client.ask<{ updateProfile: object }>(UPDATE, { input });
    expect(updateProfile).toMatchObject({ email, phone: '+393201234567' });
    await signIn(graph, shop.slug, email);
    const same = await member.client.ask<{ updateProfile: object }>(UPDATE, {
      input: { email, firstName: 'Rosa' },
    });
    expect(same.updateProfile).toMatchObject({ firstName: 'Rosa' });
  });

  test('lets nobody try passwords out', async () => {
    const codes = [];
    for (let n = 0; n < 11; n += 1) {
      const input = { email: newEmail(), currentPassword: `guess number ${n}` };
      codes.push((await member.client.send(UPDATE, { input })).code);
    }
    expect(codes.slice(0, 10)).toEqual(Array(10).fill('INVALID_CREDENTIALS'));
    expect(codes[10]).toBe('RATE_LIMITED');
    const right = await member.client.send(UPDATE, {
      input: { email: newEmail(), currentPassword: PASSWORD },
    });
    expect(right.code).toBe('RATE_LIMITED');
  });

  test('an address that is somebody else’s, or none at all, is refused', async () => {
    const before = await stored();
    const taken = await member.client.send(UPDATE, {
      input: { email: shop.admin.email, currentPassword: PASSWORD },
    });
    expect([taken.code, taken.errors[0]!.extensions.field]).toEqual(['CONFLICT', 'email']);
    const none = await member.client.send(UPDATE, { input: { email: null, currentPassword: PASSWORD } });
    expect(badFields(none)).toEqual(['email']);
    expect(await stored()).toEqual(before);
  });

  test('changes nothing of what others decide', async () => {
    const answer = await member.client.send(
      `mutation { updateProfile(input: { roleId: "${await roleOf(shop.admin.client, 'ADMIN')}" }) { id } }`,
    );
    expect(answer.errors).toHaveLength(1);
    expect((await me(member.client)).user.role.kind).toBe('RECEPTIONIST');
  });
});
