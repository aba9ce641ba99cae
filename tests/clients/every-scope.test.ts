import { useGraph } from '../harness/graph';
import { type Shop } from '../harness/shop';
import { apiSchema, operationOf, rootFields } from '../security/generated-operations.fixtures';
import { MATRIX } from '../security/matrix';
import { PUBLIC } from '../security/public-fields';
import {
  apolloManifest,
  makeClient,
  post,
  REGISTER,
  type Registered,
  type ThirdParty,
} from './third-party.fixtures';

/** A client that has every scope there is still reaches no user, role, setting, audit entry or API client. */
const graph = useGraph();
const schema = apiSchema();
let shop: Shop;
let client: ThirdParty;
let scopes: string[];
beforeAll(async () => {
  shop = await graph.shop();
  const { permissions } = await shop.admin.client.ask<{ permissions: { name: string }[] }>(
    '{ permissions { name } }',
  );
  scopes = permissions
    .map(({ name }) => name)
    .filter(
      (name) => !/^(users|roles|settings|billingSettings|audit|clients|organisation|system):/.test(name),
    );
  client = await makeClient(shop.admin, scopes);
});

/** The least that a root field can be asked, so that nothing but the field itself decides. */
const documents = [
  ...rootFields(schema.getQueryType()).map((field) => ['query', field] as const),
  ...rootFields(schema.getMutationType()).map((field) => ['mutation', field] as const),
].map(([kind, field]) => {
  const { query, variables } = operationOf(kind, field, 1, [{}]);
  const named = query
    .replace(kind, `${kind} Q`)
    .replace(/a0: (\w+)/, '$1')
    .replace(/\{ (\w+)(\(.*?\))? \{.*$/s, '{ $1$2 { __typename } }');
  return { field: field.name, kind, text: named, variables };
});

async function reportOn(bodies: string[]) {
  const { data } = await shop.admin.client.send<Registered>(REGISTER, {
    clientId: client.id,
    manifest: apolloManifest(...bodies),
  });
  return data.registerPersistedDocuments.documents;
}

const byField = new Map<string, Awaited<ReturnType<typeof reportOn>>[number]>();
beforeAll(async () => {
  for (let from = 0; from < documents.length; from += 100) {
    const part = documents.slice(from, from + 100);
    const reports = await reportOn(part.map(({ text }) => text));
    for (const [n, report] of reports.entries()) byField.set(part[n]!.field, report);
  }
});

const needs = (field: string) =>
  PUBLIC.includes(field) ? 'public' : (MATRIX.find((row) => row.field === field)?.needs ?? 'sign-in');

test('each root field is registered when the scopes open it, and refused when they do not', () => {
  expect(byField.size).toBe(documents.length);
  const wrong = documents.flatMap(({ field }) => {
    const { registered, problems } = byField.get(field)!;
    const need = needs(field);
    const open = need === 'sign-in' || scopes.includes(need);
    const codes = [...new Set(problems.map(({ code }) => code))];
    // The answer's type may need more than the field.
    const right = open ? registered || codes.join() === 'FORBIDDEN' : codes.join() === 'FORBIDDEN';
    return right ? [] : [{ field, need, registered, problems }];
  });
  expect(wrong).toEqual([]);
  for (const field of [
    ...PUBLIC,
    'users',
    'user',
    'roles',
    'auditLogs',
    'accessLogs',
    'apiClients',
    'updateOrganisation',
  ])
    expect([field, byField.get(field)!.registered]).toEqual([field, false]);
  for (const field of ['vehicles', 'customers', 'jobCards', 'invoices'])
    expect([field, byField.get(field)!.registered]).toEqual([field, true]);
});

/** What has come into the registry past every check: then the guards of the fields stand in the way. */
test('what the scopes do not open is refused when it runs as well, and gives nothing', async () => {
  const closed = documents.filter(
    ({ field }) => !byField.get(field)!.registered && needs(field) !== 'public',
  );
  expect(closed.length).toBeGreaterThan(20);
  const wrong: unknown[] = [];
  for (const { field, text, variables, kind } of closed) {
    await graph.sql(
      `insert into customer.persisted_document (organisation_id, id, version, created_at, updated_at, client_id, hash,
         name, type, body)
       values ($1, gen_random_uuid(), 1, now(), now(), $2, encode(sha256(convert_to($3, 'UTF8')), 'hex'), 'Q', $4, $3)`,
      [shop.id, client.id, text, kind.toUpperCase()],
    );
    const { documentId } = byField.get(field)!;
    const { data, code } = await post<Record<string, unknown> | null>(graph, client.secret, {
      documentId,
      variables,
    });
    const given = Object.values(data ?? {}).filter((value) => value !== null);
    if (!['FORBIDDEN', 'UNAUTHENTICATED', 'BAD_INPUT', 'NOT_FOUND'].includes(String(code)) || given.length)
      wrong.push({ field, code, given });
    if (!scopes.includes(needs(field)) && needs(field) !== 'sign-in' && code !== 'FORBIDDEN')
      wrong.push({ field, code });
  }
  expect(wrong).toEqual([]);
});

test('no record that it may see leads to a user', async () => {
  const bodies = [
    'query A { jobCards { nodes { technician { displayName } } } }',
    'query B { me { user { email } } }',
    'query C { serviceCentres { nodes { manager { id } } } }',
    'query D { organisation { adminAllowedAddresses } }',
  ];
  const reports = await reportOn(bodies);
  expect(reports.map(({ registered, problems }) => [registered, problems.map(({ code }) => code)])).toEqual(
    bodies.map(() => [false, ['FORBIDDEN']]),
  );
});
