import { useGraph } from '../harness/graph';
import { eventsOf } from './customers.fixtures';
import { openCard, putInState } from './job-cards.fixtures';
import {
  addService,
  clockOff,
  clockOn,
  decide,
  done,
  IN_PERSON,
  moveService,
  openWorkshop,
  proposed,
  standing,
  step,
  stepsOf,
  takeOn,
  type Workshop,
  workOf,
} from './jobs.fixtures';

const graph = useGraph();
let work: Workshop;
beforeAll(async () => {
  work = await openWorkshop(graph);
});

const TIMES = `query ($id: ID!) { jobCard(id: $id) { startedAt completedAt deliveredAt
  statusHistory { reason changedBy { id } } } }`;

interface Times {
  startedAt: string | null;
  completedAt: string | null;
  deliveredAt: string | null;
  statusHistory: { reason: string | null; changedBy: { id: string } | null }[];
}

const timesOf = async (id: string): Promise<Times> =>
  (await work.manager.client.ask<{ jobCard: Times }>(TIMES, { id })).jobCard;

/** Refused with this code, and nothing was changed. */
async function refused(code: string, ask: () => Promise<{ code: string | undefined; data: unknown }>) {
  const before = await workOf(graph, work.shop);
  const answer = await ask();
  expect([answer.code, answer.data]).toEqual([code, null]);
  expect(await workOf(graph, work.shop)).toEqual(before);
  return (answer as Awaited<ReturnType<typeof step>>).errors[0]!.extensions;
}

describe('a job', () => {
  it('is started, completed and delivered, and tells when, and each step once', async () => {
    const { technician, manager, shop, visit } = work;
    const id = await takeOn(work, { started: false });
    expect(await timesOf(id)).toMatchObject({ startedAt: null, completedAt: null, deliveredAt: null });
    expect(await done(technician.client, 'startJobCard', id)).toMatchObject({
      status: 'IN_PROGRESS',
      version: 3,
      waitingFor: [],
    });
    expect((await done(technician.client, 'completeJobCard', id)).status).toBe('COMPLETED');
    expect((await done(manager.client, 'deliverJobCard', id)).status).toBe('DELIVERED');
    const { startedAt, completedAt, deliveredAt, statusHistory } = await timesOf(id);
    const inOrder = [startedAt, completedAt, deliveredAt];
    expect([startedAt, completedAt, deliveredAt]).toEqual(inOrder.map(() => expect.stringMatching(/Z$/)));
    expect(inOrder).toEqual([...inOrder].sort());
    expect(statusHistory.map(({ changedBy }) => changedBy?.id)).toEqual([
      manager.id,
      technician.id,
      technician.id,
      manager.id,
      manager.id,
    ]);
    expect(await eventsOf(graph, id)).toEqual([
      'JobCardCreated',
      'JobCardAssigned',
      'JobCardStarted',
      'JobCardCompleted',
      'JobCardDelivered',
    ]);
    const rows = await graph.sql<{ payload: object }>(
      'select payload from platform.event where subject_id = $1',
      [id],
    );
    for (const { payload } of rows)
      expect(payload).toMatchObject({ ...visit, serviceCentreId: shop.centres[0] });
    // Inventory keeps a record of its own under the same id.
    const audits = await graph.sql<{ action: string }>(
      "select action from platform.audit_log where entity_id = $1 and entity_type = 'JobCard' order by id",
      [id],
    );
    expect(audits.map(({ action }) => action)).toEqual(['create', 'assign', 'start', 'complete', 'deliver']);
  });

  it.each([
    ['startJobCard', 'IN_PROGRESS'],
    ['pauseJobCard', 'PAUSED'],
    ['resumeJobCard', 'PAUSED'],
    ['completeJobCard', 'COMPLETED'],
    ['deliverJobCard', 'DELIVERED'],
  ])('%s is refused from every state that does not lead there', async (command, to) => {
    const leadingThere: Record<string, string[]> = {
      startJobCard: ['ASSIGNED'],
      pauseJobCard: ['ASSIGNED', 'IN_PROGRESS'],
      resumeJobCard: ['PAUSED'],
      completeJobCard: ['IN_PROGRESS'],
      deliverJobCard: ['COMPLETED'],
    };
    const { manager, technician, visit } = work;
    const states = ['CREATED', 'INSPECTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_PARTS', 'WAITING_APPROVAL']
      .concat(['PAUSED', 'COMPLETED', 'DELIVERED', 'CANCELLED'])
      .filter((state) => !leadingThere[command]!.includes(state));
    for (const state of states) {
      const { id } = await openCard(manager.client, visit.vehicleId);
      await putInState(graph, id, state, technician.id);
      const { from, to: wanted } = await refused('INVALID_TRANSITION', () =>
        step(manager.client, command, id),
      );
      expect(from).toBe(state);
      if (command !== 'resumeJobCard') expect(wanted).toBe(to);
    }
  });

  it('is refused to who saw another version', async () => {
    const { manager } = work;
    const id = await takeOn(work, { started: false });
    const { version } = await standing(manager.client, id);
    for (const command of [
      'startJobCard',
      'pauseJobCard',
      'resumeJobCard',
      'completeJobCard',
      'deliverJobCard',
    ]) {
      const { current } = await refused('CONFLICT', () =>
        step(manager.client, command, id, { expectedVersion: version - 1 }),
      );
      expect(current).toMatchObject({ id, version });
    }
    expect((await done(manager.client, 'startJobCard', id, { expectedVersion: version })).status).toBe(
      'IN_PROGRESS',
    );
  });

  it('of fifty that start it at once, one does', async () => {
    const { technician } = work;
    const id = await takeOn(work, { started: false });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => step(technician.client, 'startJobCard', id)),
    );
    const codes = answers.map(({ code }) => code ?? 'done').sort();
    expect(codes).toEqual([...Array<string>(49).fill('INVALID_TRANSITION'), 'done']);
    expect(await stepsOf(technician.client, id)).toHaveLength(3);
  });
});

