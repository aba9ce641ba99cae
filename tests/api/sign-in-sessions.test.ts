import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { type Member, PASSWORD, type Shop } from '../harness/shop';
import { audited, from, isOut, login, newAddress, refresh, tokens, whoAmI } from './sign-in.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

interface SessionNode {
  id: string;
  current: boolean;
  address: string | null;
  userAgent: string | null;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
}

const sessions = async (client: GraphClient): Promise<SessionNode[]> =>
  (
    await client.ask<{ sessions: { nodes: SessionNode[]; totalCount: number } }>(
      '{ sessions { totalCount nodes { id current address userAgent createdAt lastUsedAt expiresAt } } }',
    )
  ).sessions.nodes;

const revoke = (client: GraphClient, id: string) =>
  client.send<{ revokeSession: boolean }>('mutation ($id: ID!) { revokeSession(id: $id) }', { id });

const signIn = (member: Member) =>
  tokens(graph, { organisation: shop.slug, login: member.email, password: member.password });

const currentOf = async (access: string): Promise<string> =>
  (await sessions(graph.withToken(access))).find(({ current }) => current)!.id;

describe('the sessions of an account', () => {
  it('are listed with where they began, the latest first, and which one asks', async () => {
    const advisor = await shop.staff('ADVISOR');
    const address = newAddress();
    const data = await graph
      .anonymous()
      .with({ 'x-forwarded-for': address, 'user-agent': 'A workshop tablet' })
      .ask<{ login: { accessToken: string } }>(
        'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }',
        { input: { organisation: shop.slug, login: advisor.email, password: PASSWORD } },
      );
    const listed = await sessions(graph.withToken(data.login.accessToken));
    expect(listed.map(({ current }) => current)).toEqual([true, false]);
    expect(listed[0]).toMatchObject({ address, userAgent: 'A workshop tablet' });
    expect(new Date(listed[0]!.createdAt) > new Date(listed[1]!.createdAt)).toBe(true);
    expect(new Date(listed[0]!.lastUsedAt) < new Date(listed[0]!.expiresAt)).toBe(true);
    expect((await sessions(advisor.client)).map(({ current }) => current)).toEqual([false, true]);
  });

  it('are pages, without those that have ended', async () => {
    const advisor = await shop.staff('ADVISOR');
    const { access } = await signIn(advisor);
    await signIn(advisor);
    await graph.withToken(access).ask('mutation { logout }');
    const { sessions: page } = await advisor.client.ask<{
      sessions: { totalCount: number; nodes: { id: string }[]; pageInfo: { hasNextPage: boolean } };
    }>('{ sessions(first: 1) { totalCount nodes { id } pageInfo { hasNextPage } } }');
    expect(page.totalCount).toBe(2);
    expect(page.nodes).toHaveLength(1);
    expect(page.pageInfo.hasNextPage).toBe(true);
  });

  it('can be ended one by one, at once', async () => {
    const advisor = await shop.staff('ADVISOR');
    const lost = await signIn(advisor);
    const answer = await revoke(advisor.client, await currentOf(lost.access));
    expect(answer.data.revokeSession).toBe(true);
    expect(await isOut(graph.withToken(lost.access))).toBe(true);
    expect((await refresh(from(graph), lost.refresh)).code).toBe('UNAUTHENTICATED');
    expect(await whoAmI(advisor.client)).toBe(advisor.id);
  });

  it('of others are ended by those who manage them, and not even found by anybody else', async () => {
    const [advisor, technician, manager] = [
      await shop.staff('ADVISOR'),
      await shop.staff('TECHNICIAN'),
      await shop.staff('MANAGER'),
    ];
    const other = await graph.shop();
    const target = await signIn(technician);
    const id = await currentOf(target.access);
    expect((await revoke(advisor.client, id)).code).toBe('NOT_FOUND');
    expect((await revoke(other.admin.client, id)).code).toBe('NOT_FOUND');
    expect((await revoke(graph.anonymous(), id)).code).toBe('UNAUTHENTICATED');
    const admins = await currentOf((await signIn(shop.admin)).access);
    expect((await revoke(manager.client, admins)).code).toBe('FORBIDDEN');
    expect(await whoAmI(graph.withToken(target.access))).toBe(technician.id);
    expect((await revoke(manager.client, id)).code).toBeUndefined();
    expect(await isOut(graph.withToken(target.access))).toBe(true);
    const again = await signIn(technician);
    expect((await revoke(shop.admin.client, await currentOf(again.access))).code).toBeUndefined();
    expect(await isOut(graph.withToken(again.access))).toBe(true);
    expect(await audited(graph, shop.id, 'end session')).toContainEqual(
      expect.objectContaining({ entity_id: id, actor_id: manager.id }),
    );
  });
});

