import { Client } from 'pg';
import { roleUrl } from '../../shared/database/roles';
import { complaintLifecycle } from '../../subgraphs/customer/care/complaint.lifecycle';
import type { GraphAnswer } from '../harness/client';
import { useGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import type { Member, Shop } from '../harness/shop';
import { complain, jobDone, type Numbered, oneOf } from './care.fixtures';
import { accountOf, createCustomer, eventsOf, problemsOf } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let technician: Member;
let customerId: string;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
  technician = await shop.staff('TECHNICIAN');
  customerId = (await createCustomer(manager.client)).id;
});

const FIELDS = `id version number status category priority description dueAt overdue resolution resolvedAt closedAt
  customerSatisfaction customer { id } serviceCentre { id } jobCard { id } feedback { id } assignee { id } resolvedBy { id }
  statusHistory { fromStatus toStatus reason changedBy { id } }`;
const READ = `query ($id: ID!) { complaint(id: $id) { ${FIELDS} } }`;

interface Complaint extends Numbered {
  resolution: string | null;
  dueAt: string;
  overdue: boolean;
  statusHistory: {
    fromStatus: string | null;
    toStatus: string;
    reason: string | null;
    changedBy: { id: string } | null;
  }[];
}
const read = (id: string, by = manager): Promise<Complaint> => oneOf(by.client, READ, { id });

const register = async (input: object = {}): Promise<Numbered> =>
  (await complain(manager.client, { customerId, ...input })).data.createComplaint;

type Move = (id: string, by?: Member) => Promise<GraphAnswer<unknown>>;
const command =
  (field: string, more = '', admin = false): Move =>
  (id, by = admin ? shop.admin : manager) =>
    by.client.send(`mutation ($id: ID!) { ${field}(id: $id${more}) { id status version } }`, { id });
const give = (id: string, to: Member, by = manager) =>
  by.client.send(
    'mutation ($id: ID!, $to: ID!) { assignComplaint(id: $id, assigneeId: $to) { id status version } }',
    {
      id,
      to: to.id,
    },
  );

/** Each command, the state that it leads to, and the states from which it does. */
const MOVES: Record<string, { move: Move; to: string; from: string[] }> = {
  assign: { move: (id, by) => give(id, technician, by), to: 'ASSIGNED', from: ['NEW', 'ESCALATED'] },
  investigate: { move: command('investigateComplaint'), to: 'INVESTIGATING', from: ['ASSIGNED'] },
  propose: {
    move: command('proposeComplaintResolution', ', resolution: " A new tyre. "'),
    to: 'PROPOSED',
    from: ['INVESTIGATING'],
  },
  approve: { move: command('approveComplaintResolution', '', true), to: 'RESOLVED', from: ['PROPOSED'] },
  reject: {
    move: command('rejectComplaintResolution', ', reason: "Too little."', true),
    to: 'INVESTIGATING',
    from: ['PROPOSED'],
  },
  escalate: {
    move: command('escalateComplaint', ', reason: " They called a lawyer. "'),
    to: 'ESCALATED',
    from: ['NEW', 'ASSIGNED', 'INVESTIGATING', 'PROPOSED'],
  },
  close: { move: command('closeComplaint', ', customerSatisfaction: 4'), to: 'CLOSED', from: ['RESOLVED'] },
};
/** How one comes to a state from the beginning. */
const WAY: Record<string, string[]> = {
  NEW: [],
  ASSIGNED: ['assign'],
  INVESTIGATING: ['assign', 'investigate'],
  PROPOSED: ['assign', 'investigate', 'propose'],
  RESOLVED: ['assign', 'investigate', 'propose', 'approve'],
  CLOSED: ['assign', 'investigate', 'propose', 'approve', 'close'],
  ESCALATED: ['escalate'],
};

async function complaintIn(state: string, input: object = {}): Promise<string> {
  const { id } = await register(input);
  for (const step of WAY[state]!) expect((await MOVES[step]!.move(id)).code).toBeUndefined();
  expect((await read(id)).status).toBe(state);
  return id;
}

async function kept(): Promise<unknown> {
  const [row] = await graph.sql(
    `select (select json_agg(c order by id) from customer.complaint c where organisation_id = $1) as complaints,
      (select count(*)::int from customer.complaint_status_change where organisation_id = $1) as steps,
      (select count(*)::int from platform.event where organisation_id = $1
         and subject_type <> 'Notification') as events,
      (select json_agg(n order by kind, scope_id) from platform.number_series n where organisation_id = $1) as numbers`,
    [shop.id],
  );
  return row;
}

