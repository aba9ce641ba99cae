import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { PASSWORD, type Shop } from '../harness/shop';
import { audited, from, isOut, LOGIN, refresh, setting, tokens, whoAmI } from './sign-in.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const signIn = () => tokens(graph, { organisation: shop.slug, login: shop.admin.email, password: PASSWORD });

/** Time goes by for a session: what was used, was used that much earlier. */
const age = async (token: string, seconds: number): Promise<void> => {
  await graph.sql(
    `update customer.refresh_token set used_at = used_at - make_interval(secs => $2), issued_at = issued_at - make_interval(secs => $2)
     where session_id = (select session_id from customer.refresh_token where token_hash = encode(sha256($1::bytea), 'hex'))`,
    [token, seconds],
  );
};

const sessionOf = async (token: string) =>
  (
    await graph.sql<{
      id: string;
      revoked_at: Date | null;
      revoked_reason: string | null;
      expires_at: Date;
      created_at: Date;
    }>(
      `select s.* from customer.session s join customer.refresh_token t on t.session_id = s.id
       where t.token_hash = encode(sha256($1::bytea), 'hex')`,
      [token],
    )
  )[0]!;

describe('a refresh', () => {
  it('gives the next token and an access token of the same session', async () => {
    const first = await signIn();
    const { data } = await refresh(from(graph), first.refresh);
    expect(data.refreshSession.refreshToken).toMatch(/^[\w-]{22}\.[\w-]{43}$/);
    expect(data.refreshSession.refreshToken).not.toBe(first.refresh);
    expect(new Date(data.refreshSession.expiresAt).getTime()).toBeGreaterThan(Date.now() + 14 * 60_000);
    expect(await whoAmI(graph.withToken(data.refreshSession.accessToken))).toBe(shop.admin.id);
    expect((await sessionOf(data.refreshSession.refreshToken!)).id).toBe((await sessionOf(first.refresh)).id);
    const next = await refresh(from(graph), data.refreshSession.refreshToken);
    expect(next.code).toBeUndefined();
  });

  it('of fifty tabs at once: one exchange, all get the same working token, and the session lives', async () => {
    // The first round finds a pool with few connections open, and its tabs wait for each other.
    for (let round = 0; round < 4; round += 1) {
      const first = await signIn();
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => refresh(from(graph), first.refresh)),
      );
      expect(answers.map(({ code }) => code).filter(Boolean)).toEqual([]);
      const successors = [...new Set(answers.map(({ data }) => data.refreshSession.refreshToken))];
      expect(successors).toHaveLength(1);
      const [row] = await graph.sql<{ tokens: string }>(
        'select count(*) as tokens from customer.refresh_token where session_id = $1',
        [(await sessionOf(first.refresh)).id],
      );
      expect(row!.tokens).toBe('2');
      const holders = answers.map(({ data }) => whoAmI(graph.withToken(data.refreshSession.accessToken)));
      expect(new Set(await Promise.all(holders))).toEqual(new Set([shop.admin.id]));
      expect((await refresh(from(graph), successors[0]!)).code).toBeUndefined();
    }
  });

  it('answers a tab that comes late within the grace with the token that is current by then', async () => {
    const first = await signIn();
    const second = (await refresh(from(graph), first.refresh)).data.refreshSession.refreshToken!;
    const third = (await refresh(from(graph), second)).data.refreshSession.refreshToken!;
    expect((await refresh(from(graph), first.refresh)).data.refreshSession.refreshToken).toBe(third);
    expect((await sessionOf(third)).revoked_at).toBeNull();
  });

  it('with a token used before the grace ends the whole session, and says so in the audit log', async () => {
    const first = await signIn();
    const other = await signIn();
    const second = (await refresh(from(graph), first.refresh)).data.refreshSession;
    expect(await whoAmI(graph.withToken(second.accessToken))).toBe(shop.admin.id);
    await age(first.refresh, 11);
    const reuse = await refresh(from(graph), first.refresh);
    expect(reuse.code).toBe('UNAUTHENTICATED');
    expect(reuse.data).toBeNull();
    expect(await sessionOf(first.refresh)).toMatchObject({ revoked_reason: 'TOKEN_REUSED' });
    expect((await refresh(from(graph), second.refreshToken)).code).toBe('UNAUTHENTICATED');
    expect(await isOut(graph.withToken(second.accessToken))).toBe(true);
    expect(await whoAmI(graph.withToken(other.access))).toBe(shop.admin.id);
    expect(await audited(graph, shop.id, 'refresh token reused')).toEqual([
      expect.objectContaining({
        entity_type: 'Session',
        entity_id: (await sessionOf(first.refresh)).id,
        new_values: { userId: shop.admin.id },
      }),
    ]);
  });

  it('keeps a successor no longer than the grace', async () => {
    const first = await signIn();
    const second = (await refresh(from(graph), first.refresh)).data.refreshSession.refreshToken!;
    await age(first.refresh, 11);
    await refresh(from(graph), second);
    const kept = await graph.sql<{ kept: boolean }>(
      `select successor is not null as kept from customer.refresh_token where session_id = $1 order by issued_at`,
      [(await sessionOf(first.refresh)).id],
    );
    expect(kept.map((row) => row.kept)).toEqual([false, true, false]);
  });

  it('is refused for what is no token, or one of another organisation', async () => {
    const { refresh: mine } = await signIn();
    const other = await graph.shop();
    const theirs = await tokens(graph, {
      organisation: other.slug,
      login: other.admin.email,
      password: PASSWORD,
    });
    const moved = `${theirs.refresh.split('.')[0]}.${mine.split('.')[1]}`;
    for (const token of ['', 'x', 'a.b', moved, `${mine}x`, mine.slice(0, -1)])
      expect((await refresh(from(graph), token)).code).toBe('UNAUTHENTICATED');
    expect((await refresh(from(graph))).code).toBe('UNAUTHENTICATED');
    expect((await refresh(from(graph), mine)).code).toBeUndefined();
  });

  it('pushes the end of the session back to thirty days, but never past ninety from the sign-in', async () => {
    const day = 86_400_000;
    const first = await signIn();
    const daysLeft = (at: Date) => (at.getTime() - Date.now()) / day;
    expect(daysLeft((await sessionOf(first.refresh)).expires_at)).toBeCloseTo(30, 1);
    const back = async (days: number) =>
      graph.sql(
        `update customer.session set created_at = created_at - make_interval(days => $2), expires_at = expires_at - make_interval(days => $2)
         where id = $1`,
        [(await sessionOf(first.refresh)).id, days],
      );
    await back(20);
    const second = (await refresh(from(graph), first.refresh)).data.refreshSession.refreshToken!;
    expect(daysLeft((await sessionOf(second)).expires_at)).toBeCloseTo(30, 1);
    await graph.sql(`update customer.session set created_at = now() - interval '80 days' where id = $1`, [
      (await sessionOf(second)).id,
    ]);
    const third = (await refresh(from(graph), second)).data.refreshSession.refreshToken!;
    expect(daysLeft((await sessionOf(third)).expires_at)).toBeCloseTo(10, 1);
    await back(11);
    expect((await refresh(from(graph), third)).code).toBe('UNAUTHENTICATED');
  });

  it('ends with the account', async () => {
    const advisor = await shop.staff('ADVISOR');
    const { refresh: token } = await tokens(graph, {
      organisation: shop.slug,
      login: advisor.email,
      password: PASSWORD,
    });
    await graph.sql('update customer.user_account set active = false where id = $1', [advisor.id]);
    expect((await refresh(from(graph), token)).code).toBe('UNAUTHENTICATED');
    await graph.sql('update customer.user_account set active = true where id = $1', [advisor.id]);
    expect((await refresh(from(graph), token)).code).toBeUndefined();
  });
});

