import { leadLifecycle } from '../../subgraphs/customer/crm/lead.lifecycle';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { createLead, LEAD, oneOf, qualify, updateLead } from './care.fixtures';
import { createCustomer, eventsOf, problemsOf } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let advisor: Member;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
  advisor = await shop.staff('ADVISOR');
});

const READ = `query ($id: ID!) { lead(id: $id) { ${LEAD} } }`;
const CONVERT = `mutation ($id: ID!, $input: ConvertLeadInput) {
  convertLead(id: $id, input: $input) { ${LEAD} } }`;
const LOSE = `mutation ($id: ID!, $input: MarkLeadLostInput!) { markLeadLost(id: $id, input: $input) { ${LEAD} } }`;
const ASSIGN = `mutation ($id: ID!, $to: ID!, $version: Int) {
  assignLead(id: $id, assigneeId: $to, expectedVersion: $version) { ${LEAD} } }`;

interface Lead {
  id: string;
  version: number;
  status: string;
  customer: { id: string } | null;
  assignee: { id: string } | null;
  lostReason: string | null;
  convertedAt: string | null;
}
const read = (id: string): Promise<Lead> => oneOf(manager.client, READ, { id });
const convert = (client: GraphClient, id: string, input: object = {}) =>
  client.send<{ convertLead: Lead }>(CONVERT, { id, input });
const lose = (id: string) =>
  manager.client.send<{ markLeadLost: Lead }>(LOSE, { id, input: { reason: ' Too dear. ' } });

async function kept(): Promise<unknown> {
  const [row] = await graph.sql(
    `select (select json_agg(l order by id) from customer.lead l where organisation_id = $1) as leads,
      (select count(*)::int from customer.customer where organisation_id = $1) as customers,
      (select count(*)::int from platform.event where organisation_id = $1
         and subject_type <> 'Notification') as events,
      (select count(*)::int from platform.audit_log where organisation_id = $1) as audits`,
    [shop.id],
  );
  return row;
}

async function listed(filter: object, client = manager.client, orderBy = 'NEWEST'): Promise<string[]> {
  const { nodes } = await oneOf<{ nodes: { id: string }[] }>(
    client,
    'query ($filter: LeadFilter!, $orderBy: LeadOrder!) { leads(filter: $filter, orderBy: $orderBy, first: 100) { nodes { id } } }',
    { filter, orderBy },
  );
  return nodes.map(({ id }) => id);
}

/** The table as the domain has it, by hand. */
const TABLE: Record<string, string[]> = {
  NEW: ['CONTACTED', 'LOST'],
  CONTACTED: ['QUALIFIED', 'LOST'],
  QUALIFIED: ['CONVERTED', 'LOST'],
  CONVERTED: [],
  LOST: [],
};

async function leadIn(state: string): Promise<string> {
  const { id } = await createLead(manager.client);
  if (state === 'LOST') await lose(id);
  if (state === 'CONTACTED') await updateLead(manager.client, id, { status: state });
  if (state === 'QUALIFIED' || state === 'CONVERTED') await qualify(manager.client, id);
  if (state === 'CONVERTED') await convert(manager.client, id);
  expect((await read(id)).status).toBe(state);
  return id;
}