describe('the table of states', () => {
  it('is the domain’s', () => {
    expect(
      Object.fromEntries(complaintLifecycle.states.map((s) => [s, [...complaintLifecycle.next(s)]])),
    ).toEqual({
      NEW: ['ASSIGNED', 'ESCALATED'],
      ASSIGNED: ['INVESTIGATING', 'ESCALATED'],
      INVESTIGATING: ['PROPOSED', 'ESCALATED'],
      PROPOSED: ['RESOLVED', 'INVESTIGATING', 'ESCALATED'],
      RESOLVED: ['CLOSED'],
      CLOSED: [],
      ESCALATED: ['ASSIGNED'],
    });
  });

  it.each(Object.keys(WAY))(
    'is walked from %s by every command: where it may, and nowhere else',
    async (state) => {
      for (const [name, { move, to, from }] of Object.entries(MOVES)) {
        if (name === 'assign' && !from.includes(state) && !['RESOLVED', 'CLOSED'].includes(state)) continue;
        const id = await complaintIn(state);
        const before = await read(id);
        const answer = await move(id);
        if (from.includes(state)) {
          expect([name, answer.code]).toEqual([name, undefined]);
          expect(Object.values(answer.data as object)).toEqual([
            { id, status: to, version: expect.any(Number) },
          ]);
          const { status, statusHistory } = await read(id);
          expect(status).toBe(to);
          expect(statusHistory).toHaveLength(before.statusHistory.length + 1);
          expect(statusHistory[0]).toMatchObject({ fromStatus: state, toStatus: to });
        } else {
          expect([name, answer.code]).toEqual([name, 'INVALID_TRANSITION']);
          expect(answer.errors[0]?.extensions).toMatchObject({ from: state, to });
          expect(await read(id)).toEqual(before);
        }
      }
    },
  );

  it('tells the whole life of one: who, when, why', async () => {
    const id = await complaintIn('PROPOSED');
    await MOVES.reject!.move(id);
    await MOVES.propose!.move(id);
    await MOVES.approve!.move(id);
    await MOVES.close!.move(id);
    const complaint = await read(id);
    expect(complaint).toMatchObject({
      status: 'CLOSED',
      resolution: 'A new tyre.',
      resolvedAt: expect.any(String),
      resolvedBy: { id: shop.admin.id },
      closedAt: expect.any(String),
      customerSatisfaction: 4,
      assignee: { id: technician.id },
    });
    const step = (fromStatus: string | null, toStatus: string, by: Member, reason: string | null = null) => ({
      fromStatus,
      toStatus,
      reason,
      changedBy: { id: by.id },
    });
    expect(complaint.statusHistory.reverse()).toEqual([
      step(null, 'NEW', manager),
      step('NEW', 'ASSIGNED', manager),
      step('ASSIGNED', 'INVESTIGATING', manager),
      step('INVESTIGATING', 'PROPOSED', manager),
      step('PROPOSED', 'INVESTIGATING', shop.admin, 'Too little.'),
      step('INVESTIGATING', 'PROPOSED', manager),
      step('PROPOSED', 'RESOLVED', shop.admin),
      step('RESOLVED', 'CLOSED', manager),
    ]);
    expect(new Set(await eventsOf(graph, id))).toEqual(
      new Set(['ComplaintRegistered', 'ComplaintAssigned', 'ComplaintStatusChanged']),
    );
  });

  it('lets one of fifty approvals at once decide', async () => {
    const id = await complaintIn('PROPOSED');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => MOVES[n % 2 ? 'approve' : 'reject']!.move(id)),
    );
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ code }) => code ?? []))).toEqual(new Set(['INVALID_TRANSITION']));
    expect((await read(id)).statusHistory).toHaveLength(5);
  });
});

