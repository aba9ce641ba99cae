import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { eventually } from '../harness/until';
import { accountOf, problemsOf } from './customers.fixtures';
import { arrive, openCard } from './job-cards.fixtures';
import { messageServers } from './message-servers.fixtures';
import { messagesOf, reachableCustomer, sendMessage, UNDER_WAY } from './messages.fixtures';
import { runDueNow } from './sign-in.fixtures';

const { mail, sms, environment } = messageServers();
environment.TWILIO_WHATSAPP_FROM = '+15005550009';
const graph = useGraph({ environment });

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
});

const only = async (customerId: string) => {
  const found = await messagesOf(shop.admin.client, { customerId });
  expect(found).toHaveLength(1);
  return found[0]!;
};

describe('what staff write to a customer', () => {
  it('goes by e-mail through the mail server, with the greeting of the house', async () => {
    const member = await shop.staff('RECEPTIONIST');
    const { id, email } = await reachableCustomer(member.client);
    const arrives = mail.inbox.next(email);
    const { data, code } = await sendMessage(member.client, {
      customerId: id,
      channel: 'EMAIL',
      subject: 'Your car',
      body: 'It is ready {{name}}.',
    });
    expect(code).toBeUndefined();
    expect(data.sendMessage).toMatchObject({
      kind: 'STAFF_MESSAGE',
      state: UNDER_WAY,
      basis: 'CONTRACT',
      recipient: email,
      subject: 'Your car',
      suppressedBecause: null,
    });
    const letter = await arrives;
    expect(letter.subject).toBe('Your car');
    // What a person wrote is a text, not a template.
    expect(letter.text).toContain('Hello Anna Verdi,\r\n\r\nIt is ready {{name}}.\r\n\r\nFirst centre');
    await untilIdle(graph);
    expect(await only(id)).toMatchObject({ state: 'SENT', attempts: 1, sentAt: expect.any(String) });
  });

  it('goes as a text message and by WhatsApp, each from its own number', async () => {
    const { id, phone } = await reachableCustomer(shop.admin.client);
    const text = sms.inbox.next(phone);
    await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' });
    expect(await text).toMatchObject({
      from: '+15005550006',
      text: `Shop ${shop.slug}: Your car is ready.`,
      reportTo: null,
    });
    const chat = sms.inbox.next(`whatsapp:${phone}`);
    await sendMessage(shop.admin.client, { customerId: id, channel: 'WHATSAPP' });
    expect(await chat).toMatchObject({ from: 'whatsapp:+15005550009' });
    await untilIdle(graph);
    expect((await messagesOf(shop.admin.client, { customerId: id, channel: 'WHATSAPP' }))[0]).toMatchObject({
      state: 'SENT',
    });
  });

  it('is cut where a text message ends', async () => {
    const { id, phone } = await reachableCustomer(shop.admin.client);
    const text = sms.inbox.next(phone);
    await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS', body: '🚗'.repeat(400) });
    const { text: sent } = await text;
    expect(sent.length).toBeLessThanOrEqual(480);
    expect(sent).toMatch(/🚗…$/u);
  });

  it('is sent once for one key, however often it is asked for at once', async () => {
    const { id, phone } = await reachableCustomer(shop.admin.client);
    const input = { customerId: id, channel: 'SMS', idempotencyKey: `once-${id}` };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => sendMessage(shop.admin.client, input)),
    );
    expect(new Set(answers.map(({ data }) => data.sendMessage.id)).size).toBe(1);
    await untilIdle(graph);
    expect(sms.inbox.to(phone)).toHaveLength(1);
  });

  it('is about a job card of theirs, or of none', async () => {
    const { customerId, vehicleId } = await arrive(shop.admin.client, shop.centres[0]);
    await shop.admin.client.ask(
      'mutation ($id: ID!, $phone: String!) { updateCustomer(id: $id, input: { phone: $phone }) { id } }',
      {
        id: customerId,
        phone: '+393339998877',
      },
    );
    const card = await openCard(shop.admin.client, vehicleId, { serviceCentreId: shop.centres[0] });
    const input = { customerId, channel: 'SMS', jobCardId: card.id, serviceCentreId: shop.centres[0] };
    const { data } = await sendMessage(shop.admin.client, input);
    expect(data.sendMessage).toMatchObject({ relatedType: 'JobCard', relatedId: card.id });
    expect(await messagesOf(shop.admin.client, { relatedId: card.id })).toHaveLength(1);
    const { id: other } = await reachableCustomer(shop.admin.client);
    expect(problemsOf(await sendMessage(shop.admin.client, { ...input, customerId: other }))).toEqual([
      'jobCardId: UNKNOWN',
    ]);
  });

  it.each([
    ['an unknown customer', { customerId: '018f0000-0000-7000-8000-000000000000' }, 'customerId: UNKNOWN'],
    ['an e-mail without a subject', { channel: 'EMAIL' }, 'subject: REQUIRED'],
    ['a text message with one', { subject: 'News' }, 'subject: NO_SUBJECT'],
    ['a blank text', { body: '   ' }, 'body: MATCHES'],
    [
      'a service centre of others',
      { serviceCentreId: '018f0000-0000-7000-8000-000000000000' },
      'serviceCentreId: SERVICE_CENTRE',
    ],
  ])('is refused with %s', async (_, input, problem) => {
    const member = await shop.staff('ADVISOR');
    const { id } = await reachableCustomer(member.client);
    const answer = await sendMessage(member.client, { customerId: id, channel: 'SMS', ...input });
    expect(problemsOf(answer)).toEqual([problem]);
    expect(await messagesOf(member.client, { customerId: id })).toEqual([]);
  });

  it('is refused where no address is known', async () => {
    const { id } = await reachableCustomer(shop.admin.client, { phone: null });
    expect(problemsOf(await sendMessage(shop.admin.client, { customerId: id, channel: 'WHATSAPP' }))).toEqual(
      ['channel: NO_ADDRESS'],
    );
  });
});

