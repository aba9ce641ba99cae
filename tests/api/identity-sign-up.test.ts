import { randomBytes, randomUUID } from 'node:crypto';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { PASSWORD, signIn } from '../harness/shop';
import { badFields } from './identity.fixtures';

/** How an organisation comes to be. Each caller has an address of its own, because sign-ups are counted by it. */
const SIGN_UP = `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) {
  organisation { id name slug country currency locale timeZone pricesIncludeTax taxPerLine requiresInspection selfRegistration }
  serviceCentre { id name code phone timeZone active address { street city region postalCode country } }
  administrator { id displayName email phone active invited passwordIsTemporary allCentres
    role { kind name permissions { permission reach } } serviceCentres { id } }
} }`;

interface SignedUp {
  createOrganisation: {
    organisation: Record<string, unknown> & { id: string; slug: string };
    serviceCentre: Record<string, unknown> & { id: string };
    administrator: Record<string, unknown> & {
      id: string;
      role: { kind: string; name: string; permissions: { permission: string; reach: string }[] };
      serviceCentres: { id: string }[];
    };
  };
}

const graph = useGraph();
let lastAddress = 0;
const newcomer = (): GraphClient => {
  lastAddress += 1;
  return graph.anonymous().with({ 'x-forwarded-for': `198.51.100.${lastAddress}` });
};

function application(changes: Record<string, unknown> = {}) {
  const slug = `signup-${randomBytes(5).toString('hex')}`;
  return {
    name: 'Officina Però & Figli',
    slug,
    country: 'IT',
    currency: 'EUR',
    locale: 'it-it',
    timeZone: 'Europe/Rome',
    administrator: { firstName: 'Ada', lastName: 'Rossi', email: `Ada@${slug}.example`, password: PASSWORD },
    ...changes,
  };
}

const organisations = async (slug: string): Promise<number> =>
  (await graph.sql('select 1 from customer.organisation where slug = $1', [slug])).length;

test('an organisation signs up with its first service centre and administrator, who can sign in', async () => {
  const input = application({
    serviceCentre: {
      name: 'Sede',
      code: 'mo1',
      phone: '059 123456',
      address: { street: 'Via Giardini 1', city: 'Modena', region: 'MO', postalCode: '41124' },
    },
  });
  const { createOrganisation: made } = await newcomer().ask<SignedUp>(SIGN_UP, { input });

  expect(made.organisation).toEqual({
    id: expect.any(String),
    name: 'Officina Però & Figli',
    slug: input.slug,
    country: 'IT',
    currency: 'EUR',
    locale: 'it-IT',
    timeZone: 'Europe/Rome',
    pricesIncludeTax: false,
    taxPerLine: false,
    requiresInspection: true,
    selfRegistration: false,
  });
  expect(made.serviceCentre).toEqual({
    id: expect.any(String),
    name: 'Sede',
    code: 'MO1',
    phone: '+39059123456',
    timeZone: 'Europe/Rome',
    active: true,
    address: { street: 'Via Giardini 1', city: 'Modena', region: 'MO', postalCode: '41124', country: 'IT' },
  });
  expect(made.administrator).toMatchObject({
    displayName: 'Ada Rossi',
    email: `ada@${input.slug}.example`,
    phone: null,
    active: true,
    invited: false,
    passwordIsTemporary: false,
    allCentres: true,
    role: { kind: 'ADMIN', name: 'Administrator' },
    serviceCentres: [{ id: made.serviceCentre.id }],
  });
  expect(made.administrator.role.permissions).toContainEqual({ permission: 'settings:update', reach: 'ALL' });

  const client = await signIn(graph, input.slug, input.administrator.email);
  const { roles } = await client.ask<{ roles: { kind: string }[] }>('{ roles { kind } }');
  expect(roles.map((role) => role.kind).sort()).toEqual([
    'ACCOUNTANT',
    'ADMIN',
    'ADVISOR',
    'CUSTOMER',
    'MANAGER',
    'RECEPTIONIST',
    'TECHNICIAN',
    'VENDOR',
  ]);
  const trail = await graph.sql<{ actor_id: string; entity_type: string }>(
    `select actor_id, entity_type from platform.audit_log where organisation_id = $1 and action = 'create'
       and entity_type in ('Organisation', 'ServiceCentre', 'User') order by entity_type`,
    [made.organisation.id],
  );
  expect(trail.map((entry) => entry.entity_type)).toEqual(['Organisation', 'ServiceCentre', 'User']);
});

