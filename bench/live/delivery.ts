import { setTimeout as pause } from 'node:timers/promises';
import { cursorAt } from '../../shared/live/cursor';
import type { Say } from '../say';
import { onDatabase, positionOf } from './log';
import type { LiveStage } from './stage';
import { Subscriber } from './subscriber';
import { changeMany } from './writers';

const CHANGES = 10_000;
const WRITERS = 8;
const SUBSCRIBERS = 50;
/** Every fifth, a board, hears of all cards; the others look at one alone. */
const EVERY_FIFTH = 5;
const STAYS_AT_MOST_MS = 1_500;
const AWAY_AT_MOST_MS = 400;
const PATIENCE_MS = 120_000;

interface Watcher {
  subscriber: Subscriber;
  jobCardId: string | null;
  heard: string[];
}

export interface Delivered {
  changes: number;
  subscribers: number;
  interruptions: number;
  deliveries: number;
}

/**
 * Subscribers that leave in the middle and come back with their cursors, while writers write side by side: each must
 * have seen each of its events once, in the order of the log. Throws where one has not.
 */
export async function checkDelivery(stage: LiveStage, say: Say): Promise<Delivered> {
  const begin = await positionOf(stage);
  const watchers = Array.from({ length: SUBSCRIBERS }, (_, n) => watch(stage, n, cursorAt(begin)));
  for (const { subscriber } of watchers) await subscriber.open();
  let writing = true;
  let interruptions = 0;
  const restless = watchers.map(async ({ subscriber }) => {
    while (writing) {
      await pause(Math.random() * STAYS_AT_MOST_MS);
      subscriber.drop();
      interruptions += 1;
      await pause(Math.random() * AWAY_AT_MOST_MS);
      await subscriber.open();
    }
  });
  say(`${CHANGES} changes by ${WRITERS} writers, heard by ${SUBSCRIBERS} subscribers who come and go …`);
  await changeMany(stage, CHANGES, WRITERS);
  writing = false;
  await Promise.all(restless);
  const expected = await expectedAfter(stage, begin);
  const wanted = ({ jobCardId }: Watcher) =>
    expected.filter(({ subject }) => !jobCardId || subject === jobCardId).map(({ cursor }) => cursor);
  const until = performance.now() + PATIENCE_MS;
  while (watchers.some((watcher) => watcher.heard.length < wanted(watcher).length)) {
    if (performance.now() > until) break;
    await pause(100);
  }
  for (const { subscriber } of watchers) subscriber.drop();
  for (const [n, watcher] of watchers.entries()) requireSame(n, watcher.heard, wanted(watcher));
  const deliveries = watchers.reduce((sum, { heard }) => sum + heard.length, 0);
  return { changes: expected.length, subscribers: SUBSCRIBERS, interruptions, deliveries };
}

function watch({ url, tokens, cards }: LiveStage, n: number, after: string): Watcher {
  const heard: string[] = [];
  const jobCardId = n % EVERY_FIFTH === 0 ? null : cards[n % cards.length]!;
  const subscriber = new Subscriber(
    {
      url,
      token: tokens[n % tokens.length]!,
      filter: jobCardId ? { jobCardId } : {},
      heard: ({ cursor }) => heard.push(cursor),
    },
    after,
  );
  return { subscriber, jobCardId, heard };
}

function requireSame(n: number, heard: readonly string[], expected: readonly string[]): void {
  if (heard.length === expected.length && heard.every((cursor, at) => cursor === expected[at])) return;
  const at = expected.findIndex((cursor, place) => cursor !== heard[place]);
  throw new Error(
    `Subscriber ${n} heard ${heard.length} of ${expected.length} events; the first that is missing, twice or out of order is number ${at}.`,
  );
}

/** The truth: what the log says happened since, in its order. */
const expectedAfter = (stage: LiveStage, begin: number): Promise<{ cursor: string; subject: string }[]> =>
  onDatabase(stage, async (client) => {
    const { rows } = await client.query<{ position: string; subject_id: string }>(
      `select position, subject_id from platform.event where organisation_id = $1 and position > $2
         and name = 'JobCardUpdated' order by position`,
      [stage.organisationId, begin],
    );
    return rows.map(({ position, subject_id }) => ({
      cursor: cursorAt(Number(position)),
      subject: subject_id,
    }));
  });
