import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { openCounterOrder, tryTo } from './counter-orders.fixtures';
import { accountOf } from './customers.fixtures';
import { consent, type Message, messagesOf, notificationsOf, reachableCustomer } from './messages.fixtures';
import { setting } from './sign-in.fixtures';

/** Nobody is written to here: what would go out is kept, and can be read. */
const graph = useGraph({ own: true });

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  await setting(shop.admin.client, { locale: 'en-GB' });
});

interface Processed {
  id: string;
  number: string;
}

/** An order that is processed, of this customer or of somebody who walked in. */
async function processed(customerId?: string): Promise<Processed> {
  const host = { client: shop.admin.client, shop, centre: shop.centres[0]! };
  const id = await openCounterOrder(host, 'PROCESSING', customerId ? { customerId } : {});
  const { counterOrder } = await shop.admin.client.ask<{ counterOrder: Processed }>(
    'query ($id: ID!) { counterOrder(id: $id) { id number } }',
    { id },
  );
  return counterOrder;
}

const READY = `mutation ($id: ID!, $notify: Boolean) { markCounterOrderReady(id: $id, notify: $notify) { status } }`;

async function ready(id: string, notify?: boolean): Promise<void> {
  await shop.admin.client.ask(READY, { id, notify });
  await untilIdle(graph);
}

const written = async (customerId: string): Promise<Message[]> =>
  (await messagesOf(shop.admin.client, { customerId })).sort((a, b) => (a.channel < b.channel ? -1 : 1));

it('an order that lies ready is told to its customer by e-mail, by text and in their account, once', async () => {
  const { id: customerId, email, phone } = await reachableCustomer(shop.admin.client);
  const account = await accountOf(graph, shop, customerId);
  const { id, number } = await processed(customerId);
  await ready(id);
  await ready(id);
  const about = { kind: 'COUNTER_ORDER_READY', state: 'KEPT', basis: 'CONTRACT', relatedId: id };
  const text = `Your order ${number} lies ready for you: First centre.`;
  expect(await written(customerId)).toEqual([
    expect.objectContaining({
      ...about,
      channel: 'EMAIL',
      recipient: email,
      relatedType: 'CounterOrder',
      subject: `Your order ${number} is ready`,
      body: expect.stringContaining(text),
    }),
    expect.objectContaining({
      ...about,
      channel: 'SMS',
      recipient: phone,
      body: expect.stringContaining(text),
    }),
  ]);
  expect(await notificationsOf(account.client)).toEqual([
    expect.objectContaining({
      kind: 'COUNTER_ORDER_READY',
      type: 'SUCCESS',
      category: 'INVENTORY',
      title: `Your order ${number} is ready`,
      actionUrl: `/counter-orders/${id}`,
    }),
  ]);
});

it('is told once, however many say so at the same time', async () => {
  const { id: customerId } = await reachableCustomer(shop.admin.client, { phone: null });
  const { id } = await processed(customerId);
  const answers = await Promise.all(Array.from({ length: 20 }, () => tryTo(shop.admin.client, 'ready', id)));
  expect(answers.map(({ data }) => data?.order.status)).toEqual(Array(20).fill('READY'));
  await untilIdle(graph);
  expect(await written(customerId)).toHaveLength(1);
});

it.each([
  ['it', 'Il suo ordine', 'è pronto per il ritiro'],
  ['sw', 'Oda yako', 'iko tayari kuchukuliwa'],
])('in the language of the customer: %s', async (language, ...words) => {
  const { id: customerId } = await reachableCustomer(shop.admin.client, { language, phone: null });
  const { id, number } = await processed(customerId);
  await ready(id);
  const [letter] = await written(customerId);
  for (const word of [...words, number]) expect(letter!.body).toContain(word);
});

it('in the words of the organisation, where it has its own', async () => {
  const { id: customerId } = await reachableCustomer(shop.admin.client, { email: null });
  const { id, number } = await processed(customerId);
  const template = { kind: 'COUNTER_ORDER_READY', channel: 'SMS', language: 'EN' };
  const save = (body: string | null) =>
    shop.admin.client.ask(
      'mutation ($input: UpdateMessageTemplateInput!) { updateMessageTemplate(input: $input) { body } }',
      { input: { ...template, body } },
    );
  await save('Come and get {{number}}, {{name}}.');
  await ready(id);
  await save(null);
  expect(await written(customerId)).toEqual([
    expect.objectContaining({ body: expect.stringMatching(`^Come and get ${number}, .+\\.$`) }),
  ]);
});

it('to nobody when the customer stands at the counter, or walked in', async () => {
  const { id: customerId } = await reachableCustomer(shop.admin.client);
  const before = await messagesOf(shop.admin.client);
  await ready((await processed(customerId)).id, false);
  await ready((await processed()).id);
  expect(await messagesOf(shop.admin.client)).toEqual(before);
});

it('not by a text to who withdrew their consent, and not by a way that they switched off', async () => {
  const { id: customerId } = await reachableCustomer(shop.admin.client);
  const account = await accountOf(graph, shop, customerId);
  await consent(shop.admin.client, { customerId });
  await account.client.ask(
    `mutation { updateNotificationPreferences(input: { preferences: [
       { category: INVENTORY, channel: EMAIL, enabled: false } ] }) { enabled } }`,
  );
  await ready((await processed(customerId)).id);
  expect(
    (await written(customerId)).map((each) => [each.channel, each.state, each.suppressedBecause]),
  ).toEqual([
    ['EMAIL', 'SUPPRESSED', 'SWITCHED_OFF'],
    ['SMS', 'SUPPRESSED', 'CONSENT_WITHDRAWN'],
  ]);
});
