import { Client } from 'pg';
import { roleUrl } from '../../shared/database/roles';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import type { Member } from '../harness/shop';
import { auditOf, problemsOf } from './customers.fixtures';
import { assign, openCard, putInState } from './job-cards.fixtures';
import {
  addService,
  clockOff,
  clockOn,
  moveService,
  openWorkshop,
  type Workshop,
  workOf,
} from './jobs.fixtures';

const graph = useGraph();
let work: Workshop;
beforeAll(async () => {
  work = await openWorkshop(graph);
});

/** A technician of their own, so that no other test's clock runs. */
async function alone(): Promise<Member> {
  return work.shop.staff('TECHNICIAN');
}

async function jobOf(technician: Member, state = 'IN_PROGRESS'): Promise<string> {
  const { id } = await openCard(work.manager.client, work.visit.vehicleId);
  await assign(work.manager.client, id, technician);
  if (state !== 'ASSIGNED') await putInState(graph, id, state, technician.id);
  return id;
}

const LIST = `query ($filter: TimeEntryFilter!, $orderBy: TimeEntryOrder!, $first: Int, $after: String) {
  timeEntries(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount
    nodes { id startedAt endedAt technician { id } jobCard { id } jobService { id } }
    pageInfo { hasNextPage endCursor } } }`;

