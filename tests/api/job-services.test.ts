import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { accountOf, eventsOf, problemsOf } from './customers.fixtures';
import { openCard, putInState } from './job-cards.fixtures';
import {
  addService,
  clockOn,
  done,
  eur,
  moveService,
  openWorkshop,
  takeOn,
  type Workshop,
  workOf,
} from './jobs.fixtures';

const graph = useGraph();
let work: Workshop;
let technician: GraphClient;
beforeAll(async () => {
  work = await openWorkshop(graph);
  technician = work.technician.client;
});

const FULL = `id version name description quantity labourHours pricing unitPrice { amount currency }
  amount { minorUnits currency } taxCategory status skipReason startedAt finishedAt finishedBy { id }
  serviceItem { id code } additionalService { id } clockedHours`;

async function read(id: string, client = work.manager.client) {
  const { jobCard } = await client.ask<{ jobCard: { services: Record<string, unknown>[] } }>(
    `query ($id: ID!) { jobCard(id: $id) { services { ${FULL} } } }`,
    { id },
  );
  return jobCard.services;
}

const change = (client: GraphClient, id: string, input: Record<string, unknown>) =>
  client.send<{ updateJobService: { version: number; amount: { minorUnits: number } | null } }>(
    `mutation ($id: ID!, $input: UpdateJobServiceInput!) { updateJobService(id: $id, input: $input) {
      version amount { minorUnits } } }`,
    { id, input },
  );

const remove = (client: GraphClient, id: string, expectedVersion?: number) =>
  client.send<{ removeJobService: { id: string; services: { id: string }[] } }>(
    `mutation ($id: ID!, $expectedVersion: Int) { removeJobService(id: $id, expectedVersion: $expectedVersion) {
      id services { id } } }`,
    { id, expectedVersion },
  );

const added = async (id: string, input: Record<string, unknown> = {}, client = technician) =>
  (await addService(client, id, input)).data.addJobService;

