import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { type Member, PASSWORD, type Shop } from '../harness/shop';
import { MailServer, SmsServer, tokenIn } from './message-servers.fixtures';
import {
  audited,
  BEHIND_PROXY,
  from,
  isOut,
  login,
  newAddress,
  newEmail,
  refresh,
  tokens,
  untilIdle,
} from './sign-in.fixtures';

const mail = new MailServer();
const sms = new SmsServer();
const environment: Record<string, string> = {
  ...BEHIND_PROXY,
  MAIL_FROM: 'Bay & Co <desk@bay.example>',
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

const NEW = 'a longer walk in the evening';
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const request = (name: string, channel?: 'EMAIL' | 'SMS', client: GraphClient = from(graph)) =>
  client.send<{ requestPasswordReset: boolean }>(
    'mutation ($input: PasswordResetRequestInput!) { requestPasswordReset(input: $input) }',
    { input: { login: name, organisation: shop.slug, channel } },
  );

const reset = (token: string, newPassword = NEW) =>
  from(graph).send<{ resetPassword: boolean }>(
    'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) }',
    { input: { token, newPassword } },
  );

async function tokenFor(member: Member): Promise<string> {
  const arrives = mail.inbox.next(member.email);
  await request(member.email);
  return tokenIn(await arrives);
}

const signIn = (member: Member, password: string) =>
  login(from(graph), { organisation: shop.slug, login: member.email, password });

const withPhone = async (phone: string): Promise<Member> => {
  const member = await shop.staff('ADVISOR');
  await graph.sql('update customer.user_account set phone = $2 where id = $1', [member.id, phone]);
  return member;
};

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
    expect((await reset(tokenIn(letter))).data.resetPassword).toBe(true);
    expect((await signIn(member, PASSWORD)).code).toBe('INVALID_CREDENTIALS');
    expect((await signIn(member, NEW)).code).toBeUndefined();
    expect(await isOut(graph.withToken(before.access))).toBe(true);
    expect((await refresh(from(graph), before.refresh)).code).toBe('UNAUTHENTICATED');
    expect((await reset(tokenIn(letter), 'yet another password')).code).toBe('LINK_INVALID');
    expect((await signIn(member, NEW)).code).toBeUndefined();
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

  it('is recorded as sent only when the server took it', async () => {
    const member = await shop.staff('ADVISOR');
    const letter = mail.inbox.next(member.email);
    await request(member.email);
    const { messageId } = await letter;
    await untilIdle(graph);
    const [message] = await graph.sql(
      'select state, attempts, error_code, sent_at is not null as sent from customer.message where provider_id = $1',
      [messageId],
    );
    expect(message).toEqual({ state: 'SENT', attempts: 1, error_code: null, sent: true });
  });

  it('fails for good when the server refuses the address, and is tried again when it is only busy', async () => {
    const member = await shop.staff('ADVISOR');
    const stateOf = async () => {
      await untilIdle(graph);
      const [message] = await graph.sql(
        'select id, state, attempts, error_code from customer.message order by created_at desc, id desc limit 1',
      );
      return message as { id: string; state: string; attempts: number; error_code: string };
    };
    mail.refuse = 550;
    await request(member.email);
    expect(await stateOf()).toMatchObject({ state: 'FAILED', attempts: 1, error_code: '550' });
    mail.refuse = 451;
    await request(member.email);
    const busy = await stateOf();
    expect(busy).toMatchObject({ state: 'QUEUED', attempts: 1, error_code: '451' });
    mail.refuse = null;
    const arrives = mail.inbox.next(member.email);
    await graph.sql('update graphile_worker._private_jobs set run_at = now()');
    await graph.sql("select pg_notify('jobs:insert', '')");
    expect((await reset(tokenIn(await arrives))).data.resetPassword).toBe(true);
    await untilIdle(graph);
    expect(await graph.sql('select state, attempts from customer.message where id = $1', [busy.id])).toEqual([
      { state: 'SENT', attempts: 2 },
    ]);
  });

  it('is not sent twice by a job that runs twice', async () => {
    const member = await shop.staff('ADVISOR');
    const token = await tokenFor(member);
    await untilIdle(graph);
    const [sent] = await graph.sql<{ id: string }>(
      'select id from customer.message order by created_at desc, id desc limit 1',
    );
    await graph.sql(
      `select graphile_worker.add_job('message', json_build_object('organisationId', $1::text, 'messageId', $2::text))`,
      [shop.id, sent!.id],
    );
    await untilIdle(graph);
    expect(mail.inbox.to(member.email).map(tokenIn)).toEqual([token]);
  });
});

