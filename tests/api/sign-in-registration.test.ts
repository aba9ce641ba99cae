import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { PASSWORD, type Shop } from '../harness/shop';
import { MailServer, SmsServer, tokenIn } from './message-servers.fixtures';
import {
  audited,
  BEHIND_PROXY,
  from,
  login,
  newEmail,
  setting,
  tokens,
  untilIdle,
  whoAmI,
} from './sign-in.fixtures';

const mail = new MailServer();
const sms = new SmsServer();
const environment: Record<string, string> = {
  ...BEHIND_PROXY,
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'a token of Twilio',
  TWILIO_FROM: '+15005550006',
};
beforeAll(async () => {
  environment.SMTP_URL = await mail.start();
  environment.TWILIO_URL = await sms.start();
});
const graph = useGraph({ environment });
afterAll(() => Promise.all([mail.stop(), sms.stop()]));

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
  await setting(shop.admin.client, { selfRegistration: true });
});

const NEW = 'a longer walk in the evening';

const register = (input: Record<string, unknown>, client: GraphClient = from(graph)) =>
  client.send<{ register: boolean }>('mutation ($input: RegisterInput!) { register(input: $input) }', {
    input,
  });
const ask = (name: string, more: Record<string, unknown> = {}) =>
  register({ organisation: shop.slug, login: name, firstName: 'Rita', lastName: 'Rossi', ...more });
const signIn = (name: string, password = NEW) =>
  login(from(graph), { organisation: shop.slug, login: name, password });

const accountsOf = (column: 'email' | 'phone', value: string) =>
  graph.sql<{ id: string; first_name: string; customer_id: string | null; locale: string; kind: string }>(
    `select u.id, u.first_name, u.customer_id, u.locale, r.kind from customer.user_account u
     join customer.role r on r.id = u.role_id where u.organisation_id = $1 and u.${column} = $2`,
    [shop.id, value],
  );

