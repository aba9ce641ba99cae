import { newId } from '../../shared/ids';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { linkHolder, takeIn } from '../security/callers.fixtures';
import { accountOf, problemsOf } from './customers.fixtures';
import { consent, emit, notificationsOf, reachableCustomer } from './messages.fixtures';

const graph = useGraph();

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

/** Somebody who was told of so many leads. */
async function told(many: number): Promise<Member> {
  const member = await shop.staff('ADVISOR');
  for (let n = 0; n < many; n += 1)
    await emit(graph, shop, 'LeadAssigned', { type: 'Lead' }, { assigneeId: member.id });
  await untilIdle(graph, shop.id);
  return member;
}

const unread = async ({ client }: Member) =>
  (await client.ask<{ unreadNotificationCount: number }>('{ unreadNotificationCount }'))
    .unreadNotificationCount;
const READ =
  'mutation ($id: ID!, $read: Boolean) { markNotificationRead(id: $id, read: $read) { readAt version } }';

describe('notifications', () => {
  it('come a page at a time, the latest first, and can be narrowed', async () => {
    const member = await told(5);
    const all = await notificationsOf(member.client);
    expect(all).toHaveLength(5);
    const page = async (after: string | null) =>
      (
        await member.client.ask<{
          notifications: { totalCount: number; nodes: { id: string }[]; pageInfo: { endCursor: string } };
        }>(
          'query ($after: String) { notifications(first: 2, after: $after) { totalCount nodes { id version createdAt updatedAt } pageInfo { endCursor } } }',
          { after },
        )
      ).notifications;
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect(first.totalCount).toBe(5);
    expect(first.nodes[0]).toEqual({
      id: all[0]!.id,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(
      all.slice(0, 4).map(({ id }) => id),
    );
    await member.client.ask(READ, { id: all[0]!.id });
    expect(await notificationsOf(member.client, { unread: true })).toHaveLength(4);
    expect(await notificationsOf(member.client, { unread: false, category: 'LEAD' })).toHaveLength(1);
    expect(await notificationsOf(member.client, { category: 'CARE' })).toEqual([]);
  });

  it('are read, one or all, and new again; doing it twice changes nothing', async () => {
    const member = await told(3);
    const [{ id }] = (await notificationsOf(member.client)) as unknown as [{ id: string }];
    const mark = async (read?: boolean) =>
      (
        await member.client.ask<{ markNotificationRead: { readAt: string | null; version: number } }>(READ, {
          id,
          read,
        })
      ).markNotificationRead;
    expect(await unread(member)).toBe(3);
    const once = await mark();
    expect(once).toEqual({ readAt: expect.any(String), version: 2 });
    expect(await mark(true)).toEqual(once);
    expect(await unread(member)).toBe(2);
    expect(await mark(false)).toMatchObject({ readAt: null });
    const all = () =>
      member.client.ask<{ markAllNotificationsRead: number }>('mutation { markAllNotificationsRead }');
    expect(await all()).toEqual({ markAllNotificationsRead: 3 });
    expect(await all()).toEqual({ markAllNotificationsRead: 0 });
    expect(await unread(member)).toBe(0);
  });

  it('are deleted for good', async () => {
    const member = await told(2);
    const [first, second] = await notificationsOf(member.client);
    const remove = () =>
      member.client.send<{ deleteNotification: boolean }>(
        'mutation ($id: ID!) { deleteNotification(id: $id) }',
        {
          id: first!.id,
        },
      );
    expect((await remove()).data.deleteNotification).toBe(true);
    expect((await remove()).code).toBe('NOT_FOUND');
    expect((await notificationsOf(member.client)).map(({ id }) => id)).toEqual([second!.id]);
  });

  it('are one’s own: an administrator has no way to those of others, and a link none to any', async () => {
    const member = await told(1);
    const [{ id }] = (await notificationsOf(member.client)) as unknown as [{ id: string }];
    for (const query of [READ, 'mutation ($id: ID!) { deleteNotification(id: $id) }']) {
      expect((await shop.admin.client.send(query, { id })).code).toBe('NOT_FOUND');
      expect((await member.client.send(query, { id: newId() })).code).toBe('NOT_FOUND');
    }
    expect((await notificationsOf(shop.admin.client)).map((each) => each.id)).not.toContain(id);
    const { client } = await linkHolder(graph, shop, await takeIn(shop));
    for (const query of [
      '{ notifications { totalCount } }',
      '{ unreadNotificationCount }',
      '{ notificationPreferences { enabled } }',
      'mutation { markAllNotificationsRead }',
    ])
      expect((await client.send(query)).code).toBe('UNAUTHENTICATED');
    expect(await unread(member)).toBe(1);
  });

  it('keep their words sealed in the database', async () => {
    const member = await told(1);
    const rows = await graph.sql<{ title: string; message: string }>(
      'select title, message from customer.notification where user_id = $1',
      [member.id],
    );
    expect(rows).toEqual([
      { title: expect.stringMatching(/^v1\.k1\./), message: expect.stringMatching(/^v1\.k1\./) },
    ]);
  });
});

interface Switch {
  category: string;
  channel: string;
  enabled: boolean;
  enabledByDefault: boolean;
  lock: string | null;
}

const SWITCH = 'category channel enabled enabledByDefault lock';
const matrixOf = async ({ client }: Pick<Member, 'client'>) =>
  (await client.ask<{ notificationPreferences: Switch[] }>(`{ notificationPreferences { ${SWITCH} } }`))
    .notificationPreferences;
const choose = ({ client }: Pick<Member, 'client'>, preferences: object[]) =>
  client.send<{ updateNotificationPreferences: Switch[] }>(
    `mutation ($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) { ${SWITCH} } }`,
    { input: { preferences } },
  );
const at = (matrix: Switch[], category: string, channel: string) =>
  matrix.find((each) => each.category === category && each.channel === channel)!;

describe('preferences', () => {
  it('are a whole matrix with its defaults, for staff and customers their own', async () => {
    const staff = await matrixOf(await shop.staff('ADVISOR'));
    expect(staff).toContainEqual(
      expect.objectContaining({ category: 'LEAD', channel: 'IN_APP', enabled: true, enabledByDefault: true }),
    );
    const { id } = await reachableCustomer(shop.admin.client);
    const customer = await matrixOf(await accountOf(graph, shop, id));
    const on = (matrix: Switch[]) =>
      matrix.filter(({ enabled }) => enabled).map(({ category, channel }) => `${category} ${channel}`);
    expect(on(staff).sort()).toEqual([
      'APPOINTMENT IN_APP',
      'APPROVAL IN_APP',
      'CARE IN_APP',
      'INVENTORY IN_APP',
      'INVOICE IN_APP',
      'JOB_CARD IN_APP',
      'LEAD IN_APP',
      'SYSTEM EMAIL',
      'SYSTEM SMS',
      'SYSTEM WHATSAPP',
    ]);
    expect(on(customer)).toEqual(
      expect.arrayContaining(['APPOINTMENT SMS', 'INVOICE EMAIL', 'JOB_CARD IN_APP', 'SYSTEM EMAIL']),
    );
    expect(on(customer)).not.toContain('MARKETING EMAIL');
    expect(at(customer, 'MARKETING', 'SMS')).toMatchObject({
      enabled: false,
      enabledByDefault: true,
      lock: 'NO_CONSENT',
    });
    expect(at(staff, 'SYSTEM', 'EMAIL').lock).toBe('ALWAYS_SENT');
    expect(customer.some(({ category }) => category === 'LEAD')).toBe(false);
  });

  it('are set one by one, and given back to the default', async () => {
    const member = await shop.staff('ADVISOR');
    const { data } = await choose(member, [
      { category: 'LEAD', channel: 'EMAIL', enabled: true },
      { category: 'CARE', channel: 'IN_APP', enabled: false },
    ]);
    expect(at(data.updateNotificationPreferences, 'LEAD', 'EMAIL')).toMatchObject({
      enabled: true,
      enabledByDefault: false,
    });
    expect(at(await matrixOf(member), 'CARE', 'IN_APP').enabled).toBe(false);
    await choose(member, [{ category: 'CARE', channel: 'IN_APP', enabled: null }]);
    const matrix = await matrixOf(member);
    expect(at(matrix, 'CARE', 'IN_APP').enabled).toBe(true);
    expect(at(matrix, 'LEAD', 'EMAIL').enabled).toBe(true);
    expect(at(await matrixOf(await shop.staff('ADVISOR')), 'LEAD', 'EMAIL').enabled).toBe(false);
  });

  it('are one row each, however many choose at once', async () => {
    const member = await shop.staff('ADVISOR');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        choose(member, [{ category: 'LEAD', channel: 'SMS', enabled: n % 2 === 0 }]),
      ),
    );
    expect(answers.map(({ code }) => code).filter(Boolean)).toEqual([]);
    const rows = await graph.sql('select from customer.notification_preference where user_id = $1', [
      member.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it.each([
    [
      'what is locked',
      [{ category: 'SYSTEM', channel: 'EMAIL', enabled: false }],
      ['preferences.0.category: LOCKED'],
    ],
    [
      'what they are never told',
      [{ category: 'MARKETING', channel: 'SMS', enabled: true }],
      ['preferences.0.category: UNKNOWN'],
    ],
    [
      'a switch twice',
      [
        { category: 'LEAD', channel: 'SMS', enabled: true },
        { category: 'LEAD', channel: 'SMS', enabled: false },
      ],
      ['preferences.1.category: TWICE'],
    ],
    ['nothing at all', [], ['preferences: ARRAY_MIN_SIZE']],
  ])('refuse %s, and change nothing', async (_, preferences, problems) => {
    const member = await shop.staff('ADVISOR');
    expect(problemsOf(await choose(member, preferences))).toEqual(problems);
    const rows = await graph.sql('select from customer.notification_preference where user_id = $1', [
      member.id,
    ]);
    expect(rows).toEqual([]);
  });

  it('show what consent locks, as it is when something is to be sent', async () => {
    const { id } = await reachableCustomer(shop.admin.client);
    const account = await accountOf(graph, shop, id);
    await consent(account.client, { customerId: id, source: 'PORTAL', purpose: 'MARKETING', given: true });
    expect(at(await matrixOf(account), 'MARKETING', 'SMS')).toMatchObject({ enabled: true, lock: null });
    await consent(shop.admin.client, { customerId: id });
    const matrix = await matrixOf(account);
    for (const category of ['MARKETING', 'APPOINTMENT'])
      expect(at(matrix, category, 'SMS')).toMatchObject({ enabled: false, lock: 'CONSENT_WITHDRAWN' });
    expect(at(matrix, 'APPOINTMENT', 'EMAIL')).toMatchObject({ enabled: true, lock: null });
  });
});
