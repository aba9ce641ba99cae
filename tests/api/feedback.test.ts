import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { emit, jobDone, oneOf, submit } from './care.fixtures';
import { accountOf, auditOf, createCustomer, eventsOf, eventually, problemsOf } from './customers.fixtures';
import { arrive, openCard } from './job-cards.fixtures';
import { messageServers, tokenIn } from './message-servers.fixtures';
import { from, setting } from './sign-in.fixtures';

const { mail, sms, environment } = messageServers();
const graph = useGraph({ environment });
let shop: Shop;
let manager: Member;
let technician: Member;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
  technician = await shop.staff('TECHNICIAN');
});

const done = (centre = shop.centres[0]!) => jobDone(graph, shop.admin.client, technician, centre);
const READ = `query ($id: ID!) { feedbackEntry(id: $id) { id version rating comment feedbackType status
  acknowledgedAt resolvedAt resolution customer { id } serviceCentre { id } jobCard { id } } }`;

const complaintsOf = (customerId: string) =>
  graph.sql<{ id: string; number: string; category: string; priority: string; feedback_id: string }>(
    'select id, number, category, priority, feedback_id from customer.complaint where customer_id = $1',
    [customerId],
  );

async function kept(): Promise<unknown> {
  const [row] = await graph.sql(
    `select (select json_agg(f order by id) from customer.feedback f where organisation_id = $1) as feedback,
      (select json_agg(c order by id) from customer.complaint c where organisation_id = $1) as complaints,
      (select count(*)::int from platform.event where organisation_id = $1
         and subject_type <> 'Notification') as events,
      (select json_agg(l order by id) from platform.link l where organisation_id = $1) as links`,
    [shop.id],
  );
  return row;
}

async function listed(client: Member['client'], filter: object, orderBy = 'NEWEST'): Promise<string[]> {
  const { nodes } = await oneOf<{ nodes: { id: string }[] }>(
    client,
    `query ($filter: FeedbackFilter!, $orderBy: FeedbackOrder!) {
      feedbackEntries(filter: $filter, orderBy: $orderBy, first: 100) { nodes { id } } }`,
    { filter, orderBy },
  );
  return nodes.map(({ id }) => id);
}

describe('a customer with an account', () => {
  it('says how their job was, and staff and the technician of it read it', async () => {
    const { jobCardId, customerId } = await done();
    const { client } = await accountOf(graph, shop, customerId);
    const { data } = await submit(client, {
      jobCardId,
      rating: 5,
      comment: ' Fine. ',
      feedbackType: 'SERVICE',
    });
    const { id } = data.submitFeedback;
    expect(data.submitFeedback).toEqual({
      id,
      version: 1,
      rating: 5,
      comment: 'Fine.',
      feedbackType: 'SERVICE',
      status: 'PENDING',
    });
    expect(await oneOf(manager.client, READ, { id })).toEqual({
      id,
      version: 1,
      rating: 5,
      comment: 'Fine.',
      feedbackType: 'SERVICE',
      status: 'PENDING',
      acknowledgedAt: null,
      resolvedAt: null,
      resolution: null,
      customer: { id: customerId },
      serviceCentre: { id: shop.centres[0] },
      jobCard: { id: jobCardId },
    });
    expect(await listed(technician.client, { jobCardId })).toEqual([id]);
    expect(await listed(client, {})).toEqual([id]);
    expect(await complaintsOf(customerId)).toEqual([]);
    expect(await eventsOf(graph, id)).toEqual(['FeedbackReceived']);
    const [stored] = await graph.sql<{ comment: string }>(
      'select comment from customer.feedback where id = $1',
      [id],
    );
    expect(stored!.comment).not.toContain('Fine');
  });

  it('not about another’s job, one that is not done, or one that is not there', async () => {
    const theirs = await done();
    const other = await done();
    const { vehicleId } = await arrive(shop.admin.client, shop.centres[0]);
    const card = await openCard(shop.admin.client, vehicleId, {
      serviceCentreId: shop.centres[0],
      customerId: theirs.customerId,
    });
    const { client } = await accountOf(graph, shop, theirs.customerId);
    const before = await kept();
    for (const [jobCardId, problem] of [
      [other.jobCardId, 'UNKNOWN'],
      [shop.id, 'UNKNOWN'],
      [card.id, 'NOT_DONE'],
    ])
      expect(problemsOf(await submit(client, { jobCardId, rating: 1 }))).toEqual([`jobCardId: ${problem}`]);
    for (const rating of [0, 6])
      expect((await submit(client, { jobCardId: theirs.jobCardId, rating })).code).toBe('BAD_INPUT');
    expect(await kept()).toEqual(before);
  });

  it('once for a job; a repetition with its key is answered as before', async () => {
    const { jobCardId, customerId } = await done();
    const { client } = await accountOf(graph, shop, customerId);
    const input = { jobCardId, rating: 1, idempotencyKey: `once ${jobCardId}` };
    const first = await submit(client, input);
    expect((await submit(client, input)).data).toEqual(first.data);
    expect((await submit(client, { jobCardId, rating: 5 })).code).toBe('CONFLICT');
    expect(await complaintsOf(customerId)).toHaveLength(1);
  });
});

