import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { accountOf, auditOf, eventsOf, problemsOf } from './customers.fixtures';
import {
  addService,
  decide,
  eur,
  IN_PERSON,
  moveService,
  openWorkshop,
  PROPOSAL,
  type Proposal,
  proposed,
  servicesOf,
  standing,
  stepsOf,
  takeOn,
  type Workshop,
  workOf,
} from './jobs.fixtures';

const graph = useGraph();
let work: Workshop;
let technician: GraphClient;
let manager: GraphClient;
let customer: Member;
beforeAll(async () => {
  work = await openWorkshop(graph);
  technician = work.technician.client;
  manager = work.manager.client;
  customer = await accountOf(graph, work.shop, work.visit.customerId);
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

describe('an approval', () => {
  it('that staff record becomes services of the job, with who said so, when, by what means, on what', async () => {
    const id = await takeOn(work, { estimatedCost: eur('100.00') });
    const proposal = await proposed(technician, id, {
      lines: [
        { name: 'One', unitPrice: eur('50.00') },
        { name: 'Two', unitPrice: eur('30.00') },
      ],
    });
    const answer = await decide(manager, proposal, {
      means: 'PHONE',
      decidedAt: '2026-11-20T10:00:00Z',
      decidedByName: ' Mrs Verdi ',
      note: ' Called at ten. ',
    });
    expect(answer.data.decideAdditionalService).toMatchObject({ version: 2, status: 'APPROVED' });
    expect(await read(proposal.id)).toMatchObject({
      services: [
        { name: 'One', status: 'PENDING', additionalService: { id: proposal.id } },
        { name: 'Two', status: 'PENDING', additionalService: { id: proposal.id } },
      ],
      decision: {
        decidedAt: '2026-11-20T10:00:00.000Z',
        means: 'PHONE',
        version: 1,
        amount: { amount: '80.00' },
        recordedBy: { id: work.manager.id },
        decidedByName: 'Mrs Verdi',
        note: 'Called at ten.',
      },
    });
    const { jobCard } = await manager.ask<{ jobCard: object }>(
      'query ($id: ID!) { jobCard(id: $id) { status estimatedCost { amount } services { name } } }',
      { id },
    );
    expect(jobCard).toEqual({
      status: 'IN_PROGRESS',
      estimatedCost: { amount: '180.00' },
      services: [{ name: 'One' }, { name: 'Two' }],
    });
    expect((await eventsOf(graph, id)).slice(-4)).toEqual([
      'AdditionalServiceDecided',
      'JobServiceAdded',
      'JobServiceAdded',
      'JobCardResumed',
    ]);
    const [stored] = await graph.sql<{ decided_by_name: string }>(
      'select decided_by_name from workshop.additional_service where id = $1',
      [proposal.id],
    );
    expect(stored!.decided_by_name).not.toContain('Verdi');
    expect((await auditOf(graph, proposal.id)).map(({ action }) => action)).toEqual(['create', 'decide']);
  });

  it('is given or refused by the customer with their own account, and by nobody else’s', async () => {
    const id = await takeOn(work);
    const [yes, no] = [await proposed(technician, id), await proposed(technician, id)];
    const { createCustomer: somebody } = await manager.ask<{ createCustomer: { id: string } }>(
      'mutation { createCustomer(input: { lastName: "Else" }) { id } }',
    );
    const other = await accountOf(graph, work.shop, somebody.id);
    await refused('NOT_FOUND', () => decide(other.client, yes));
    await decide(customer.client, yes);
    expect(await standing(technician, id)).toMatchObject({ status: 'WAITING_APPROVAL' });
    await decide(customer.client, no, { decision: 'DECLINE', note: 'Too dear.' });
    expect(await standing(technician, id)).toMatchObject({ status: 'IN_PROGRESS' });
    expect((await read(yes.id)).decision).toMatchObject({
      means: 'ACCOUNT',
      recordedBy: { id: customer.id },
      decidedByName: null,
    });
    expect(await read(no.id)).toMatchObject({
      status: 'DECLINED',
      services: [],
      decision: { note: 'Too dear.' },
    });
    expect(await servicesOf(manager, id)).toHaveLength(1);
  });

  it.each(['means', 'decidedAt', 'decidedByName'])(
    'of a customer says nothing of %s, which is for staff to say',
    async (field) => {
      const id = await takeOn(work);
      const proposal = await proposed(technician, id);
      const values: Record<string, unknown> = {
        means: 'PHONE',
        decidedAt: '2026-11-20T10:00:00Z',
        decidedByName: 'Me',
      };
      const answer = await refused('BAD_INPUT', () =>
        decide(customer.client, proposal, { [field]: values[field] }),
      );
      expect(problemsOf(answer)).toEqual([`${field}: STAFF_ONLY`]);
    },
  );

  it('that staff record says how they know, and neither that it was a link nor in the future', async () => {
    const id = await takeOn(work);
    const proposal = await proposed(technician, id);
    const problems = async (input: Record<string, unknown>) =>
      problemsOf(await refused('BAD_INPUT', () => decide(manager, proposal, input)));
    expect(await problems({})).toEqual(['means: REQUIRED']);
    expect(await problems({ means: 'LINK' })).toEqual(['means: NOT_THEIRS']);
    expect(await problems({ means: 'ACCOUNT' })).toEqual(['means: NOT_THEIRS']);
    expect(await problems({ means: 'PHONE', decidedAt: '2999-01-01T00:00:00Z' })).toEqual([
      'decidedAt: IN_FUTURE',
    ]);
  });

  it('is of the version and the amount that were seen: of anything else it is a conflict with what there is', async () => {
    const id = await takeOn(work);
    const seen = await proposed(technician, id);
    const { data } = await revise(technician, seen.id, { amount: eur('150.00') });
    const now = data.updateAdditionalService;
    expect(now).toMatchObject({ version: 2, status: 'PROPOSED', amount: eur('150.00') });
    const current = {
      id: seen.id,
      version: 2,
      status: 'PROPOSED',
      amount: { amount: '150.00', currency: 'EUR', minorUnits: 15_000 },
    };
    for (const stale of [
      seen,
      { ...now, amount: seen.amount },
      { ...now, version: 1 },
      { ...now, amount: { amount: '150.00', currency: 'USD' } },
    ])
      for (const decision of ['APPROVE', 'DECLINE']) {
        const { errors } = await refused('CONFLICT', () =>
          decide(manager, stale, { decision, ...IN_PERSON }),
        );
        expect(errors[0]!.extensions).toMatchObject({ reason: 'CHANGED', current });
      }
    expect((await decide(manager, now, IN_PERSON)).data.decideAdditionalService.status).toBe('APPROVED');
  });

  it('is given once: what is decided is not decided again, changed or taken back', async () => {
    const id = await takeOn(work);
    const proposal = await proposed(technician, id);
    await decide(manager, proposal, { ...IN_PERSON, idempotencyKey: `decides ${proposal.id}` });
    const again = await decide(manager, proposal, { ...IN_PERSON, idempotencyKey: `decides ${proposal.id}` });
    expect(again.data.decideAdditionalService).toMatchObject({ id: proposal.id, status: 'APPROVED' });
    const now = { ...proposal, version: 2 };
    for (const ask of [
      () => decide(manager, now, IN_PERSON),
      () => decide(manager, now, { decision: 'DECLINE', ...IN_PERSON }),
      () => revise(technician, proposal.id, { title: 'Dearer' }),
      () => withdraw(technician, proposal.id),
    ]) {
      const { errors } = await refused('INVALID_TRANSITION', ask as () => ReturnType<typeof decide>);
      expect(errors[0]!.extensions).toMatchObject({ from: 'APPROVED', allowed: [] });
    }
  });

  it('of fifty at once that approve and decline, one counts, and all of it', async () => {
    const id = await takeOn(work);
    const proposal = await proposed(technician, id);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => {
        const decision = n % 2 ? 'APPROVE' : 'DECLINE';
        return n % 3
          ? decide(customer.client, proposal, { decision })
          : decide(manager, proposal, { decision, ...IN_PERSON });
      }),
    );
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual([
      ...Array<string>(49).fill('INVALID_TRANSITION'),
      'done',
    ]);
    const winner = answers.find(({ code }) => code === undefined)!.data.decideAdditionalService;
    const after = await read(proposal.id);
    expect(after).toMatchObject({ version: 2, status: winner.status });
    expect(after.services).toHaveLength(winner.status === 'APPROVED' ? 1 : 0);
    expect((await eventsOf(graph, id)).filter((name) => name === 'AdditionalServiceDecided')).toHaveLength(1);
    expect((await stepsOf(manager, id)).slice(-2)).toEqual([
      'IN_PROGRESS → WAITING_APPROVAL',
      'WAITING_APPROVAL → IN_PROGRESS',
    ]);
  });

  it('beside a change at once is either of what was seen or a conflict', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await takeOn(work);
      const proposal = await proposed(technician, id);
      const [decision, revision] = await Promise.all([
        decide(manager, proposal, IN_PERSON),
        revise(technician, proposal.id, { amount: eur('999.00') }),
      ]);
      const after = await read(proposal.id);
      if (decision.code === undefined) {
        expect(revision.code).toBe('INVALID_TRANSITION');
        expect(after).toMatchObject({
          amount: eur('120.00'),
          decision: { version: 1, amount: { amount: '120.00' } },
        });
      } else {
        expect([decision.code, revision.code]).toEqual(['CONFLICT', undefined]);
        expect(after).toMatchObject({ status: 'PROPOSED', amount: eur('999.00'), services: [] });
      }
    }
  });

  it('covers what it was for: more money needs another one', async () => {
    const id = await takeOn(work);
    const proposal = await proposed(technician, id, {
      lines: [
        { name: 'One', unitPrice: eur('60.00') },
        { name: 'Two', unitPrice: eur('40.00') },
      ],
      amount: eur('110.00'),
    });
    await decide(manager, proposal, IN_PERSON);
    const [one, two] = await servicesOf(manager, id);
    const price = (service: string, amount: string) =>
      manager.send(
        'mutation ($id: ID!, $price: MoneyInput) { updateJobService(id: $id, input: { unitPrice: $price }) { id } }',
        {
          id: service,
          price: eur(amount),
        },
      );
    const { errors } = await refused('CONFLICT', () => price(one!.id, '70.01'));
    expect(errors[0]!.extensions).toMatchObject({ reason: 'NEEDS_APPROVAL' });
    expect((await price(one!.id, '70.00')).code).toBeUndefined();
    await moveService(technician, 'skipJobService', two!.id);
    expect((await price(one!.id, '110.00')).code).toBeUndefined();
    await refused('CONFLICT', () => price(one!.id, '110.01'));
    await refused('CONFLICT', () =>
      manager.send('mutation ($id: ID!) { removeJobService(id: $id) { id } }', { id: one!.id }),
    );
    const { data } = await addService(technician, id, { name: 'Not of it', unitPrice: eur('500.00') });
    expect(data.addJobService.status).toBe('PENDING');
  });
});