describe('somebody who registers', () => {
  it('has an account once the link in the mail came back with a password, as a customer who sees nothing yet', async () => {
    const email = newEmail();
    const arrives = mail.inbox.next(email);
    const answer = await ask(email.toUpperCase(), { locale: 'en-GB' });
    expect(answer.data.register).toBe(true);
    const letter = await arrives;
    expect(letter.subject).toBe(`Your account with Shop ${shop.slug}`);
    expect(await accountsOf('email', email)).toEqual([]);
    expect((await signIn(email)).code).toBe('INVALID_CREDENTIALS');
    expect((await register({ token: tokenIn(letter), password: NEW })).data.register).toBe(true);
    expect(await accountsOf('email', email)).toEqual([
      { id: expect.any(String), first_name: 'Rita', customer_id: null, locale: 'en-GB', kind: 'CUSTOMER' },
    ]);
    const { access } = await tokens(graph, { organisation: shop.slug, login: email, password: NEW });
    const { customers } = await graph
      .withToken(access)
      .ask<{ customers: { totalCount: number } }>('{ customers { totalCount } }');
    expect(customers.totalCount).toBe(0);
    expect((await register({ token: tokenIn(letter), password: 'yet another password' })).code).toBe(
      'LINK_INVALID',
    );
    expect((await signIn(email)).code).toBeUndefined();
  });

  it('may do so by phone', async () => {
    const phone = '+393334445556';
    const arrives = sms.inbox.next(phone);
    await ask('333 444 5556');
    await register({ token: tokenIn(await arrives), password: NEW });
    expect(await accountsOf('phone', phone)).toHaveLength(1);
    expect((await signIn('3334445556')).code).toBeUndefined();
  });

  it('is told no more when the address has an account; its owner is', async () => {
    const email = newEmail();
    const first = mail.inbox.next(email);
    const fresh = await ask(email);
    await register({ token: tokenIn(await first), password: NEW });
    const notice = mail.inbox.next(email);
    const taken = await ask(email, { firstName: 'Mallory' });
    expect({ ...taken, headers: null }).toEqual({ ...fresh, headers: null });
    const letter = await notice;
    expect(letter.subject).toBe(`Ha già un account presso Shop ${shop.slug}`);
    expect(letter.text).not.toContain('#');
    expect(letter.text).not.toContain('Mallory');
    expect((await accountsOf('email', email)).map(({ first_name }) => first_name)).toEqual(['Rita']);
    expect((await signIn(email)).code).toBeUndefined();
  });

  it('cannot take an address from its owner by being first to ask', async () => {
    const email = newEmail();
    const theirs = mail.inbox.next(email);
    await ask(email, { firstName: 'Mallory' });
    await theirs;
    const mine = mail.inbox.next(email);
    await ask(email, { firstName: 'Olga' });
    await register({ token: tokenIn(await mine), password: NEW });
    expect((await accountsOf('email', email)).map(({ first_name }) => first_name)).toEqual(['Olga']);
    // The earlier link cannot make a second account, nor change the first.
    const late = await register({ token: tokenIn(await theirs), password: 'yet another password' });
    expect(late.code).toBe('CONFLICT');
    expect((await signIn(email)).code).toBeUndefined();
  });

  it('makes one account with two of the same link at once', async () => {
    const email = newEmail();
    const arrives = mail.inbox.next(email);
    await ask(email);
    const token = tokenIn(await arrives);
    const answers = await Promise.all([
      register({ token, password: NEW }),
      register({ token, password: NEW }),
    ]);
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['LINK_INVALID', 'done']);
    expect(await accountsOf('email', email)).toHaveLength(1);
  });

  it('gets a clear answer for bad input, and nothing is sent', async () => {
    const sent = mail.inbox.all.length;
    for (const [input, path] of [
      [{ login: undefined }, 'input.login'],
      [{ login: 'no address' }, 'input.login'],
      [{ firstName: '  ' }, 'input.firstName'],
      [{ password: NEW }, 'input.password'],
      [{ organisation: 'no-such-shop' }, 'input.organisation'],
    ] as const) {
      const answer = await ask(newEmail(), input);
      expect(answer.code).toBe('BAD_INPUT');
      expect(answer.errors[0]!.extensions.fields![0]!.path).toBe(path);
    }
    expect((await register({ token: 'x' })).code).toBe('BAD_INPUT');
    expect((await register({ token: 'x', password: NEW })).code).toBe('LINK_INVALID');
    await untilIdle(graph);
    expect(mail.inbox.all).toHaveLength(sent);
  });

  it('keeps to the policy, with the link still good afterwards', async () => {
    const email = newEmail();
    const arrives = mail.inbox.next(email);
    await ask(email);
    const token = tokenIn(await arrives);
    expect((await register({ token, password: 'short' })).code).toBe('BAD_INPUT');
    expect((await register({ token, password: `my ${email}` })).code).toBe('BAD_INPUT');
    expect((await register({ token, password: NEW })).code).toBeUndefined();
  });

  it('is limited, and refused where the organisation does not want it', async () => {
    const email = newEmail();
    for (let attempt = 0; attempt < 3; attempt += 1) expect((await ask(email)).code).toBeUndefined();
    expect((await ask(email)).code).toBe('RATE_LIMITED');
    const closed = await graph.shop();
    const answer = await ask(newEmail(), { organisation: closed.slug });
    expect(answer.code).toBe('FEATURE_OFF');
    await untilIdle(graph);
    expect(await graph.sql('select 1 from customer.message where organisation_id = $1', [closed.id])).toEqual(
      [],
    );
  });

  it('leaves nothing readable behind while waiting', async () => {
    const email = newEmail();
    const arrives = mail.inbox.next(email);
    await ask(email, { lastName: 'Unmistakable' });
    const token = tokenIn(await arrives);
    const kept = JSON.stringify([
      await graph.sql('select * from customer.registration'),
      await graph.sql('select * from platform.audit_log where organisation_id = $1', [shop.id]),
    ]);
    expect(kept).not.toContain(email);
    expect(kept).not.toContain('Unmistakable');
    await register({ token, password: NEW });
    const left = await graph.sql(
      'select 1 from customer.registration r join platform.link l on l.record_id = r.id where l.used_at is not null',
    );
    expect(left).toEqual([]);
  });
});

interface Customer {
  id: string;
  email: string;
  phone: string | null;
}

async function takeIn(input: Record<string, unknown> = {}): Promise<Customer> {
  const email = newEmail();
  const { createCustomer } = await shop.admin.client.ask<{ createCustomer: Customer }>(
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { id email phone } }',
    { input: { firstName: 'Carla', lastName: 'Conti', email, serviceCentreId: shop.centres[0], ...input } },
  );
  return createCustomer;
}

interface Invited {
  inviteCustomer: { linkId: string; expiresAt: string };
}
const invite = (customerId: string, channel?: string, client: GraphClient = shop.admin.client) =>
  client.send<Invited>(
    `mutation ($id: ID!, $channel: MessageChannel) { inviteCustomer(customerId: $id, channel: $channel) {
       linkId expiresAt } }`,
    { id: customerId, channel },
  );

