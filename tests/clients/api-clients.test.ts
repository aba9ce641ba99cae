import { useGraph } from '../harness/graph';
import { openShop, PASSWORD, type Shop, signIn } from '../harness/shop';
import { eventually } from '../harness/until';
import { CREATE, inDays, makeClient, post, register, type ThirdParty } from './third-party.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
});

const CENTRES = 'query Centres { serviceCentres { nodes { id } } }';
const ROTATE = `mutation ($id: ID!, $input: RotateApiClientSecretInput!) { rotateApiClientSecret(id: $id, input: $input) {
  secret client { id version secrets { ending expiresAt } } } }`;
const REVOKE = 'mutation ($id: ID!) { revokeApiClient(id: $id) { id revokedAt } }';
const LIST = `query ($revoked: Boolean!) { apiClients(revoked: $revoked) { totalCount
  nodes { id name lastUsedAt secrets { lastUsedAt } } } }`;

interface Listed {
  apiClients: {
    totalCount: number;
    nodes: {
      id: string;
      name: string;
      lastUsedAt: string | null;
      secrets: { lastUsedAt: string | null }[];
    }[];
  };
}
interface Rotated {
  rotateApiClientSecret: {
    secret: string;
    client: { version: number; secrets: { ending: string; expiresAt: string }[] };
  };
}

const listed = async (revoked = false) =>
  (await shop.admin.client.ask<Listed>(LIST, { revoked })).apiClients.nodes;
const rotate = async (id: string, input: object) =>
  (await shop.admin.client.ask<Rotated>(ROTATE, { id, input })).rotateApiClientSecret;
const works = async (token: string, documentId: string) =>
  (await post(graph, token, { documentId })).code ?? 'OK';

/** A client with one document. */
async function ready(more: object = {}): Promise<ThirdParty & { documentId: string }> {
  const client = await makeClient(shop.admin, ['serviceCentres:read'], more);
  const [documentId] = await register(shop.admin, client.id, CENTRES);
  return { ...client, documentId: documentId! };
}

test('an administrator makes a client; its secret is told once, and only its hash is kept', async () => {
  const { createApiClient: made } = await shop.admin.client.ask<{
    createApiClient: { secret: string; client: Record<string, unknown> & { id: string } };
  }>(CREATE, {
    input: {
      name: ' Fleet software ',
      description: 'Drives and Co',
      scopes: ['vehicles:read', 'serviceCentres:read'],
      serviceCentreIds: [shop.centres[0]],
      allowedAddresses: ['192.0.2.0/24'],
      expiresAt: '2027-06-01T00:00:00Z',
    },
  });
  expect(made.client).toEqual({
    id: made.client.id,
    name: 'Fleet software',
    description: 'Drives and Co',
    scopes: ['vehicles:read', 'serviceCentres:read'],
    allCentres: false,
    serviceCentres: [{ id: shop.centres[0] }],
    allowedAddresses: ['192.0.2.0/24'],
    expiresAt: '2027-06-01T00:00:00.000Z',
    revokedAt: null,
    lastUsedAt: null,
    version: 1,
    secrets: [
      {
        id: expect.any(String),
        ending: made.secret.slice(-4),
        expiresAt: '2027-06-01T00:00:00.000Z',
        lastUsedAt: null,
      },
    ],
  });
  expect(made.secret).toMatch(/^lbk_[\w-]{22}\.[\w-]{43}$/);
  const tables = await graph.sql<{ text: string }>(
    `select t::text as text from customer.api_client_secret t where client_id = $1
     union all select a::text from platform.audit_log a where organisation_id = $2
     union all select e::text from platform.event e where organisation_id = $2`,
    [made.client.id, shop.id],
  );
  expect(tables.filter(({ text }) => text.includes(made.secret.slice(-20)))).toEqual([]);
});

