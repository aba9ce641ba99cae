import { MOST_ROUNDS, timesAsLong } from '../harness/durations';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import { type Member, PASSWORD, type Shop } from '../harness/shop';
import { messageServers, tokenIn } from './message-servers.fixtures';
import {
  audited,
  from,
  isOut,
  login,
  NEW_PASSWORD,
  newAddress,
  newEmail,
  refresh,
  requestReset,
  reset,
  tokens,
} from './sign-in.fixtures';

const { mail, environment } = messageServers();
const graph = useGraph({ environment });

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const request = (name: string, channel?: 'EMAIL' | 'SMS', client = from(graph)) =>
  requestReset(client, { login: name, organisation: shop.slug, channel });
const choose = (token: string, password?: string) => reset(from(graph), token, password);

async function tokenFor(member: Member): Promise<string> {
  const arrives = mail.inbox.next(member.email);
  await request(member.email);
  return tokenIn(await arrives);
}

const signIn = (member: Member, password: string) =>
  login(from(graph), { organisation: shop.slug, login: member.email, password });

describe('a new password by mail', () => {
  it('comes as a link in the language of the account, which works once and ends every session', async () => {
    const member = await shop.staff('ADVISOR');
    const before = await tokens(graph, { organisation: shop.slug, login: member.email, password: PASSWORD });
    const arrives = mail.inbox.next(member.email);
    const answer = await request(` ${member.email.toUpperCase()}`);
    expect(answer.data.requestPasswordReset).toBe(true);
    const letter = await arrives;
    expect(letter.subject).toBe(`Una nuova password per Shop ${shop.slug}`);
    expect(letter.text).toMatch(/entro un’ora:\r?\n/);
    expect(letter.text).toContain(`${graph.url}/links/password-reset#`);
    expect(letter.from).toContain('desk@bay.example');
    expect((await choose(tokenIn(letter))).data.resetPassword).toBe(true);
    expect((await signIn(member, PASSWORD)).code).toBe('INVALID_CREDENTIALS');
    expect((await signIn(member, NEW_PASSWORD)).code).toBeUndefined();
    expect(await isOut(graph.withToken(before.access))).toBe(true);
    expect((await refresh(from(graph), before.refresh)).code).toBe('UNAUTHENTICATED');
    expect((await choose(tokenIn(letter), 'yet another password')).code).toBe('LINK_INVALID');
    expect((await signIn(member, NEW_PASSWORD)).code).toBeUndefined();
    expect(await audited(graph, shop.id, 'reset password')).toContainEqual(
      expect.objectContaining({ entity_id: member.id, actor_kind: 'LINK' }),
    );
  });

  it('is stored sealed, and nothing of it is in the audit log or the queue', async () => {
    const member = await shop.staff('ADVISOR');
    const token = await tokenFor(member);
    await untilIdle(graph);
    const kept = JSON.stringify([
      await graph.sql('select * from customer.message'),
      await graph.sql('select * from platform.audit_log where action in ($1, $2) or entity_type = $3', [
        'password reset requested',
        'send',
        'Message',
      ]),
      await graph.sql('select * from platform.link'),
      await graph.sql('select payload from graphile_worker._private_jobs'),
    ]);
    for (const text of [token, token.split('.')[1]!, member.email]) expect(kept).not.toContain(text);
  });
});

