import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { messageServers, tokenIn } from './message-servers.fixtures';
import {
  from,
  login,
  NEW_PASSWORD,
  newEmail,
  register,
  runDueNow,
  setting,
  tokens,
} from './sign-in.fixtures';

const { mail, sms, environment } = messageServers();
const graph = useGraph({ environment });

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
  await setting(shop.admin.client, { selfRegistration: true });
});

const ask = (name: string, more: Record<string, unknown> = {}) =>
  register(from(graph), {
    organisation: shop.slug,
    login: name,
    firstName: 'Rita',
    lastName: 'Rossi',
    ...more,
  });
const signIn = (name: string, password = NEW_PASSWORD) =>
  login(from(graph), { organisation: shop.slug, login: name, password });

const accountsOf = (column: 'email' | 'phone', value: string) =>
  graph.sql<{ id: string; first_name: string; customer_id: string | null; locale: string; kind: string }>(
    `select u.id, u.first_name, u.customer_id, u.locale, r.kind from customer.user_account u
     join customer.role r on r.id = u.role_id where u.organisation_id = $1 and u.${column} = $2`,
    [shop.id, value],
  );

describe('somebody who registers', () => {
  it('has an account once the link in the mail came back with a password, as a customer who sees themselves alone', async () => {
    const email = newEmail();
    const arrives = mail.inbox.next(email);
    const answer = await ask(email.toUpperCase(), { locale: 'en-GB' });
    expect(answer.data.register).toBe(true);
    const letter = await arrives;
    expect(letter.subject).toBe(`Your account with Shop ${shop.slug}`);
    expect(await accountsOf('email', email)).toEqual([]);
    expect((await signIn(email)).code).toBe('INVALID_CREDENTIALS');
    expect(
      (await register(from(graph), { token: tokenIn(letter), password: NEW_PASSWORD })).data.register,
    ).toBe(true);
    expect(await accountsOf('email', email)).toEqual([
      {
        id: expect.any(String),
        first_name: 'Rita',
        customer_id: expect.any(String),
        locale: 'en-GB',
        kind: 'CUSTOMER',
      },
    ]);
    const { access } = await tokens(graph, { organisation: shop.slug, login: email, password: NEW_PASSWORD });
    const { customers } = await graph
      .withToken(access)
      .ask<{ customers: { nodes: object[] } }>('{ customers { nodes { firstName lastName email phone } } }');
    expect(customers.nodes).toEqual([{ firstName: 'Rita', lastName: 'Rossi', email, phone: null }]);
    expect(
      (await register(from(graph), { token: tokenIn(letter), password: 'yet another password' })).code,
    ).toBe('LINK_INVALID');
    expect((await signIn(email)).code).toBeUndefined();
  });

  it('may do so by phone', async () => {
    const phone = '+393334445556';
    const arrives = sms.inbox.next(phone);
    await ask('333 444 5556');
    await register(from(graph), { token: tokenIn(await arrives), password: NEW_PASSWORD });
    expect(await accountsOf('phone', phone)).toHaveLength(1);
    expect((await signIn('3334445556')).code).toBeUndefined();
  });

  it('is told no more when the address has an account; its owner is', async () => {
    const email = newEmail();
    const first = mail.inbox.next(email);
    const fresh = await ask(email);
    await register(from(graph), { token: tokenIn(await first), password: NEW_PASSWORD });
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
    await register(from(graph), { token: tokenIn(await mine), password: NEW_PASSWORD });
    expect((await accountsOf('email', email)).map(({ first_name }) => first_name)).toEqual(['Olga']);
    // The earlier link cannot make a second account, nor change the first.
    const late = await register(from(graph), {
      token: tokenIn(await theirs),
      password: 'yet another password',
    });
    expect(late.code).toBe('CONFLICT');
    expect((await signIn(email)).code).toBeUndefined();
  });

  it('makes one account with two of the same link at once', async () => {
    const email = newEmail();
    const arrives = mail.inbox.next(email);
    await ask(email);
    const token = tokenIn(await arrives);
    const attempt = () => register(from(graph), { token, password: NEW_PASSWORD });
    const answers = await Promise.all([attempt(), attempt()]);
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['LINK_INVALID', 'done']);
    expect(await accountsOf('email', email)).toHaveLength(1);
  });

  it('gets a clear answer for bad input, and nothing is sent', async () => {
    const sent = mail.inbox.all.length;
    for (const [input, path] of [
      [{ login: undefined }, 'input.login'],
      [{ login: 'no address' }, 'input.login'],
      [{ firstName: '  ' }, 'input.firstName'],
      [{ password: NEW_PASSWORD }, 'input.password'],
      [{ organisation: 'no-such-shop' }, 'input.organisation'],
    ] as const) {
      const answer = await ask(newEmail(), input);
      expect(answer.code).toBe('BAD_INPUT');
      expect(answer.errors[0]!.extensions.fields![0]!.path).toBe(path);
    }
    expect((await register(from(graph), { token: 'x' })).code).toBe('BAD_INPUT');
    expect((await register(from(graph), { token: 'x', password: NEW_PASSWORD })).code).toBe('LINK_INVALID');
    await untilIdle(graph);
    expect(mail.inbox.all).toHaveLength(sent);
  });

  it('keeps to the policy, with the link still good afterwards', async () => {
    const email = newEmail();
    const arrives = mail.inbox.next(email);
    await ask(email);
    const token = tokenIn(await arrives);
    expect((await register(from(graph), { token, password: 'short' })).code).toBe('BAD_INPUT');
    expect((await register(from(graph), { token, password: `my ${email}` })).code).toBe('BAD_INPUT');
    expect((await register(from(graph), { token, password: NEW_PASSWORD })).code).toBeUndefined();
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
    await register(from(graph), { token, password: NEW_PASSWORD });
    const left = await graph.sql(
      'select 1 from customer.registration r join platform.link l on l.record_id = r.id where l.used_at is not null',
    );
    expect(left).toEqual([]);
  });

  it('is forgotten when they never come back', async () => {
    const email = newEmail();
    const arrives = mail.inbox.next(email);
    await ask(email);
    const token = tokenIn(await arrives);
    const waiting = () =>
      graph.sql(
        `select r.id from customer.registration r join platform.link l on l.record_id = r.id
         where l.token_hash = encode(sha256($1::bytea), 'hex')`,
        [token],
      );
    expect(await waiting()).toHaveLength(1);
    const [job] = await graph.sql<{ hours: number }>(
      `select round(extract(epoch from run_at - now()) / 3600)::int as hours from graphile_worker.jobs
       where task_identifier = 'forget-registration' order by id desc limit 1`,
    );
    expect(job!.hours).toBe(24);
    await runDueNow(graph);
    expect(await waiting()).toEqual([]);
    expect((await register(from(graph), { token, password: NEW_PASSWORD })).code).toBe('LINK_INVALID');
  });
});