const GOOD = { name: 'Refused', scopes: ['vehicles:read'], expiresAt: inDays(30) };
test.each([
  ['a scope that there is not', { scopes: ['vehicles:fly'] }, 'input.scopes.0', 'UNKNOWN'],
  ['everything', { scopes: ['*'] }, 'input.scopes.0', 'UNKNOWN'],
  ['users', { scopes: ['vehicles:read', 'users:read'] }, 'input.scopes.1', 'NEVER'],
  ['roles', { scopes: ['roles:update'] }, 'input.scopes.0', 'NEVER'],
  ['settings', { scopes: ['settings:read'] }, 'input.scopes.0', 'NEVER'],
  ['the audit log', { scopes: ['audit:read'] }, 'input.scopes.0', 'NEVER'],
  ['API clients', { scopes: ['clients:create'] }, 'input.scopes.0', 'NEVER'],
  ['no scope', { scopes: [] }, 'input.scopes', 'ARRAY_MIN_SIZE'],
  ['an end in the past', { expiresAt: '2020-01-01T00:00:00Z' }, 'input.expiresAt', 'PAST'],
  ['an end far away', { expiresAt: inDays(1000) }, 'input.expiresAt', 'TOO_LATE'],
  ['an address that is none', { allowedAddresses: ['here'] }, 'input.allowedAddresses.0', 'ADDRESS_RANGE'],
  [
    'a service centre of nobody',
    { serviceCentreIds: ['0191f7c0-0000-7000-8000-000000000000'] },
    'input.serviceCentreIds',
    'UNKNOWN',
  ],
  ['a blank name', { name: '  ' }, 'input.name', 'MATCHES'],
])('%s is refused, and makes nothing', async (_, wrong, path, code) => {
  const before = await graph.sql('select id from customer.api_client');
  const answer = await shop.admin.client.send(CREATE, { input: { ...GOOD, ...wrong } });
  expect(answer.code).toBe('BAD_INPUT');
  expect(answer.errors[0]!.extensions.fields).toMatchObject([{ path, code }]);
  expect(await graph.sql('select id from customer.api_client')).toEqual(before);
});

test('nobody gives a client more than they have, in more centres than theirs', async () => {
  const own = await graph.shop({ centres: 1 });
  const { createRole } = await own.admin.client.ask<{ createRole: { id: string } }>(
    'mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }',
    {
      input: {
        name: 'Integrator',
        permissions: ['clients:read', 'clients:create', 'vehicles:read'].map((permission) => ({
          permission,
          reach: 'ALL',
        })),
      },
    },
  );
  await own.admin.client.ask('mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }', {
    input: {
      email: `integrator@${own.slug}.example`,
      firstName: 'In',
      lastName: 'Tegrator',
      roleId: createRole.id,
      serviceCentreIds: [own.centres[0]],
      password: PASSWORD,
    },
  });
  const integrator = await signIn(graph, own.slug, `integrator@${own.slug}.example`);
  const refusal = async (more: object) =>
    (await integrator.send(CREATE, { input: { ...GOOD, ...more } })).errors[0];
  expect((await refusal({ scopes: ['customers:read'] }))!.extensions).toMatchObject({
    code: 'FORBIDDEN',
    permission: 'customers:read',
  });
  expect((await refusal({}))!.extensions.fields).toMatchObject([{ path: 'input.serviceCentreIds' }]);
  expect((await refusal({ serviceCentreIds: own.centres }))!.extensions.code).toBe('FORBIDDEN');
  expect(await refusal({ serviceCentreIds: [own.centres[0]] })).toBeUndefined();
  await makeClient(own.admin, ['vehicles:read']);
  const { apiClients } = await integrator.ask<Listed>(LIST, { revoked: false });
  expect(apiClients.nodes.map(({ name }) => name)).toEqual(['Refused']);
});

test('what no client may have, the table refuses as well', async () => {
  const { id } = await makeClient(shop.admin, ['vehicles:read']);
  const set = (scopes: string[]) =>
    graph.sql('update customer.api_client set scopes = $1 where id = $2', [scopes, id]);
  for (const scope of [
    '*',
    'users:read',
    'roles:read',
    'settings:update',
    'audit:read',
    'clients:read',
    'organisation:export',
    'system:read',
  ])
    await expect(set(['vehicles:read', scope])).rejects.toThrow('api_client_scopes');
  await set(['vehicles:read', 'vehicles:update']);
});

test('two clients have one name only when the first was revoked', async () => {
  const { id } = await makeClient(shop.admin, ['vehicles:read'], { name: 'Twice' });
  const again = await shop.admin.client.send(CREATE, { input: { ...GOOD, name: 'twice' } });
  expect([again.code, again.errors[0]!.extensions.field]).toEqual(['CONFLICT', 'name']);
  await shop.admin.client.ask(REVOKE, { id });
  await makeClient(shop.admin, ['vehicles:read'], { name: 'Twice' });
  expect((await listed()).filter(({ name }) => name === 'Twice')).toHaveLength(1);
  expect((await listed(true)).map((client) => client.id)).toContain(id);
});

test('a client works in its centres, with its scopes', async () => {
  const { secret, documentId } = await ready({ serviceCentreIds: [shop.centres[1]] });
  const { data } = await post<{ serviceCentres: { nodes: { id: string }[] } }>(graph, secret, { documentId });
  expect(data.serviceCentres.nodes).toEqual([{ id: shop.centres[1] }]);
});