describe('a request for a new password', () => {
  it('gets the same answer in the same time for no account, and sends nothing', async () => {
    const off = await shop.staff('ADVISOR');
    await graph.sql('update customer.user_account set active = false where id = $1', [off.id]);
    const sent = mail.inbox.all.length;
    const ask = async (name: string) => {
      const { data, errors } = await request(name);
      expect({ data, errors }).toEqual({ data: { requestPasswordReset: true }, errors: [] });
    };
    for (const name of [off.email, newEmail()]) await ask(name);
    await untilIdle(graph);
    expect(mail.inbox.all).toHaveLength(sent);
    // Three letters an account are sent, and no more for a while.
    const members = await Promise.all(Array.from({ length: MOST_ROUNDS / 3 }, () => shop.staff('ADVISOR')));
    let asked = 0;
    const known = () => members[Math.floor(asked++ / 3)]!.email;
    const ratio = await timesAsLong(
      () => ask(newEmail()),
      () => ask(known()),
      [0.3, 3],
    );
    await untilIdle(graph);
    expect(mail.inbox.all).toHaveLength(sent + asked);
    expect(ratio).toBeGreaterThan(0.3);
    expect(ratio).toBeLessThan(3);
  });

  it('makes the links before it worthless', async () => {
    const member = await shop.staff('ADVISOR');
    const first = await tokenFor(member);
    const second = await tokenFor(member);
    expect((await choose(first)).code).toBe('LINK_INVALID');
    expect((await signIn(member, PASSWORD)).code).toBeUndefined();
    expect((await choose(second)).code).toBeUndefined();
  });

  it('is limited for each login, an unknown one too, and for each address', async () => {
    for (const name of [(await shop.staff('ADVISOR')).email, newEmail()]) {
      for (let attempt = 0; attempt < 3; attempt += 1) expect((await request(name)).code).toBeUndefined();
      expect((await request(name.toUpperCase())).code).toBe('RATE_LIMITED');
    }
    const address = newAddress();
    const codes: (string | undefined)[] = [];
    for (let attempt = 0; attempt < 31; attempt += 1)
      codes.push((await request(newEmail(), 'EMAIL', from(graph, address))).code);
    expect(codes.slice(0, 30).filter(Boolean)).toEqual([]);
    expect(codes[30]).toBe('RATE_LIMITED');
  });
});

describe('the link for a new password', () => {
  it('ends after an hour', async () => {
    const member = await shop.staff('ADVISOR');
    const token = await tokenFor(member);
    const [link] = await graph.sql<{ minutes: number }>(
      `select round(extract(epoch from expires_at - created_at) / 60)::int as minutes from platform.link
       where record_id = $1`,
      [member.id],
    );
    expect(link!.minutes).toBe(60);
    await graph.sql(
      "update platform.link set expires_at = now() - interval '1 second' where record_id = $1",
      [member.id],
    );
    expect((await choose(token)).code).toBe('LINK_INVALID');
    expect((await signIn(member, PASSWORD)).code).toBeUndefined();
  });

  it('is good for one of two at the same moment', async () => {
    const member = await shop.staff('ADVISOR');
    const token = await tokenFor(member);
    const passwords = ['the first of two walks', 'the second of two walks'];
    const answers = await Promise.all(passwords.map((password) => choose(token, password)));
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['LINK_INVALID', 'done']);
    const winner = answers.findIndex(({ code }) => code === undefined);
    expect((await signIn(member, passwords[winner]!)).code).toBeUndefined();
    expect((await signIn(member, passwords[1 - winner]!)).code).toBe('INVALID_CREDENTIALS');
  });

  it('survives a password that the policy refuses', async () => {
    const member = await shop.staff('ADVISOR');
    const token = await tokenFor(member);
    const answer = await choose(token, 'short');
    expect(answer.code).toBe('BAD_INPUT');
    expect(answer.errors[0]!.extensions.fields).toContainEqual(
      expect.objectContaining({ path: 'input.newPassword', code: 'TOO_SHORT' }),
    );
    expect((await choose(token)).code).toBeUndefined();
  });

  it('opens a locked account, and is worth nothing for one that was switched off', async () => {
    const member = await shop.staff('ADVISOR');
    const token = await tokenFor(member);
    for (let attempt = 0; attempt < 11; attempt += 1) await signIn(member, 'wrong password here');
    expect((await signIn(member, PASSWORD)).code).toBe('RATE_LIMITED');
    expect((await choose(token)).code).toBeUndefined();
    expect((await signIn(member, NEW_PASSWORD)).code).toBeUndefined();
    const late = await tokenFor(member);
    await graph.sql('update customer.user_account set active = false where id = $1', [member.id]);
    expect((await choose(late)).code).toBe('LINK_INVALID');
  });

  it('is no other text', async () => {
    for (const token of ['x', 'a.b', `${'A'.repeat(22)}.${'A'.repeat(43)}`])
      expect((await choose(token)).code).toBe('LINK_INVALID');
  });
});
