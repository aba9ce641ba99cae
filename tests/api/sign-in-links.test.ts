import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { MailServer, tokenIn } from './message-servers.fixtures';
import { audited, from, isOut, newAddress, newEmail } from './sign-in.fixtures';

const mail = new MailServer();
const environment: Record<string, string> = {};
beforeAll(async () => {
  environment.SMTP_URL = await mail.start();
});
const graph = useGraph({ environment });
afterAll(() => mail.stop());

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

interface LinkSession {
  accessToken: string;
  expiresAt: string;
  purpose: string;
  recordType: string;
  recordId: string;
}
const open = (token: string, client: GraphClient = from(graph)) =>
  client.send<{ openLink: LinkSession }>(
    'mutation ($token: String!) { openLink(token: $token) { accessToken expiresAt purpose recordType recordId } }',
    { token },
  );
const revoke = (client: GraphClient, id: string) =>
  client.send<{ revokeLink: boolean }>('mutation ($id: ID!) { revokeLink(id: $id) }', { id });

interface InvitedCustomer {
  customerId: string;
  linkId: string;
  token: string;
}

async function invited(): Promise<InvitedCustomer> {
  const email = newEmail();
  const { createCustomer } = await shop.admin.client.ask<{ createCustomer: { id: string } }>(
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { id } }',
    { input: { firstName: 'Carla', lastName: 'Conti', email, serviceCentreId: shop.centres[0] } },
  );
  const arrives = mail.inbox.next(email);
  const { inviteCustomer } = await shop.admin.client.ask<{ inviteCustomer: { linkId: string } }>(
    'mutation ($id: ID!) { inviteCustomer(customerId: $id) { linkId } }',
    { id: createCustomer.id },
  );
  return { customerId: createCustomer.id, linkId: inviteCustomer.linkId, token: tokenIn(await arrives) };
}

const customersSeen = async (client: GraphClient): Promise<string[] | string> => {
  const { data, code } = await client.send<{ customers: { nodes: { id: string }[] } }>(
    '{ customers { nodes { id } } }',
  );
  return code ?? data.customers.nodes.map(({ id }) => id);
};

