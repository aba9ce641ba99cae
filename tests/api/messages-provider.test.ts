import twilio from 'twilio';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import type { Sms } from './message-servers.fixtures';
import { messageServers } from './message-servers.fixtures';
import {
  consent,
  fromTwilio,
  messagesOf,
  newPhone,
  PUBLIC_URL,
  reachableCustomer,
  reply,
  sendMessage,
  UNDER_WAY,
} from './messages.fixtures';
import { from, requestReset, runDueNow } from './sign-in.fixtures';

const { sms, environment } = messageServers();
environment.TWILIO_WHATSAPP_FROM = '+15005550009';
environment.PUBLIC_URL = PUBLIC_URL;
const graph = useGraph({ environment });

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

/** A text message that the provider has taken, with the address it reports to. */
async function sent(): Promise<{ sms: Sms; customerId: string }> {
  const { id, phone } = await reachableCustomer(shop.admin.client);
  const arrives = sms.inbox.next(phone);
  await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' });
  const message = await arrives;
  await untilIdle(graph);
  return { sms: message, customerId: id };
}

const stateOf = async (customerId: string) => {
  const [message] = await messagesOf(shop.admin.client, { customerId });
  const { state, errorCode, deliveredAt } = message!;
  return { state, errorCode, delivered: deliveredAt !== null };
};

const report = ({ reportTo, sid }: Sms, word: string, more: Record<string, string> = {}) =>
  fromTwilio(graph, reportTo!.slice(PUBLIC_URL.length), { MessageSid: sid, MessageStatus: word, ...more });

describe('a receipt of the provider', () => {
  const SENT = { state: 'SENT', errorCode: null, delivered: false };
  const DELIVERED = { state: 'DELIVERED', errorCode: null, delivered: true };

  it('says that the message has arrived; what comes later, or twice, does not undo it', async () => {
    const { sms: message, customerId } = await sent();
    expect(await stateOf(customerId)).toEqual(SENT);
    for (const word of ['queued', 'sent']) await report(message, word);
    expect(await stateOf(customerId)).toEqual(SENT);
    expect(await report(message, 'delivered')).toBe(200);
    const [before] = await messagesOf(shop.admin.client, { customerId });
    for (const word of ['delivered', 'sent', 'sending', 'failed']) await report(message, word);
    expect(await stateOf(customerId)).toEqual(DELIVERED);
    expect((await messagesOf(shop.admin.client, { customerId }))[0]).toEqual(before);
  });

  it('says that it failed, with the code, unless it has arrived after all', async () => {
    const { sms: message, customerId } = await sent();
    await report(message, 'undelivered', { ErrorCode: '30005' });
    expect(await stateOf(customerId)).toEqual({ state: 'FAILED', errorCode: '30005', delivered: false });
    await report(message, 'sent');
    expect((await stateOf(customerId)).state).toBe('FAILED');
    await report(message, 'delivered');
    expect(await stateOf(customerId)).toEqual(DELIVERED);
  });

  it('comes to the same in every order, all at once', async () => {
    for (const words of [
      ['sent', 'delivered', 'failed'],
      ['failed', 'sent', 'delivered'],
      ['delivered', 'failed', 'sent'],
    ]) {
      const { sms: message, customerId } = await sent();
      await Promise.all(words.flatMap((word) => [report(message, word), report(message, word)]));
      expect([words, await stateOf(customerId)]).toEqual([words, DELIVERED]);
    }
  });

  it('counts although it comes before our own word that the message was sent', async () => {
    const { sms: message, customerId } = await sent();
    await graph.sql(
      `update customer.message set state = 'QUEUED', provider_id = null, sent_at = null,
         sending_until = now() + interval '1 minute' where customer_id = $1`,
      [customerId],
    );
    await report(message, 'sent');
    expect(await stateOf(customerId)).toEqual(SENT);
    await report(message, 'delivered');
    expect(await stateOf(customerId)).toEqual(DELIVERED);
  });

  it('of an attempt that failed says nothing of the next one', async () => {
    const { sms: message, customerId } = await sent();
    await report(message, 'failed');
    const [failed] = await messagesOf(shop.admin.client, { customerId });
    const again = sms.inbox.next(message.to);
    await shop.admin.client.ask('mutation ($id: ID!) { retryMessage(id: $id) { id } }', {
      id: failed!.id,
    });
    await report(message, 'failed');
    const second = await again;
    await untilIdle(graph);
    await report(message, 'failed');
    expect((await stateOf(customerId)).state).toBe('SENT');
    await report(second, 'delivered');
    expect(await stateOf(customerId)).toEqual(DELIVERED);
  });

  it('is believed only when it is signed, for this address and these words', async () => {
    const { sms: message, customerId } = await sent();
    const address = message.reportTo!.slice(PUBLIC_URL.length);
    const form = { MessageSid: message.sid, MessageStatus: 'delivered' };
    const good = twilio.getExpectedTwilioSignature(
      environment.TWILIO_AUTH_TOKEN!,
      PUBLIC_URL + address,
      form,
    );
    const other = await sent();
    const otherAddress = other.sms.reportTo!.slice(PUBLIC_URL.length);
    const refused = await Promise.all([
      fromTwilio(graph, address, form, { token: 'another token' }),
      fromTwilio(graph, address, form, { signature: '' }),
      fromTwilio(graph, address, form, { signature: `${good.startsWith('A') ? 'B' : 'A'}${good.slice(1)}` }),
      fromTwilio(graph, address, { ...form, MessageStatus: 'failed' }, { signature: good }),
      fromTwilio(graph, otherAddress, form, { signature: good }),
    ]);
    expect(refused).toEqual([403, 403, 403, 403, 403]);
    expect(await stateOf(customerId)).toEqual(SENT);
    expect(await stateOf(other.customerId)).toEqual(SENT);
    expect(await fromTwilio(graph, address, form, { signature: good })).toBe(200);
    expect(await stateOf(customerId)).toEqual(DELIVERED);
  });

  it('about nothing that is ours is taken without effect', async () => {
    const { sms: message } = await sent();
    const [path] = message.reportTo!.slice(PUBLIC_URL.length).split('?');
    const form = { MessageSid: 'SM1', MessageStatus: 'delivered' };
    const unknown = '018f0000-0000-7000-8000-000000000000';
    expect(await fromTwilio(graph, path!, form)).toBe(200);
    for (const organisation of [shop.id, unknown])
      expect(
        await fromTwilio(graph, `${path}?organisation=${organisation}&message=${unknown}&attempt=1`, form),
      ).toBe(200);
  });
});

