import { emit, notificationsOf } from '../api/messages.fixtures';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { linkHolder, takeIn } from '../security/callers.fixtures';
import { codeOf, cursorOf, happenedAt, payloads, useSockets } from './live.fixtures';

const graph = useGraph();
const sockets = useSockets(graph);
let shop: Shop;
let advisor: Member;

beforeAll(async () => {
  shop = await graph.shop();
  advisor = await shop.staff('ADVISOR');
});

const RECEIVED = `subscription ($after: String, $filter: NotificationReceivedFilter) {
  notificationReceived(after: $after, filter: $filter) { cursor occurredAt unreadCount
    notification { id kind category title readAt } } }`;

interface Received {
  notificationReceived: {
    cursor: string;
    occurredAt: string;
    unreadCount: number;
    notification: { id: string; kind: string; category: string; title: string; readAt: string | null };
  };
}

const hear = (who: Pick<Member, 'client'>, after: string, filter: object = {}) =>
  sockets.as(who).hear<Received>(RECEIVED, { after, filter });
const give = (to: Member) => emit(graph, shop, 'LeadAssigned', { type: 'Lead' }, { assigneeId: to.id });

test('the bell rings for whom it is, with how much is new', async () => {
  const other = await shop.staff('ADVISOR');
  const after = await cursorOf(advisor);
  const [own, theirs] = [hear(advisor, after), hear(other, after)];
  await give(other);
  const [first] = await payloads(theirs, 1);
  await give(advisor);
  const [received] = await payloads(own, 1);
  const { cursor, occurredAt, unreadCount, notification } = received!.notificationReceived;
  const [kept] = await notificationsOf(advisor.client);
  expect(notification.id).toBe(kept!.id);
  expect(notification.category).toBe('LEAD');
  expect(notification.title).toBe(kept!.title);
  expect(unreadCount).toBe(1);
  expect(occurredAt).toBe(await happenedAt(graph, shop, cursor));
  expect(cursor).not.toBe(first!.notificationReceived.cursor);
  await give(other);
  const [second] = await payloads(theirs, 1);
  expect(second!.notificationReceived.unreadCount).toBe(2);
});

test('can be narrowed by what it is about', async () => {
  const after = await cursorOf(advisor);
  const [care, leads] = [
    hear(advisor, after, { categories: ['CARE'] }),
    hear(advisor, after, { categories: ['CARE', 'LEAD'] }),
  ];
  await give(advisor);
  await payloads(leads, 1);
  expect(care.waiting).toEqual([]);
});

test('the log has nobody’s words: the event is whose it is, and which', async () => {
  await give(advisor);
  const after = await cursorOf(advisor);
  await give(advisor);
  const [received] = await payloads(hear(advisor, after), 1);
  const events = await graph.sql<{ payload: object }>(
    "select payload from platform.event where name = 'NotificationCreated' and subject_id = $1",
    [received!.notificationReceived.notification.id],
  );
  expect(events).toEqual([{ payload: { userId: advisor.id } }]);
});

test('what was deleted meanwhile is not told', async () => {
  const after = await cursorOf(advisor);
  const live = hear(advisor, after);
  await give(advisor);
  const [gone] = await payloads(live, 1);
  await give(advisor);
  const [stays] = await payloads(live, 1);
  await advisor.client.ask('mutation ($id: ID!) { deleteNotification(id: $id) }', {
    id: gone!.notificationReceived.notification.id,
  });
  const [first] = await payloads(hear(advisor, after), 1);
  expect(first!.notificationReceived.notification.id).toBe(stays!.notificationReceived.notification.id);
});

test('who has no account is told nothing', async () => {
  const holder = await linkHolder(graph, shop, await takeIn(shop));
  expect(await codeOf(sockets.as(holder).hear(RECEIVED))).toBe('UNAUTHENTICATED');
  expect(await codeOf(sockets.as(null).hear(RECEIVED))).toBe('UNAUTHENTICATED');
});
