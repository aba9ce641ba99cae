import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../shared/ids';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { eventually } from './customers.fixtures';
import { messageServers } from './message-servers.fixtures';
import { messagesOf, PUBLIC_URL, reachableCustomer, reply, sendMessage } from './messages.fixtures';
import { runDueNow } from './sign-in.fixtures';

const { sms, environment } = messageServers();
environment.PUBLIC_URL = PUBLIC_URL;
const graph = useGraph({ environment });

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

/** Somebody who was written to before, so that their word counts. */
async function known() {
  const customer = await reachableCustomer(shop.admin.client);
  const write = (body = 'News.') =>
    sendMessage(shop.admin.client, { customerId: customer.id, channel: 'SMS', body });
  await write();
  await untilIdle(graph);
  const [sent] = await graph.sql<{ address_hash: string }>(
    'select address_hash from customer.message where customer_id = $1',
    [customer.id],
  );
  return { ...customer, write, addressHash: sent!.address_hash };
}

const statesOf = async (customerId: string) =>
  (await messagesOf(shop.admin.client, { customerId })).map(({ state }) => state);

/** A wrong answer would come at once. */
const A_WHILE_MS = 400;

describe('once a STOP is answered', () => {
  it('nothing goes out of fifty messages that are being written and sent', async () => {
    const { id, phone, write } = await known();
    const writing = Array.from({ length: 50 }, (_, n) => write(`Message ${n}`));
    // Some are out, some are on their way, some are not written yet.
    await Promise.race(writing.slice(20));
    expect(await reply(graph, phone, 'STOP')).toBe(200);
    const outAtTheAnswer = sms.inbox.to(phone).length;
    await Promise.all(writing);
    await untilIdle(graph);
    await runDueNow(graph);
    expect(sms.inbox.to(phone)).toHaveLength(outAtTheAnswer);
    const states = await statesOf(id);
    expect(states).toHaveLength(51);
    expect(new Set(states)).toEqual(new Set(['SENT', 'SUPPRESSED']));
    expect(states.filter((state) => state === 'SENT')).toHaveLength(outAtTheAnswer);
  });

  it('what was on its way has arrived: the answer waits for it', async () => {
    const { id, phone, write } = await known();
    const asked = sms.asked;
    const arrive = sms.hold();
    await write('On its way.');
    await eventually(async () => expect(sms.asked).toBe(asked + 1));
    let answered = false;
    const stop = reply(graph, phone, 'STOP').then((status) => {
      answered = true;
      return status;
    });
    await eventually(async () =>
      expect(await graph.sql('select from customer.consent where customer_id = $1', [id])).toHaveLength(2),
    );
    await pause(A_WHILE_MS);
    expect([answered, sms.inbox.to(phone).length]).toEqual([false, 1]);
    arrive();
    expect(await stop).toBe(200);
    expect(sms.inbox.to(phone)).toHaveLength(2);
    expect(await statesOf(id)).toEqual(['SENT', 'SENT']);
  });

  it('a message that is found in the queue all the same is held back by who would send it', async () => {
    const { id, phone, write } = await known();
    await reply(graph, phone, 'STOP');
    await write();
    const [message] = await graph.sql<{ id: string }>(
      `update customer.message set state = 'QUEUED', suppressed_because = null
       where customer_id = $1 and state = 'SUPPRESSED' returning id`,
      [id],
    );
    await graph.sql(
      `select graphile_worker.add_job('message', json_build_object('organisationId', $1::text, 'messageId', $2::text))`,
      [shop.id, message!.id],
    );
    await untilIdle(graph);
    expect(await statesOf(id)).toEqual(['SUPPRESSED', 'SENT']);
    expect(sms.inbox.to(phone)).toHaveLength(1);
  });

  it('who sends has looked before the STOP was written, or sees it: they share the lock of the address', async () => {
    const { id, phone, write, addressHash } = await known();
    const lock = [`${shop.id} ${addressHash}`];
    await graph.sql('select pg_advisory_lock(hashtextextended($1, 0))', lock);
    try {
      await write();
      await eventually(async () =>
        expect(
          await graph.sql(
            `select from pg_locks where locktype = 'advisory' and not granted
               and database = (select oid from pg_database where datname = current_database())`,
          ),
        ).toHaveLength(1),
      );
      // Whoever stops the address goes on to its messages: who sends must not hold one while it waits for the address.
      const free = `select from customer.message where customer_id = $1 and state = 'QUEUED' for no key update skip locked`;
      expect(await graph.sql(free, [id])).toHaveLength(1);
      await graph.sql(
        `insert into customer.opt_out (organisation_id, id, version, created_at, updated_at, channel, address_hash,
           stopped, occurred_at) values ($1, $2, 1, now(), now(), 'SMS', $3, true, now())`,
        [shop.id, newId(), addressHash],
      );
    } finally {
      await graph.sql('select pg_advisory_unlock(hashtextextended($1, 0))', lock);
    }
    await untilIdle(graph);
    expect(await statesOf(id)).toEqual(['SUPPRESSED', 'SENT']);
    expect(sms.inbox.to(phone)).toHaveLength(1);
  });

  it('is not answered while somebody sends for longer than the provider waits, and says so', async () => {
    const { id, phone } = await known();
    await graph.sql(
      "update customer.message set sending_until = now() + interval '1 minute' where customer_id = $1",
      [id],
    );
    expect(await reply(graph, phone, 'STOP')).toBe(503);
    expect(await graph.sql('select from customer.consent where customer_id = $1', [id])).toHaveLength(2);
  });
});
