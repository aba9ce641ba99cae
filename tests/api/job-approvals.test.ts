import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { eventsOf, problemsOf } from './customers.fixtures';
import { openCard, putInState } from './job-cards.fixtures';
import {
  decide,
  done,
  eur,
  IN_PERSON,
  openWorkshop,
  PROPOSAL,
  type Proposal,
  propose,
  proposed,
  servicesOf,
  standing,
  takeOn,
  type Workshop,
  workOf,
} from './jobs.fixtures';

const graph = useGraph();
let work: Workshop;
let technician: GraphClient;
let manager: GraphClient;
beforeAll(async () => {
  work = await openWorkshop(graph);
  technician = work.technician.client;
  manager = work.manager.client;
});

const READ = `query ($id: ID!) { additionalService(id: $id) { id version title reason status jobNumber jobCard { id }
  amount { amount currency } proposedBy { id } services { id name status additionalService { id } }
  lines { name description quantity labourHours pricing taxCategory unitPrice { amount } amount { amount } serviceItem { id } }
  decision { decidedAt means version amount { amount } recordedBy { id } decidedByName note } } }`;

interface Read {
  version: number;
  status: string;
  amount: object;
  jobNumber: string;
  jobCard: { id: string } | null;
  services: { id: string }[];
  decision: Record<string, unknown> | null;
}

const read = async (id: string, client = manager): Promise<Read> =>
  (await client.ask<{ additionalService: Read }>(READ, { id })).additionalService;

const revise = (client: GraphClient, id: string, input: Record<string, unknown>) =>
  client.send<{ updateAdditionalService: Proposal }>(
    `mutation ($id: ID!, $input: UpdateAdditionalServiceInput!) {
      updateAdditionalService(id: $id, input: $input) { ${PROPOSAL} } }`,
    { id, input },
  );

const withdraw = (client: GraphClient, id: string, expectedVersion?: number) =>
  client.send<{ withdrawAdditionalService: Proposal }>(
    `mutation ($id: ID!, $expectedVersion: Int) {
      withdrawAdditionalService(id: $id, expectedVersion: $expectedVersion) { ${PROPOSAL} } }`,
    { id, expectedVersion },
  );

/** Refused with this code, and nothing was changed. */
async function refused<A extends { code: string | undefined; errors: { extensions: object }[] }>(
  code: string,
  ask: () => Promise<A>,
): Promise<A> {
  const before = await workOf(graph, work.shop);
  const answer = await ask();
  expect(answer.code).toBe(code);
  expect(await workOf(graph, work.shop)).toEqual(before);
  return answer;
}

