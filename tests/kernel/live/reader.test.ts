import { setImmediate } from 'node:timers/promises';
import type { EventLog } from '../../../gateway/live/event-log';
import { Feed } from '../../../gateway/live/feed';
import type { Reader } from '../../../gateway/live/reader';
import type { Happening } from '../../../shared/live/happening';

/** What happened, and who is at the end of it. */
let log: Happening[];
let feed: Feed;
let deserted: jest.Mock;
let reads: number;

beforeEach(() => {
  log = [];
  reads = 0;
  deserted = jest.fn();
  const after = async (_organisationId: string, position: number, most: number) => {
    reads += 1;
    return log.slice(position, position + most);
  };
  feed = new Feed({ after } as EventLog, 'organisation', 0, { failed: fail, deserted });
});

function fail(error: unknown): never {
  throw error;
}

function written(...subjects: string[]): Happening[] {
  const happenings = subjects.map((subjectId, n) => ({
    position: log.length + 1 + n,
    name: 'Changed',
    subjectType: 'Thing',
    subjectId,
    payload: {},
    occurredAt: '2026-12-01T08:00:00.000Z',
  }));
  log.push(...happenings);
  return happenings;
}

/** Written by another process. */
function happens(...subjects: string[]): void {
  written(...subjects);
  feed.heard(log.length);
}

const follow = (subjectId?: string): Reader => feed.follow({ names: ['Changed'], subjectId }, 0);

const next = async (reader: Reader): Promise<number[]> =>
  (await reader.next()).map(({ position }) => position);

test('each hears what they listen to, in order, whether they wait for it or are late', async () => {
  const [ofA, ofAll] = [follow('a'), follow()];
  const waited = [next(ofA), next(ofAll)];
  happens('b', 'a', 'b', 'a');
  expect(await Promise.all(waited)).toEqual([
    [2, 4],
    [1, 2, 3, 4],
  ]);
  happens('b', 'b', 'a');
  await untilRead(7);
  expect([await next(ofA), await next(ofAll)]).toEqual([[7], [5, 6, 7]]);
});

test('who is behind what is kept in memory reads the log, and goes on from there', async () => {
  const late = follow('a');
  happens('a', ...new Array(4_400).fill('b'), 'a');
  await untilRead(4_402);
  expect(await next(late)).toEqual([1]);
  expect(await next(late)).toEqual([4_402]);
});

test('who is woken while nothing is for them goes on from where the log is, and reads nothing of it again', async () => {
  const quiet = follow('a');
  const looked = next(quiet);
  happens(...new Array(4_400).fill('b'));
  await untilRead(4_400);
  feed.wake();
  expect(await looked).toEqual([]);
  const before = reads;
  const heard = next(quiet);
  happens('a');
  expect(await heard).toEqual([4_401]);
  expect(reads - before).toBe(1);
});

test('who waits looks at themselves at once, who is busy when they are done', async () => {
  const [waiting, busy] = [follow('a'), follow('b')];
  const looked = next(waiting);
  const heard = next(busy);
  happens('b');
  expect(await heard).toEqual([1]);
  feed.wake();
  expect(await looked).toEqual([]);
  expect(await next(busy)).toEqual([]);
  const then = [next(waiting), next(busy)];
  happens('a', 'b');
  expect(await Promise.all(then)).toEqual([[2], [3]]);
});

test('who has not looked at themselves for long is told to', async () => {
  const [waiting, fresh] = [follow('a'), follow('a')];
  const [looked, heard] = [next(waiting), next(fresh)];
  feed.wakeIfLastBefore(performance.now() - 1_000);
  happens('a');
  expect([await looked, await heard]).toEqual([[1], [1]]);
  const again = next(waiting);
  feed.wakeIfLastBefore(performance.now() + 1);
  expect(await again).toEqual([]);
});

test('what this process wrote is heard without reading the log, what it knows in part is read there', async () => {
  const all = follow();
  await untilQuiet();
  const before = reads;
  feed.heard(2, written('a', 'b'));
  expect(await next(all)).toEqual([1, 2]);
  expect(reads).toBe(before);
  // Another process wrote the third, and the word of the fifth was quicker than that of the fourth.
  const [, fourth, fifth] = written('c', 'd', 'e') as [Happening, Happening, Happening];
  feed.heard(5, [fifth]);
  feed.heard(4, [fourth]);
  const heard = [];
  while (heard.length < 3) heard.push(...(await next(all)));
  expect(heard).toEqual([3, 4, 5]);
  expect(reads).toBeGreaterThan(before);
});

test('what is heard of while the log is read is heard once', async () => {
  const all = follow();
  await untilQuiet();
  feed.heard(1, written('a'));
  const [second] = written('b', 'c') as [Happening];
  feed.heard(3);
  feed.heard(2, [second]);
  await untilQuiet();
  feed.heard(4, written('d'));
  expect([await next(all), await next(follow())]).toEqual([
    [1, 2, 3, 4],
    [1, 2, 3, 4],
  ]);
});

test('who leaves hears no more, and the last one leaves nobody behind', async () => {
  const [first, second] = [follow('a'), follow('a')];
  const waiting = next(first);
  first.leave();
  expect(await waiting).toEqual([]);
  expect(deserted).not.toHaveBeenCalled();
  second.leave();
  second.leave();
  expect(deserted).toHaveBeenCalledTimes(1);
  happens('a');
  expect([await next(first), await next(second)]).toEqual([[], []]);
});

/** This log answers at once. */
const untilQuiet = () => setImmediate();

/** The feed reads in its own time: a reader of everything tells how far it is. */
async function untilRead(position: number): Promise<void> {
  const probe = feed.follow({ names: ['Changed'] }, position - 1);
  expect(await next(probe)).toEqual([position]);
  probe.leave();
}
