import { randomUUID } from 'node:crypto';
import type { Happening } from '../../../shared/live/happening';
import { FACTS, system, useSubgraphs } from '../../harness/subgraphs';

/** What the gateway asks a subgraph of a subscription, and what comes back without anything that a client would see. */
const open = useSubgraphs();
const query =
  'subscription { jobCardUpdated(filter: { types: [CREATED] }) { cursor type jobCard { id status } } }';
const ask = (happening: Happening | null) =>
  open.of('workshop').execute({ query, extensions: { happening } }, system(randomUUID()), FACTS);

test('what a subscription listens to is told without an error', async () => {
  expect(await ask(null)).toEqual({
    data: null,
    extensions: { listening: { names: ['JobCardCreated'] } },
  });
});

test('an event that is not for the subscriber is passed over without an error', async () => {
  const happening: Happening = {
    position: 1,
    name: 'JobCardCreated',
    subjectType: 'JobCard',
    subjectId: randomUUID(),
    payload: {},
    occurredAt: '2026-12-01T08:00:00.000Z',
  };
  expect(await ask(happening)).toEqual({ data: null, extensions: { passedOver: true } });
});
