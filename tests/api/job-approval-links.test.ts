import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import { until } from '../harness/until';
import { createVehicle } from './customers.fixtures';
import { assign, openCard } from './job-cards.fixtures';
import {
  decide,
  done,
  eur,
  IN_PERSON,
  openWorkshop,
  type Proposal,
  proposed,
  standing,
  type Workshop,
} from './jobs.fixtures';
import { messageServers, tokenIn } from './message-servers.fixtures';
import { messagesOf, notificationsOf, reachableCustomer } from './messages.fixtures';
import { from, isOut } from './sign-in.fixtures';

/** The link that a customer is sent: without an account, for one proposal, once, and for a week. */
const { mail, sms, environment } = messageServers();
const graph = useGraph({ environment });
let work: Workshop;
beforeAll(async () => {
  work = await openWorkshop(graph);
}, 60_000);

interface Asked {
  jobCardId: string;
  number: string;
  customerId: string;
  email: string;
  phone: string;
  proposal: Proposal;
  letter: { subject: string; text: string };
}

/** A job in progress whose customer has just been asked. */
async function asked(language = 'en', input: Record<string, unknown> = {}): Promise<Asked> {
  const { manager, technician } = work;
  const { id: customerId, email, phone } = await reachableCustomer(manager.client, { language });
  const { id: vehicleId } = await createVehicle(manager.client, {
    ownerId: customerId,
    plate: { number: `AB${Math.random().toString(36).slice(2, 7).toUpperCase()}`, country: 'IT' },
  });
  const { id: jobCardId, number } = await openCard(manager.client, vehicleId);
  await assign(manager.client, jobCardId, technician);
  await done(technician.client, 'startJobCard', jobCardId);
  const arrives = mail.inbox.next(email);
  const proposal = await proposed(technician.client, jobCardId, { title: 'New discs', ...input });
  return { jobCardId, number, customerId, email, phone, proposal, letter: await arrives };
}

async function open(token: string) {
  const { data, code } = await from(graph).send<{
    openLink: { accessToken: string; recordId: string; recordType: string; purpose: string };
  }>('mutation ($token: String!) { openLink(token: $token) { accessToken purpose recordType recordId } }', {
    token,
  });
  return { code, ...data?.openLink };
}

const holderOf = async (letter: { text: string }) =>
  graph.withToken((await open(tokenIn(letter))).accessToken!);

