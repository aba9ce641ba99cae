import { randomUUID } from 'node:crypto';
import { ANONYMOUS, type Identity, systemIdentity } from '../../shared/access/identity';
import { FACTS, useSubgraphs } from '../harness/subgraphs';
import { CREATE_USER } from './identity.fixtures';

/** What other subgraphs and the gateway ask this one directly. */
const open = useSubgraphs();
const customer = () => open.of('customer');

interface Made {
  organisation: { id: string };
  serviceCentre: { id: string };
  administrator: { id: string };
}
async function ask<T>(query: string, variables: object, identity: Identity): Promise<T> {
  const result = await customer().execute({ query, variables: { ...variables } }, identity, FACTS);
  if (result.errors) throw new Error(result.errors.map((error) => error.message).join('; '));
  return result.data as T;
}
const signUp = async (slug: string): Promise<Made> =>
  (
    await ask<{ createOrganisation: Made }>(
      `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) {
         organisation { id } serviceCentre { id } administrator { id } } }`,
      {
        input: {
          name: slug,
          slug,
          country: 'IT',
          currency: 'EUR',
          locale: 'it-IT',
          timeZone: 'Europe/Rome',
          administrator: { firstName: 'Ada', email: 'ada@x.example', password: 'correct horse battery' },
        },
      },
      ANONYMOUS,
    )
  ).createOrganisation;

const ENTITIES = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on Organisation { id name } ... on ServiceCentre { id code } ... on User { id displayName } } }`;
const keysOf = ({ organisation, serviceCentre, administrator }: Made) => [
  { __typename: 'Organisation', id: organisation.id },
  { __typename: 'ServiceCentre', id: serviceCentre.id },
  { __typename: 'User', id: administrator.id },
];

let one: Made;
let two: Made;
beforeAll(async () => {
  one = await signUp('one');
  two = await signUp('two');
});

test('entities are found by key within their own organisation, and nowhere else', async () => {
  const identity = systemIdentity(one.organisation.id);
  const own = await ask<{ _entities: object[] }>(ENTITIES, { keys: keysOf(one) }, identity);
  expect(own._entities).toEqual([
    { id: one.organisation.id, name: 'one' },
    { id: one.serviceCentre.id, code: 'MAIN' },
    { id: one.administrator.id, displayName: 'Ada' },
  ]);
  const unknown = keysOf(one).map(({ __typename }) => ({ __typename, id: randomUUID() }));
  for (const keys of [keysOf(two), unknown, keysOf(one).map((key) => ({ ...key, id: 'no id' }))]) {
    const other = await ask<{ _entities: null[] }>(ENTITIES, { keys }, identity);
    expect(other._entities).toEqual([null, null, null]);
  }
});

test('entities need the permission of their type', async () => {
  const bare: Identity = { ...systemIdentity(one.organisation.id), kind: 'USER', permissions: {} };
  const codeOf = async (key: object, identity: Identity) => {
    const result = await customer().execute({ query: ENTITIES, variables: { keys: [key] } }, identity, FACTS);
    return result.errors?.[0]?.extensions.code ?? result.data;
  };
  const [organisation, centre, user] = keysOf(one);
  expect(await codeOf(organisation!, bare)).toEqual({
    _entities: [{ id: one.organisation.id, name: 'one' }],
  });
  expect(await codeOf(centre!, bare)).toBe('FORBIDDEN');
  expect(await codeOf(user!, bare)).toBe('FORBIDDEN');
  for (const key of keysOf(one)) expect(await codeOf(key, ANONYMOUS)).toBe('UNAUTHENTICATED');
});

test('a list of users with their roles and centres costs as many statements, however long it is', async () => {
  const identity = systemIdentity(one.organisation.id);
  const query = '{ users(first: 50) { nodes { role { kind } serviceCentres { code } } } }';
  const { roles } = await ask<{ roles: { id: string; kind: string }[] }>(
    '{ roles { id kind } }',
    {},
    identity,
  );
  const hire = async (kind: string, allCentres: boolean, n: number) =>
    ask(
      CREATE_USER,
      {
        input: {
          firstName: `Person ${n}`,
          email: `person${n}@x.example`,
          roleId: roles.find((role) => role.kind === kind)!.id,
          serviceCentreIds: allCentres ? [] : [one.serviceCentre.id],
          allCentres,
        },
      },
      identity,
    );
  const statements = async (): Promise<{ count: number; users: number }> => {
    let count = 0;
    customer().database.onStatement = () => {
      count += 1;
    };
    const { users } = await ask<{ users: { nodes: object[] } }>(query, {}, identity);
    customer().database.onStatement = null;
    return { count, users: users.nodes.length };
  };
  await hire('ADVISOR', false, 1);
  const few = await statements();
  for (let n = 2; n < 12; n += 1) await hire(n % 2 ? 'ADVISOR' : 'ACCOUNTANT', n % 3 === 0, n);
  const many = await statements();
  expect([few.users, many.users]).toEqual([2, 12]);
  expect(many.count).toBe(few.count);
  expect(many.count).toBeLessThanOrEqual(5);
});

test('the program itself opens a shop although nobody else may sign up', async () => {
  const { environment } = open.foundation.kernel;
  const program: Identity = { ...ANONYMOUS, kind: 'SYSTEM' };
  const input = {
    name: 'Demo shop',
    country: 'IT',
    currency: 'EUR',
    locale: 'it-IT',
    timeZone: 'Europe/Rome',
    administrator: { firstName: 'Demo', email: 'demo@x.example', password: 'correct horse battery' },
    idempotencyKey: 'demo-organisation',
  };
  const query = `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) { organisation { slug } } }`;
  environment.signUp = false;
  try {
    for (let n = 0; n < 7; n += 1) {
      const made = await ask<{ createOrganisation: { organisation: { slug: string } } }>(
        query,
        { input },
        program,
      );
      expect(made.createOrganisation.organisation.slug).toBe('demo-shop');
    }
    await expect(ask(query, { input }, ANONYMOUS)).rejects.toThrow('cannot sign up');
  } finally {
    environment.signUp = true;
  }
});