test('while a secret is rotated the old one stays good for as long as was said, and one before it ends', async () => {
  const { id, secret: first, documentId } = await ready();
  const rotated = await rotate(id, { overlapHours: 2 });
  const second = rotated.secret;
  expect([await works(first, documentId), await works(second, documentId)]).toEqual(['OK', 'OK']);
  const ends = new Date(rotated.client.secrets.find(({ ending }) => ending === first.slice(-4))!.expiresAt);
  expect(Math.abs(ends.getTime() - Date.now() - 2 * 3_600_000)).toBeLessThan(60_000);
  const third = (await rotate(id, {})).secret;
  expect([
    await works(first, documentId),
    await works(second, documentId),
    await works(third, documentId),
  ]).toEqual(['UNAUTHENTICATED', 'OK', 'OK']);
  const { secret: fourth } = await rotate(id, { overlapHours: 0 });
  expect([await works(third, documentId), await works(fourth, documentId)]).toEqual([
    'UNAUTHENTICATED',
    'OK',
  ]);
});

test('rotating what somebody else has rotated meanwhile is a conflict', async () => {
  const { id } = await makeClient(shop.admin, ['vehicles:read']);
  expect((await rotate(id, { expectedVersion: 1 })).client.version).toBe(2);
  const late = await shop.admin.client.send(ROTATE, { id, input: { expectedVersion: 1 } });
  expect(late.code).toBe('CONFLICT');
  const tooLong = await shop.admin.client.send(ROTATE, { id, input: { overlapHours: 721 } });
  expect(tooLong.errors[0]!.extensions.fields).toMatchObject([{ path: 'input.overlapHours', code: 'MAX' }]);
});

test('revoking ends it at once and for good', async () => {
  const { id, secret, documentId } = await ready();
  expect(await works(secret, documentId)).toBe('OK');
  const { revokeApiClient } = await shop.admin.client.ask<{ revokeApiClient: { revokedAt: string } }>(
    REVOKE,
    { id },
  );
  expect(await works(secret, documentId)).toBe('UNAUTHENTICATED');
  const again = await shop.admin.client.ask<typeof revokeApiClient>(REVOKE, { id });
  expect(again).toEqual({ revokeApiClient: { ...revokeApiClient, id } });
  expect((await shop.admin.client.send(ROTATE, { id, input: {} })).code).toBe('CONFLICT');
});

test('an expired key, and one from a wrong address, are nobody’s', async () => {
  const { id, secret, documentId } = await ready();
  await graph.sql(`update customer.api_client set expires_at = now() where id = $1`, [id]);
  expect(await works(secret, documentId)).toBe('UNAUTHENTICATED');
  const elsewhere = await ready({ allowedAddresses: ['192.0.2.0/24', '2001:db8::/32'] });
  expect(await works(elsewhere.secret, elsewhere.documentId)).toBe('UNAUTHENTICATED');
  const here = await ready({ allowedAddresses: ['127.0.0.0/8', '::1'] });
  expect(await works(here.secret, here.documentId)).toBe('OK');
});

test('when it was used is shown, and stands in the audit log', async () => {
  const { id, secret, documentId } = await ready();
  expect((await listed()).find((client) => client.id === id)!.lastUsedAt).toBeNull();
  expect(await works(secret, documentId)).toBe('OK');
  await eventually(async () => {
    const found = (await listed()).find((client) => client.id === id)!;
    expect(found).toMatchObject({
      lastUsedAt: expect.any(String),
      secrets: [{ lastUsedAt: expect.any(String) }],
    });
  });
  const entries = await graph.sql<{ actor_kind: string; action: string }>(
    `select actor_kind, action from platform.audit_log where entity_id = $1 order by id`,
    [id],
  );
  expect(entries).toEqual([
    { actor_kind: 'USER', action: 'create' },
    { actor_kind: 'CLIENT', action: 'use' },
  ]);
});

test('of another organisation’s clients nobody sees or ends any', async () => {
  const { id } = await makeClient(shop.admin, ['vehicles:read']);
  const other = await openShop(graph, {});
  expect((await other.admin.client.ask<Listed>(LIST, { revoked: false })).apiClients).toEqual({
    totalCount: 0,
    nodes: [],
  });
  expect((await other.admin.client.send(REVOKE, { id })).code).toBe('NOT_FOUND');
  expect((await other.admin.client.send(ROTATE, { id, input: {} })).code).toBe('NOT_FOUND');
  expect((await listed()).map((client) => client.id)).toContain(id);
});
