import { randomBytes, randomUUID } from 'node:crypto';
import { Keyring } from '../../shared/security/keyring';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import { PASSWORD, type Shop, signIn } from '../harness/shop';
import {
  badFields,
  CREATE_USER,
  DELETE_USER,
  doorFor,
  openCentre,
  roleOf,
  SET_ACTIVE,
  soon,
  UPDATE_USER,
} from './identity.fixtures';

/** Accounts of staff, as an administrator makes, changes and ends them. */
const graph = useGraph();
let shop: Shop;
let admin: GraphClient;
let second: string;
let advisor: string;
beforeAll(async () => {
  shop = await graph.shop();
  admin = shop.admin.client;
  second = await openCentre(admin, 'SECOND');
  advisor = await roleOf(admin, 'ADVISOR');
});

interface User {
  id: string;
  displayName: string;
  email: string | null;
  phone: string | null;
  active: boolean;
  invited: boolean;
  version: number;
  allCentres: boolean;
  role: { id: string; kind: string };
  serviceCentres: { id: string }[];
}
const email = (): string => `u-${randomBytes(4).toString('hex')}@${shop.slug}.example`;
const person = (changes: object = {}) => ({
  firstName: 'Ugo',
  lastName: 'Bianchi',
  email: email(),
  roleId: advisor,
  serviceCentreIds: [shop.centres[0]],
  password: PASSWORD,
  ...changes,
});
const create = async (changes: object = {}): Promise<User> =>
  (await admin.ask<{ createUser: User }>(CREATE_USER, { input: person(changes) })).createUser;
const read = async (id: string) =>
  (
    await admin.ask<{ user: User & { deletedAt: string | null } }>(
      `query ($id: ID!) { user(id: $id) { id displayName email phone active invited version allCentres deletedAt
         createdAt updatedAt mfaEnabledAt lastLoginAt role { id kind } serviceCentres { id } customer { id } } }`,
      { id },
    )
  ).user;
const count = async (): Promise<number> =>
  (await graph.sql('select 1 from customer.user_account where organisation_id = $1', [shop.id])).length;

test('an account is made once per key, with a first password to be told', async () => {
  const input = person({
    phone: '333 123 4567',
    locale: 'it-ch',
    serviceCentreIds: [shop.centres[0], second],
    idempotencyKey: randomUUID(),
  });
  const { createUser: made } = await admin.ask<{ createUser: User }>(CREATE_USER, { input });
  expect(made).toEqual({
    id: expect.any(String),
    displayName: 'Ugo Bianchi',
    firstName: 'Ugo',
    lastName: 'Bianchi',
    email: input.email,
    phone: '+393331234567',
    locale: 'it-CH',
    active: true,
    invited: false,
    passwordIsTemporary: true,
    allCentres: false,
    version: 1,
    role: { id: advisor, kind: 'ADVISOR' },
    serviceCentres: [{ id: shop.centres[0] }, { id: second }],
  });
  const again = await admin.ask<{ createUser: User }>(CREATE_USER, { input });
  expect(again.createUser.id).toBe(made.id);
  const other = await admin.send(CREATE_USER, { input: { ...input, password: 'some other passphrase' } });
  expect(other.code).toBe('IDEMPOTENCY_MISMATCH');

  await signIn(graph, shop.slug, input.email);
  await signIn(graph, shop.slug, '3331234567');
});

interface Invitation {
  id: string;
  channel: string;
  recipient: string;
  body: string;
}
async function invitationsTo(address: string): Promise<{ channel: string; token: string }[]> {
  const keys = new Keyring(runState().encryptionKeys);
  const rows = await graph.sql<Invitation>(
    `select channel, recipient, body from customer.message where organisation_id = $1 and template = 'INVITATION'`,
    [shop.id],
  );
  return rows
    .filter(({ recipient }) => keys.decrypt(recipient, 'customer.message.recipient') === address)
    .map(({ channel, body }) => ({
      channel,
      token: /user-invitation#(\S+)/.exec(keys.decrypt(body, 'customer.message.body'))![1]!,
    }));
}

test('without a password they are invited, by a link for three days and for once', async () => {
  const made = await create({ password: undefined });
  expect(made.invited).toBe(true);
  const [invitation, ...more] = await invitationsTo(made.email!);
  expect(invitation!.channel).toBe('EMAIL');
  expect(more).toEqual([]);
  const [link] = await graph.sql<{ purpose: string; single_use: boolean; hours: number }>(
    `select purpose, single_use, round(extract(epoch from expires_at - created_at) / 3600)::integer as hours
     from platform.link where organisation_id = $1 and record_id = $2`,
    [shop.id, made.id],
  );
  expect(link).toEqual({ purpose: 'USER_INVITATION', single_use: true, hours: 72 });

  const register = 'mutation ($input: RegisterInput!) { register(input: $input) }';
  await graph.anonymous().ask(register, { input: { token: invitation!.token, password: PASSWORD } });
  await signIn(graph, shop.slug, made.email!);
  expect((await read(made.id)).invited).toBe(false);
  const twice = await graph
    .anonymous()
    .send(register, { input: { token: invitation!.token, password: PASSWORD } });
  expect(twice.code).toBe('LINK_INVALID');
});

test('without an e-mail the invitation goes to the phone', async () => {
  await create({ password: undefined, email: undefined, phone: '+39 347 765 4321' });
  expect(await invitationsTo('+393477654321')).toMatchObject([{ channel: 'SMS' }]);
});

test('a new address takes back the invitation that went to the old one', async () => {
  const made = await create({ password: undefined });
  const [invitation] = await invitationsTo(made.email!);
  await admin.ask(UPDATE_USER, { id: made.id, input: { email: email() } });
  const answer = await graph
    .anonymous()
    .send('mutation ($input: RegisterInput!) { register(input: $input) }', {
      input: { token: invitation!.token, password: PASSWORD },
    });
  expect(answer.code).toBe('LINK_INVALID');
});