describe('a low rating', () => {
  it('opens exactly one complaint, with fifty at once and after a retry', async () => {
    const { jobCardId, customerId } = await done();
    const { client } = await accountOf(graph, shop, customerId);
    const input = { jobCardId, rating: 2, comment: 'It still rattles.', feedbackType: 'SERVICE' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        submit(client, n % 2 ? input : { ...input, idempotencyKey: `rattle ${jobCardId}` }),
      ),
    );
    const codes = answers.map(({ code }) => code ?? 'done');
    expect(new Set(codes)).toEqual(new Set(['done', 'CONFLICT']));
    await submit(client, { ...input, idempotencyKey: `rattle ${jobCardId}` });
    const given = await listed(manager.client, { customerId });
    expect(given).toHaveLength(1);
    expect(await complaintsOf(customerId)).toEqual([
      {
        id: expect.any(String),
        number: expect.stringMatching(/^CMP-\d{6}$/),
        category: 'SERVICE_QUALITY',
        priority: 'MEDIUM',
        feedback_id: given[0],
      },
    ]);
  });

  it('is what the organisation says it is', async () => {
    await setting(shop.admin.client, { lowRating: 3 });
    const [low, fine] = [await done(), await done()];
    for (const [job, rating] of [
      [low, 3],
      [fine, 4],
    ] as const) {
      const { client } = await accountOf(graph, shop, job.customerId);
      await submit(client, { jobCardId: job.jobCardId, rating });
    }
    expect(await complaintsOf(low.customerId)).toHaveLength(1);
    expect(await complaintsOf(fine.customerId)).toEqual([]);
    const { organisation } = await shop.admin.client.ask<{ organisation: { lowRating: number } }>(
      '{ organisation { lowRating } }',
    );
    expect(organisation.lowRating).toBe(3);
    await setting(shop.admin.client, { lowRating: 0 });
    const worst = await done();
    const { client } = await accountOf(graph, shop, worst.customerId);
    await submit(client, { jobCardId: worst.jobCardId, rating: 1 });
    expect(await complaintsOf(worst.customerId)).toEqual([]);
    const bad = await shop.admin.client.send(
      'mutation { updateOrganisation(input: { lowRating: 5 }) { id } }',
    );
    expect(bad.code).toBe('BAD_INPUT');
    await setting(shop.admin.client, { lowRating: 2 });
  });
});