interface Listed {
  totalCount: number;
  nodes: Record<string, unknown>[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const list = async (client: GraphClient, filter: object, more: object = {}): Promise<Listed> =>
  (await client.ask<{ timeEntries: Listed }>(LIST, { filter, orderBy: 'NEWEST', ...more })).timeEntries;

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

async function refused(
  code: string,
  ask: () => Promise<{
    code: string | undefined;
    data: unknown;
    errors: { extensions: Record<string, unknown> }[];
  }>,
) {
  const before = await workOf(graph, work.shop);
  const answer = await ask();
  expect(answer.code).toBe(code);
  expect(await workOf(graph, work.shop)).toEqual(before);
  return answer.errors[0]!.extensions;
}

describe('a clock', () => {
  it('runs from when it is started until it is stopped, on a job or on a service of it', async () => {
    const technician = await alone();
    const id = await jobOf(technician);
    const { id: service } = (await addService(technician.client, id)).data.addJobService;
    const started = (await clockOn(technician.client, id, { jobServiceId: service })).data.startTimeEntry;
    expect(started).toMatchObject({ version: 1, endedAt: null });
    const node = {
      id: started.id,
      startedAt: started.startedAt,
      technician: { id: technician.id },
      jobCard: { id },
      jobService: { id: service },
    };
    expect(await list(technician.client, { running: true })).toMatchObject({
      totalCount: 1,
      nodes: [{ ...node, endedAt: null }],
    });
    const stopped = (await clockOff(technician.client, started.id)).data.stopTimeEntry;
    expect(stopped.version).toBe(2);
    expect(stopped.endedAt! >= started.startedAt).toBe(true);
    expect((await clockOff(technician.client, started.id)).data.stopTimeEntry).toEqual(stopped);
    expect((await list(technician.client, { running: true })).totalCount).toBe(0);
    expect((await list(technician.client, { running: false })).nodes).toEqual([
      { ...node, endedAt: stopped.endedAt },
    ]);
    const next = (await clockOn(technician.client, id)).data.startTimeEntry;
    expect(next.startedAt >= stopped.endedAt!).toBe(true);
    expect((await auditOf(graph, started.id)).map(({ action }) => action)).toEqual(['create', 'stop']);
  });

  it.each(['ASSIGNED', 'IN_PROGRESS', 'WAITING_PARTS', 'WAITING_APPROVAL'])(
    'is started on a job that is %s',
    async (state) => {
      const technician = await alone();
      expect((await clockOn(technician.client, await jobOf(technician, state))).code).toBeUndefined();
    },
  );

  it.each([
    ['CREATED', 'JOB_NOT_IN_HAND'],
    ['INSPECTED', 'JOB_NOT_IN_HAND'],
    ['PAUSED', 'JOB_NOT_IN_HAND'],
    ['COMPLETED', 'JOB_OVER'],
    ['DELIVERED', 'JOB_OVER'],
    ['CANCELLED', 'JOB_OVER'],
  ])('is not started on a job that is %s', async (state, reason) => {
    const id = await jobOf(await alone(), state);
    expect(await refused('CONFLICT', () => clockOn(work.manager.client, id))).toMatchObject({ reason });
  });

  it('is not started on what is finished, or a service of another job', async () => {
    const technician = await alone();
    const [id, other] = [await jobOf(technician), await jobOf(technician)];
    const [skipped, elsewhere] = [
      (await addService(technician.client, id)).data.addJobService.id,
      (await addService(technician.client, other)).data.addJobService.id,
    ];
    await moveService(technician.client, 'skipJobService', skipped);
    expect(
      await refused('CONFLICT', () => clockOn(technician.client, id, { jobServiceId: skipped })),
    ).toMatchObject({ reason: 'SERVICE_FINISHED' });
    const answer = await clockOn(technician.client, id, { jobServiceId: elsewhere });
    expect(problemsOf(answer)).toEqual(['jobServiceId: UNKNOWN']);
  });

  it('runs once: a second one is refused with the one that runs', async () => {
    const technician = await alone();
    const [one, two] = [await jobOf(technician), await jobOf(technician)];
    const running = (await clockOn(technician.client, one, { idempotencyKey: `clock on ${one}` })).data
      .startTimeEntry;
    for (const id of [one, two])
      expect(await refused('CONFLICT', () => clockOn(technician.client, id))).toMatchObject({
        reason: 'CLOCK_RUNNING',
        current: { id: running.id, jobCardId: one, startedAt: running.startedAt },
      });
    const again = await clockOn(technician.client, one, { idempotencyKey: `clock on ${one}` });
    expect(again.data.startTimeEntry.id).toBe(running.id);
  });

  it('of fifty that one technician starts at once, on two jobs, one runs', async () => {
    const technician = await alone();
    const jobs = [await jobOf(technician), await jobOf(technician)];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => clockOn(technician.client, jobs[n % 2]!)),
    );
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual([
      ...Array<string>(49).fill('CONFLICT'),
      'done',
    ]);
    for (const { code, errors } of answers)
      if (code)
        expect(errors[0]!.extensions).toMatchObject({
          reason: 'CLOCK_RUNNING',
          current: { id: expect.any(String) },
        });
    expect((await list(technician.client, {})).totalCount).toBe(1);
  });

  it('is by the database, too, the only one that runs', async () => {
    const technician = await alone();
    const id = await jobOf(technician);
    await clockOn(technician.client, id);
    const client = new Client({
      connectionString: roleUrl(graph.databaseUrl, runState().secretKey, 'workshop'),
    });
    await client.connect();
    try {
      await client.query("select set_config('liftbay.organisation', $1, false)", [work.shop.id]);
      const copy = (startedAt: string) =>
        client.query(
          `insert into workshop.time_entry (organisation_id, id, version, created_at, updated_at, technician_id,
             service_centre_id, job_card_id, started_at)
           select organisation_id, gen_random_uuid(), 1, now(), now(), technician_id, service_centre_id, job_card_id, $2
           from workshop.time_entry where technician_id = $1`,
          [technician.id, startedAt],
        );
      await expect(copy(ago(500))).rejects.toThrow(/time_entry_(running|overlap)/);
      for (const statement of [
        'delete from workshop.time_entry',
        "update workshop.time_entry_correction set reason = 'forged'",
        'delete from workshop.time_entry_correction',
      ])
        await expect(client.query(statement)).rejects.toThrow(/permission denied/);
    } finally {
      await client.end();
    }
  });

  it('of a colleague is started and stopped by who works on all jobs, and by no technician', async () => {
    const [technician, colleague] = [await alone(), await alone()];
    const id = await jobOf(technician);
    const answer = await clockOn(technician.client, id, { technicianId: colleague.id });
    expect(problemsOf(answer)).toEqual(['technicianId: NOT_YOURS']);
    const entry = (await clockOn(work.manager.client, id, { technicianId: colleague.id })).data
      .startTimeEntry;
    expect(await list(work.manager.client, { technicianId: colleague.id })).toMatchObject({ totalCount: 1 });
    expect((await clockOff(technician.client, entry.id)).code).toBe('NOT_FOUND');
    expect((await clockOff(work.manager.client, entry.id)).data.stopTimeEntry.endedAt).not.toBeNull();
    const elsewhere = await work.shop.staff('TECHNICIAN', { centres: [work.shop.centres[1]!] });
    expect(problemsOf(await clockOn(work.shop.admin.client, id, { technicianId: elsewhere.id }))).toEqual([
      'technicianId: SERVICE_CENTRE',
    ]);
  });
});