it.each([
  ['en', 'We need your word on Fiat Panda', '€1,230.50. Approve or decline it here:'],
  ['it', 'Ci serve la sua conferma per Fiat Panda', '1230,50 €. Approvi o rifiuti qui:'],
  ['sw', 'Tunahitaji idhini yako kuhusu Fiat Panda', '€ 1,230.50. Kubali au kataa hapa:'],
])(
  'goes out in %s, by mail and phone, with what is proposed and for how much',
  async (language, subject, text) => {
    const { letter, number, phone, customerId, jobCardId } = await asked(language, {
      amount: eur('1230.50'),
    });
    const spaced = (words: string) => words.replace(/\s+/g, ' ');
    expect(letter.subject).toContain(subject);
    expect(spaced(letter.text)).toContain('New discs');
    expect(spaced(letter.text)).toContain(number);
    expect(spaced(letter.text)).toContain(spaced(text));
    expect(letter.text).toMatch(/\/links\/approval#[\w.-]+/);
    await untilIdle(graph);
    expect(sms.inbox.to(phone)).toHaveLength(1);
    expect(await messagesOf(work.shop.admin.client, { customerId })).toEqual([]);
    const written = await graph.sql(
      'select template, channel, related_id from customer.message where customer_id = $1 order by channel',
      [customerId],
    );
    expect(written).toEqual(
      ['EMAIL', 'SMS'].map((channel) => ({
        template: 'APPROVAL_NEEDED',
        channel,
        related_id: jobCardId,
      })),
    );
  },
);

it('opens what is proposed and nothing else, decides it once, and is closed then', async () => {
  const { letter, proposal, jobCardId, customerId, number } = await asked();
  const { manager, technician } = work;
  const other = await asked();
  const link = await open(tokenIn(letter));
  expect(link).toMatchObject({
    purpose: 'APPROVAL',
    recordType: 'AdditionalService',
    recordId: proposal.id,
  });
  const holder = graph.withToken(link.accessToken!);
  const { additionalService } = await holder.ask<{ additionalService: object }>(
    `query ($id: ID!) { additionalService(id: $id) { title status jobNumber jobCard { id } amount { amount }
      lines { name amount { amount } } services { id } } }`,
    { id: proposal.id },
  );
  expect(additionalService).toEqual({
    title: 'New discs',
    status: 'PROPOSED',
    jobNumber: number,
    jobCard: null,
    amount: { amount: '120.00' },
    lines: [{ name: 'Discs, front', amount: { amount: '120.00' } }],
    services: [],
  });
  expect(
    await holder.ask(
      `query ($card: ID!, $other: ID!) { jobCard(id: $card) { id } jobCards { totalCount }
        additionalService(id: $other) { id } }`,
      { card: jobCardId, other: other.proposal.id },
    ),
  ).toEqual({ jobCard: null, jobCards: { totalCount: 0 }, additionalService: null });
  for (const query of [
    `{ customer(id: "${customerId}") { id } }`,
    `mutation { updateJobCard(id: "${jobCardId}", input: { priority: LOW }) { id } }`,
    `mutation { withdrawAdditionalService(id: "${proposal.id}") { id } }`,
    '{ technicians { nodes { id } } }',
  ])
    expect((await holder.send(query)).code).toBe('FORBIDDEN');
  expect((await decide(holder, other.proposal)).code).toBe('NOT_FOUND');
  const { data } = await decide(holder, proposal);
  expect(data.decideAdditionalService).toMatchObject({ id: proposal.id, status: 'APPROVED' });
  const { additionalService: decided } = await manager.client.ask<{ additionalService: object }>(
    `query ($id: ID!) { additionalService(id: $id) { services { name }
      decision { means version amount { amount } recordedBy { id } } } }`,
    { id: proposal.id },
  );
  expect(decided).toEqual({
    services: [{ name: 'Discs, front' }],
    decision: { means: 'LINK', version: 1, amount: { amount: '120.00' }, recordedBy: null },
  });
  expect(await standing(technician.client, jobCardId)).toMatchObject({ status: 'IN_PROGRESS' });
  expect(await isOut(holder)).toBe(true);
  expect((await open(tokenIn(letter))).code).toBe('LINK_INVALID');
});

it('is another one when the proposal changes: the first is closed, and what it showed is not approved', async () => {
  const { letter, proposal, email } = await asked();
  const first = await holderOf(letter);
  const arrives = mail.inbox.next(email);
  await work.technician.client.ask(
    'mutation ($id: ID!, $amount: MoneyInput) { updateAdditionalService(id: $id, input: { amount: $amount }) { id } }',
    { id: proposal.id, amount: eur('200.00') },
  );
  const second = await arrives;
  expect(second.text).toContain('€200.00');
  expect(await isOut(first)).toBe(true);
  const holder = await holderOf(second);
  const stale = await decide(holder, proposal);
  expect(stale.code).toBe('CONFLICT');
  expect(stale.errors[0]!.extensions.current).toMatchObject({ version: 2, amount: { amount: '200.00' } });
  const now = { ...proposal, version: 2, amount: eur('200.00') };
  expect((await decide(holder, now)).data.decideAdditionalService.status).toBe('APPROVED');
});

it.each(['withdrawn', 'decided at the counter', 'cancelled with its job'])(
  'is closed when the proposal is %s',
  async (how) => {
    const { letter, proposal, jobCardId } = await asked();
    const holder = await holderOf(letter);
    const { manager } = work;
    if (how === 'withdrawn')
      await manager.client.ask('mutation ($id: ID!) { withdrawAdditionalService(id: $id) { id } }', {
        id: proposal.id,
      });
    else if (how === 'decided at the counter') await decide(manager.client, proposal, IN_PERSON);
    else await done(manager.client, 'cancelJobCard', jobCardId, { reason: 'Sold.' });
    expect(await isOut(holder)).toBe(true);
    expect((await open(tokenIn(letter))).code).toBe('LINK_INVALID');
  },
);

it('ends after a week', async () => {
  const { letter, proposal } = await asked();
  const [link] = await graph.sql<{ days: number }>(
    `select round(extract(epoch from expires_at - now()) / 86400)::int as days from platform.link where record_id = $1`,
    [proposal.id],
  );
  expect(link!.days).toBe(7);
  await graph.sql("update platform.link set expires_at = now() - interval '1 second' where record_id = $1", [
    proposal.id,
  ]);
  expect((await open(tokenIn(letter))).code).toBe('LINK_INVALID');
});

it('of fifty that approve and decline with it at once, one does', async () => {
  const { letter, proposal } = await asked();
  const holder = await holderOf(letter);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      decide(holder, proposal, { decision: n % 2 ? 'APPROVE' : 'DECLINE' }),
    ),
  );
  expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
  const { additionalService } = await work.manager.client.ask<{
    additionalService: { status: string; version: number; services: object[] };
  }>('query ($id: ID!) { additionalService(id: $id) { status version services { id } } }', {
    id: proposal.id,
  });
  expect(additionalService.version).toBe(2);
  expect(additionalService.services).toHaveLength(additionalService.status === 'APPROVED' ? 1 : 0);
});

it('is sent once, however often the job runs, and not for what is decided by then', async () => {
  const { proposal, email, jobCardId, letter } = await asked();
  const again = () =>
    graph.sql(
      `select graphile_worker.add_job('ask-for-approval', json_build_object('organisationId', $1::text, 'eventId', e.id,
         'subjectType', e.subject_type, 'subjectId', e.subject_id, 'payload', e.payload))
       from platform.event e where e.subject_id = $2 and e.name = 'AdditionalServiceProposed'`,
      [work.shop.id, jobCardId],
    );
  await again();
  await untilIdle(graph);
  expect(mail.inbox.to(email)).toHaveLength(1);
  expect((await open(tokenIn(letter))).code).toBeUndefined();
  await decide(work.manager.client, proposal, { decision: 'DECLINE', ...IN_PERSON });
  await again();
  await untilIdle(graph);
  expect(mail.inbox.to(email)).toHaveLength(1);
});

it.each([
  ['APPROVE', 'PROPOSAL_APPROVED', 'SUCCESS', 'Approvato: New discs'],
  ['DECLINE', 'PROPOSAL_DECLINED', 'WARNING', 'Rifiutato: New discs'],
])('to %s is told to the technician', async (decision, kind, type, title) => {
  const { proposal, jobCardId, number } = await asked();
  await decide(work.manager.client, proposal, { decision, ...IN_PERSON });
  await untilIdle(graph);
  await until('the technician is told', async () =>
    (await notificationsOf(work.technician.client)).some(
      (each) => each.kind === kind && each.relatedId === jobCardId,
    ),
  );
  const [notice] = (await notificationsOf(work.technician.client)).filter(
    (each) => each.relatedId === jobCardId && each.kind === kind,
  );
  expect(notice).toMatchObject({ type, category: 'JOB_CARD', title, actionUrl: `/job-cards/${jobCardId}` });
  expect(notice!.message).toContain(number);
});
