import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { type Member, PASSWORD, type Shop } from '../harness/shop';
import { audited, from, login, roomInStep, totp } from './sign-in.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

beforeEach(roomInStep);

const start = (client: GraphClient) =>
  client.send<{ startMfaEnrollment: { secret: string; otpauthUrl: string } }>(
    'mutation { startMfaEnrollment { secret otpauthUrl } }',
  );
const confirm = (client: GraphClient, code: string) =>
  client.send<{ confirmMfaEnrollment: { recoveryCodes: string[] } }>(
    'mutation ($code: String!) { confirmMfaEnrollment(code: $code) { recoveryCodes } }',
    { code },
  );
const disable = (client: GraphClient, password: string, code: string) =>
  client.send<{ disableMfa: boolean }>(
    'mutation ($password: String!, $code: String!) { disableMfa(password: $password, code: $code) }',
    { password, code },
  );
const signIn = (member: Member, mfaCode?: string, password = PASSWORD) =>
  login(from(graph), { organisation: shop.slug, login: member.email, password, mfaCode });

/** Somebody with a second factor; their first code is used up by switching it on. */
async function enrolled(): Promise<{ member: Member; secret: string; recoveryCodes: string[] }> {
  const member = await shop.staff('ADVISOR');
  const { secret } = (await start(member.client)).data.startMfaEnrollment;
  const { recoveryCodes } = (await confirm(member.client, totp(secret, -1))).data.confirmMfaEnrollment;
  return { member, secret, recoveryCodes };
}

/** Half a minute passes for the account: codes up to the last one but one may be used again. */
const stepBack = (member: Member) =>
  graph.sql('update customer.user_account set mfa_last_step = mfa_last_step - 1 where id = $1', [member.id]);

describe('enrolling a second factor', () => {
  it('asks for nothing until a first code has confirmed it', async () => {
    const member = await shop.staff('ADVISOR');
    const { data } = await start(member.client);
    const { secret, otpauthUrl } = data.startMfaEnrollment;
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const url = new URL(otpauthUrl);
    expect(url.searchParams.get('secret')).toBe(secret);
    expect(url.searchParams.get('issuer')).toBe(`Shop ${shop.slug}`);
    expect((await signIn(member)).code).toBeUndefined();
    expect((await confirm(member.client, totp(secret, 5))).code).toBe('BAD_INPUT');
    expect((await signIn(member)).code).toBeUndefined();
    const codes = (await confirm(member.client, totp(secret))).data.confirmMfaEnrollment.recoveryCodes;
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    expect((await signIn(member)).code).toBe('MFA_REQUIRED');
    const me = await member.client.ask<{ me: { user: { mfaEnabledAt: string } } }>(
      '{ me { user { mfaEnabledAt } } }',
    );
    expect(Date.now() - new Date(me.me.user.mfaEnabledAt).getTime()).toBeLessThan(60_000);
  });

  it('keeps the secret sealed and the recovery codes hashed, and neither in the audit log', async () => {
    const { member, secret, recoveryCodes } = await enrolled();
    const [row] = await graph.sql<{ mfa_secret: string }>(
      'select mfa_secret from customer.user_account where id = $1',
      [member.id],
    );
    expect(row!.mfa_secret).toMatch(/^v1\.k1\./);
    const kept = JSON.stringify([
      await graph.sql('select * from customer.recovery_code where user_id = $1', [member.id]),
      await graph.sql('select * from platform.audit_log where organisation_id = $1', [shop.id]),
    ]);
    for (const text of [secret, row!.mfa_secret, ...recoveryCodes, recoveryCodes[0]!.replaceAll('-', '')])
      expect(kept).not.toContain(text);
    expect(await audited(graph, shop.id, 'enable second factor')).toContainEqual(
      expect.objectContaining({ entity_id: member.id }),
    );
  });

  it('is refused while there is one, and before it was begun', async () => {
    const { member } = await enrolled();
    expect((await start(member.client)).code).toBe('CONFLICT');
    expect((await confirm(member.client, '123456')).code).toBe('CONFLICT');
    const fresh = await shop.staff('ADVISOR');
    expect((await confirm(fresh.client, '123456')).code).toBe('CONFLICT');
    expect((await start(graph.anonymous())).code).toBe('UNAUTHENTICATED');
  });
});

