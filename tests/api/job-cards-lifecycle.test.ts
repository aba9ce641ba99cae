import { Client } from 'pg';
import { roleUrl } from '../../shared/database/roles';
import { defineLifecycle } from '../../shared/lifecycle';
import { jobCardLifecycle } from '../../subgraphs/workshop/jobs/job-card.lifecycle';
import { useGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import type { Member, Shop } from '../harness/shop';
import { eventsOf, problemsOf } from './customers.fixtures';
import {
  arrive,
  assign,
  cancel,
  expectRefusal,
  keptAbout,
  openCard,
  putInState,
  requireInspection,
  UPDATE,
} from './job-cards.fixtures';

/** The table as the domain has it, by hand. */
const TABLE: Record<string, string[]> = {
  CREATED: ['INSPECTED', 'ASSIGNED', 'CANCELLED'],
  INSPECTED: ['ASSIGNED', 'CANCELLED'],
  ASSIGNED: ['IN_PROGRESS', 'WAITING_PARTS', 'WAITING_APPROVAL', 'PAUSED', 'CANCELLED'],
  IN_PROGRESS: ['WAITING_PARTS', 'WAITING_APPROVAL', 'PAUSED', 'COMPLETED', 'CANCELLED'],
  WAITING_PARTS: ['ASSIGNED', 'IN_PROGRESS', 'CANCELLED'],
  WAITING_APPROVAL: ['ASSIGNED', 'IN_PROGRESS', 'CANCELLED'],
  PAUSED: ['ASSIGNED', 'IN_PROGRESS', 'CANCELLED'],
  COMPLETED: ['DELIVERED'],
  DELIVERED: [],
  CANCELLED: [],
};
const STATES = Object.keys(TABLE);
const IN_HAND = ['ASSIGNED', 'IN_PROGRESS', 'WAITING_PARTS', 'WAITING_APPROVAL', 'PAUSED'];

const graph = useGraph();
let shop: Shop;
let manager: Member;
let technicians: [Member, Member];
let vehicleId: string;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  await requireInspection(shop, false);
  manager = await shop.staff('MANAGER');
  technicians = [await shop.staff('TECHNICIAN'), await shop.staff('TECHNICIAN')];
  ({ vehicleId } = await arrive(manager.client));
});

const cardIn = async (state: string): Promise<string> => {
  const { id } = await openCard(manager.client, vehicleId);
  await putInState(graph, id, state, technicians[0].id);
  return id;
};

interface Step {
  fromStatus: string | null;
  toStatus: string;
  reason: string | null;
  changedBy: { id: string } | null;
}
async function read(id: string) {
  const { jobCard } = await manager.client.ask<{
    jobCard: { status: string; technician: { id: string } | null; statusHistory: Step[] };
  }>(
    `query ($id: ID!) { jobCard(id: $id) { status technician { id }
      statusHistory { fromStatus toStatus reason changedBy { id } } } }`,
    { id },
  );
  return jobCard;
}

describe('the table of states', () => {
  it('is the domain’s, and so is the enum in the schema', async () => {
    expect(
      Object.fromEntries(jobCardLifecycle.states.map((s) => [s, [...jobCardLifecycle.next(s)]])),
    ).toEqual(TABLE);
  });

  it('does not load with a state that nobody declared, or that nothing leads to', () => {
    const means = '';
    const load = (states: Record<string, { means: string; next: string[] }>) => () =>
      defineLifecycle({ name: 'Broken', description: '', initial: 'A', states });
    expect(load({ A: { means, next: ['B'] } })).toThrow('Broken: B is not a state.');
    expect(load({ A: { means, next: [] }, B: { means, next: ['A'] } })).toThrow(
      'Broken: nothing leads to B.',
    );
  });
});

