import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { accountOf, problemsOf } from './customers.fixtures';
import { assign, openCard, putInState } from './job-cards.fixtures';
import { clockOff, clockOn, openWorkshop, type Workshop, workOf } from './jobs.fixtures';

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

interface Corrected {
  version: number;
  startedAt: string;
  endedAt: string | null;
  corrections: Record<string, unknown>[];
}

const correct = (client: GraphClient, id: string, input: Record<string, unknown>) =>
  client.send<{ correctTimeEntry: Corrected }>(
    `mutation ($id: ID!, $input: CorrectTimeEntryInput!) { correctTimeEntry(id: $id, input: $input) {
      version startedAt endedAt corrections { fromStartedAt fromEndedAt toStartedAt toEndedAt reason createdAt
        correctedBy { id } } } }`,
    { id, input: { reason: 'Forgotten.', ...input } },
  );

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** Worked from so many minutes ago until so many minutes ago. */
async function worked(technician: Member, jobCardId: string, from: number, until: number): Promise<string> {
  const { id } = (await clockOn(technician.client, jobCardId)).data.startTimeEntry;
  await clockOff(technician.client, id);
  await graph.sql('update workshop.time_entry set started_at = $2, ended_at = $3 where id = $1', [
    id,
    ago(from),
    ago(until),
  ]);
  return id;
}

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

describe('a correction', () => {
  it('says what is right, keeps what stood there before, and may stop what runs', async () => {
    const technician = await alone();
    const id = await jobOf(technician);
    const { id: entry, startedAt } = (await clockOn(technician.client, id)).data.startTimeEntry;
    const earlier = ago(120);
    const first = await correct(work.manager.client, entry, { startedAt: earlier });
    expect(first.data.correctTimeEntry).toMatchObject({ version: 2, startedAt: earlier, endedAt: null });
    const end = ago(30);
    const { correctTimeEntry } = (
      await correct(work.manager.client, entry, { endedAt: end, reason: ' Went home. ', expectedVersion: 2 })
    ).data;
    expect(correctTimeEntry).toEqual({
      version: 3,
      startedAt: earlier,
      endedAt: end,
      corrections: [
        {
          fromStartedAt: earlier,
          fromEndedAt: null,
          toStartedAt: earlier,
          toEndedAt: end,
          reason: 'Went home.',
          createdAt: expect.any(String),
          correctedBy: { id: work.manager.id },
        },
        expect.objectContaining({
          fromStartedAt: startedAt,
          fromEndedAt: null,
          toStartedAt: earlier,
          toEndedAt: null,
        }),
      ],
    });
    expect((await clockOn(technician.client, id)).code).toBeUndefined();
    const again = await correct(work.manager.client, entry, { endedAt: ago(20) });
    expect(again.data.correctTimeEntry.corrections[0]).toMatchObject({ fromEndedAt: end });
  });

  it('is refused when it is of the future, backwards, of nothing, without a reason or of another version', async () => {
    const technician = await alone();
    const id = await jobOf(technician);
    const entry = await worked(technician, id, 60, 30);
    const problems = async (input: Record<string, unknown>) => {
      const before = await workOf(graph, work.shop);
      const answer = await correct(work.manager.client, entry, input);
      expect(await workOf(graph, work.shop)).toEqual(before);
      return problemsOf(answer);
    };
    expect(await problems({ endedAt: ago(-5) })).toEqual(['endedAt: IN_FUTURE']);
    expect(await problems({ startedAt: ago(-5) })).toEqual(['startedAt: IN_FUTURE', 'endedAt: ORDER']);
    expect(await problems({ startedAt: ago(10) })).toEqual(['endedAt: ORDER']);
    expect(await problems({})).toEqual(['input: NOTHING']);
    expect(await problems({ endedAt: ago(20), reason: ' ' })).toEqual(['reason: MATCHES']);
    await refused('CONFLICT', () =>
      correct(work.manager.client, entry, { endedAt: ago(20), expectedVersion: 7 }),
    );
  });

  it('makes nothing overlap that somebody worked', async () => {
    const technician = await alone();
    const id = await jobOf(technician);
    const [first, second] = [await worked(technician, id, 120, 90), await worked(technician, id, 60, 30)];
    expect(
      await refused('CONFLICT', () => correct(work.manager.client, first, { endedAt: ago(45) })),
    ).toMatchObject({
      reason: 'OVERLAP',
    });
    const [{ started_at } = { started_at: new Date() }] = await graph.sql<{ started_at: Date }>(
      'select started_at from workshop.time_entry where id = $1',
      [second],
    );
    const meets = await correct(work.manager.client, first, { endedAt: started_at.toISOString() });
    expect(meets.data.correctTimeEntry.endedAt).toBe(started_at.toISOString());
  });

  it('is a manager’s, not a technician’s own or an advisor’s', async () => {
    const technician = await alone();
    const entry = await worked(technician, await jobOf(technician), 60, 30);
    const advisor = await work.shop.staff('ADVISOR');
    for (const { client } of [technician, advisor])
      await refused('FORBIDDEN', () => correct(client, entry, { endedAt: ago(20) }));
    const there = await work.shop.staff('MANAGER', { centres: [work.shop.centres[1]!] });
    const stranger = (await graph.shop()).admin;
    for (const { client } of [there, stranger]) {
      await refused('NOT_FOUND', () => correct(client, entry, { endedAt: ago(20) }));
      await refused('NOT_FOUND', () => clockOff(client, entry));
      expect((await list(client, {})).totalCount).toBe(0);
    }
  });
});

describe('timeEntries', () => {
  it('are found by technician, job, centre, time and whether they run, in pages', async () => {
    const technician = await alone();
    const [one, two] = [await jobOf(technician), await jobOf(technician)];
    const entries = [
      await worked(technician, one, 300, 240),
      await worked(technician, two, 200, 180),
      await worked(technician, one, 100, 90),
    ];
    const own = { technicianId: technician.id };
    const ids = async (filter: object, more: object = {}) =>
      (await list(work.manager.client, { ...own, ...filter }, more)).nodes.map(({ id }) => id);
    expect(await ids({})).toEqual([...entries].reverse());
    expect(await ids({}, { orderBy: 'OLDEST' })).toEqual(entries);
    expect(await ids({ jobCardId: one })).toEqual([entries[2], entries[0]]);
    expect(await ids({ from: ago(220) })).toEqual([entries[2], entries[1]]);
    expect(await ids({ to: ago(150) })).toEqual([entries[1], entries[0]]);
    expect(await ids({ serviceCentreId: work.shop.centres[0] })).toHaveLength(3);
    expect(await ids({ serviceCentreId: work.shop.centres[1] })).toEqual([]);
    const walked: unknown[] = [];
    let after: string | null = null;
    do {
      const page: Listed = await list(work.manager.client, own, { first: 1, after });
      walked.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(walked).toEqual([...entries].reverse());
  });

  it('are seen by technicians as far as they are their own, by customers not at all', async () => {
    const [technician, colleague] = [await alone(), await alone()];
    const id = await jobOf(technician);
    await worked(technician, id, 60, 30);
    expect((await list(colleague.client, {})).totalCount).toBe(0);
    expect((await list(colleague.client, { technicianId: technician.id })).totalCount).toBe(0);
    const customer = await accountOf(graph, work.shop, work.visit.customerId);
    expect((await customer.client.send(LIST, { filter: {}, orderBy: 'NEWEST' })).code).toBe('FORBIDDEN');
    expect((await clockOn(customer.client, id)).code).toBe('FORBIDDEN');
  });
});