describe('the life of a service', () => {
  it('goes from pending over being done to done, with who and when, and each step is told', async () => {
    const id = await takeOn(work);
    const service = await added(id);
    const { id: clock } = (await clockOn(technician, id, { jobServiceId: service.id })).data.startTimeEntry;
    expect((await moveService(technician, 'startJobService', service.id)).data.startJobService).toMatchObject(
      {
        version: 2,
        status: 'IN_PROGRESS',
      },
    );
    await graph.sql(
      "update workshop.time_entry set started_at = now() - interval '90 minutes' where id = $1",
      [clock],
    );
    await moveService(technician, 'completeJobService', service.id);
    expect(await read(id)).toMatchObject([
      {
        status: 'COMPLETED',
        startedAt: expect.any(String),
        finishedAt: expect.any(String),
        finishedBy: { id: work.technician.id },
        clockedHours: '1.5',
      },
    ]);
    const { jobCard } = await technician.ask<{ jobCard: object }>(
      'query ($id: ID!) { jobCard(id: $id) { clockedHours timeEntries { endedAt jobService { id } } } }',
      { id },
    );
    expect(jobCard).toEqual({
      clockedHours: '1.5',
      timeEntries: [{ endedAt: expect.any(String), jobService: { id: service.id } }],
    });
    expect((await eventsOf(graph, id)).slice(3)).toEqual([
      'JobServiceAdded',
      'TimeEntryStarted',
      'JobServiceStarted',
      'TimeEntryStopped',
      'JobServiceCompleted',
    ]);
  });

  it('ends with a reason when it is skipped, begun or not', async () => {
    const id = await takeOn(work);
    const [one, two] = [await added(id), await added(id)];
    await moveService(technician, 'startJobService', two.id);
    for (const { id: service } of [one, two])
      await moveService(technician, 'skipJobService', service, { reason: ' Not needed. ' });
    expect(await read(id)).toMatchObject([
      {
        status: 'SKIPPED',
        skipReason: 'Not needed.',
        startedAt: null,
        finishedBy: { id: work.technician.id },
      },
      { status: 'SKIPPED', skipReason: 'Not needed.', startedAt: expect.any(String) },
    ]);
    const third = await added(id);
    for (const reason of ['', ' '])
      expect((await moveService(technician, 'skipJobService', third.id, { reason })).code).toBe('BAD_INPUT');
  });

  it('keeps to its table', async () => {
    const table: Record<string, Record<string, string>> = {
      PENDING: { startJobService: 'IN_PROGRESS', skipJobService: 'SKIPPED' },
      IN_PROGRESS: { completeJobService: 'COMPLETED', skipJobService: 'SKIPPED' },
      COMPLETED: {},
      SKIPPED: {},
    };
    const id = await takeOn(work);
    const inState = async (state: string) => {
      const service = await added(id);
      if (state !== 'PENDING' && state !== 'SKIPPED')
        await moveService(technician, 'startJobService', service.id);
      if (state === 'COMPLETED') await moveService(technician, 'completeJobService', service.id);
      if (state === 'SKIPPED') await moveService(technician, 'skipJobService', service.id);
      return service.id;
    };
    for (const [state, next] of Object.entries(table))
      for (const command of ['startJobService', 'completeJobService', 'skipJobService']) {
        const service = await inState(state);
        const before = await workOf(graph, work.shop);
        const answer = await moveService(technician, command, service);
        if (next[command]) expect(answer.data[command]!.status).toBe(next[command]);
        else {
          expect(answer.errors[0]!.extensions).toMatchObject({
            code: 'INVALID_TRANSITION',
            from: state,
            allowed: Object.values(next),
          });
          expect(await workOf(graph, work.shop)).toEqual(before);
        }
      }
  });

  it.each([
    ['CREATED', 'JOB_NOT_BEGUN'],
    ['ASSIGNED', 'JOB_NOT_BEGUN'],
    ['PAUSED', 'JOB_NOT_BEGUN'],
    ['COMPLETED', 'JOB_OVER'],
    ['CANCELLED', 'JOB_OVER'],
  ])('does not begin while its job is %s', async (state, reason) => {
    const { id } = await openCard(work.manager.client, work.visit.vehicleId);
    const service = await added(id, {}, work.manager.client);
    await putInState(graph, id, state, work.technician.id);
    const before = await workOf(graph, work.shop);
    const answer = await moveService(work.manager.client, 'startJobService', service.id);
    expect(answer.errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason });
    expect(await workOf(graph, work.shop)).toEqual(before);
  });

  it.each(['WAITING_PARTS', 'WAITING_APPROVAL'])('goes on while something else is %s', async (state) => {
    const id = await takeOn(work);
    const service = await added(id);
    await putInState(graph, id, state, work.technician.id);
    await moveService(technician, 'startJobService', service.id);
    const { data } = await moveService(technician, 'completeJobService', service.id);
    expect(data.completeJobService!.status).toBe('COMPLETED');
  });

  it('of fifty that finish it at once, one does', async () => {
    const id = await takeOn(work);
    const service = await added(id);
    await moveService(technician, 'startJobService', service.id);
    const commands = Array.from({ length: 50 }, (_, n) => (n % 2 ? 'completeJobService' : 'skipJobService'));
    const answers = await Promise.all(
      commands.map((command) => moveService(technician, command, service.id)),
    );
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual([
      ...Array<string>(49).fill('INVALID_TRANSITION'),
      'done',
    ]);
    expect((await read(id))[0]).toMatchObject({ version: 3 });
  });

  it('is refused to who saw another version', async () => {
    const id = await takeOn(work);
    const service = await added(id);
    const stale = { expectedVersion: 9 };
    const before = await workOf(graph, work.shop);
    for (const answer of [
      await moveService(technician, 'startJobService', service.id, stale),
      await moveService(technician, 'skipJobService', service.id, stale),
      await change(technician, service.id, { name: 'Other', ...stale }),
      await remove(technician, service.id, 9),
    ])
      expect(answer.code).toBe('CONFLICT');
    expect(await workOf(graph, work.shop)).toEqual(before);
  });
});

