import type { GraphAnswer } from '../harness/client';
import { useGraph } from '../harness/graph';
import { holdRows } from '../harness/locks';
import { clockOn, openWorkshop, step, takeOn, type Workshop } from './jobs.fixtures';

/**
 * A clock and what ends the work queue for the card before they look at anything, so that they come one after the
 * other. Everybody has an answer, and it is looked at: otherwise one that was given up would pass for one that lost.
 */
const graph = useGraph({ own: true });
let work: Workshop;
beforeAll(async () => {
  work = await openWorkshop(graph);
});

const outcome = ({ code, errors }: GraphAnswer<unknown>): string =>
  code ? [code, errors[0]!.extensions.reason].filter(Boolean).join(' ') : 'done';

async function standOf(id: string) {
  const [row] = await graph.sql<{ status: string; clocks: number; running: number }>(
    `select status, (select count(*)::int from workshop.time_entry e where e.job_card_id = c.id) as clocks,
       (select count(*)::int from workshop.time_entry e where e.job_card_id = c.id and e.ended_at is null) as running
     from workshop.job_card c where id = $1`,
    [id],
  );
  return row!;
}

/** The card is somebody else's until the first stands before it and the second behind the first. */
async function oneBehindTheOther(id: string, ...commands: (() => Promise<GraphAnswer<unknown>>)[]) {
  const held = await holdRows(graph, 'select from workshop.job_card where id = $1 for update', [id]);
  const sent: Promise<GraphAnswer<unknown>>[] = [];
  for (const command of commands) {
    sent.push(command());
    expect(await held.untilWaiting(sent)).toBe(sent.length);
  }
  expect((await standOf(id)).clocks).toBe(0);
  await held.letGo();
  return (await Promise.all(sent)).map(outcome);
}

const COMMANDS = { clock: 'startTimeEntry', complete: 'completeJobCard', pause: 'pauseJobCard' } as const;
type Named = keyof typeof COMMANDS;

test.each<[Named, Named, string, { status: string; clocks: number; running: number }]>([
  ['clock', 'complete', 'CONFLICT RUNNING_CLOCK', { status: 'IN_PROGRESS', clocks: 1, running: 1 }],
  ['complete', 'clock', 'CONFLICT JOB_OVER', { status: 'COMPLETED', clocks: 0, running: 0 }],
  ['clock', 'pause', 'done', { status: 'PAUSED', clocks: 1, running: 0 }],
  ['pause', 'clock', 'CONFLICT JOB_NOT_IN_HAND', { status: 'PAUSED', clocks: 0, running: 0 }],
])('%s before %s: the second one comes to %s', async (first, second, outcomeOfSecond, stand) => {
  const technician = await work.shop.staff('TECHNICIAN');
  const id = await takeOn({ ...work, technician });
  const command = (name: Named) => () =>
    name === 'clock' ? clockOn(technician.client, id) : step(technician.client, COMMANDS[name], id);
  expect(await oneBehindTheOther(id, command(first), command(second))).toEqual(['done', outcomeOfSecond]);
  expect(await standOf(id)).toEqual(stand);
});

test('of fifty at once, six clocks, a completion and a pause among them, none runs on what is over', async () => {
  const { client } = work.manager;
  const technicians = await Promise.all(Array.from({ length: 6 }, () => work.shop.staff('TECHNICIAN')));
  for (let round = 0; round < 3; round += 1) {
    const id = await takeOn(work);
    const clocks = Array.from({ length: 48 }, (_, n) =>
      clockOn(client, id, { technicianId: technicians[n % technicians.length]!.id }),
    );
    const ends = ['completeJobCard', 'pauseJobCard'].map((command) => step(client, command, id));
    const came = (await Promise.all(clocks)).map(outcome);
    const [completed, paused] = (await Promise.all(ends)).map(outcome);
    const stand = await standOf(id);
    expect(stand).toEqual({
      status: completed === 'done' ? 'COMPLETED' : 'PAUSED',
      clocks: came.filter((each) => each === 'done').length,
      running: 0,
    });
    const over = completed === 'done' ? 'CONFLICT JOB_OVER' : 'CONFLICT JOB_NOT_IN_HAND';
    expect(['done', 'CONFLICT CLOCK_RUNNING', over]).toEqual(expect.arrayContaining([...new Set(came)]));
    expect([completed, paused]).toEqual(
      completed === 'done'
        ? ['done', 'INVALID_TRANSITION']
        : [expect.stringMatching(/^(INVALID_TRANSITION|CONFLICT RUNNING_CLOCK)$/), 'done'],
    );
  }
});