describe('assignJobCard', () => {
  it.each(['CREATED', 'INSPECTED'])('takes a card that is %s on to ASSIGNED', async (state) => {
    const id = await cardIn(state);
    const { data } = await assign(manager.client, id, technicians[0]);
    expect(data.assignJobCard).toMatchObject({
      id,
      version: 2,
      status: 'ASSIGNED',
      technician: { id: technicians[0].id },
    });
    expect((await read(id)).statusHistory[0]).toEqual({
      fromStatus: state,
      toStatus: 'ASSIGNED',
      reason: null,
      changedBy: { id: manager.id },
    });
    expect(await eventsOf(graph, id)).toEqual(['JobCardCreated', 'JobCardAssigned']);
  });

  it.each(IN_HAND)(
    'hands a card that is %s over as it stands; to the same again, it does nothing',
    async (state) => {
      const id = await cardIn(state);
      for (let again = 0; again < 2; again += 1) {
        const { data } = await assign(manager.client, id, technicians[1]);
        expect(data.assignJobCard).toMatchObject({ version: 2, status: state });
      }
      const { technician, statusHistory } = await read(id);
      expect(technician).toEqual({ id: technicians[1].id });
      expect(statusHistory).toHaveLength(1);
      expect(await eventsOf(graph, id)).toEqual(['JobCardCreated', 'JobCardAssigned']);
    },
  );

  it.each(['COMPLETED', 'DELIVERED', 'CANCELLED'])('refuses a card that is %s', async (state) => {
    const id = await cardIn(state);
    const before = await keptAbout(graph, shop);
    const answer = await assign(manager.client, id, technicians[1]);
    expectRefusal(answer, 'INVALID_TRANSITION');
    expect(answer.errors[0]?.extensions).toMatchObject({
      from: state,
      to: 'ASSIGNED',
      allowed: TABLE[state],
    });
    expect(await keptAbout(graph, shop)).toEqual(before);
  });

  it('waits for the inspection where the organisation requires one', async () => {
    const strict = await graph.shop();
    const { client } = strict.admin;
    const technician = await strict.staff('TECHNICIAN');
    const serviceCentreId = strict.centres[0];
    const visit = await arrive(client, serviceCentreId);
    await requireInspection(strict, true);
    const { id } = await openCard(client, visit.vehicleId, { serviceCentreId });
    const before = await keptAbout(graph, strict);
    const answer = await assign(client, id, technician);
    expectRefusal(answer, 'INVALID_TRANSITION');
    expect(answer.errors[0]?.extensions).toMatchObject({
      from: 'CREATED',
      to: 'ASSIGNED',
      allowed: ['INSPECTED', 'CANCELLED'],
    });
    expect(await keptAbout(graph, strict)).toEqual(before);
    await putInState(graph, id, 'INSPECTED', technician.id);
    expect((await assign(client, id, technician)).data.assignJobCard.status).toBe('ASSIGNED');
  });

  it('refuses who does not work in the card’s service centre, or not any more, or is not staff', async () => {
    const id = await cardIn('CREATED');
    const elsewhere = await shop.staff('TECHNICIAN', { centres: [shop.centres[1]!] });
    const gone = await shop.staff('TECHNICIAN');
    await shop.admin.client.ask('mutation ($id: ID!) { setUserActive(id: $id, active: false) { id } }', {
      id: gone.id,
    });
    const stranger = await graph.shop().then((other) => other.admin);
    const before = await keptAbout(graph, shop);
    const problems: string[][] = [];
    for (const nobody of [elsewhere, gone, stranger])
      problems.push(problemsOf(await assign(shop.admin.client, id, nobody)));
    expect(problems).toEqual([
      ['technicianId: SERVICE_CENTRE'],
      ['technicianId: UNKNOWN'],
      ['technicianId: UNKNOWN'],
    ]);
    expect(await keptAbout(graph, shop)).toEqual(before);
  });
});

