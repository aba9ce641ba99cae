import type { GraphAnswer, GraphClient } from '../harness/client';
import type { Shop } from '../harness/shop';
import { stocked, storeOf } from './stock.fixtures';

export const COUNTER_ORDER = `id version createdAt updatedAt number status currency walkIn notes cancelledReason processedAt
  readyAt deliveredAt cancelledAt total { amount currency } customer { id } serviceCentre { id } location { id }
  createdBy { id } deliveredBy { id }
  lines { id version createdAt updatedAt position sku partName quantity leftOff reserved taxCategory discountPercent
    part { id } unitPrice { amount } discount { amount } amount { amount } unitCost { amount } }`;

export interface CounterLine {
  id: string;
  quantity: string;
  leftOff: string;
  reserved: string;
  amount: { amount: string };
  unitCost: { amount: string } | null;
}

export interface CounterOrder {
  id: string;
  version: number;
  number: string;
  status: string;
  total: { amount: string };
  lines: CounterLine[];
}

type Answer = GraphAnswer<{ order: CounterOrder } | null>;

const CREATE = `mutation ($input: CreateCounterOrderInput!) { order: createCounterOrder(input: $input) { ${COUNTER_ORDER} } }`;

export const tryToOrder = (client: GraphClient, input: object): Promise<Answer> =>
  client.send(CREATE, { input });

export const order = async (
  client: GraphClient,
  lines: object[],
  input: object = {},
): Promise<CounterOrder> =>
  (await client.ask<{ order: CounterOrder }>(CREATE, { input: { lines, ...input } })).order;

export type Move = 'process' | 'processPart' | 'ready' | 'deliver' | 'cancel' | 'update';

const DOCUMENTS: Record<Move, string> = {
  process: `mutation ($id: ID!, $v: Int) { order: processCounterOrder(id: $id, expectedVersion: $v) { ${COUNTER_ORDER} } }`,
  processPart: `mutation ($id: ID!) { order: processCounterOrder(id: $id, partial: true) { ${COUNTER_ORDER} } }`,
  ready: `mutation ($id: ID!, $v: Int) { order: markCounterOrderReady(id: $id, expectedVersion: $v) { ${COUNTER_ORDER} } }`,
  deliver: `mutation ($id: ID!, $v: Int) { order: deliverCounterOrder(id: $id, expectedVersion: $v) { ${COUNTER_ORDER} } }`,
  cancel: `mutation ($id: ID!, $why: String! = " Changed their mind ", $v: Int) { order: cancelCounterOrder(id: $id, reason: $why, expectedVersion: $v) { ${COUNTER_ORDER} } }`,
  update: `mutation ($id: ID!, $input: UpdateCounterOrderInput!) { order: updateCounterOrder(id: $id, input: $input) { ${COUNTER_ORDER} } }`,
};

export const tryTo = (client: GraphClient, move: Move, id: string, more: object = {}): Promise<Answer> =>
  client.send(DOCUMENTS[move], { id, ...more });

export async function doTo(
  client: GraphClient,
  move: Move,
  id: string,
  more: object = {},
): Promise<CounterOrder> {
  const { data, errors } = await tryTo(client, move, id, more);
  expect(errors).toEqual([]);
  return data!.order;
}

const WAY: readonly Move[] = ['process', 'ready', 'deliver'];
const STANDS = ['PENDING', 'PROCESSING', 'READY', 'DELIVERED'] as const;

/** Taken so far. */
export async function takenTo(
  client: GraphClient,
  status: (typeof STANDS)[number],
  lines: object[],
  input: object = {},
): Promise<CounterOrder> {
  let made = await order(client, lines, input);
  for (const move of WAY.slice(0, STANDS.indexOf(status))) made = await doTo(client, move, made.id);
  return made;
}

export const euro = (amount: string) => ({ amount, currency: 'EUR' });

/** An order of two of four that lie in the store of the centre, at ten each. */
export async function openCounterOrder(
  { client, shop, centre }: { client: GraphClient; shop: Shop; centre: string },
  status: (typeof STANDS)[number],
  input: object = {},
  name = 'Part over the counter',
): Promise<string> {
  const locationId = await storeOf(shop, shop.centres.indexOf(centre));
  const { partId } = await stocked(client, locationId, '4', { name, price: euro('10.00') });
  const lines = [{ partId, quantity: '2' }];
  return (await takenTo(client, status, lines, { serviceCentreId: centre, ...input })).id;
}