describe('an administrator who refreshes', () => {
  it('does so only from where administrators may work', async () => {
    const guarded = await graph.shop();
    const { refresh: token } = await tokens(graph, {
      organisation: guarded.slug,
      login: guarded.admin.email,
      password: PASSWORD,
    });
    const inside = guarded.admin.client.with({ 'x-forwarded-for': '198.51.100.7' });
    await setting(inside, { adminAllowedAddresses: ['198.51.100.0/28'] });
    expect((await refresh(from(graph, '203.0.113.9'), token)).code).toBe('UNAUTHENTICATED');
    expect((await refresh(from(graph, '198.51.100.7'), token)).code).toBeUndefined();
  });
});

describe('a browser', () => {
  const browser = async (): Promise<GraphClient> => {
    const client = from(graph);
    await client.ask(LOGIN, {
      input: { organisation: shop.slug, login: shop.admin.email, password: PASSWORD },
    });
    return client;
  };

  it('refreshes with its cookie alone, and gets the next one the same way', async () => {
    const client = await browser();
    const before = client.cookie;
    const answer = await refresh(client);
    expect(answer.data.refreshSession.refreshToken).toBeNull();
    expect(await whoAmI(graph.withToken(answer.data.refreshSession.accessToken))).toBe(shop.admin.id);
    expect(client.cookie).toMatch(/^liftbay_refresh=[\w.-]{60,}$/);
    expect(client.cookie).not.toBe(before);
    expect((await refresh(client)).code).toBeUndefined();
  });

  it('signs out with the cookie, whose session has ended then', async () => {
    const client = await browser();
    const cookie = client.cookie!;
    const { accessToken } = (await refresh(client)).data.refreshSession;
    const answer = await client.send<{ logout: boolean }>('mutation { logout }');
    expect(answer.data.logout).toBe(true);
    expect(answer.headers.get('set-cookie')).toMatch(/^liftbay_refresh=; Max-Age=0; /);
    expect(await isOut(graph.withToken(accessToken))).toBe(true);
    expect(await sessionOf(cookie.split('=')[1]!)).toMatchObject({ revoked_reason: 'SIGNED_OUT' });
    const again = await refresh(graph.anonymous().with({ cookie }));
    expect(again.code).toBe('UNAUTHENTICATED');
    expect(again.headers.get('set-cookie')).toMatch(/^liftbay_refresh=; Max-Age=0; /);
  });
});

describe('signing out', () => {
  it('ends the session of the access token and no other', async () => {
    const [mine, other] = [await signIn(), await signIn()];
    expect((await graph.withToken(mine.access).ask<{ logout: boolean }>('mutation { logout }')).logout).toBe(
      true,
    );
    expect(await isOut(graph.withToken(mine.access))).toBe(true);
    expect((await refresh(from(graph), mine.refresh)).code).toBe('UNAUTHENTICATED');
    expect(await whoAmI(graph.withToken(other.access))).toBe(shop.admin.id);
  });

  it('works with a refresh token when the access token has run out, and for nobody at all', async () => {
    const mine = await signIn();
    const logout = 'mutation ($token: String) { logout(refreshToken: $token) }';
    await from(graph).ask(logout, { token: mine.refresh });
    expect(await isOut(graph.withToken(mine.access))).toBe(true);
    for (const token of [null, 'nonsense', mine.refresh])
      expect((await from(graph).ask<{ logout: boolean }>(logout, { token })).logout).toBe(true);
  });
});
