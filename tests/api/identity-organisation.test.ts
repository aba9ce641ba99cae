import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { badFields, doorFor, soon } from './identity.fixtures';

/** The organisation and its settings. The proxy says from which address somebody comes. */
const graph = useGraph();
let shop: Shop;
let admin: GraphClient;
beforeAll(async () => {
  shop = await graph.shop();
  admin = shop.admin.client.with({ 'x-forwarded-for': '192.0.2.10' });
});

const SETTINGS = `id version name slug country currency locale timeZone pricesIncludeTax taxPerLine
  requiresInspection selfRegistration`;
const SENSITIVE = 'paymentReminderDays adminAllowedAddresses';
const UPDATE = `mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { ${SETTINGS} ${SENSITIVE} } }`;

interface Settings {
  version: number;
  name: string;
  paymentReminderDays: number[];
  adminAllowedAddresses: string[];
  createdAt: string;
  updatedAt: string;
}
const settings = async (): Promise<Settings> =>
  (
    await admin.ask<{ organisation: Settings }>(
      `{ organisation { ${SETTINGS} ${SENSITIVE} createdAt updatedAt } }`,
    )
  ).organisation;

test('what is done by the clock is done by the organisation’s', async () => {
  const own = await graph.shop({ timeZone: 'Africa/Nairobi' });
  const clock = () =>
    graph.sql('select time_zone from platform.tenant_clock where organisation_id = $1', [own.id]);
  expect(await clock()).toEqual([{ time_zone: 'Africa/Nairobi' }]);
  await own.admin.client.ask(UPDATE, { input: { timeZone: 'Australia/Lord_Howe' } });
  expect(await clock()).toEqual([{ time_zone: 'Australia/Lord_Howe' }]);
});

test('an administrator changes the settings, and everybody reads them', async () => {
  const before = await settings();
  const input = {
    name: 'Carrozzeria Nuova',
    country: 'CH',
    currency: 'CHF',
    locale: 'de-ch',
    timeZone: 'Europe/Zurich',
    pricesIncludeTax: true,
    taxPerLine: true,
    requiresInspection: false,
    selfRegistration: true,
    paymentReminderDays: [30, 3, 14],
    expectedVersion: before.version,
  };
  const { updateOrganisation } = await admin.ask<{ updateOrganisation: Settings }>(UPDATE, { input });
  const { expectedVersion: _, ...changed } = input;
  expect(updateOrganisation).toEqual({
    ...changed,
    id: shop.id,
    slug: shop.slug,
    version: before.version + 1,
    locale: 'de-CH',
    paymentReminderDays: [3, 14, 30],
    adminAllowedAddresses: [],
  });
  const after = await settings();
  expect(after.paymentReminderDays).toEqual([3, 14, 30]);
  expect(after.createdAt).toBe(before.createdAt);
  expect(Date.parse(after.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt));

  const technician = await shop.staff('TECHNICIAN');
  const { organisation } = await technician.client.ask<{ organisation: object }>(
    `{ organisation { ${SETTINGS} } }`,
  );
  expect(organisation).toMatchObject({ name: 'Carrozzeria Nuova', currency: 'CHF' });

  const events = await graph.sql('select 1 from platform.event where organisation_id = $1 and name = $2', [
    shop.id,
    'OrganisationUpdated',
  ]);
  expect(events).toHaveLength(1);
});

test.each(['MANAGER', 'ADVISOR', 'RECEPTIONIST', 'TECHNICIAN', 'ACCOUNTANT'])(
  '%s neither changes settings nor sees the sensitive ones',
  async (kind) => {
    const before = await settings();
    const { client } = await shop.staff(kind);
    const denied = await client.send(UPDATE, { input: { name: 'Mine now' } });
    expect([denied.code, denied.errors[0]!.extensions.permission]).toEqual(['FORBIDDEN', 'settings:update']);
    for (const field of SENSITIVE.split(' ')) {
      const answer = await client.send(`{ organisation { ${field} } }`);
      expect([answer.code, answer.errors[0]!.extensions.permission]).toEqual(['FORBIDDEN', 'settings:read']);
      expect(answer.data).toEqual({ organisation: { [field]: null } });
    }
    expect(await settings()).toEqual(before);
  },
);

test('nobody is told anything without a sign-in', async () => {
  expect((await graph.anonymous().send('{ organisation { name } }')).code).toBe('UNAUTHENTICATED');
  expect((await graph.anonymous().send(UPDATE, { input: { name: 'Mine' } })).code).toBe('UNAUTHENTICATED');
});

test.each([
  ['name', { name: '  ' }],
  ['name', { name: null }],
  ['country', { country: 'Italy' }],
  ['currency', { currency: 'EURO' }],
  ['locale', { locale: 'x' }],
  ['timeZone', { timeZone: 'Mars/Olympus' }],
  ['timeZone', { timeZone: '+01:00' }],
  ['paymentReminderDays', { paymentReminderDays: [0] }],
  ['paymentReminderDays', { paymentReminderDays: [7, 7] }],
  ['adminAllowedAddresses.1', { adminAllowedAddresses: ['192.0.2.0/24', '192.0.2.0/33'] }],
  ['adminAllowedAddresses.0', { adminAllowedAddresses: ['office'] }],
  ['adminAllowedAddresses', { adminAllowedAddresses: ['203.0.113.0/24'] }],
])('bad input in %s is named and changes nothing', async (path, input) => {
  const before = await settings();
  const answer = await admin.send(UPDATE, { input: { ...input, requiresInspection: true } });
  expect(answer.code).toBe('BAD_INPUT');
  expect(badFields(answer)).toContain(path);
  expect(await settings()).toEqual(before);
});

test('a version that is not the present one is a conflict that shows the present one', async () => {
  const before = await settings();
  const answer = await admin.send(UPDATE, { input: { name: 'Late', expectedVersion: before.version + 7 } });
  expect(answer.code).toBe('CONFLICT');
  expect(answer.errors[0]!.extensions.current).toMatchObject({ version: before.version });
  expect(await settings()).toEqual(before);
});

test('administrators work from the allowed addresses alone, at once; others from everywhere', async () => {
  const advisor = await shop.staff('ADVISOR');
  const elsewhere = { 'x-forwarded-for': '203.0.113.5' };
  const outside = admin.with(elsewhere);
  expect(await doorFor(outside)).toBeUndefined();

  await admin.ask(UPDATE, { input: { adminAllowedAddresses: ['192.0.2.0/24', '2001:db8::/32'] } });
  expect(await soon('UNAUTHENTICATED', () => doorFor(outside))).toBe('UNAUTHENTICATED');
  expect(await doorFor(admin.with({ 'x-forwarded-for': '2001:db8::7' }))).toBeUndefined();
  expect(await doorFor(advisor.client.with(elsewhere))).toBeUndefined();

  await admin.ask(UPDATE, { input: { adminAllowedAddresses: [] } });
  expect(await soon(undefined, () => doorFor(outside))).toBeUndefined();
});