describe('a pause', () => {
  it.each([
    ['ASSIGNED', false],
    ['IN_PROGRESS', true],
  ])('leads from %s and back to it, and stops the clocks', async (state, started) => {
    const { technician } = work;
    const id = await takeOn(work, { started });
    const clock = (await clockOn(technician.client, id)).data.startTimeEntry;
    const paused = await done(technician.client, 'pauseJobCard', id, { reason: ' Lunch. ' });
    expect(paused).toMatchObject({ status: 'PAUSED', waitingFor: ['OTHER'] });
    const [entry] = await graph.sql<{ ended_at: Date | null }>(
      'select ended_at from workshop.time_entry where id = $1',
      [clock.id],
    );
    expect(entry!.ended_at).not.toBeNull();
    expect(await done(technician.client, 'resumeJobCard', id)).toMatchObject({
      status: state,
      waitingFor: [],
    });
    expect((await stepsOf(technician.client, id)).slice(-2)).toEqual([
      `${state} → PAUSED`,
      `PAUSED → ${state}`,
    ]);
    expect((await timesOf(id)).statusHistory[1]!.reason).toBe('Lunch.');
    expect((await eventsOf(graph, id)).slice(-3)).toEqual([
      'JobCardPaused',
      'TimeEntryStopped',
      'JobCardResumed',
    ]);
  });

  it('may be taken without a reason, and not with a blank one', async () => {
    const { technician } = work;
    const id = await takeOn(work);
    for (const reason of ['', ' ', 'x'.repeat(1001)])
      await refused('BAD_INPUT', () => step(technician.client, 'pauseJobCard', id, { reason }));
    expect((await done(technician.client, 'pauseJobCard', id)).status).toBe('PAUSED');
  });
});

describe('what is open keeps a job from being completed', () => {
  it('services that are neither done nor skipped', async () => {
    const { technician } = work;
    const id = await takeOn(work);
    const [one, two] = [
      (await addService(technician.client, id)).data.addJobService,
      (await addService(technician.client, id)).data.addJobService,
    ];
    const complete = () => step(technician.client, 'completeJobCard', id);
    expect(await refused('CONFLICT', complete)).toMatchObject({
      reason: 'OPEN_SERVICES',
      reasons: ['OPEN_SERVICES'],
      current: { id, status: 'IN_PROGRESS' },
    });
    await moveService(technician.client, 'skipJobService', one.id);
    await moveService(technician.client, 'startJobService', two.id);
    await refused('CONFLICT', complete);
    await moveService(technician.client, 'completeJobService', two.id);
    expect((await done(technician.client, 'completeJobCard', id)).status).toBe('COMPLETED');
  });

  it('a clock that runs', async () => {
    const { technician } = work;
    const id = await takeOn(work);
    const { id: clock } = (await clockOn(technician.client, id)).data.startTimeEntry;
    await addService(technician.client, id);
    expect(await refused('CONFLICT', () => step(technician.client, 'completeJobCard', id))).toMatchObject({
      reasons: ['OPEN_SERVICES', 'RUNNING_CLOCK'],
    });
    await clockOff(technician.client, clock);
    const answer = await step(technician.client, 'completeJobCard', id);
    expect(answer.errors[0]!.extensions.reasons).toEqual(['OPEN_SERVICES']);
  });

  it('a proposal that is not decided: the job is not in progress', async () => {
    const { technician, manager } = work;
    const id = await takeOn(work);
    const proposal = await proposed(technician.client, id);
    expect(
      await refused('INVALID_TRANSITION', () => step(technician.client, 'completeJobCard', id)),
    ).toMatchObject({ from: 'WAITING_APPROVAL', allowed: ['IN_PROGRESS', 'CANCELLED'] });
    await decide(manager.client, proposal, { decision: 'DECLINE', ...IN_PERSON });
    expect((await done(technician.client, 'completeJobCard', id)).status).toBe('COMPLETED');
  });
});

describe('notes of technicians', () => {
  it('are written and cleared with the card', async () => {
    const { technician } = work;
    const id = await takeOn(work);
    const write = (technicianNotes: string | null) =>
      technician.client.ask<{ updateJobCard: { technicianNotes: string | null } }>(
        `mutation ($id: ID!, $input: UpdateJobCardInput!) { updateJobCard(id: $id, input: $input) { technicianNotes } }`,
        { id, input: { technicianNotes } },
      );
    expect((await write(' Rusty bolts. ')).updateJobCard.technicianNotes).toBe('Rusty bolts.');
    expect((await write(null)).updateJobCard.technicianNotes).toBeNull();
  });
});