describe('createComplaint', () => {
  it('registers it with a number, and with a day by which it is to be resolved', async () => {
    const job = await jobDone(graph, shop.admin.client, technician, shop.centres[0]!);
    const made = (
      await complain(manager.client, { jobCardId: job.jobCardId, priority: 'HIGH', category: 'BILLING' })
    ).data.createComplaint;
    expect(made.status).toBe('NEW');
    const complaint = await read(made.id);
    expect(complaint).toMatchObject({
      number: expect.stringMatching(/^CMP-\d{6}$/),
      status: 'NEW',
      category: 'BILLING',
      priority: 'HIGH',
      description: 'Two weeks for a tyre.',
      overdue: false,
      customer: { id: job.customerId },
      serviceCentre: { id: shop.centres[0] },
      jobCard: { id: job.jobCardId },
      feedback: null,
      assignee: null,
    });
    expect(Math.round((Date.parse(complaint.dueAt) - Date.now()) / 86_400_000)).toBe(2);
    const [event] = await graph.sql<{ payload: object }>(
      "select payload from platform.event where subject_id = $1 and name = 'ComplaintRegistered'",
      [made.id],
    );
    expect(event!.payload).toEqual({
      serviceCentreId: shop.centres[0],
      customerId: job.customerId,
      assigneeId: null,
    });
    const stored = await graph.sql('select description from customer.complaint where id = $1', [made.id]);
    expect(JSON.stringify(stored)).not.toContain('tyre');
  });

  it('numbers fifty at once without a gap, and one key once', async () => {
    const made = await Promise.all(Array.from({ length: 50 }, () => register()));
    const numbers = made.map(({ number }) => Number(number.slice(4))).sort((a, b) => a - b);
    expect(numbers.at(-1)! - numbers[0]!).toBe(49);
    expect(new Set(numbers).size).toBe(50);
    const same = await Promise.all(
      Array.from({ length: 50 }, () => register({ idempotencyKey: 'the same one' })),
    );
    expect(new Set(same.map(({ id }) => id)).size).toBe(1);
  });

  it('refuses whom and what is not theirs, and bad input', async () => {
    const elsewhere = await createCustomer(shop.admin.client, { serviceCentreId: shop.centres[1] });
    const there = await jobDone(graph, shop.admin.client, technician, shop.centres[1]!);
    const here = await jobDone(graph, shop.admin.client, technician, shop.centres[0]!);
    const before = await kept();
    for (const [input, problem] of [
      [{ customerId: elsewhere.id }, 'customerId: UNKNOWN'],
      [{ customerId: null }, 'customerId: REQUIRED'],
      [{ customerId: null, jobCardId: there.jobCardId }, 'jobCardId: UNKNOWN'],
      [{ jobCardId: here.jobCardId }, 'customerId: UNKNOWN'],
      [{ serviceCentreId: shop.centres[1] }, 'serviceCentreId: SERVICE_CENTRE'],
      [{ description: '  ' }, 'description: MATCHES'],
    ] as const) {
      const answer = await complain(manager.client, { customerId, ...input });
      expect([answer.code, problemsOf(answer)]).toEqual(['BAD_INPUT', [problem]]);
    }
    const centreless = await complain(shop.admin.client, { customerId });
    expect(problemsOf(centreless)).toEqual(['serviceCentreId: REQUIRED']);
    expect(await kept()).toEqual(before);
  });
});

describe('assignComplaint and updateComplaint', () => {
  it('hands an open one over as it stands, to somebody who works there', async () => {
    const id = await complaintIn('INVESTIGATING');
    const elsewhere = await shop.staff('TECHNICIAN', { centres: [shop.centres[1]!] });
    expect(problemsOf(await give(id, elsewhere))).toEqual(['assigneeId: SERVICE_CENTRE']);
    for (let again = 0; again < 2; again += 1)
      expect((await give(id, manager)).data).toEqual({
        assignComplaint: { id, status: 'INVESTIGATING', version: 4 },
      });
    const assigned = await graph.sql<{ payload: object }>(
      "select payload from platform.event where subject_id = $1 and name = 'ComplaintAssigned' order by position",
      [id],
    );
    const payload = (to: Member) => ({
      payload: { serviceCentreId: shop.centres[0], customerId, assigneeId: to.id },
    });
    expect(assigned).toEqual([payload(technician), payload(manager)]);
  });

  it('changes what is known until it is closed', async () => {
    const update = (id: string, input: object) =>
      manager.client.send<{ updateComplaint: object }>(
        `mutation ($id: ID!, $input: UpdateComplaintInput!) {
          updateComplaint(id: $id, input: $input) { category priority description dueAt version } }`,
        { id, input },
      );
    const { id } = await register();
    const input = {
      category: 'PARTS',
      priority: 'URGENT',
      description: ' Wrong tyre. ',
      dueAt: '2027-01-01T00:00:00.000Z',
    };
    expect((await update(id, { ...input, expectedVersion: 1 })).data.updateComplaint).toEqual({
      ...input,
      description: 'Wrong tyre.',
      version: 2,
    });
    expect((await update(id, { priority: 'LOW', expectedVersion: 1 })).code).toBe('CONFLICT');
    expect((await update(await complaintIn('CLOSED'), { priority: 'LOW' })).code).toBe('CONFLICT');
  });
});