describe('a new password by text message', () => {
  it('goes through Twilio to the phone of the account', async () => {
    const phone = '+393331112223';
    const member = await withPhone(phone);
    const arrives = sms.inbox.next(phone);
    await request('333 111 2223', 'SMS');
    const message = await arrives;
    expect(message.path).toBe(`/2010-04-01/Accounts/${environment.TWILIO_ACCOUNT_SID}/Messages.json`);
    expect(Buffer.from(message.authorization.split(' ')[1]!, 'base64').toString()).toBe(
      `${environment.TWILIO_ACCOUNT_SID}:${environment.TWILIO_AUTH_TOKEN}`,
    );
    expect(message.from).toBe('+15005550006');
    expect(message.text).toContain(`Shop ${shop.slug}: scelga una nuova password`);
    expect((await reset(tokenIn(message))).code).toBeUndefined();
    expect((await signIn(member, NEW)).code).toBeUndefined();
    await untilIdle(graph);
    const [row] = await graph.sql('select state, provider_id from customer.message where channel = $1', [
      'SMS',
    ]);
    expect(row).toEqual({ state: 'SENT', provider_id: expect.stringMatching(/^SM/) });
    expect(mail.inbox.to(member.email)).toEqual([]);
  });

  it('goes by mail where the account has no phone', async () => {
    const member = await shop.staff('ADVISOR');
    const arrives = mail.inbox.next(member.email);
    await request(member.email, 'SMS');
    expect((await arrives).text).toContain('#');
  });

  it('fails with Twilio’s own code when that refuses the number', async () => {
    const phone = '+393331112224';
    await withPhone(phone);
    sms.answer = {
      status: 400,
      body: { code: 21211, message: `Invalid 'To' Phone Number: ${phone}`, status: 400 },
    };
    const asked = sms.asked;
    await request(phone, 'SMS');
    await untilIdle(graph);
    sms.answer = null;
    expect(sms.asked).toBe(asked + 1);
    expect(
      await graph.sql("select state, attempts from customer.message where error_code = '21211'"),
    ).toEqual([{ state: 'FAILED', attempts: 1 }]);
  });
});

describe('a request for a new password', () => {
  it('gets the same answer in the same time for no account, and sends nothing', async () => {
    const member = await shop.staff('ADVISOR');
    const off = await shop.staff('ADVISOR');
    await graph.sql('update customer.user_account set active = false where id = $1', [off.id]);
    const sent = mail.inbox.all.length;
    const took = async (name: string): Promise<number> => {
      const start = performance.now();
      const { data, errors } = await request(name);
      expect({ data, errors }).toEqual({ data: { requestPasswordReset: true }, errors: [] });
      return performance.now() - start;
    };
    const unknown: number[] = [await took(off.email)];
    for (let round = 0; round < 8; round += 1) unknown.push(await took(newEmail()));
    await untilIdle(graph);
    expect(mail.inbox.all).toHaveLength(sent);
    const known: number[] = [];
    for (let round = 0; round < 3; round += 1) known.push(await took(member.email));
    await untilIdle(graph);
    expect(mail.inbox.to(member.email)).toHaveLength(3);
    const ratio = median(unknown) / median(known);
    expect(ratio).toBeGreaterThan(0.3);
    expect(ratio).toBeLessThan(3);
  });

  it('makes the links before it worthless', async () => {
    const member = await shop.staff('ADVISOR');
    const first = await tokenFor(member);
    const second = await tokenFor(member);
    expect((await reset(first)).code).toBe('LINK_INVALID');
    expect((await signIn(member, PASSWORD)).code).toBeUndefined();
    expect((await reset(second)).code).toBeUndefined();
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
    expect((await reset(token)).code).toBe('LINK_INVALID');
    expect((await signIn(member, PASSWORD)).code).toBeUndefined();
  });

  it('is good for one of two at the same moment', async () => {
    const member = await shop.staff('ADVISOR');
    const token = await tokenFor(member);
    const passwords = ['the first of two walks', 'the second of two walks'];
    const answers = await Promise.all(passwords.map((password) => reset(token, password)));
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['LINK_INVALID', 'done']);
    const winner = answers.findIndex(({ code }) => code === undefined);
    expect((await signIn(member, passwords[winner]!)).code).toBeUndefined();
    expect((await signIn(member, passwords[1 - winner]!)).code).toBe('INVALID_CREDENTIALS');
  });

  it('survives a password that the policy refuses', async () => {
    const member = await shop.staff('ADVISOR');
    const token = await tokenFor(member);
    const answer = await reset(token, 'short');
    expect(answer.code).toBe('BAD_INPUT');
    expect(answer.errors[0]!.extensions.fields).toContainEqual(
      expect.objectContaining({ path: 'input.newPassword', code: 'TOO_SHORT' }),
    );
    expect((await reset(token)).code).toBeUndefined();
  });

  it('opens a locked account, and is worth nothing for one that was switched off', async () => {
    const member = await shop.staff('ADVISOR');
    const token = await tokenFor(member);
    for (let attempt = 0; attempt < 11; attempt += 1) await signIn(member, 'wrong password here');
    expect((await signIn(member, PASSWORD)).code).toBe('RATE_LIMITED');
    expect((await reset(token)).code).toBeUndefined();
    expect((await signIn(member, NEW)).code).toBeUndefined();
    const late = await tokenFor(member);
    await graph.sql('update customer.user_account set active = false where id = $1', [member.id]);
    expect((await reset(late)).code).toBe('LINK_INVALID');
  });

  it('is no other text', async () => {
    for (const token of ['x', 'a.b', `${'A'.repeat(22)}.${'A'.repeat(43)}`])
      expect((await reset(token)).code).toBe('LINK_INVALID');
  });
});

const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