describe('cancelJobCard', () => {
  it.each(STATES.filter((state) => TABLE[state]!.includes('CANCELLED')))(
    'ends a card that is %s',
    async (state) => {
      const id = await cardIn(state);
      const { data } = await cancel(manager.client, id, ' Too dear. ');
      expect(data.cancelJobCard).toMatchObject({ id, version: 2, status: 'CANCELLED' });
      expect((await read(id)).statusHistory[0]).toEqual({
        fromStatus: state,
        toStatus: 'CANCELLED',
        reason: 'Too dear.',
        changedBy: { id: manager.id },
      });
      expect(await eventsOf(graph, id)).toEqual(['JobCardCreated', 'JobCardCancelled']);
    },
  );

  it.each(['COMPLETED', 'DELIVERED', 'CANCELLED'])('refuses a card that is %s', async (state) => {
    const id = await cardIn(state);
    const before = await keptAbout(graph, shop);
    const answer = await cancel(manager.client, id);
    expectRefusal(answer, 'INVALID_TRANSITION');
    expect(answer.errors[0]?.extensions).toMatchObject({
      from: state,
      to: 'CANCELLED',
      allowed: TABLE[state],
    });
    expect(await keptAbout(graph, shop)).toEqual(before);
  });

  it('wants a reason', async () => {
    const id = await cardIn('CREATED');
    const before = await keptAbout(graph, shop);
    for (const reason of ['', ' ', 'x'.repeat(1001)])
      expectRefusal(await cancel(manager.client, id, reason), 'BAD_INPUT');
    expect(await keptAbout(graph, shop)).toEqual(before);
  });
});

describe('any walk', () => {
  /** What a command leads to; null when it is refused. */
  const follows = (state: string, command: string): string | null => {
    if (command === 'cancel') return TABLE[state]!.includes('CANCELLED') ? 'CANCELLED' : null;
    if (IN_HAND.includes(state)) return state;
    return TABLE[state]!.includes('ASSIGNED') ? 'ASSIGNED' : null;
  };

  it('keeps to the table, and its history tells each step once', async () => {
    for (let walk = 0; walk < 30; walk += 1) {
      let state = STATES[walk % STATES.length]!;
      const id = await cardIn(state);
      const steps: string[] = [];
      for (let step = 0; step < 4; step += 1) {
        const command = (walk * 7 + step * 5) % 4 === 3 ? 'cancel' : 'assign';
        const answer =
          command === 'cancel'
            ? await cancel(manager.client, id)
            : await assign(manager.client, id, technicians[(walk + step) % 2]!);
        const next = follows(state, command);
        expect(answer.code).toBe(next === null ? 'INVALID_TRANSITION' : undefined);
        if (next !== null && next !== state) steps.unshift(`${state} → ${next}`);
        state = next ?? state;
      }
      const { status, statusHistory } = await read(id);
      expect(status).toBe(state);
      expect(statusHistory.map((step) => `${step.fromStatus} → ${step.toStatus}`)).toEqual([
        ...steps,
        'null → CREATED',
      ]);
    }
  });

  it('of two at once, one cancellation wins and the other is refused', async () => {
    const id = await cardIn('ASSIGNED');
    const answers = await Promise.all([cancel(manager.client, id), cancel(manager.client, id)]);
    expect(answers.map((answer) => answer.code ?? 'done').sort()).toEqual(['INVALID_TRANSITION', 'done']);
    expect((await read(id)).statusHistory).toHaveLength(2);
  });
});

describe('the history', () => {
  it('cannot be changed or deleted by the program, not even with its own login', async () => {
    const id = await cardIn('CREATED');
    await manager.client.ask(UPDATE, { id, input: { priority: 'LOW' } });
    const url = roleUrl(graph.databaseUrl, runState().secretKey, 'workshop');
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query("select set_config('liftbay.organisation', $1, false)", [shop.id]);
      const { rowCount } = await client.query(
        'select from workshop.job_card_status_change where job_card_id = $1',
        [id],
      );
      expect(rowCount).toBe(1);
      for (const statement of [
        "update workshop.job_card_status_change set reason = 'forged'",
        'delete from workshop.job_card_status_change',
        'truncate workshop.job_card_status_change',
        'delete from workshop.job_card',
      ])
        await expect(client.query(statement)).rejects.toThrow(/permission denied/);
    } finally {
      await client.end();
    }
    expect((await read(id)).statusHistory).toHaveLength(1);
  });
});