describe('staff', () => {
  it('enter what a customer of their service centre tells them', async () => {
    const [here, there] = [await done(), await done(shop.centres[1])];
    const admin = await submit(shop.admin.client, { jobCardId: here.jobCardId, rating: 4 });
    expect(await listed(manager.client, { customerId: here.customerId })).toEqual([
      admin.data.submitFeedback.id,
    ]);
    expect((await submit(manager.client, { jobCardId: there.jobCardId, rating: 4 })).code).toBe('FORBIDDEN');
  });

  it('acknowledge and resolve it, in this order', async () => {
    const { jobCardId, customerId } = await done();
    const { client } = await accountOf(graph, shop, customerId);
    const { data } = await submit(client, { jobCardId, rating: 4 });
    const { id } = data.submitFeedback;
    const acknowledge = (version: number | null = null) =>
      manager.client.send(
        'mutation ($id: ID!, $v: Int) { acknowledgeFeedback(id: $id, expectedVersion: $v) { status acknowledgedAt } }',
        { id, v: version },
      );
    const resolve = () =>
      manager.client.send(
        'mutation ($id: ID!) { resolveFeedback(id: $id, resolution: " Thanked. ") { status resolution resolvedAt } }',
        { id },
      );
    expect((await resolve()).errors[0]?.extensions).toMatchObject({
      from: 'PENDING',
      allowed: ['ACKNOWLEDGED'],
    });
    expect((await acknowledge(7)).code).toBe('CONFLICT');
    expect((await acknowledge(1)).data).toEqual({
      acknowledgeFeedback: { status: 'ACKNOWLEDGED', acknowledgedAt: expect.any(String) },
    });
    expect((await acknowledge()).code).toBe('INVALID_TRANSITION');
    expect((await resolve()).data).toEqual({
      resolveFeedback: { status: 'RESOLVED', resolution: 'Thanked.', resolvedAt: expect.any(String) },
    });
    expect((await resolve()).code).toBe('INVALID_TRANSITION');
    expect(await eventsOf(graph, id)).toEqual([
      'FeedbackReceived',
      'FeedbackAcknowledged',
      'FeedbackResolved',
    ]);
    const seen = await client.ask<{ feedbackEntry: { resolution: null } }>(
      'query ($id: ID!) { feedbackEntry(id: $id) { status resolution } }',
      { id },
    );
    expect(seen.feedbackEntry).toEqual({ status: 'RESOLVED', resolution: null });
    expect(
      (await client.send('mutation ($id: ID!) { acknowledgeFeedback(id: $id) { id } }', { id })).code,
    ).toBe('FORBIDDEN');
  });

  it('find it by state, rating, type and centre; nobody of elsewhere does', async () => {
    const { jobCardId, customerId } = await done();
    const { data } = await submit(shop.admin.client, { jobCardId, rating: 3, feedbackType: 'PRODUCT' });
    const { id } = data.submitFeedback;
    const find = (filter: object) => listed(manager.client, { customerId, ...filter });
    expect(await find({ status: ['PENDING'], feedbackType: 'PRODUCT', ratingAtMost: 3 })).toEqual([id]);
    expect(await find({ serviceCentreId: shop.centres[0], jobCardId })).toEqual([id]);
    expect(await find({ status: ['RESOLVED'] })).toEqual([]);
    expect(await find({ ratingAtMost: 2 })).toEqual([]);
    expect((await listed(manager.client, {}, 'LOWEST')).length).toBe(
      (await listed(manager.client, {})).length,
    );
    const there = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    const stranger = await graph.shop();
    for (const { client } of [there, stranger.admin]) {
      expect(await listed(client, { jobCardId })).toEqual([]);
      expect((await client.ask<{ feedbackEntry: null }>(READ, { id })).feedbackEntry).toBeNull();
      const answer = await client.send('mutation ($id: ID!) { acknowledgeFeedback(id: $id) { id } }', { id });
      expect(answer.code).toBe('NOT_FOUND');
    }
  });
});