describe('a link that needs no account', () => {
  it('opens its one record for half an hour, as often as it is opened', async () => {
    const { customerId, token, linkId } = await invited();
    await invited();
    const { data } = await open(token);
    expect(data.openLink).toMatchObject({
      purpose: 'CUSTOMER_INVITATION',
      recordType: 'Customer',
      recordId: customerId,
    });
    const minutes = (new Date(data.openLink.expiresAt).getTime() - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(29);
    expect(minutes).toBeLessThanOrEqual(30);
    const client = graph.withToken(data.openLink.accessToken);
    expect(await customersSeen(client)).toEqual([customerId]);
    const { me } = await client.ask<{ me: { kind: string; customer: { id: string } } }>(
      '{ me { kind customer { id } } }',
    );
    expect(me.kind).toBe('LINK');
    expect((await open(token)).code).toBeUndefined();
    expect(await audited(graph, shop.id, 'open link')).toContainEqual(
      expect.objectContaining({ actor_kind: 'LINK', actor_id: linkId, entity_id: customerId }),
    );
  });

  it('gives its permissions and nothing more', async () => {
    const { token, customerId } = await invited();
    const client = graph.withToken((await open(token)).data.openLink.accessToken);
    const denied = [
      await client.send('{ users { totalCount } }'),
      await client.send('mutation ($id: ID!) { archiveCustomer(id: $id) { id } }', { id: customerId }),
      await client.send('mutation ($id: ID!) { inviteCustomer(customerId: $id) { linkId } }', {
        id: customerId,
      }),
    ];
    expect(denied.map(({ code }) => code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    const personal = [
      await client.send('{ sessions { totalCount } }'),
      await client.send('mutation { startMfaEnrollment { secret } }'),
      await client.send(
        'mutation { changePassword(input: { currentPassword: "x", newPassword: "a longer walk" }) }',
      ),
    ];
    expect(personal.map(({ code }) => code)).toEqual([
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ]);
  });

  it('ends with its own time, also for what was opened with it', async () => {
    const { token, linkId } = await invited();
    await graph.sql("update platform.link set expires_at = now() + interval '5 minutes' where id = $1", [
      linkId,
    ]);
    const { openLink } = (await open(token)).data;
    expect((new Date(openLink.expiresAt).getTime() - Date.now()) / 60_000).toBeLessThanOrEqual(5);
    await graph.sql("update platform.link set expires_at = now() - interval '1 second' where id = $1", [
      linkId,
    ]);
    expect((await open(token)).code).toBe('LINK_INVALID');
    expect(await isOut(graph.withToken(openLink.accessToken))).toBe(true);
  });

  it('is used up by what it is for, and closed then', async () => {
    const { token } = await invited();
    const register = 'mutation ($input: RegisterInput!) { register(input: $input) }';
    await from(graph).ask(register, { input: { token, password: 'a longer walk in the evening' } });
    expect((await open(token)).code).toBe('LINK_INVALID');
  });

  it('is looked up so many times from one address and no more', async () => {
    const { token } = await invited();
    const address = newAddress();
    const guess = () => open(`${token.split('.')[0]}.${'x'.repeat(43)}`, from(graph, address));
    for (let attempt = 0; attempt < 100; attempt += 1) expect((await guess()).code).toBe('LINK_INVALID');
    expect((await guess()).code).toBe('RATE_LIMITED');
    expect((await open(token, from(graph, address))).code).toBe('RATE_LIMITED');
    expect((await open(token)).code).toBeUndefined();
  });
});

describe('taking a link back', () => {
  it('closes it and what was opened with it, at once', async () => {
    const { token, linkId, customerId } = await invited();
    const client = graph.withToken((await open(token)).data.openLink.accessToken);
    expect(await customersSeen(client)).toEqual([customerId]);
    const receptionist = await shop.staff('RECEPTIONIST');
    expect((await revoke(receptionist.client, linkId)).data.revokeLink).toBe(true);
    expect(await isOut(client)).toBe(true);
    expect((await open(token)).code).toBe('LINK_INVALID');
    expect((await revoke(shop.admin.client, linkId)).code).toBe('NOT_FOUND');
    expect(await audited(graph, shop.id, 'revoke link')).toContainEqual(
      expect.objectContaining({ entity_id: customerId, actor_id: receptionist.id }),
    );
  });

  it('is for those who may, of records that they see', async () => {
    const { token, linkId } = await invited();
    const other = await graph.shop();
    const [technician, elsewhere] = [await shop.staff('TECHNICIAN'), await stranger()];
    expect((await revoke(technician.client, linkId)).code).toBe('FORBIDDEN');
    expect((await revoke(elsewhere, linkId)).code).toBe('NOT_FOUND');
    expect((await revoke(other.admin.client, linkId)).code).toBe('NOT_FOUND');
    expect((await revoke(graph.anonymous(), linkId)).code).toBe('UNAUTHENTICATED');
    expect((await open(token)).code).toBeUndefined();
  });

  it('of somebody’s account needs to manage accounts', async () => {
    const advisor = await shop.staff('ADVISOR');
    const arrives = mail.inbox.next(advisor.email);
    await from(graph).ask(
      'mutation ($input: PasswordResetRequestInput!) { requestPasswordReset(input: $input) }',
      { input: { login: advisor.email, organisation: shop.slug } },
    );
    const token = tokenIn(await arrives);
    const [link] = await graph.sql<{ id: string }>('select id from platform.link where record_id = $1', [
      advisor.id,
    ]);
    expect((await revoke((await shop.staff('RECEPTIONIST')).client, link!.id)).code).toBe('FORBIDDEN');
    expect((await open(token)).data.openLink.purpose).toBe('PASSWORD_RESET');
    expect((await revoke(shop.admin.client, link!.id)).code).toBeUndefined();
    expect((await open(token)).code).toBe('LINK_INVALID');
  });
});

/** A receptionist of a service centre that has had nothing to do with any customer here. */
async function stranger(): Promise<GraphClient> {
  const { createServiceCentre } = await shop.admin.client.ask<{ createServiceCentre: { id: string } }>(
    'mutation ($input: CreateServiceCentreInput!) { createServiceCentre(input: $input) { id } }',
    { input: { name: 'Elsewhere', code: 'ELSE', timeZone: 'Europe/Rome' } },
  );
  return (await shop.staff('RECEPTIONIST', { centres: [createServiceCentre.id] })).client;
}