describe('createLead', () => {
  it('takes in who it is and what they want, with a number of the service centre', async () => {
    const lead = await oneOf<Record<string, unknown>>(
      manager.client,
      `mutation ($input: CreateLeadInput!) { createLead(input: $input) {
        id number status firstName lastName company displayName phone email source interest description notes
        estimatedValue { amount currency } followUpOn assignee { id } serviceCentre { id } } }`,
      {
        input: {
          lastName: ' Gallo ',
          company: 'Gallo Trasporti',
          phone: '333 123 4567',
          email: 'Gallo@Example.org',
          source: 'ONLINE',
          interest: 'NEW_VEHICLE',
          description: 'Three vans.',
          notes: 'Calls back in spring.',
          estimatedValue: { amount: '90000.50', currency: 'EUR' },
          followUpOn: '2027-03-01',
          assigneeId: advisor.id,
        },
      },
    );
    expect(lead).toEqual({
      id: expect.any(String),
      number: expect.stringMatching(/^LD-\d{6}$/),
      status: 'NEW',
      firstName: '',
      lastName: 'Gallo',
      company: 'Gallo Trasporti',
      displayName: 'Gallo',
      phone: '+393331234567',
      email: 'gallo@example.org',
      source: 'ONLINE',
      interest: 'NEW_VEHICLE',
      description: 'Three vans.',
      notes: 'Calls back in spring.',
      estimatedValue: { amount: '90000.50', currency: 'EUR' },
      followUpOn: '2027-03-01',
      assignee: { id: advisor.id },
      serviceCentre: { id: shop.centres[0] },
    });
    expect(await eventsOf(graph, lead.id as string)).toEqual(['LeadCreated', 'LeadAssigned']);
    const [stored] = await graph.sql<{ description: string; notes: string }>(
      'select description, notes from customer.lead where id = $1',
      [lead.id],
    );
    expect(JSON.stringify(stored)).not.toMatch(/vans|spring/);
  });

  it('does it once for one key, with fifty at once', async () => {
    const input = { idempotencyKey: 'one lead of fifty' };
    const made = await Promise.all(Array.from({ length: 50 }, () => createLead(manager.client, input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it.each([
    ['without a name', { firstName: null, lastName: ' ' }, 'firstName: REQUIRED'],
    ['without a way to reach them', { phone: null }, 'phone: REQUIRED'],
    ['with a phone that is none', { phone: '12' }, 'phone: PHONE'],
    ['with an e-mail that is none', { email: 'nobody' }, 'email: IS_EMAIL'],
    [
      'with a value below zero',
      { estimatedValue: { amount: '-1', currency: 'EUR' } },
      'estimatedValue.amount: MIN',
    ],
    [
      'with a value in no currency',
      { estimatedValue: { amount: '1', currency: 'XXL' } },
      'estimatedValue.currency: CURRENCY',
    ],
  ])('refuses one %s', async (_, input, problem) => {
    const before = await kept();
    const answer = await manager.client.send(
      'mutation ($input: CreateLeadInput!) { createLead(input: $input) { id } }',
      { input: { firstName: 'X', phone: '333 7770001', source: 'WALK_IN', interest: 'SERVICE', ...input } },
    );
    expect(problemsOf(answer)).toEqual([problem]);
    expect(await kept()).toEqual(before);
  });

  it('refuses somebody who does not work there, and a centre that is not theirs', async () => {
    const elsewhere = await shop.staff('ADVISOR', { centres: [shop.centres[1]!] });
    const before = await kept();
    const refused = async (input: object) =>
      problemsOf(
        await manager.client.send(
          'mutation ($input: CreateLeadInput!) { createLead(input: $input) { id } }',
          {
            input: { firstName: 'X', phone: '333 7770001', source: 'WALK_IN', interest: 'SERVICE', ...input },
          },
        ),
      );
    expect(await refused({ assigneeId: elsewhere.id })).toEqual(['assigneeId: SERVICE_CENTRE']);
    expect(await refused({ assigneeId: shop.centres[0] })).toEqual(['assigneeId: UNKNOWN']);
    expect(await refused({ serviceCentreId: shop.centres[1] })).toEqual(['serviceCentreId: SERVICE_CENTRE']);
    expect(await kept()).toEqual(before);
  });
});

describe('the states', () => {
  it('are the domain’s', () => {
    expect(Object.fromEntries(leadLifecycle.states.map((s) => [s, [...leadLifecycle.next(s)]]))).toEqual(
      TABLE,
    );
  });

  const moves: Record<string, (id: string) => Promise<{ code: string | undefined }>> = {
    CONTACTED: (id) => updateLead(manager.client, id, { status: 'CONTACTED' }),
    QUALIFIED: (id) => updateLead(manager.client, id, { status: 'QUALIFIED' }),
    LOST: (id) => lose(id),
    CONVERTED: (id) => convert(manager.client, id),
  };
  it.each(Object.keys(TABLE))('from %s lead where the table says, and nowhere else', async (from) => {
    for (const [to, move] of Object.entries(moves)) {
      if (from === to) continue;
      const id = await leadIn(from);
      const before = await read(id);
      const { code } = await move(id);
      if (TABLE[from]!.includes(to)) {
        expect(code).toBeUndefined();
        expect((await read(id)).status).toBe(to);
        continue;
      }
      expect(['INVALID_TRANSITION', 'CONFLICT']).toContain(code);
      expect(await read(id)).toEqual(before);
    }
  });

  it('keep why a lead was lost', async () => {
    const { data } = await lose(await leadIn('NEW'));
    expect(data.markLeadLost).toMatchObject({ status: 'LOST', lostReason: 'Too dear.' });
    expect(await read(data.markLeadLost.id)).toEqual(data.markLeadLost);
  });
});

describe('updateLead and assignLead', () => {
  it('change what is said, clear what is null, and leave the rest', async () => {
    const { id } = await createLead(manager.client, { email: 'a@example.org', notes: 'x', description: 'y' });
    const { updateLead: changed } = await advisor.client.ask<{ updateLead: object }>(
      `mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) {
        version source email notes description estimatedValue { amount } } }`,
      {
        id,
        input: {
          source: 'REFERRAL',
          email: null,
          notes: 'z',
          estimatedValue: { amount: '10', currency: 'EUR' },
        },
      },
    );
    expect(changed).toEqual({
      version: 2,
      source: 'REFERRAL',
      email: null,
      notes: 'z',
      description: 'y',
      estimatedValue: { amount: '10.00' },
    });
    const unreachable = await updateLead(manager.client, id, { phone: null });
    expect(problemsOf(unreachable)).toEqual(['phone: REQUIRED']);
    expect((await updateLead(manager.client, id, { notes: 'late', expectedVersion: 1 })).code).toBe(
      'CONFLICT',
    );
  });

  it('tell who it is given to, once', async () => {
    const { id } = await createLead(manager.client);
    for (let again = 0; again < 2; again += 1) {
      const { data } = await manager.client.send<{ assignLead: Lead }>(ASSIGN, { id, to: advisor.id });
      expect(data.assignLead).toMatchObject({ version: 2, assignee: { id: advisor.id } });
    }
    const events = await graph.sql<{ payload: object }>(
      "select payload from platform.event where subject_id = $1 and name = 'LeadAssigned'",
      [id],
    );
    expect(events).toEqual([{ payload: { assigneeId: advisor.id, serviceCentreId: shop.centres[0] } }]);
    expect((await manager.client.send(ASSIGN, { id, to: manager.id, version: 1 })).code).toBe('CONFLICT');
  });
});

describe('convertLead', () => {
  it('makes one customer, with fifty at once', async () => {
    const { id } = await createLead(manager.client, { email: 'fifty@example.org', company: 'Fifty' });
    await qualify(manager.client, id);
    const answers = await Promise.all(Array.from({ length: 50 }, () => convert(manager.client, id)));
    expect(new Set(answers.map(({ code }) => code ?? 'done'))).toEqual(new Set(['done']));
    const made = new Set(answers.map(({ data }) => data.convertLead.customer!.id));
    expect(made.size).toBe(1);
    const customers = await graph.sql(
      `select id, first_name, last_name, company, phone, email from customer.customer
       where organisation_id = $1 and email = 'fifty@example.org'`,
      [shop.id],
    );
    expect(customers).toEqual([
      {
        id: [...made][0],
        first_name: 'Lea',
        last_name: 'Neri',
        company: 'Fifty',
        phone: '+393337770001',
        email: 'fifty@example.org',
      },
    ]);
    expect((await read(id)).convertedAt).toEqual(expect.any(String));
    expect((await eventsOf(graph, id)).filter((name) => name === 'LeadConverted')).toHaveLength(1);
  });

  it('takes the customer that they are already; another one afterwards is refused', async () => {
    const customer = await createCustomer(manager.client);
    const other = await createCustomer(manager.client);
    const id = await leadIn('QUALIFIED');
    for (let again = 0; again < 2; again += 1)
      expect(
        (await convert(manager.client, id, { customerId: customer.id })).data.convertLead.customer,
      ).toEqual({
        id: customer.id,
      });
    const before = await kept();
    expect((await convert(manager.client, id, { customerId: other.id })).code).toBe('INVALID_TRANSITION');
    expect(await kept()).toEqual(before);
  });

  it('refuses a customer of another service centre or organisation, and changes nothing', async () => {
    const id = await leadIn('QUALIFIED');
    const stranger = await graph.shop();
    const theirs = [
      await createCustomer(shop.admin.client, { serviceCentreId: shop.centres[1] }),
      await createCustomer(stranger.admin.client),
    ];
    const before = await kept();
    for (const { id: customerId } of theirs)
      expect(problemsOf(await convert(manager.client, id, { customerId }))).toEqual(['customerId: UNKNOWN']);
    expect(await kept()).toEqual(before);
  });
});

describe('the list', () => {
  it('finds by state, centre, assignee, source and words', async () => {
    const mine = await createLead(manager.client, {
      lastName: 'Unusual',
      source: 'REFERRAL',
      assigneeId: advisor.id,
    });
    const other = await createLead(manager.client, { lastName: 'Plain' });
    const elsewhere = await createLead(shop.admin.client, {
      lastName: 'Unusual',
      serviceCentreId: shop.centres[1],
    });
    expect(await listed({ search: 'unus' })).toEqual([mine.id]);
    expect(await listed({ search: 'unus' }, shop.admin.client)).toEqual([elsewhere.id, mine.id]);
    expect(await listed({ search: 'unus', serviceCentreId: shop.centres[1] }, shop.admin.client)).toEqual([
      elsewhere.id,
    ]);
    expect(await listed({ assigneeId: advisor.id, search: mine.number })).toEqual([mine.id]);
    expect(await listed({ source: 'REFERRAL', status: ['NEW'], assigneeId: advisor.id })).toEqual([mine.id]);
    expect(await listed({ status: ['LOST'], search: 'unus' })).toEqual([]);
    const all = await listed({}, manager.client, 'OLDEST');
    expect(all).toEqual([...(await listed({}))].reverse());
    expect(all).toEqual(expect.arrayContaining([mine.id, other.id]));
    expect(all).not.toContain(elsewhere.id);
  });

  it('goes on behind a cursor', async () => {
    const page = (after: string | null) =>
      oneOf<{
        nodes: { id: string }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
        totalCount: number;
      }>(
        manager.client,
        'query ($after: String) { leads(first: 3, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } totalCount } }',
        { after },
      );
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual((await listed({})).slice(0, 6));
    expect(first.totalCount).toBe((await listed({})).length);
  });
});

describe('who may', () => {
  it.each([
    ['TECHNICIAN', 'FORBIDDEN'],
    ['RECEPTIONIST', undefined],
    ['ACCOUNTANT', undefined],
  ])('a %s reads: %s', async (role, code) => {
    const { id } = await createLead(manager.client);
    const { client } = await shop.staff(role);
    expect((await client.send(READ, { id })).code).toBe(code);
    expect((await updateLead(client, id, { notes: 'x' })).code).toBe('FORBIDDEN');
    expect((await convert(client, id)).code).toBe('FORBIDDEN');
  });

  it('another service centre and another organisation see and change nothing', async () => {
    const { id } = await createLead(manager.client);
    const there = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    const stranger = await graph.shop();
    const before = await kept();
    for (const client of [there.client, stranger.admin.client]) {
      expect((await client.send<{ lead: null }>(READ, { id })).data.lead).toBeNull();
      expect((await updateLead(client, id, { notes: 'x' })).code).toBe('NOT_FOUND');
      expect((await convert(client, id)).code).toBe('NOT_FOUND');
    }
    expect(await listed({}, stranger.admin.client)).toEqual([]);
    expect({ ...((await kept()) as object), audits: 0, customers: 0 }).toEqual({
      ...(before as object),
      audits: 0,
      customers: 0,
    });
  });
});