describe('changing the password', () => {
  const change = (client: GraphClient, currentPassword: string, newPassword: string) =>
    client.send<{ changePassword: boolean }>(
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }',
      { input: { currentPassword, newPassword } },
    );
  const NEW = 'a longer walk in the evening';

  it('ends the other sessions, keeps this one, and the new one signs in', async () => {
    const advisor = await shop.staff('ADVISOR');
    const elsewhere = await signIn(advisor);
    const here = await signIn(advisor);
    const answer = await change(graph.withToken(here.access), PASSWORD, NEW);
    expect(answer.data.changePassword).toBe(true);
    expect(await whoAmI(graph.withToken(here.access))).toBe(advisor.id);
    expect((await refresh(from(graph), here.refresh)).code).toBeUndefined();
    expect(await isOut(graph.withToken(elsewhere.access))).toBe(true);
    expect((await refresh(from(graph), elsewhere.refresh)).code).toBe('UNAUTHENTICATED');
    const credentials = { organisation: shop.slug, login: advisor.email };
    expect((await login(from(graph), { ...credentials, password: PASSWORD })).code).toBe(
      'INVALID_CREDENTIALS',
    );
    expect((await login(from(graph), { ...credentials, password: NEW })).code).toBeUndefined();
    const [entry] = await audited(graph, shop.id, 'change password');
    expect(entry).toMatchObject({ actor_id: advisor.id, new_values: { passwordHash: '•••' } });
  });

  it('needs the current one, and changes nothing without', async () => {
    const advisor = await shop.staff('ADVISOR');
    const elsewhere = await signIn(advisor);
    expect((await change(advisor.client, 'wrong password here', NEW)).code).toBe('INVALID_CREDENTIALS');
    expect((await change(graph.anonymous(), PASSWORD, NEW)).code).toBe('UNAUTHENTICATED');
    expect(await whoAmI(graph.withToken(elsewhere.access))).toBe(advisor.id);
    expect((await signIn(advisor)).access).toBeTruthy();
  });

  it('keeps to the policy, telling which rule', async () => {
    const advisor = await shop.staff('ADVISOR');
    for (const [password, code] of [
      ['short', 'TOO_SHORT'],
      ['password123', 'TOO_COMMON'],
      [`${advisor.email.split('@')[0]}!`, 'CONTAINS_EMAIL'],
    ] as const) {
      const answer = await change(advisor.client, PASSWORD, password);
      expect(answer.code).toBe('BAD_INPUT');
      expect(answer.errors[0]!.extensions.fields).toContainEqual(
        expect.objectContaining({ path: 'input.newPassword', code }),
      );
    }
    expect((await signIn(advisor)).access).toBeTruthy();
  });

  it('cannot be used to try passwords out with a stolen token', async () => {
    const advisor = await shop.staff('ADVISOR');
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect((await change(advisor.client, 'wrong password here', NEW)).code).toBe('INVALID_CREDENTIALS');
    expect((await change(advisor.client, PASSWORD, NEW)).code).toBe('RATE_LIMITED');
    expect((await signIn(advisor)).access).toBeTruthy();
  });
});