describe('the address for the provider', () => {
  const ask = (init: RequestInit) => fetch(`${graph.url}/webhooks/twilio/replies`, init);
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

  it('takes forms by POST, of a bounded size', async () => {
    expect((await ask({ method: 'GET' })).status).toBe(405);
    expect((await ask({ method: 'POST', body: '{}' })).status).toBe(415);
    expect((await ask({ method: 'POST', headers: FORM, body: 'a'.repeat(70_000) })).status).toBe(413);
    expect((await ask({ method: 'POST', headers: FORM, body: 'From=1' })).status).toBe(403);
  });

  it('is the only way to what it tells: nobody asks the graph for it, not even an administrator', async () => {
    for (const client of [graph.anonymous(), shop.admin.client])
      for (const field of [
        'mutation { takeMessageReply(channel: SMS, from: "+1", providerId: "1", body: "STOP") }',
        '{ keptMessages { body } }',
      ])
        expect((await client.send(field)).code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

const consentsOf = async (customerId: string) => {
  const { customer } = await shop.admin.client.ask<{ customer: { consents: Record<string, unknown>[] } }>(
    `query ($id: ID!) { customer(id: $id) { consents {
       channel purpose given source evidence occurredAt version createdAt updatedAt id } } }`,
    { id: customerId },
  );
  return customer.consents;
};

describe.each(['STOP', 'StopAll', ' unsubscribe ', 'CANCEL.', 'end', 'Quit', 'revoke', 'OPTOUT'])(
  'the word %j',
  (word) => {
    it('stops what is sent to the phone, and START gives it back', async () => {
      const { id, phone } = await reachableCustomer(shop.admin.client);
      const write = async () =>
        (await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' })).data.sendMessage;
      expect((await write()).state).toEqual(UNDER_WAY);
      await untilIdle(graph);
      expect(await reply(graph, phone, word)).toBe(200);
      expect(await write()).toMatchObject({ state: 'SUPPRESSED', suppressedBecause: 'STOPPED', attempts: 0 });
      await reply(graph, phone, 'START');
      expect((await write()).state).toEqual(UNDER_WAY);
    });
  },
);

describe('a STOP', () => {
  it('is recorded as withdrawn consent of all who have the phone, for all purposes, with its words', async () => {
    const phone = newPhone();
    const { id } = await reachableCustomer(shop.admin.client, { phone });
    const { id: spouse } = await reachableCustomer(shop.admin.client, { phone });
    const { id: stranger } = await reachableCustomer(shop.admin.client);
    await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' });
    await reply(graph, phone, 'Stop');
    for (const customer of [id, spouse]) {
      const said = await consentsOf(customer);
      expect(said).toHaveLength(2);
      expect(new Set(said.map(({ purpose }) => purpose))).toEqual(new Set(['SERVICE', 'MARKETING']));
      expect(said[0]).toMatchObject({
        channel: 'SMS',
        given: false,
        source: 'REPLY',
        evidence: expect.stringMatching(/^Stop \(SM/),
        occurredAt: expect.any(String),
        version: 1,
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      });
    }
    expect(await consentsOf(stranger)).toEqual([]);
    const audited = await graph.sql(
      `select from platform.audit_log where organisation_id = $1 and entity_type = 'Consent' and actor_kind = 'SYSTEM'`,
      [shop.id],
    );
    expect(audited.length).toBeGreaterThanOrEqual(4);
  });

  it('counts once, however often the provider says it, also after a START', async () => {
    const { id, phone } = await reachableCustomer(shop.admin.client);
    await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' });
    const MessageSid = `SM${'7'.repeat(32)}`;
    await Promise.all(Array.from({ length: 5 }, () => reply(graph, phone, 'STOP', { MessageSid })));
    expect(await consentsOf(id)).toHaveLength(2);
    await reply(graph, phone, 'START');
    await reply(graph, phone, 'STOP', { MessageSid });
    expect((await consentsOf(id))[0]).toMatchObject({ given: true });
    expect(
      (await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' })).data.sendMessage.state,
    ).toEqual(UNDER_WAY);
  });

  it('is for its own channel, and for what was not asked for', async () => {
    const member = await shop.staff('ADVISOR');
    const { id, phone, email } = await reachableCustomer(shop.admin.client);
    await graph.sql('update customer.user_account set phone = $2 where id = $1', [member.id, phone]);
    await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' });
    await untilIdle(graph);
    await reply(graph, phone, 'STOP');
    const { data } = await sendMessage(shop.admin.client, {
      customerId: id,
      channel: 'EMAIL',
      subject: 'Hello',
    });
    expect(data.sendMessage).toMatchObject({ state: UNDER_WAY, recipient: email });
    expect(
      (await sendMessage(shop.admin.client, { customerId: id, channel: 'WHATSAPP' })).data.sendMessage.state,
    ).toEqual(UNDER_WAY);
    const arrives = sms.inbox.next(phone);
    await requestReset(from(graph), { login: phone, organisation: shop.slug, channel: 'SMS' });
    expect((await arrives).text).toContain('#');
  });

  it('by WhatsApp stops WhatsApp', async () => {
    const { id, phone } = await reachableCustomer(shop.admin.client);
    await sendMessage(shop.admin.client, { customerId: id, channel: 'WHATSAPP' });
    await reply(graph, `whatsapp:${phone}`, 'STOP', { To: 'whatsapp:+15005550009' });
    const state = async (channel: string) =>
      (await sendMessage(shop.admin.client, { customerId: id, channel })).data.sendMessage.state;
    expect([await state('WHATSAPP'), await state('SMS')]).toEqual(['SUPPRESSED', UNDER_WAY]);
  });

  it('counts for every organisation that wrote to the phone, and for no other', async () => {
    const [second, third] = [await graph.shop(), await graph.shop()];
    const phone = newPhone();
    const people = await Promise.all(
      [shop, second, third].map(async (each) => ({
        client: each.admin.client,
        id: (await reachableCustomer(each.admin.client, { phone })).id,
      })),
    );
    const write = async ({ client, id }: (typeof people)[number]) =>
      (await sendMessage(client, { customerId: id, channel: 'SMS' })).data.sendMessage.state;
    for (const each of people.slice(0, 2)) await write(each);
    await reply(graph, phone, 'STOP');
    expect(await Promise.all(people.map(write))).toEqual(['SUPPRESSED', 'SUPPRESSED', UNDER_WAY]);
  });

  it('in other words, or to another number, is none', async () => {
    const { id, phone } = await reachableCustomer(shop.admin.client);
    await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' });
    await reply(graph, phone, 'Please stop by tomorrow');
    await reply(graph, phone, 'STOP', { To: '+15005550001' });
    expect(await consentsOf(id)).toEqual([]);
  });

  it('keeps back what waits to be tried again', async () => {
    const { id, phone } = await reachableCustomer(shop.admin.client);
    sms.answer = { status: 503, body: { code: 20503, status: 503 } };
    await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' });
    await untilIdle(graph);
    sms.answer = null;
    await reply(graph, phone, 'STOP');
    expect((await messagesOf(shop.admin.client, { customerId: id }))[0]).toMatchObject({
      state: 'SUPPRESSED',
      suppressedBecause: 'STOPPED',
    });
    await runDueNow(graph);
    expect(sms.inbox.to(phone)).toEqual([]);
  });

  it('is not undone by what the desk writes down; START gives back no advertising that nobody wanted', async () => {
    const [wanted, unwanted] = [
      await reachableCustomer(shop.admin.client),
      await reachableCustomer(shop.admin.client),
    ];
    await consent(shop.admin.client, { customerId: wanted.id, purpose: 'MARKETING', given: true });
    for (const { id, phone } of [wanted, unwanted]) {
      await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' });
      await reply(graph, phone, 'STOP');
      await consent(shop.admin.client, { customerId: id, given: true });
      expect(
        (await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' })).data.sendMessage,
      ).toMatchObject({
        suppressedBecause: 'STOPPED',
      });
      await reply(graph, phone, 'unstop');
    }
    const advertise = async (customerId: string) =>
      (await sendMessage(shop.admin.client, { customerId, channel: 'SMS', purpose: 'MARKETING' })).data
        .sendMessage;
    expect(await advertise(wanted.id)).toMatchObject({ state: UNDER_WAY, basis: 'CONSENT' });
    expect(await advertise(unwanted.id)).toMatchObject({ suppressedBecause: 'NO_CONSENT' });
  });
});
