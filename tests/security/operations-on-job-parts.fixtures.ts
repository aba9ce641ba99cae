import type { Verb } from '../api/job-parts.fixtures';
import { near, type Operation, type Target } from './operation.fixtures';
import type { Kind } from './records.fixtures';
import { jobOf } from './records-of-job-parts.fixtures';

const commandOf = (verb: Verb): string =>
  `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}JobPartsInput!) { ${verb}JobParts(input: $input) { id } }`;

const request = (jobCardId: string, line: object) => ({
  query: commandOf('request'),
  variables: { input: { jobCardId, lines: [{ quantity: '1', ...line }] } },
});

/** A command about a line, of the job that it belongs to. */
const onLine = (verb: Verb): Operation => ({
  name: `${verb}JobParts`,
  kind: 'jobPart',
  ask: async ({ id, world }) => ({
    query: commandOf(verb),
    variables: { input: { jobCardId: await jobOf(world.graph, id), lines: [{ id, quantity: '1' }] } },
  }),
});

/** Named in a request for a job of the centre. */
const named = (
  what: string,
  kind: Kind,
  line: (target: Target) => object,
  more: Partial<Operation>,
): Operation => ({
  name: `requestJobParts ${what}`,
  kind,
  byReference: true,
  ask: (target) => request(near(target, 'jobCard'), line(target)),
  ...more,
});

export const JOB_PARTS: readonly Operation[] = [
  {
    name: 'requestJobParts',
    kind: 'jobCard',
    ask: (target) => request(target.id, { partId: near(target, 'part') }),
  },
  named('of a part', 'part', ({ id }) => ({ partId: id }), {}),
  named('from a place', 'van', (target) => ({ partId: near(target, 'part'), locationId: target.id }), {
    atMost: 'C',
  }),
  onLine('issue'),
  onLine('return'),
  onLine('cancel'),
];
