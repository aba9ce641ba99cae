import { from, requestReset, reset } from '../api/sign-in.fixtures';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { ask } from '../kernel/gateway/serve';

/** What a developer without a mail server looks into. */
const graph = useGraph({ own: true });

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
  await requestReset(from(graph), { login: shop.admin.email, organisation: shop.slug });
  await untilIdle(graph);
});

interface Kept {
  organisation: string;
  kind: string;
  channel: string;
  recipient: string;
  subject: string | null;
  body: string;
  createdAt: string;
}

async function look(headers: Record<string, string> = {}) {
  const { status, body, headers: answered } = await ask(`${graph.url}/outbox/messages`, { headers });
  const { messages, errors } = JSON.parse(body.toString()) as {
    messages?: Kept[];
    errors?: { extensions: { code: string } }[];
  };
  return { status, messages, code: errors?.[0]?.extensions.code, answered };
}

const ELSEWHERE = { 'x-forwarded-for': '192.0.2.7' };

async function tokenOf(
  member: { email: string },
  password = 'correct horse battery staple',
): Promise<string> {
  const { login } = await from(graph).ask<{ login: { accessToken: string } }>(
    'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }',
    { input: { login: member.email, password, organisation: shop.slug } },
  );
  return login.accessToken;
}

describe('the outbox', () => {
  it('shows at this machine what was kept, with links that work', async () => {
    const { status, messages, answered } = await look();
    expect(status).toBe(200);
    expect(answered['cache-control']).toBe('no-store');
    expect(answered['access-control-allow-origin']).toBeUndefined();
    const [message] = messages!;
    expect(message).toMatchObject({
      organisation: `Shop ${shop.slug}`,
      kind: 'PASSWORD_RESET',
      channel: 'EMAIL',
      recipient: shop.admin.email,
      createdAt: expect.any(String),
    });
    const other = await graph.shop();
    await requestReset(from(graph), { login: other.admin.email, organisation: other.slug });
    await untilIdle(graph);
    const kept = (await look()).messages!;
    expect(kept.map(({ recipient }) => recipient)).toEqual([other.admin.email, shop.admin.email]);
    const token = /#([\w.-]+)/.exec(kept[0]!.body)![1]!;
    expect((await reset(from(graph), token)).data.resetPassword).toBe(true);
  });

  it.each([
    ['a page of another name that leads here', { host: 'evil.example:4000' }],
    ['another machine', ELSEWHERE],
    ['another machine that calls us localhost', { ...ELSEWHERE, host: 'localhost' }],
    ['a bad token', { ...ELSEWHERE, authorization: 'Bearer not.a.token' }],
  ])('shows nothing to %s', async (_, headers) => {
    expect(await look(headers)).toMatchObject({ status: 403, code: 'FORBIDDEN', messages: undefined });
  });

  it('shows administrators from elsewhere their own organisation, and other staff nothing', async () => {
    const stranger = await graph.shop();
    await requestReset(from(graph), { login: stranger.admin.email, organisation: stranger.slug });
    await untilIdle(graph);
    const seen = await look({ ...ELSEWHERE, authorization: `Bearer ${await tokenOf(shop.admin)}` });
    expect(new Set(seen.messages!.map(({ organisation }) => organisation))).toEqual(
      new Set([`Shop ${shop.slug}`]),
    );
    const manager = await shop.staff('MANAGER');
    expect(await look({ ...ELSEWHERE, authorization: `Bearer ${await tokenOf(manager)}` })).toMatchObject({
      status: 403,
    });
  });

  it('is a page of its own files alone', async () => {
    const page = await ask(`${graph.url}/outbox`);
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(page.headers['x-frame-options']).toBe('DENY');
    const html = page.body.toString();
    expect(html).not.toMatch(/ on\w+=|<script>|<style|style=|https?:/);
    for (const [, address] of html.matchAll(/(?:src|href)="([^"]+)"/g))
      expect([address, (await ask(graph.url + address!)).status]).toEqual([address, 200]);
    expect((await ask(`${graph.url}/outbox/handler.ts`)).status).toBe(404);
    expect((await ask(`${graph.url}/outbox`, { method: 'POST' })).status).toBe(404);
  });
});
