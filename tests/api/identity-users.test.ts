import { randomUUID } from 'node:crypto';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { type Shop, signIn } from '../harness/shop';
import {
  badFields,
  CREATE_USER,
  DELETE_USER,
  type Office,
  openCentre,
  openOffice,
  roleOf,
  SET_ACTIVE,
  soon,
  UPDATE_USER,
  type UserRow,
} from './identity.fixtures';

/** Accounts of staff, as an administrator makes, changes and ends them. */
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

const count = async (): Promise<number> =>
  (await graph.sql('select 1 from customer.user_account where organisation_id = $1', [shop.id])).length;

test('an account is made once per key, with a first password to be told', async () => {
  const input = office.person({
    phone: '333 123 4567',
    locale: 'it-ch',
    serviceCentreIds: [shop.centres[0], second],
    idempotencyKey: randomUUID(),
  });
  const { createUser: made } = await admin.ask<{ createUser: UserRow }>(CREATE_USER, { input });
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
    role: { id: office.advisor, kind: 'ADVISOR' },
    serviceCentres: [{ id: shop.centres[0] }, { id: second }],
  });
  const again = await admin.ask<{ createUser: UserRow }>(CREATE_USER, { input });
  expect(again.createUser.id).toBe(made.id);
  const other = await admin.send(CREATE_USER, { input: { ...input, password: 'some other passphrase' } });
  expect(other.code).toBe('IDEMPOTENCY_MISMATCH');

  await signIn(graph, shop.slug, made.email!);
  await signIn(graph, shop.slug, '3331234567');
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
  const answer = await admin.send(CREATE_USER, { input: office.person(changes) });
  expect(answer.code).toBe('BAD_INPUT');
  expect(badFields(answer)).toEqual([path]);
  expect(await count()).toBe(before);
});

test('customers and vendors get no account from here', async () => {
  for (const kind of ['CUSTOMER', 'VENDOR'])
    expect(
      badFields(
        await admin.send(CREATE_USER, { input: office.person({ roleId: await roleOf(admin, kind) }) }),
      ),
    ).toEqual(['roleId']);
});

test('e-mail and phone are unique in the organisation, whatever their spelling', async () => {
  const one = await office.create({ phone: '+39 320 111 2233' });
  const before = await count();
  const sameMail = await admin.send(CREATE_USER, {
    input: office.person({ email: one.email!.toUpperCase() }),
  });
  expect([sameMail.code, sameMail.errors[0]!.extensions.field]).toEqual(['CONFLICT', 'email']);
  const samePhone = await admin.send(CREATE_USER, { input: office.person({ phone: '320-1112233' }) });
  expect([samePhone.code, samePhone.errors[0]!.extensions.field]).toEqual(['CONFLICT', 'phone']);
  expect(await count()).toBe(before);
});

test('an account is changed: left out stays, null clears, the role and centres count at once', async () => {
  const made = await office.create({ phone: '+39 320 999 8877' });
  const client = await signIn(graph, shop.slug, made.email!);
  const mayCreateCentre = async () => (await client.send('{ roles { id } }')).code;
  expect(await mayCreateCentre()).toBe('FORBIDDEN');
  const { updateUser: changed } = await admin.ask<{ updateUser: UserRow }>(UPDATE_USER, {
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

  const everywhere = await admin.ask<{ updateUser: UserRow }>(UPDATE_USER, {
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
  expect((await office.read(made.id)).email).toBe(made.email);
});

test('an account tells when it was made, changed, last used and secured', async () => {
  const made = await office.create();
  await signIn(graph, shop.slug, made.email!);
  await graph.sql('update customer.user_account set mfa_enabled_at = now() where id = $1', [made.id]);
  await admin.ask(UPDATE_USER, { id: made.id, input: { firstName: 'Ulla' } });
  const { user } = await admin.ask<{ user: Record<string, string> }>(
    'query ($id: ID!) { user(id: $id) { createdAt updatedAt lastLoginAt mfaEnabledAt } }',
    { id: made.id },
  );
  const since = Date.now() - 60_000;
  expect(Date.parse(user.createdAt!)).toBeGreaterThan(since);
  expect(Date.parse(user.updatedAt!)).toBeGreaterThan(Date.parse(user.createdAt!));
  expect(Date.parse(user.lastLoginAt!)).toBeGreaterThan(Date.parse(user.createdAt!));
  expect(Date.parse(user.mfaEnabledAt!)).toBeGreaterThan(since);
  expect(user).toEqual({
    createdAt: expect.stringMatching(/Z$/),
    updatedAt: expect.stringMatching(/Z$/),
    lastLoginAt: expect.stringMatching(/Z$/),
    mfaEnabledAt: expect.stringMatching(/Z$/),
  });
});

test('every step is in the audit log, without what is secret', async () => {
  const made = await office.create();
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
