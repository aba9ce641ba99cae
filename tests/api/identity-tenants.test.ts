import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import {
  CREATE_CENTRE,
  CREATE_ROLE,
  CREATE_USER,
  DELETE_USER,
  roleOf,
  SET_ACTIVE,
  UPDATE_USER,
} from './identity.fixtures';

/** Two organisations: an administrator of one who knows every id of the other gets nothing and changes nothing. */
const graph = useGraph();
let ours: Shop;
let theirs: Shop;
let thief: GraphClient;
let theirUser: string;
let theirRole: string;
beforeAll(async () => {
  ours = await graph.shop();
  theirs = await graph.shop();
  thief = ours.admin.client;
  theirUser = (await theirs.staff('ADVISOR')).id;
  const input = { name: 'Theirs', permissions: [] };
  const made = await theirs.admin.client.ask<{ createRole: { id: string } }>(CREATE_ROLE, { input });
  theirRole = made.createRole.id;
});

const stored = async (): Promise<object[]> => {
  const rows: object[] = [];
  for (const table of [
    'organisation',
    'service_centre',
    'role',
    'user_account',
    'user_service_centre',
    'session',
  ])
    rows.push(
      ...(await graph.sql(`select * from customer.${table} where organisation_id = $1 order by id`, [
        theirs.id,
      ])),
    );
  return rows;
};

test('reads nothing by id', async () => {
  const { user, serviceCentre } = await thief.ask<{ user: null; serviceCentre: null }>(
    'query ($user: ID!, $centre: ID!) { user(id: $user) { id } serviceCentre(id: $centre) { id } }',
    { user: theirUser, centre: theirs.centres[0] },
  );
  expect([user, serviceCentre]).toEqual([null, null]);
});

test('an id that is none finds nothing either', async () => {
  const { user } = await thief.ask<{ user: null }>('{ user(id: "none") { id } }');
  expect(user).toBeNull();
  expect((await thief.send(DELETE_USER, { id: 'none' })).code).toBe('NOT_FOUND');
});

test('sees only their own in every list', async () => {
  const text = JSON.stringify(
    await thief.ask(
      `{ organisation { id name } users(first: 100) { nodes { id email serviceCentres { id } } }
         serviceCentres(first: 100) { nodes { id } } roles { id } me { organisation { id } serviceCentres { id } } }`,
    ),
  );
  expect(text).toContain(ours.id);
  for (const foreign of [theirs.id, theirs.slug, theirUser, theirRole, theirs.admin.id, ...theirs.centres])
    expect(text).not.toContain(foreign);
});

test('changes nothing by id, and takes nothing of theirs into their own', async () => {
  const before = await stored();
  const advisor = await roleOf(thief, 'ADVISOR');
  const person = { firstName: 'Mole', email: `mole@${ours.slug}.example` };
  const tries: [string, object, string][] = [
    [UPDATE_USER, { id: theirUser, input: { firstName: 'Ours' } }, 'NOT_FOUND'],
    [SET_ACTIVE, { id: theirUser, active: false }, 'NOT_FOUND'],
    [DELETE_USER, { id: theirUser }, 'NOT_FOUND'],
    ['mutation ($id: ID!) { deleteRole(id: $id) }', { id: theirRole }, 'NOT_FOUND'],
    [
      'mutation ($id: ID!) { updateRole(id: $id, input: { name: "Ours" }) { id } }',
      { id: theirRole },
      'NOT_FOUND',
    ],
    [
      'mutation ($id: ID!) { updateServiceCentre(id: $id, input: { name: "Ours" }) { id } }',
      { id: theirs.centres[0] },
      'NOT_FOUND',
    ],
    [CREATE_USER, { input: { ...person, roleId: theirRole, serviceCentreIds: ours.centres } }, 'BAD_INPUT'],
    [CREATE_USER, { input: { ...person, roleId: advisor, serviceCentreIds: theirs.centres } }, 'BAD_INPUT'],
    [CREATE_CENTRE, { input: { name: 'Mole', code: 'MOLE', managerId: theirUser } }, 'BAD_INPUT'],
  ];
  for (const [query, variables, code] of tries) {
    const answer = await thief.send(query, { ...variables });
    expect([query.slice(0, 60), answer.code]).toEqual([query.slice(0, 60), code]);
  }
  expect(await stored()).toEqual(before);
  expect(await graph.sql('select 1 from customer.user_account where email = $1', [person.email])).toEqual([]);
});

test('the same e-mail, code and role name live in both', async () => {
  const email = 'same@both.example';
  for (const { admin, centres } of [ours, theirs]) {
    const roleId = await roleOf(admin.client, 'ADVISOR');
    await admin.client.ask(CREATE_USER, {
      input: { firstName: 'Same', email, roleId, serviceCentreIds: centres },
    });
    await admin.client.ask(CREATE_CENTRE, { input: { name: 'Same', code: 'SAME' } });
    await admin.client.ask(CREATE_ROLE, { input: { name: 'Same', permissions: [] } });
  }
  expect(await graph.sql('select 1 from customer.user_account where email = $1', [email])).toHaveLength(2);
});
