import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import { eventsOf } from './customers.fixtures';
import { assign, expectRefusal, openCard } from './job-cards.fixtures';
import {
  clockOn,
  decide,
  done,
  IN_PERSON,
  openWorkshop,
  proposed,
  standing,
  stepsOf,
  takeOn,
  type Workshop,
} from './jobs.fixtures';
import { emit } from './messages.fixtures';

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

describe('parts', () => {
  let revision = 0;
  const changed = async (jobCardId: string, waiting: number, of = revision + 1) => {
    revision = Math.max(revision, of);
    await emit(
      graph,
      work.shop,
      'JobPartsChanged',
      { type: 'JobCard', id: jobCardId },
      {
        jobCardId,
        waiting,
        revision: of,
      },
    );
    await untilIdle(graph, work.shop.id);
  };
  const now = (id: string) => standing(work.manager.client, id);

  it.each([
    ['ASSIGNED', false],
    ['IN_PROGRESS', true],
  ])('that are missing make a job wait that is %s, and it goes back there', async (state, started) => {
    const id = await takeOn(work, { started });
    await changed(id, 2);
    expect(await now(id)).toMatchObject({ status: 'WAITING_PARTS', waitingFor: ['PARTS'] });
    await changed(id, 1);
    expect(await now(id)).toMatchObject({ status: 'WAITING_PARTS', waitingFor: ['PARTS'] });
    await changed(id, 0);
    expect(await now(id)).toMatchObject({ status: state, waitingFor: [] });
    expect((await stepsOf(work.manager.client, id)).slice(-2)).toEqual([
      `${state} → WAITING_PARTS`,
      `WAITING_PARTS → ${state}`,
    ]);
    expect((await timesOf(id)).statusHistory[0]!.changedBy).toBeNull();
    expect((await eventsOf(graph, id)).filter((name) => /Waiting|Resumed/.test(name))).toEqual([
      'JobCardWaiting',
      'JobCardResumed',
    ]);
  });

  it('of an older word than the last one, or of the same again, change nothing', async () => {
    const id = await takeOn(work);
    await changed(id, 0, 7);
    const { version } = await now(id);
    await changed(id, 3, 6);
    await changed(id, 3, 7);
    expect(await now(id)).toMatchObject({ status: 'IN_PROGRESS', version });
    await changed(id, 3, 8);
    await changed(id, 0, 5);
    expect((await now(id)).status).toBe('WAITING_PARTS');
  });

  it('are only noted before somebody is assigned', async () => {
    const { manager, technician, visit } = work;
    const { id } = await openCard(manager.client, visit.vehicleId);
    await changed(id, 1);
    expect(await now(id)).toMatchObject({ status: 'CREATED', waitingFor: ['PARTS'] });
    await assign(manager.client, id, technician);
    expect(await now(id)).toMatchObject({ status: 'WAITING_PARTS', waitingFor: ['PARTS'] });
    expect(await stepsOf(manager.client, id)).toEqual([
      'null → CREATED',
      'CREATED → ASSIGNED',
      'ASSIGNED → WAITING_PARTS',
    ]);
    await changed(id, 0);
    expect((await now(id)).status).toBe('ASSIGNED');
  });

  it('come before an approval, and an approval before a pause; each is waited for in turn', async () => {
    const { technician, manager } = work;
    const id = await takeOn(work);
    await done(technician.client, 'pauseJobCard', id);
    const proposal = await proposed(technician.client, id);
    expect(await now(id)).toMatchObject({ status: 'WAITING_APPROVAL', waitingFor: ['APPROVAL', 'OTHER'] });
    await changed(id, 1);
    expect(await now(id)).toMatchObject({
      status: 'WAITING_PARTS',
      waitingFor: ['PARTS', 'APPROVAL', 'OTHER'],
    });
    await changed(id, 0);
    expect((await now(id)).status).toBe('WAITING_APPROVAL');
    await decide(manager.client, proposal, { decision: 'DECLINE', ...IN_PERSON });
    expect(await now(id)).toMatchObject({ status: 'PAUSED', waitingFor: ['OTHER'] });
    expect((await done(technician.client, 'resumeJobCard', id)).status).toBe('IN_PROGRESS');
    expect((await stepsOf(manager.client, id)).slice(3)).toEqual([
      'IN_PROGRESS → PAUSED',
      'PAUSED → IN_PROGRESS',
      'IN_PROGRESS → WAITING_APPROVAL',
      'WAITING_APPROVAL → IN_PROGRESS',
      'IN_PROGRESS → WAITING_PARTS',
      'WAITING_PARTS → IN_PROGRESS',
      'IN_PROGRESS → WAITING_APPROVAL',
      'WAITING_APPROVAL → IN_PROGRESS',
      'IN_PROGRESS → PAUSED',
      'PAUSED → IN_PROGRESS',
    ]);
  });

  it('may be waited for through a pause that ends meanwhile', async () => {
    const { technician } = work;
    const id = await takeOn(work);
    await done(technician.client, 'pauseJobCard', id);
    await changed(id, 1);
    expect(await done(technician.client, 'resumeJobCard', id)).toMatchObject({
      status: 'WAITING_PARTS',
      waitingFor: ['PARTS'],
    });
    await changed(id, 0);
    expect((await now(id)).status).toBe('IN_PROGRESS');
  });

  it('of a job that is over, or of none, are nobody’s business', async () => {
    const { technician } = work;
    const id = await takeOn(work);
    await done(technician.client, 'completeJobCard', id);
    const { version } = await now(id);
    await changed(id, 1);
    await changed(work.shop.id, 1);
    expect(await now(id)).toMatchObject({ status: 'COMPLETED', waitingFor: [], version });
  });
});

describe('cancelling', () => {
  it('withdraws what is proposed and stops the clocks', async () => {
    const { technician, manager, shop } = work;
    const id = await takeOn(work);
    const proposal = await proposed(technician.client, id);
    await clockOn(technician.client, id);
    expect(await done(manager.client, 'cancelJobCard', id, { reason: 'Sold.' })).toMatchObject({
      status: 'CANCELLED',
      waitingFor: [],
    });
    const { jobCard } = await manager.client.ask<{ jobCard: object }>(
      `query ($id: ID!) { jobCard(id: $id) { additionalServices { id status } timeEntries { endedAt } } }`,
      { id },
    );
    expect(jobCard).toEqual({
      additionalServices: [{ id: proposal.id, status: 'WITHDRAWN' }],
      timeEntries: [{ endedAt: expect.any(String) }],
    });
    expectRefusal(await decide(shop.admin.client, proposal, IN_PERSON), 'INVALID_TRANSITION');
  });
});