test.each([
  ['firstName', { firstName: ' ' }],
  ['email', { email: undefined }],
  ['email', { email: 'nobody' }],
  ['phone', { phone: '12' }],
  ['locale', { locale: 'x_y' }],
  ['password', { password: 'password' }],
  ['roleId', { roleId: randomUUID() }],
  ['serviceCentreIds', { serviceCentreIds: [] }],
  ['serviceCentreIds', { serviceCentreIds: [randomUUID()] }],
])('bad input in %s is named, and no account is made', async (path, changes) => {
  const before = await count();
  const answer = await admin.send(CREATE_USER, { input: person(changes) });
  expect(answer.code).toBe('BAD_INPUT');
  expect(new Set(badFields(answer))).toEqual(new Set([path]));
  expect(await count()).toBe(before);
});

test('customers and vendors get no account from here', async () => {
  for (const kind of ['CUSTOMER', 'VENDOR'])
    expect(
      badFields(await admin.send(CREATE_USER, { input: person({ roleId: await roleOf(admin, kind) }) })),
    ).toEqual(['roleId']);
});

test('e-mail and phone are unique in the organisation, whatever their spelling', async () => {
  const one = await create({ phone: '+39 320 111 2233' });
  const before = await count();
  const sameMail = await admin.send(CREATE_USER, { input: person({ email: one.email!.toUpperCase() }) });
  expect([sameMail.code, sameMail.errors[0]!.extensions.field]).toEqual(['CONFLICT', 'email']);
  const samePhone = await admin.send(CREATE_USER, { input: person({ phone: '320-1112233' }) });
  expect([samePhone.code, samePhone.errors[0]!.extensions.field]).toEqual(['CONFLICT', 'phone']);
  expect(await count()).toBe(before);
});

test('an account is changed: left out stays, null clears, the role and centres count at once', async () => {
  const made = await create({ phone: '+39 320 999 8877' });
  const client = await signIn(graph, shop.slug, made.email!);
  const mayCreateCentre = async () => (await client.send('{ roles { id } }')).code;
  expect(await mayCreateCentre()).toBe('FORBIDDEN');
  const { updateUser: changed } = await admin.ask<{ updateUser: User }>(UPDATE_USER, {
    id: made.id,
    input: {
      lastName: '',
      phone: null,
      roleId: await roleOf(admin, 'MANAGER'),
      serviceCentreIds: [second],
      expectedVersion: made.version,
    },
  });
  expect(changed).toMatchObject({
    displayName: 'Ugo',
    email: made.email,
    phone: null,
    version: made.version + 1,
    role: { kind: 'MANAGER' },
    serviceCentres: [{ id: second }],
  });
  expect(await soon(undefined, mayCreateCentre)).toBeUndefined();
  const { me } = await client.ask<{ me: { serviceCentres: { id: string }[] } }>(
    '{ me { serviceCentres { id } } }',
  );
  expect(me.serviceCentres).toEqual([{ id: second }]);

  const everywhere = await admin.ask<{ updateUser: User }>(UPDATE_USER, {
    id: made.id,
    input: { allCentres: true },
  });
  expect(everywhere.updateUser.allCentres).toBe(true);
  expect(everywhere.updateUser.serviceCentres.map(({ id }) => id).sort()).toEqual(
    [shop.centres[0], second].sort(),
  );
  const late = await admin.send(UPDATE_USER, { id: made.id, input: { firstName: 'x', expectedVersion: 1 } });
  expect(late.code).toBe('CONFLICT');
  const nowhere = await admin.send(UPDATE_USER, { id: made.id, input: { email: null } });
  expect(badFields(nowhere)).toEqual(['email']);
  expect((await read(made.id)).email).toBe(made.email);
});

test('switched off, somebody is out at once and stays out; switched on, they sign in anew', async () => {
  const made = await create();
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
  const made = await create({ phone: '+39 320 555 4433' });
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

  const kept = await read(made.id);
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

  expect((await create({ email: made.email, phone: made.phone })).email).toBe(made.email);
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
  expect(await read(own)).toMatchObject({ active: true, deletedAt: null });
});

test('every step is in the audit log, without what is secret', async () => {
  const made = await create();
  await admin.ask(UPDATE_USER, { id: made.id, input: { firstName: 'Ulisse' } });
  await admin.ask(SET_ACTIVE, { id: made.id, active: false });
  await admin.ask(DELETE_USER, { id: made.id });
  const trail = await graph.sql<{ action: string; actor_id: string; new_values: Record<string, unknown> }>(
    `select action, actor_id, new_values from platform.audit_log
     where organisation_id = $1 and entity_type = 'User' and entity_id = $2 order by id`,
    [shop.id, made.id],
  );
  expect(trail.map((entry) => entry.action)).toEqual(['create', 'update', 'deactivate', 'delete']);
  expect(new Set(trail.map((entry) => entry.actor_id))).toEqual(new Set([shop.admin.id]));
  expect(trail[0]!.new_values.passwordHash).toBe('•••');
  expect(trail[1]!.new_values).toEqual({ firstName: 'Ulisse' });
  const events = await graph.sql<{ name: string; payload: object }>(
    'select name, payload from platform.event where organisation_id = $1 and subject_id = $2 order by position',
    [shop.id, made.id],
  );
  expect(events.map((event) => event.name)).toEqual([
    'UserCreated',
    'UserUpdated',
    'UserDeactivated',
    'UserDeleted',
  ]);
  expect(JSON.stringify(events)).not.toContain(made.email);
});
