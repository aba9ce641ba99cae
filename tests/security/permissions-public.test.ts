import { randomBytes } from 'node:crypto';
import { newId } from '../../shared/ids';
import { newTenantToken } from '../../shared/links/links';
import { hashToken } from '../../shared/security/tokens';
import { ANNOUNCE, announce, announcement } from '../api/bodyshop.fixtures';
import { from } from '../api/sign-in.fixtures';
import { useGraph } from '../harness/graph';
import { type Member, PASSWORD, type Shop } from '../harness/shop';
import { begin } from './begin.fixtures';
import { PUBLIC_LIVE } from './matrix-live';
import { PUBLIC } from './public-fields';

/** What is open to everybody works for somebody who is not signed in. */
const graph = useGraph();
let shop: Shop;
let member: Member;

beforeAll(async () => {
  shop = await graph.shop();
  member = await shop.staff('RECEPTIONIST');
  await shop.admin.client.ask('mutation { updateOrganisation(input: { selfRegistration: true }) { id } }');
});

interface Asked {
  query: string;
  input: Record<string, unknown>;
}

const inputOf = (type: string, field: string, answer: string, input: Record<string, unknown>): Asked => ({
  query: `mutation ($input: ${type}!) { ${field}(input: $input) ${answer} }`,
  input,
});

/** A link to a user’s account, put there: the program tells its token to their mailbox alone. */
async function linkFor(purpose: string): Promise<string> {
  const token = newTenantToken(shop.id);
  await graph.sql(
    `insert into platform.link (organisation_id, id, token_hash, purpose, record_type, record_id, permissions,
       expires_at, single_use) values ($1, $2, $3, $4, 'User', $5, '{}', now() + interval '1 hour', true)`,
    [shop.id, newId(), hashToken(token), purpose, member.id],
  );
  return token;
}

async function refreshToken(): Promise<string> {
  const { login } = await from(graph).ask<{ login: { refreshToken: string } }>(
    'mutation ($input: LoginInput!) { login(input: $input) { refreshToken } }',
    { input: { organisation: shop.slug, login: member.email, password: PASSWORD, tokenDelivery: 'BODY' } },
  );
  return login.refreshToken;
}

async function tracking(): Promise<string> {
  const { trackingCode } = await announce(graph, shop, { phone: '333 765 4321' });
  return `organisation: "${shop.slug}", code: "${trackingCode}", secondFactor: "4321"`;
}

const email = () => `${randomBytes(5).toString('hex')}@mail.example`;

const CALLS: Readonly<Record<string, () => Asked | Promise<Asked>>> = {
  createOrganisation: () =>
    inputOf('CreateOrganisationInput', 'createOrganisation', '{ organisation { id } }', {
      name: `New shop ${randomBytes(5).toString('hex')}`,
      country: 'IT',
      currency: 'EUR',
      locale: 'it-IT',
      timeZone: 'Europe/Rome',
      administrator: { firstName: 'New', email: email(), password: PASSWORD },
    }),
  login: () =>
    inputOf('LoginInput', 'login', '{ accessToken }', {
      organisation: shop.slug,
      login: member.email,
      password: PASSWORD,
    }),
  logout: async () => ({
    query: `mutation { logout(refreshToken: "${await refreshToken()}") }`,
    input: {},
  }),
  openLink: async () => ({
    query: `mutation { openLink(token: "${await linkFor('PROBE')}") { accessToken } }`,
    input: {},
  }),
  preCheckIn: () => ({ query: ANNOUNCE, input: announcement(shop) }),
  refreshSession: async () => ({
    query: `mutation { refreshSession(refreshToken: "${await refreshToken()}") { accessToken } }`,
    input: {},
  }),
  register: () =>
    inputOf('RegisterInput', 'register', '', { organisation: shop.slug, login: email(), firstName: 'New' }),
  requestPasswordReset: () =>
    inputOf('PasswordResetRequestInput', 'requestPasswordReset', '', {
      organisation: shop.slug,
      login: shop.admin.email,
    }),
  resetPassword: async () =>
    inputOf('ResetPasswordInput', 'resetPassword', '', {
      token: await linkFor('PASSWORD_RESET'),
      newPassword: 'another long new password',
    }),
  trackRepair: async () => ({ query: `{ trackRepair(${await tracking()}) { number } }`, input: {} }),
};

test('every public field is called', () => {
  expect(Object.keys(CALLS)).toEqual(PUBLIC);
});

test.each(PUBLIC)('%s is open to who is not signed in', async (field) => {
  const { query, input } = await CALLS[field]!();
  const answer = await from(graph).send<Record<string, unknown>>(query, { input });
  expect(answer.errors).toEqual([]);
  expect(answer.data[field]).toBeTruthy();
});

test.each(PUBLIC_LIVE)('%s is open to who is not signed in', async (field) => {
  const query = `subscription { ${field}(${await tracking()}) { cursor } }`;
  expect(await begin(graph, from(graph), query, {})).toEqual([]);
});

/** A token that is not good is an error, whatever is asked with it: nobody is quietly taken for nobody. */
test.each(['garbage', `${'e30'}.${'e30'}.sig`])(
  'a bad access token (%s) is refused even there',
  async (token) => {
    const answer = await graph.withToken(token).send('mutation { logout }');
    expect([answer.code, answer.data]).toEqual(['UNAUTHENTICATED', null]);
  },
);