test('names nothing but the organisation: the slug and the centre follow from it', async () => {
  const name = `Garage Müller ${randomBytes(3).toString('hex')}`;
  const { slug: _slug, ...input } = application({ name });
  const { createOrganisation: made } = await newcomer().ask<SignedUp>(SIGN_UP, { input });
  expect(made.organisation.slug).toBe(name.toLowerCase().replace('ü', 'u').replaceAll(' ', '-'));
  expect(made.serviceCentre).toMatchObject({ name, code: 'MAIN', phone: null });

  const answer = await newcomer().send(SIGN_UP, { input: { ...input, name: '修理' } });
  expect(answer.code).toBe('BAD_INPUT');
  expect(badFields(answer)).toEqual(['slug']);
});

test('twenty at once with one key make one organisation and get one answer', async () => {
  const input = application({ idempotencyKey: randomUUID() });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => newcomer().ask<SignedUp>(SIGN_UP, { input })),
  );
  expect(new Set(answers.map((answer) => answer.createOrganisation.administrator.id)).size).toBe(1);
  expect(await organisations(input.slug)).toBe(1);
  const users = await graph.sql('select 1 from customer.user_account where organisation_id = $1', [
    answers[0]!.createOrganisation.organisation.id,
  ]);
  expect(users).toHaveLength(1);

  for (const other of [
    { ...input, name: 'Another name' },
    { ...input, administrator: { ...input.administrator, password: 'another good passphrase' } },
  ])
    expect((await newcomer().send(SIGN_UP, { input: other })).code).toBe('IDEMPOTENCY_MISMATCH');
});

test('a slug that is taken is a conflict, and nothing of the second organisation stays', async () => {
  const first = application();
  await newcomer().ask(SIGN_UP, { input: first });
  const before = await graph.sql('select 1 from customer.user_account');
  const answer = await newcomer().send(SIGN_UP, { input: application({ slug: first.slug }) });
  expect([answer.code, answer.errors[0]!.extensions.field]).toEqual(['CONFLICT', 'slug']);
  expect(answer.data).toBeNull();
  expect(await graph.sql('select 1 from customer.user_account')).toHaveLength(before.length);
});

test.each([
  [
    'administrator.password',
    { administrator: { firstName: 'Ada', email: 'ada@x.example', password: 'password123' } },
  ],
  ['timeZone', { timeZone: '+01:00' }],
  ['currency', { currency: 'XYQ' }],
  ['country', { country: 'it' }],
  ['locale', { locale: 'it_IT' }],
  ['slug', { slug: 'No Spaces' }],
  ['name', { name: '   ' }],
  ['serviceCentre.phone', { serviceCentre: { phone: '12' } }],
  ['serviceCentre.address.country', { serviceCentre: { address: { country: 'ZZ' } } }],
  ['idempotencyKey', { idempotencyKey: 'short' }],
])('bad input in %s is named, and nothing is made', async (path, changes) => {
  const input = application(changes);
  const answer = await newcomer().send(SIGN_UP, { input });
  expect(answer.code).toBe('BAD_INPUT');
  expect(badFields(answer)).toContain(path);
  expect(await organisations(input.slug)).toBe(0);
});

test('the sixth sign-up within an hour from one address is refused, whatever the others came to', async () => {
  const one = newcomer();
  const refusable = application({ timeZone: 'Europe/Rome', slug: undefined, name: '修理' });
  for (let n = 0; n < 5; n += 1)
    expect((await one.send(SIGN_UP, { input: refusable })).code).toBe('BAD_INPUT');
  const input = application();
  const sixth = await one.send(SIGN_UP, { input });
  expect(sixth.code).toBe('RATE_LIMITED');
  expect(sixth.errors[0]!.extensions.retryAfter).toBeGreaterThan(3000);
  expect(await organisations(input.slug)).toBe(0);
  expect((await newcomer().ask<SignedUp>(SIGN_UP, { input })).createOrganisation.organisation.slug).toBe(
    input.slug,
  );
});

test('the password is nowhere in the database but as its argon2id hash', async () => {
  const input = application({ idempotencyKey: randomUUID() });
  const { createOrganisation: made } = await newcomer().ask<SignedUp>(SIGN_UP, { input });
  const id = made.organisation.id;
  const [user] = await graph.sql<{ password_hash: string }>(
    'select password_hash from customer.user_account where organisation_id = $1',
    [id],
  );
  expect(user!.password_hash).toMatch(/^\$argon2id\$/);
  const audits = await graph.sql<{ text: string }>(
    'select new_values::text as text from platform.audit_log where organisation_id = $1',
    [id],
  );
  const written = audits.map((entry) => entry.text).join('\n');
  expect(written).toContain('"•••"');
  expect(written).not.toMatch(/argon2id|correct horse/);
});

describe('switched off', () => {
  const closed = useGraph({ environment: { SIGN_UP: 'off' } });

  test('nobody signs up', async () => {
    const input = application();
    const answer = await closed.anonymous().send(SIGN_UP, { input });
    expect(answer.code).toBe('FEATURE_OFF');
    expect(await closed.sql('select 1 from customer.organisation')).toEqual([]);
  });
});
