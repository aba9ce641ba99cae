import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { cursorAt, positionOf as positionIn } from '../../shared/live/cursor';
import { percentile } from '../report/statistics';
import type { Say } from '../say';
import { positionOf, timesAfter } from './log';
import type { LiveStage } from './stage';
import { Subscriber, type Update } from './subscriber';
import { changeAtPace } from './writers';

export const EVENTS_A_SECOND = 200;
export const SECONDS = 15;
const WARM_UP_SECONDS = 3;
/** A process that lets its subscribers wait longer than this has bent. */
export const BENT_MS = 250;
const LATECOMERS_MS = 3_000;

export interface Latency {
  subscribers: number;
  deliveries: number;
  missing: number;
  /** Changes that the program had no time for. */
  refused: number;
  /** From the commit to the receipt. */
  p50: number;
  p99: number;
  /** From the beginning of the transaction. */
  wholeP99: number;
}

/** Subscribers that each watch one card, as many to each; and changes of these cards at an even pace. */
export async function measureLatency(stage: LiveStage, many: number, say: Say): Promise<Latency> {
  const receipts: { cursor: string; at: number }[] = [];
  let counting = false;
  const heard = ({ cursor }: Update) => {
    if (counting) receipts.push({ cursor, at: performance.timeOrigin + performance.now() });
  };
  const subscribers = await subscribe(stage, many, heard);
  await changeAtPace(stage, EVENTS_A_SECOND, WARM_UP_SECONDS);
  await pause(500);
  const before = await positionOf(stage);
  counting = true;
  const made = await changeAtPace(stage, EVENTS_A_SECOND, SECONDS);
  await pause(LATECOMERS_MS);
  counting = false;
  for (const subscriber of subscribers) subscriber.drop();
  const expected = Math.round(made * (many / stage.cards.length));
  const refused = EVENTS_A_SECOND * SECONDS - made;
  const times = await timesAfter(stage, before);
  // What came late of the changes before is none of these.
  const counted = receipts.flatMap(({ cursor, at }) => {
    const { begun, committed } = times.get(positionIn(cursor)) ?? {};
    return begun && committed ? [{ wait: at - committed, whole: at - begun }] : [];
  });
  const waits = counted.map(({ wait }) => wait);
  const [p50, p99] = [percentile(waits, 50), percentile(waits, 99)];
  const wholeP99 = percentile(
    counted.map(({ whole }) => whole),
    99,
  );
  const missing = Math.max(0, expected - counted.length);
  say(
    `${many} subscribers: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, with the transaction ${wholeP99.toFixed(1)} ms, ${missing} of ${expected} not yet there, ${refused} changes refused`,
  );
  return { subscribers: many, deliveries: counted.length, missing, refused, p50, p99, wholeP99 };
}

/** So many, each watching one card, as many to each. Settled: what opening them left to do is done. */
async function subscribe(
  stage: LiveStage,
  many: number,
  heard: (update: Update) => void,
): Promise<Subscriber[]> {
  const after = cursorAt(await positionOf(stage));
  const subscribers = Array.from({ length: many }, (_, n) => {
    const filter = { jobCardId: stage.cards[n % stage.cards.length]! };
    const token = stage.tokens[n % stage.tokens.length]!;
    return new Subscriber({ url: stage.url, token, filter, heard }, after);
  });
  for (const subscriber of subscribers) await subscriber.open();
  await pause(1_000);
  return subscribers;
}

/** Kilobytes of the program for each of so many connections that wait, beside what a program had that has just begun. */
export async function measureConnections(stage: LiveStage, many: number): Promise<number> {
  const before = memoryOf(stage.pid);
  const subscribers = await subscribe(stage, many, () => undefined);
  const kilobytes = (memoryOf(stage.pid) - before) / many;
  for (const subscriber of subscribers) subscriber.drop();
  return kilobytes;
}

/** Resident, in kilobytes. */
const memoryOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);