describe('a customer who is invited', () => {
  it('gets an account of their own, which sees their record and no other', async () => {
    const customer = await takeIn();
    await takeIn();
    const arrives = mail.inbox.next(customer.email);
    const { data } = await invite(customer.id);
    const days = (new Date(data.inviteCustomer.expiresAt).getTime() - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(14, 1);
    const letter = await arrives;
    expect(letter.text).toContain('Buongiorno Carla Conti');
    expect((await register({ token: tokenIn(letter), password: NEW })).code).toBeUndefined();
    const { access } = await tokens(graph, { organisation: shop.slug, login: customer.email, password: NEW });
    const client = graph.withToken(access);
    const answer = await client.ask<{
      me: { customer: { id: string } };
      customers: { nodes: { id: string }[] };
    }>('{ me { customer { id } } customers { nodes { id } } }');
    expect(answer.me.customer.id).toBe(customer.id);
    expect(answer.customers.nodes).toEqual([{ id: customer.id }]);
    expect((await invite(customer.id)).code).toBe('CONFLICT');
    expect(await audited(graph, shop.id, 'invite')).toContainEqual(
      expect.objectContaining({ entity_id: customer.id, actor_id: shop.admin.id }),
    );
  });

  it('can be reached by text message, and signs in with the phone', async () => {
    const customer = await takeIn({ email: null, phone: '333 777 8889' });
    const arrives = sms.inbox.next('+393337778889');
    expect((await invite(customer.id)).errors[0]!.extensions.fields).toEqual([
      expect.objectContaining({ path: 'channel', code: 'NO_ADDRESS' }),
    ]);
    await invite(customer.id, 'SMS');
    await register({ token: tokenIn(await arrives), password: NEW });
    expect((await signIn('+39 333 7778889')).code).toBeUndefined();
  });

  it('is invited by those who may, and only customers that they see', async () => {
    const customer = await takeIn();
    const technician = await shop.staff('TECHNICIAN');
    const other = await graph.shop();
    const sent = mail.inbox.all.length;
    expect((await invite(customer.id, 'EMAIL', technician.client)).code).toBe('FORBIDDEN');
    expect((await invite(customer.id, 'EMAIL', other.admin.client)).code).toBe('NOT_FOUND');
    expect((await invite(customer.id, 'EMAIL', graph.anonymous())).code).toBe('UNAUTHENTICATED');
    await untilIdle(graph);
    expect(mail.inbox.all).toHaveLength(sent);
    expect(
      (await invite(customer.id, 'EMAIL', (await shop.staff('RECEPTIONIST')).client)).code,
    ).toBeUndefined();
  });

  it('has one good invitation at a time', async () => {
    const customer = await takeIn();
    const first = mail.inbox.next(customer.email);
    await invite(customer.id);
    const earlier = tokenIn(await first);
    const second = mail.inbox.next(customer.email);
    await invite(customer.id);
    expect((await register({ token: earlier, password: NEW })).code).toBe('LINK_INVALID');
    expect((await register({ token: tokenIn(await second), password: NEW })).code).toBeUndefined();
  });

  it('signs in with what nobody else of the family signs in with', async () => {
    const shared = '+393336667778';
    for (const [index, name] of ['Anna', 'Bruno'].entries()) {
      const customer = await takeIn({ firstName: name, phone: shared });
      const arrives = mail.inbox.next(customer.email);
      await invite(customer.id);
      expect((await register({ token: tokenIn(await arrives), password: NEW })).code).toBeUndefined();
      expect((await signIn(customer.email)).code).toBeUndefined();
      expect((await accountsOf('phone', shared)).length).toBe(1);
      expect((await accountsOf('email', customer.email))[0]!.first_name).toBe(['Anna', 'Bruno'][index]);
    }
  });
});

describe('a member of staff who is invited', () => {
  it('chooses a password and signs in', async () => {
    const email = newEmail();
    const { roles } = await shop.admin.client.ask<{ roles: { id: string; kind: string }[] }>(
      '{ roles { id kind } }',
    );
    const arrives = mail.inbox.next(email);
    const { createUser } = await shop.admin.client.ask<{ createUser: { id: string } }>(
      'mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }',
      {
        input: {
          email,
          firstName: 'Ivo',
          roleId: roles.find(({ kind }) => kind === 'TECHNICIAN')!.id,
          serviceCentreIds: [shop.centres[0]],
        },
      },
    );
    expect((await signIn(email, PASSWORD)).code).toBe('INVALID_CREDENTIALS');
    const token = tokenIn(await arrives);
    expect((await register({ token, password: NEW })).code).toBeUndefined();
    const { access } = await tokens(graph, { organisation: shop.slug, login: email, password: NEW });
    expect(await whoAmI(graph.withToken(access))).toBe(createUser.id);
    expect((await register({ token, password: 'yet another password' })).code).toBe('LINK_INVALID');
  });
});
