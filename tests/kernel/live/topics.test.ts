import { randomUUID } from 'node:crypto';
import type { Happening } from '../../../shared/live/happening';
import { Topics } from '../../../shared/live/topics';
import { Log } from '../../../shared/log';
import { runState } from '../../harness/run-state';
import { until } from '../../harness/until';

/** Two processes, as far as topics can tell. */
const organisationId = randomUUID();
const happening: Happening = {
  position: 7,
  name: 'Changed',
  subjectType: 'Thing',
  subjectId: randomUUID(),
  payload: { words: 'nobody else’s' },
  occurredAt: '2026-12-01T08:00:00.000Z',
};
let one: Topics;
let other: Topics;

beforeEach(async () => {
  [one, other] = [0, 1].map(() => Topics.overRedis(runState().redisUrl!, new Log('silent'))) as [
    Topics,
    Topics,
  ];
  await until('both reach Redis', async () => !!(await one.reachable()) && !!(await other.reachable()));
});
afterEach(() => Promise.all([one.close(), other.close()]));

test('who listens in the process is told what happened, and other processes how far the log reaches', async () => {
  const [here, elsewhere] = [first(one), first(other)];
  await Promise.all([here.listens, elsewhere.listens]);
  one.happened(organisationId, [{ ...happening, position: 6 }, happening]);
  expect(await here.told).toEqual({
    organisationId,
    position: 7,
    happenings: [{ ...happening, position: 6 }, happening],
  });
  expect(await elsewhere.told).toEqual({ organisationId, position: 7 });
});

test('in one process nobody stands between; a change is told before it is answered', async () => {
  const topics = Topics.inMemory();
  const told: string[] = [];
  await topics.onAccessChanged((message) => void told.push(message.organisationId));
  await topics.onChanged(({ subjects }) => void told.push(...subjects));
  const unsubscribe = await topics.onAccessChanged(() => void told.push('no more'));
  unsubscribe();
  topics.accessChanged(organisationId);
  topics.changed(organisationId, ['record']);
  expect(told).toEqual(['record']);
  await new Promise(setImmediate);
  expect(told).toEqual(['record', organisationId]);
  expect(topics.reachable()).toBeNull();
  await topics.close();
});

/** The first that is told of this organisation: the run's Redis is not ours alone. */
function first(topics: Topics) {
  let listens: Promise<unknown> = Promise.resolve();
  const told = new Promise<object>((resolve) => {
    listens = topics.onHappened((happened) => {
      if (happened.organisationId === organisationId) resolve(happened);
    });
  });
  return { listens, told };
}
