import { useGraph } from '../harness/graph';
import { PASSWORD, type Shop } from '../harness/shop';
import { MailServer, tokenIn } from './message-servers.fixtures';
import { from, login, newEmail } from './sign-in.fixtures';

/** What is given for a time says until when, so that a client need not find out by being refused. */
const mail = new MailServer();
const environment: Record<string, string> = {};
beforeAll(async () => {
  environment.SMTP_URL = await mail.start();
});
const graph = useGraph({ environment });
afterAll(() => mail.stop());

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const credentials = () => ({ organisation: shop.slug, login: shop.admin.email, password: PASSWORD });

/** So many milliseconds from now, give or take a minute of a busy machine. */
function expectIn(instant: string, milliseconds: number): void {
  const off = Date.parse(instant) - Date.now() - milliseconds;
  expect(off).toBeLessThanOrEqual(1000);
  expect(off).toBeGreaterThan(-MINUTE);
}

/** `expect` sees the answer's own value, then its distance from now. */
const isInstant = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);

test('an access token lasts a quarter of an hour, after a sign-in and after a refresh alike', async () => {
  const signedIn = await login(from(graph), { ...credentials(), tokenDelivery: 'BODY' });
  expect(signedIn.data.login.expiresAt).toEqual(isInstant);
  expectIn(signedIn.data.login.expiresAt, 15 * MINUTE);
  const { refreshSession } = await from(graph).ask<{
    refreshSession: { accessToken: string; expiresAt: string };
  }>('mutation ($token: String!) { refreshSession(refreshToken: $token) { accessToken expiresAt } }', {
    token: signedIn.data.login.refreshToken,
  });
  expect(refreshSession.expiresAt).toEqual(isInstant);
  expectIn(refreshSession.expiresAt, 15 * MINUTE);
  expect(refreshSession.accessToken).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  const answer = await graph
    .withToken(refreshSession.accessToken)
    .send<{ me: { kind: string } }>('{ me { kind } }');
  expect(answer.data.me.kind).toBe('USER');
});

test('a session ends a month after it was last used', async () => {
  const { sessions } = await shop.admin.client.ask<{
    sessions: { nodes: { expiresAt: string; lastUsedAt: string }[] };
  }>('{ sessions { nodes { expiresAt lastUsedAt } } }');
  const [session] = sessions.nodes;
  expect(session!.expiresAt).toEqual(isInstant);
  expectIn(session!.expiresAt, 30 * DAY);
  expect(session!.lastUsedAt).toEqual(isInstant);
  expectIn(session!.lastUsedAt, 0);
});

test('an invitation lasts two weeks; what its link opens, half an hour', async () => {
  const email = newEmail();
  const { createCustomer } = await shop.admin.client.ask<{
    createCustomer: { id: string; displayName: string };
  }>('mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { id displayName } }', {
    input: { firstName: 'Carla', lastName: 'Conti', email },
  });
  expect(createCustomer.displayName).toBe('Carla Conti');
  const arrives = mail.inbox.next(email);
  const { inviteCustomer } = await shop.admin.client.ask<{
    inviteCustomer: { linkId: string; expiresAt: string };
  }>('mutation ($id: ID!) { inviteCustomer(customerId: $id) { linkId expiresAt } }', {
    id: createCustomer.id,
  });
  expect(inviteCustomer.linkId).toMatch(/^[0-9a-f-]{36}$/);
  expect(inviteCustomer.expiresAt).toEqual(isInstant);
  expectIn(inviteCustomer.expiresAt, 14 * DAY);
  const { openLink } = await from(graph).ask<{ openLink: { accessToken: string; expiresAt: string } }>(
    'mutation ($token: String!) { openLink(token: $token) { accessToken expiresAt } }',
    { token: tokenIn(await arrives) },
  );
  expect(openLink.expiresAt).toEqual(isInstant);
  expectIn(openLink.expiresAt, 30 * MINUTE);
  expect(openLink.accessToken).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  const seen = await graph
    .withToken(openLink.accessToken)
    .send<{ customers: { nodes: { displayName: string }[] } }>('{ customers { nodes { displayName } } }');
  expect(seen.data.customers.nodes.map(({ displayName }) => displayName)).toEqual(['Carla Conti']);
});

test('a company without a person is called by its name', async () => {
  const { createCustomer } = await shop.admin.client.ask<{ createCustomer: { displayName: string } }>(
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { displayName } }',
    { input: { company: 'Autotrasporti Riva' } },
  );
  expect(createCustomer.displayName).toBe('Autotrasporti Riva');
});

test('the second factor comes as an address that authenticator programs read', async () => {
  const member = await shop.staff('ADVISOR');
  const { startMfaEnrollment } = await member.client.ask<{
    startMfaEnrollment: { secret: string; otpauthUrl: string };
  }>('mutation { startMfaEnrollment { secret otpauthUrl } }');
  expect(startMfaEnrollment.otpauthUrl).toMatch(/^otpauth:\/\/totp\//);
  expect(new URL(startMfaEnrollment.otpauthUrl).searchParams.get('secret')).toBe(startMfaEnrollment.secret);
});

test('the addresses that administrators may work from are told to those who may know them', async () => {
  const ranges = ['127.0.0.0/8', '10.0.0.0/8'];
  const { updateOrganisation } = await shop.admin.client.ask<{
    updateOrganisation: { adminAllowedAddresses: string[] };
  }>(
    'mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { adminAllowedAddresses } }',
    { input: { adminAllowedAddresses: ranges } },
  );
  expect(updateOrganisation.adminAllowedAddresses).toEqual(ranges);
});