describe('a message that cannot be delivered', () => {
  it('is a dead letter with the provider’s code, and goes out when somebody has it sent again', async () => {
    const { id, phone } = await reachableCustomer(shop.admin.client);
    sms.answer = { status: 400, body: { code: 30006, message: 'Landline', status: 400 } };
    await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' });
    await untilIdle(graph);
    sms.answer = null;
    const [dead] = await messagesOf(shop.admin.client, { state: 'FAILED', customerId: id });
    expect(dead).toMatchObject({ errorCode: '30006', attempts: 1 });
    const RETRY = 'mutation ($id: ID!) { retryMessage(id: $id) { state attempts } }';
    const arrives = sms.inbox.next(phone);
    const { retryMessage } = await shop.admin.client.ask<{ retryMessage: object }>(RETRY, { id: dead!.id });
    expect(retryMessage).toEqual({ state: UNDER_WAY, attempts: expect.any(Number) });
    await arrives;
    await untilIdle(graph);
    expect(await only(id)).toMatchObject({ state: 'SENT', attempts: 2 });
    expect((await shop.admin.client.send(RETRY, { id: dead!.id })).errors[0]?.extensions).toMatchObject({
      code: 'INVALID_TRANSITION',
      from: 'SENT',
      to: 'QUEUED',
    });
    expect(sms.inbox.to(phone)).toHaveLength(1);
  });

  it('is tried again after pauses that grow', async () => {
    const { id } = await reachableCustomer(shop.admin.client);
    sms.answer = { status: 503, body: { code: 20503, status: 503 } };
    await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' });
    await untilIdle(graph);
    const { id: messageId } = await only(id);
    const pauses: number[] = [];
    for (const attempt of [1, 5, 9]) {
      await graph.sql(
        `update graphile_worker._private_jobs set attempts = $2, run_at = now() where payload->>'messageId' = $1`,
        [messageId, attempt - 1],
      );
      await graph.sql("select pg_notify('jobs:insert', '')");
      await eventually(async () => {
        const [job] = await graph.sql<{ pause: number }>(
          `select extract(epoch from run_at - now())::integer as pause from graphile_worker._private_jobs
           where payload->>'messageId' = $1 and attempts = $2 and locked_at is null`,
          [messageId, attempt],
        );
        pauses.push(job!.pause);
      });
    }
    sms.answer = null;
    const [seconds, minutes, hours] = pauses;
    expect(seconds).toBeLessThanOrEqual(3);
    expect(minutes! / 60).toBeGreaterThan(1);
    expect(hours! / 3600).toBeGreaterThan(1);
    await runDueNow(graph);
    expect(await only(id)).toMatchObject({ state: 'SENT' });
  });

  it('is tried as often again after that, and no more', async () => {
    const { id } = await reachableCustomer(shop.admin.client);
    sms.answer = { status: 503, body: { code: 20503, status: 503 } };
    await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' });
    await untilIdle(graph);
    await graph.sql('update customer.message set attempts = 12 where customer_id = $1', [id]);
    await runDueNow(graph);
    const dead = await only(id);
    expect(dead).toMatchObject({ state: 'FAILED', attempts: 13, errorCode: '20503' });
    await shop.admin.client.ask('mutation ($id: ID!) { retryMessage(id: $id) { id } }', { id: dead.id });
    await untilIdle(graph);
    expect(await only(id)).toMatchObject({ state: 'QUEUED', attempts: 14 });
    sms.answer = null;
    await runDueNow(graph);
    expect(await only(id)).toMatchObject({ state: 'SENT', attempts: 15 });
  });
});