describe('who may', () => {
  it('a customer complains, sees their own and no more of it than is meant for them', async () => {
    const job = await jobDone(graph, shop.admin.client, technician, shop.centres[0]!);
    const self = await accountOf(graph, shop, job.customerId);
    const { data } = await complain(self.client, { jobCardId: job.jobCardId });
    const { id } = data.createComplaint;
    const OWN = `query ($id: ID!) { complaint(id: $id) { status resolution statusHistory { toStatus reason } } }`;
    for (const step of ['assign', 'investigate', 'propose', 'reject', 'propose']) await MOVES[step]!.move(id);
    const before = await oneOf<{ resolution: string | null; statusHistory: { reason: string | null }[] }>(
      self.client,
      OWN,
      { id },
    );
    expect(before.resolution).toBeNull();
    expect(before.statusHistory.map(({ reason }) => reason)).toEqual([null, null, null, null, null, null]);
    await MOVES.approve!.move(id);
    expect(await oneOf(self.client, OWN, { id })).toMatchObject({
      status: 'RESOLVED',
      resolution: 'A new tyre.',
    });
    const { complaints } = await self.client.ask<{ complaints: { nodes: { id: string }[] } }>(
      '{ complaints { nodes { id } } }',
    );
    expect(complaints.nodes).toEqual([{ id }]);
    for (const [name, { move }] of Object.entries(MOVES))
      expect([name, (await move(id, self)).code]).toEqual([name, 'FORBIDDEN']);
    expect(problemsOf(await complain(self.client, { customerId }))).toEqual(['customerId: UNKNOWN']);
    expect(problemsOf(await complain(self.client, {}))).toEqual(['serviceCentreId: REQUIRED']);
    expect(problemsOf(await complain(self.client, { serviceCentreId: shop.id }))).toEqual([
      'serviceCentreId: UNKNOWN',
    ]);
    expect(problemsOf(await complain(self.client, { jobCardId: job.jobCardId, priority: 'URGENT' }))).toEqual(
      ['priority: STAFF_ONLY'],
    );
    expect((await complain(self.client, { serviceCentreId: shop.centres[0] })).code).toBeUndefined();
  });

  it('a technician sees those assigned to them', async () => {
    const [mine, other] = [await complaintIn('ASSIGNED'), await complaintIn('NEW')];
    expect(await read(mine, technician).then(({ id }) => id)).toBe(mine);
    expect(
      await oneOf(technician.client, 'query ($id: ID!) { complaint(id: $id) { id } }', { id: other }),
    ).toBeNull();
    expect((await MOVES.investigate!.move(mine, technician)).code).toBe('FORBIDDEN');
  });

  it('nobody of elsewhere sees or changes anything; nobody but administrators approves', async () => {
    const id = await complaintIn('PROPOSED');
    const there = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    const stranger = (await graph.shop()).admin;
    const before = await kept();
    for (const by of [there, stranger]) {
      expect(await oneOf(by.client, 'query ($id: ID!) { complaint(id: $id) { id } }', { id })).toBeNull();
      expect((await MOVES.escalate!.move(id, by)).code).toBe('NOT_FOUND');
    }
    expect((await MOVES.approve!.move(id, stranger)).code).toBe('NOT_FOUND');
    for (const name of ['approve', 'reject'])
      expect((await MOVES[name]!.move(id, manager)).code).toBe('FORBIDDEN');
    expect(await kept()).toEqual(before);
  });

  it('the program itself cannot forge a step, not even with its own login', async () => {
    const id = await complaintIn('ESCALATED');
    const client = new Client({
      connectionString: roleUrl(graph.databaseUrl, runState().secretKey, 'customer'),
    });
    await client.connect();
    try {
      await client.query("select set_config('liftbay.organisation', $1, false)", [shop.id]);
      for (const statement of [
        "update customer.complaint_status_change set reason = 'forged'",
        'delete from customer.complaint_status_change',
        'delete from customer.complaint',
      ])
        await expect(client.query(statement)).rejects.toThrow(/permission denied/);
    } finally {
      await client.end();
    }
    expect((await read(id)).statusHistory[0]!.reason).toBe('They called a lawyer.');
  });
});