describe('changing and removing', () => {
  it('changes what is said, leaves the rest, and clears by null', async () => {
    const id = await takeOn(work);
    const service = await added(id, {
      description: 'Both.',
      labourHours: '2',
      unitPrice: eur('50.00'),
      taxCategory: 'S',
    });
    const hourly = await change(technician, service.id, { name: ' Pads ', quantity: '2', pricing: 'HOURLY' });
    expect(hourly.data.updateJobService).toEqual({ version: 2, amount: { minorUnits: 20_000 } });
    await change(technician, service.id, {
      description: null,
      taxCategory: null,
      unitPrice: null,
      pricing: 'FIXED',
      labourHours: null,
    });
    expect(await read(id)).toMatchObject([
      {
        name: 'Pads',
        quantity: '2',
        description: null,
        taxCategory: null,
        unitPrice: null,
        amount: null,
        labourHours: null,
      },
    ]);
    const before = await workOf(graph, work.shop);
    expect(problemsOf(await change(technician, service.id, { name: null }))).toEqual(['name: REQUIRED']);
    expect(problemsOf(await change(technician, service.id, { quantity: null }))).toEqual([
      'quantity: REQUIRED',
    ]);
    expect(problemsOf(await change(technician, service.id, { pricing: 'HOURLY' }))).toEqual([
      'labourHours: REQUIRED',
    ]);
    expect(await workOf(graph, work.shop)).toEqual(before);
  });

  it('does not reach what was skipped, or a job that is over', async () => {
    const id = await takeOn(work);
    const [skipped, finished] = [await added(id), await added(id)];
    await moveService(technician, 'skipJobService', skipped.id);
    await moveService(technician, 'startJobService', finished.id);
    await moveService(technician, 'completeJobService', finished.id);
    const refusal = await change(technician, skipped.id, { name: 'Other' });
    expect(refusal.errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'SERVICE_FINISHED' });
    expect((await change(technician, finished.id, { name: 'Other' })).code).toBeUndefined();
    await done(technician, 'completeJobCard', id);
    expect((await change(technician, finished.id, { name: 'Late' })).errors[0]!.extensions).toMatchObject({
      code: 'CONFLICT',
      reason: 'JOB_OVER',
    });
  });

  it('takes off what nobody has touched, and nothing else', async () => {
    const id = await takeOn(work);
    const [pending, begun, clocked] = [await added(id), await added(id), await added(id)];
    await moveService(technician, 'startJobService', begun.id);
    await clockOn(technician, id, { jobServiceId: clocked.id });
    const { data } = await remove(technician, pending.id);
    expect(data.removeJobService).toEqual({ id, services: [{ id: begun.id }, { id: clocked.id }] });
    const before = await workOf(graph, work.shop);
    for (const { id: service } of [begun, clocked])
      expect((await remove(technician, service)).errors[0]!.extensions).toMatchObject({
        code: 'CONFLICT',
        reason: 'SERVICE_TOUCHED',
      });
    expect((await remove(technician, pending.id)).code).toBe('NOT_FOUND');
    expect(await workOf(graph, work.shop)).toEqual(before);
  });
});

it('services are seen with their card: by its customer without the clocks, by no other centre', async () => {
  const id = await takeOn(work);
  const service = await added(id);
  const customer = await accountOf(graph, work.shop, work.visit.customerId);
  await work.manager.client.ask(
    'mutation ($id: ID!) { updateJobCard(id: $id, input: { technicianNotes: "Careless." }) { id } }',
    { id },
  );
  const { data, errors } = await customer.client.send<{ jobCard: object }>(
    'query ($id: ID!) { jobCard(id: $id) { technicianNotes clockedHours timeEntries { id } services { id name clockedHours } } }',
    { id },
  );
  expect(data.jobCard).toEqual({
    technicianNotes: null,
    clockedHours: null,
    timeEntries: null,
    services: [{ id: service.id, name: 'Brake pads', clockedHours: null }],
  });
  expect(errors.map(({ extensions }) => extensions.permission)).toEqual(Array(3).fill('time:read'));
  const there = await work.shop.staff('MANAGER', { centres: [work.shop.centres[1]!] });
  const before = await workOf(graph, work.shop);
  expect((await addService(there.client, id)).code).toBe('NOT_FOUND');
  for (const command of ['startJobService', 'completeJobService', 'skipJobService'])
    expect((await moveService(there.client, command, service.id)).code).toBe('NOT_FOUND');
  expect((await change(there.client, service.id, { name: 'Mine' })).code).toBe('NOT_FOUND');
  expect((await remove(there.client, service.id)).code).toBe('NOT_FOUND');
  expect((await moveService(customer.client, 'startJobService', service.id)).code).toBe('FORBIDDEN');
  expect(await workOf(graph, work.shop)).toEqual(before);
});