describe('a link without an account', () => {
  async function delivered(input: object = {}) {
    const job = await done();
    const email = `job-${job.jobCardId.slice(-8)}@mail.example`;
    await shop.admin.client.ask(
      'mutation ($id: ID!, $input: UpdateCustomerInput!) { updateCustomer(id: $id, input: $input) { id } }',
      { id: job.customerId, input: { email, firstName: 'Anna', ...input } },
    );
    return { ...job, email };
  }
  const deliver = ({ jobCardId, customerId, vehicleId }: Awaited<ReturnType<typeof done>>) =>
    emit(graph, shop, {
      name: 'JobCardDelivered',
      subjectType: 'JobCard',
      subjectId: jobCardId,
      payload: { serviceCentreId: shop.centres[0], customerId, vehicleId },
    });
  async function open(token: string) {
    const { data, code } = await from(graph).send<{
      openLink: { accessToken: string; recordId: string; purpose: string };
    }>('mutation ($token: String!) { openLink(token: $token) { accessToken purpose recordId } }', { token });
    return { code, ...data?.openLink };
  }

  it('is sent once when the job is delivered, and serves once', async () => {
    const job = await delivered({ language: 'en' });
    const arrives = mail.inbox.next(job.email);
    await deliver(job);
    const letter = await arrives;
    expect(letter.subject).toBe('How was it?');
    expect(letter.text).toContain('Anna');
    await deliver(job);
    await untilIdle(graph);
    expect(mail.inbox.to(job.email)).toHaveLength(1);
    const link = await open(tokenIn(letter));
    expect(link).toMatchObject({ purpose: 'FEEDBACK', recordId: job.jobCardId });
    const holder = graph.withToken(link.accessToken!);
    const other = await done();
    expect(problemsOf(await submit(holder, { jobCardId: other.jobCardId, rating: 1 }))).toEqual([
      'jobCardId: UNKNOWN',
    ]);
    for (const query of [
      '{ customers { nodes { id } } }',
      '{ feedbackEntries { nodes { id } } }',
      '{ jobCards { nodes { id } } }',
    ])
      expect((await holder.send(query)).code).toBe('FORBIDDEN');
    const given = await submit(holder, { jobCardId: job.jobCardId, rating: 1, comment: 'Not good.' });
    expect(given.data.submitFeedback).toMatchObject({ rating: 1, status: 'PENDING' });
    expect(await complaintsOf(job.customerId)).toHaveLength(1);
    expect((await open(tokenIn(letter))).code).toBe('LINK_INVALID');
    await eventually(async () =>
      expect((await submit(holder, { jobCardId: job.jobCardId, rating: 5 })).code).toBe('UNAUTHENTICATED'),
    );
  });

  it('goes to a phone where there is no mail, in the customer’s language, and to nobody who cannot be reached', async () => {
    const job = await done();
    await shop.admin.client.ask(
      'mutation ($id: ID!) { updateCustomer(id: $id, input: { phone: "333 2221100", language: "it" }) { id } }',
      { id: job.customerId },
    );
    const arrives = sms.inbox.next('+393332221100');
    await deliver(job);
    expect((await arrives).text).toContain('contento del nostro lavoro');
    const nowhere = await done();
    await deliver(nowhere);
    await untilIdle(graph);
    const asked = await graph.sql<{ state: string }>(
      'select distinct state from customer.message where related_id = $1',
      [nowhere.jobCardId],
    );
    expect(asked.filter(({ state }) => state !== 'SUPPRESSED')).toEqual([]);
  });

  it('gives one piece of feedback and one complaint with fifty at once', async () => {
    const job = await delivered();
    const arrives = mail.inbox.next(job.email);
    await deliver(job);
    const { accessToken } = await open(tokenIn(await arrives));
    const holder = graph.withToken(accessToken!);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => submit(holder, { jobCardId: job.jobCardId, rating: 1 })),
    );
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    const refused = new Set(answers.flatMap(({ code }) => code ?? []));
    expect([...refused].every((code) => ['LINK_INVALID', 'CONFLICT', 'UNAUTHENTICATED'].includes(code))).toBe(
      true,
    );
    expect(await complaintsOf(job.customerId)).toHaveLength(1);
  });

  it('ends: with its time, when it is taken back, and when the account was quicker', async () => {
    const [late, revoked, told] = [await delivered(), await delivered(), await delivered()];
    const tokens: string[] = [];
    for (const job of [late, revoked, told]) {
      const arrives = mail.inbox.next(job.email);
      await deliver(job);
      tokens.push(tokenIn(await arrives));
    }
    const days = await graph.sql<{ days: number }>(
      'select round(extract(epoch from expires_at - now()) / 86400)::int as days from platform.link where record_id = $1',
      [late.jobCardId],
    );
    expect(days).toEqual([{ days: 30 }]);
    await graph.sql('update platform.link set expires_at = now() where record_id = $1', [late.jobCardId]);
    const entry = (await auditOf(graph, revoked.customerId)).find(
      ({ action }) => action === 'ask for feedback',
    )!;
    const stranger = await graph.shop();
    const take = (client: Member['client']) =>
      client.send('mutation ($id: ID!) { revokeLink(id: $id) }', { id: entry.new_values!.link });
    expect((await take(stranger.admin.client)).code).toBe('NOT_FOUND');
    expect((await take(manager.client)).code).toBeUndefined();
    const { client } = await accountOf(graph, shop, told.customerId);
    await submit(client, { jobCardId: told.jobCardId, rating: 5 });
    for (const token of tokens) expect((await open(token)).code).toBe('LINK_INVALID');
  });

  it('is not sent for a job whose feedback is there, nor to a customer who is archived', async () => {
    const [given, archived] = [await delivered(), await delivered()];
    await submit(shop.admin.client, { jobCardId: given.jobCardId, rating: 5 });
    await shop.admin.client.ask('mutation ($id: ID!) { archiveCustomer(id: $id) { id } }', {
      id: archived.customerId,
    });
    for (const job of [given, archived]) await deliver(job);
    await untilIdle(graph);
    for (const { email } of [given, archived]) expect(mail.inbox.to(email)).toEqual([]);
  });
});

test('a customer without feedback has none', async () => {
  const { id } = await createCustomer(shop.admin.client, { serviceCentreId: shop.centres[0] });
  const { client } = await accountOf(graph, shop, id);
  expect(await listed(client, {})).toEqual([]);
});