describe('signing in with a second factor', () => {
  it('takes a code of now or a step beside it, each once', async () => {
    const { member, secret } = await enrolled();
    // The code that switched it on is used up as well.
    expect((await signIn(member, totp(secret, -1))).code).toBe('INVALID_CREDENTIALS');
    const code = totp(secret);
    expect((await signIn(member, code)).code).toBeUndefined();
    expect((await signIn(member, code)).code).toBe('INVALID_CREDENTIALS');
    expect((await signIn(member, totp(secret, 2))).code).toBe('INVALID_CREDENTIALS');
    expect((await signIn(member, totp(secret, 1))).code).toBeUndefined();
    await stepBack(member);
    expect((await signIn(member, code)).code).toBe('INVALID_CREDENTIALS');
    await audited(graph, shop.id, 'sign-in refused').then((entries) =>
      expect(entries).toContainEqual(
        expect.objectContaining({ entity_id: member.id, new_values: { reason: 'second factor' } }),
      ),
    );
  });

  it('lets one code in once, however many come with it at the same moment', async () => {
    const { member, secret } = await enrolled();
    const code = totp(secret);
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(member, code)));
    expect(answers.filter((answer) => answer.code === undefined)).toHaveLength(1);
    expect(answers.filter((answer) => answer.code === 'INVALID_CREDENTIALS')).toHaveLength(7);
  });

  it('says that a code is needed only to whoever has the password', async () => {
    const { member, secret } = await enrolled();
    expect((await signIn(member, undefined, 'wrong password here')).code).toBe('INVALID_CREDENTIALS');
    expect((await signIn(member, totp(secret), 'wrong password here')).code).toBe('INVALID_CREDENTIALS');
    const needed = await signIn(member);
    expect(needed.code).toBe('MFA_REQUIRED');
    expect(needed.data).toBeNull();
    // A code that came with a wrong password is not used up.
    expect((await signIn(member, totp(secret))).code).toBeUndefined();
  });

  it('counts wrong codes as attempts', async () => {
    const { member, secret } = await enrolled();
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn(member, '000000');
    expect((await signIn(member, totp(secret))).code).toBe('RATE_LIMITED');
  });

  it('takes each recovery code once, also from two at the same moment', async () => {
    const { member, recoveryCodes } = await enrolled();
    const [first, second] = recoveryCodes as [string, string];
    expect((await signIn(member, first.toLowerCase().replaceAll('-', ' '))).code).toBeUndefined();
    expect((await signIn(member, first)).code).toBe('INVALID_CREDENTIALS');
    const both = await Promise.all([signIn(member, second), signIn(member, second)]);
    expect(both.map(({ code }) => code ?? 'in').sort()).toEqual(['INVALID_CREDENTIALS', 'in']);
    const other = await enrolled();
    expect((await signIn(member, other.recoveryCodes[0])).code).toBe('INVALID_CREDENTIALS');
  });
});

describe('switching the second factor off', () => {
  it('needs the password and a code', async () => {
    const { member, secret, recoveryCodes } = await enrolled();
    expect((await disable(member.client, 'wrong password here', totp(secret))).code).toBe(
      'INVALID_CREDENTIALS',
    );
    expect((await disable(member.client, PASSWORD, '000000')).code).toBe('INVALID_CREDENTIALS');
    expect((await disable(graph.anonymous(), PASSWORD, totp(secret))).code).toBe('UNAUTHENTICATED');
    expect((await signIn(member)).code).toBe('MFA_REQUIRED');
    expect((await disable(member.client, PASSWORD, totp(secret))).data.disableMfa).toBe(true);
    expect((await signIn(member)).code).toBeUndefined();
    expect((await disable(member.client, PASSWORD, recoveryCodes[0]!)).code).toBe('CONFLICT');
    const left = await graph.sql('select 1 from customer.recovery_code where user_id = $1', [member.id]);
    expect(left).toEqual([]);
    // And it can be switched on again, with another secret.
    const again = (await start(member.client)).data.startMfaEnrollment.secret;
    expect(again).not.toBe(secret);
    expect((await confirm(member.client, totp(again))).code).toBeUndefined();
  });

  it('works with a recovery code when the authenticator is lost', async () => {
    const { member, recoveryCodes } = await enrolled();
    expect((await disable(member.client, PASSWORD, recoveryCodes[3]!)).code).toBeUndefined();
    expect((await signIn(member)).code).toBeUndefined();
    expect(await audited(graph, shop.id, 'disable second factor')).toContainEqual(
      expect.objectContaining({ entity_id: member.id, actor_id: member.id }),
    );
  });
});