describe('more work', () => {
  it('is proposed with its lines for an amount, and the job waits for the customer', async () => {
    const id = await takeOn(work);
    const proposal = await proposed(technician, id, {
      title: ' Discs and pads ',
      reason: 'Below 2 mm.',
      lines: [
        { name: 'Discs', quantity: '2', unitPrice: eur('60.00'), taxCategory: 'S' },
        {
          name: 'Fitting',
          description: 'Both sides.',
          pricing: 'HOURLY',
          labourHours: '1.5',
          unitPrice: eur('80.00'),
        },
      ],
      amount: eur('300.00'),
    });
    expect(proposal).toMatchObject({ version: 1, status: 'PROPOSED', amount: eur('300.00') });
    const { number } = (
      await manager.ask<{ jobCard: { number: string } }>('query ($id: ID!) { jobCard(id: $id) { number } }', {
        id,
      })
    ).jobCard;
    expect(await read(proposal.id)).toEqual({
      id: proposal.id,
      version: 1,
      title: 'Discs and pads',
      reason: 'Below 2 mm.',
      status: 'PROPOSED',
      jobNumber: number,
      jobCard: { id },
      amount: eur('300.00'),
      proposedBy: { id: work.technician.id },
      services: [],
      lines: [
        {
          name: 'Discs',
          description: null,
          quantity: '2',
          labourHours: null,
          pricing: 'FIXED',
          taxCategory: 'S',
          unitPrice: { amount: '60.00' },
          amount: { amount: '120.00' },
          serviceItem: null,
        },
        {
          name: 'Fitting',
          description: 'Both sides.',
          quantity: '1',
          labourHours: '1.5',
          pricing: 'HOURLY',
          taxCategory: null,
          unitPrice: { amount: '80.00' },
          amount: { amount: '120.00' },
          serviceItem: null,
        },
      ],
      decision: null,
    });
    expect(await standing(technician, id)).toMatchObject({
      status: 'WAITING_APPROVAL',
      waitingFor: ['APPROVAL'],
    });
    expect((await eventsOf(graph, id)).slice(-2)).toEqual(['AdditionalServiceProposed', 'JobCardWaiting']);
  });

  it('comes from the catalogue, and to the sum of its lines where no amount is said', async () => {
    const id = await takeOn(work);
    const { createServiceItem: item } = await work.shop.admin.client.ask<{
      createServiceItem: { id: string };
    }>('mutation ($input: CreateServiceItemInput!) { createServiceItem(input: $input) { id } }', {
      input: { code: 'WIPERS', name: 'Wipers', labourMinutes: 15, price: eur('25.50') },
    });
    const proposal = await proposed(technician, id, {
      lines: [{ serviceItemId: item.id, quantity: '3' }],
    });
    expect(proposal.amount).toEqual(eur('76.50'));
    expect(await read(proposal.id)).toMatchObject({
      lines: [{ name: 'Wipers', labourHours: '0.25', serviceItem: { id: item.id } }],
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['less than its lines', { amount: eur('119.99') }, 'amount.amount: BELOW_LINES'],
    [
      'an amount in another currency',
      { amount: { amount: '500', currency: 'USD' } },
      'amount.currency: OTHER_CURRENCY',
    ],
    ['no price and no amount', { lines: [{ name: 'Something' }] }, 'amount: REQUIRED'],
    ['no lines', { lines: [] }, 'lines: ARRAY_MIN_SIZE'],
    [
      'a line that says nothing',
      { lines: [{ quantity: '2' }], amount: eur('1.00') },
      'lines.0.name: REQUIRED',
    ],
    ['a line without a quantity', { lines: [{ name: 'x', quantity: '0' }] }, 'lines.0.quantity: MATCHES'],
    ['a blank title', { title: ' ' }, 'title: MATCHES'],
  ])('is not proposed for %s', async (_, input, problem) => {
    const id = await takeOn(work);
    const answer = await refused('BAD_INPUT', () => propose(technician, id, input));
    expect(problemsOf(answer)).toEqual([problem]);
  });

  it('is proposed once per key, and not for a job that is over', async () => {
    const id = await takeOn(work);
    const key = { idempotencyKey: `proposal for ${id}` };
    expect((await proposed(technician, id, key)).id).toBe((await proposed(technician, id, key)).id);
    for (const state of ['COMPLETED', 'DELIVERED', 'CANCELLED']) {
      const { id: over } = await openCard(manager, work.visit.vehicleId);
      await putInState(graph, over, state, work.technician.id);
      const { errors } = await refused('CONFLICT', () => propose(manager, over));
      expect(errors[0]!.extensions).toMatchObject({ reason: 'JOB_OVER' });
    }
  });

  it('is only noted before somebody is assigned', async () => {
    const { id } = await openCard(manager, work.visit.vehicleId);
    const proposal = await proposed(manager, id);
    expect(await standing(manager, id)).toMatchObject({ status: 'CREATED', waitingFor: ['APPROVAL'] });
    await decide(manager, proposal, IN_PERSON);
    expect(await standing(manager, id)).toMatchObject({ status: 'CREATED', waitingFor: [] });
    expect(await servicesOf(manager, id)).toMatchObject([{ status: 'PENDING' }]);
  });
});

describe('a proposal that is not decided', () => {
  it('is changed in what is said, and to the sum of its lines when those change', async () => {
    const id = await takeOn(work);
    const { id: proposal } = await proposed(technician, id, { amount: eur('500.00'), reason: 'Worn.' });
    await revise(technician, proposal, { title: ' Other discs ', reason: null });
    expect(await read(proposal)).toMatchObject({
      version: 2,
      title: 'Other discs',
      reason: null,
      amount: eur('500.00'),
    });
    await revise(technician, proposal, { lines: [{ name: 'Pads', unitPrice: eur('44.00') }] });
    expect(await read(proposal)).toMatchObject({
      version: 3,
      amount: eur('44.00'),
      lines: [{ name: 'Pads' }],
    });
    const problems = async (input: Record<string, unknown>) =>
      problemsOf(await refused('BAD_INPUT', () => revise(technician, proposal, input)));
    expect(await problems({ amount: eur('43.99') })).toEqual(['amount.amount: BELOW_LINES']);
    expect(await problems({ title: null })).toEqual(['title: REQUIRED']);
    expect(await problems({ lines: null })).toEqual(['lines: REQUIRED']);
    await refused('CONFLICT', () => revise(technician, proposal, { title: 'Late', expectedVersion: 2 }));
    expect((await eventsOf(graph, id)).filter((name) => name === 'AdditionalServiceRevised')).toHaveLength(2);
  });

  it('is withdrawn, and the job goes on', async () => {
    const id = await takeOn(work);
    const proposal = await proposed(technician, id);
    await refused('CONFLICT', () => withdraw(technician, proposal.id, 7));
    expect((await withdraw(technician, proposal.id, 1)).data.withdrawAdditionalService).toMatchObject({
      version: 2,
      status: 'WITHDRAWN',
    });
    expect(await standing(technician, id)).toMatchObject({ status: 'IN_PROGRESS', waitingFor: [] });
    await refused('INVALID_TRANSITION', () => decide(manager, proposal, IN_PERSON));
    await refused('INVALID_TRANSITION', () => withdraw(technician, proposal.id));
  });
});

describe('to whom', () => {
  it('technicians propose and do not decide, front desk and accountants neither', async () => {
    const id = await takeOn(work);
    const proposal = await proposed(technician, id);
    await refused('FORBIDDEN', () => decide(technician, proposal, IN_PERSON));
    for (const role of ['RECEPTIONIST', 'ACCOUNTANT']) {
      const { client } = await work.shop.staff(role);
      await refused('FORBIDDEN', () => propose(client, id));
      await refused('FORBIDDEN', () => decide(client, proposal, IN_PERSON));
      expect((await read(proposal.id, client)).status).toBe('PROPOSED');
    }
    const advisor = await work.shop.staff('ADVISOR');
    expect((await decide(advisor.client, proposal, IN_PERSON)).code).toBeUndefined();
  });

  it('another service centre and another organisation see and change nothing', async () => {
    const id = await takeOn(work);
    const proposal = await proposed(technician, id);
    const there = await work.shop.staff('MANAGER', { centres: [work.shop.centres[1]!] });
    const stranger = (await graph.shop()).admin;
    for (const { client } of [there, stranger]) {
      expect(await client.ask(READ, { id: proposal.id })).toEqual({ additionalService: null });
      await refused('NOT_FOUND', () => propose(client, id));
      await refused('NOT_FOUND', () => decide(client, proposal, IN_PERSON));
      await refused('NOT_FOUND', () => revise(client, proposal.id, { title: 'Mine' }));
      await refused('NOT_FOUND', () => withdraw(client, proposal.id));
    }
    expect((await done(manager, 'cancelJobCard', id, { reason: 'Enough.' })).status).toBe('CANCELLED');
  });
});