describe('the list', () => {
  it('shows each service centre its own, customers what was written to them, and sign-in links to nobody', async () => {
    const [first, second] = shop.centres;
    const here = await shop.staff('ADVISOR');
    const there = await shop.staff('ADVISOR', { centres: [second!] });
    const { id } = await reachableCustomer(shop.admin.client, { serviceCentreId: first });
    const account = await accountOf(graph, shop, id);
    await shop.admin.client.ask('mutation ($id: ID!) { inviteCustomer(customerId: $id) { linkId } }', {
      id: (await reachableCustomer(shop.admin.client, { serviceCentreId: first })).id,
    });
    await sendMessage(here.client, { customerId: id, channel: 'SMS', body: 'From here.' });
    const mine = { customerId: id };
    expect(await messagesOf(here.client, mine)).toHaveLength(1);
    expect(await messagesOf(there.client, mine)).toEqual([]);
    expect((await messagesOf(account.client)).map(({ body }) => body)).toEqual([
      `Shop ${shop.slug}: From here.`,
    ]);
    const kinds = new Set((await messagesOf(shop.admin.client)).map(({ kind }) => kind));
    expect([...kinds]).toEqual(['STAFF_MESSAGE']);
    const rows = await graph.sql<{ template: string }>(
      'select distinct template from customer.message where organisation_id = $1',
      [shop.id],
    );
    expect(rows.map(({ template }) => template)).toContain('INVITATION');
  });

  it('names the customer and the service centre, and counts', async () => {
    const { messages } = await shop.admin.client.ask<{
      messages: { totalCount: number; nodes: { customer: { id: string } | null }[] };
    }>(
      `query ($c: ID!) { messages(filter: { serviceCentreId: $c, channel: SMS, kind: STAFF_MESSAGE }, first: 1) {
         totalCount nodes { version createdAt updatedAt customer { id } serviceCentre { name } } } }`,
      { c: shop.centres[0] },
    );
    expect(messages.totalCount).toBeGreaterThan(0);
    expect(messages.nodes[0]).toMatchObject({
      version: expect.any(Number),
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      customer: { id: expect.any(String) },
      serviceCentre: { name: 'First centre' },
    });
  });
});
