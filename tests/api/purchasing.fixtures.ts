import { newId } from '../../shared/ids';
import type { GraphAnswer, GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { eventually } from './customers.fixtures';
import { createPart, type MadePart } from './parts.fixtures';

export interface Id {
  id: string;
  version: number;
}

export interface OrderLine {
  id: string;
  position: number;
  quantity: string;
  receivedQuantity: string;
  outstandingQuantity: string;
  part: { id: string } | null;
  unitPrice: { amount: string };
  total: { amount: string };
}

export interface Order extends Id {
  number: string;
  status: string;
  total: { amount: string; currency: string };
  lines: OrderLine[];
}

export interface Request extends Id {
  status: string;
  quantity: string;
  causes: { type: string; quantity: string; note: string | null }[];
  purchaseOrder: { id: string } | null;
}

export const ORDER = `id version number status total { amount currency } lines { id position quantity receivedQuantity
  outstandingQuantity part { id } unitPrice { amount } total { amount } }`;
export const REQUEST = `id version status quantity causes { type quantity note } purchaseOrder { id }`;

export const CREATE_ORDER = `mutation ($input: CreatePurchaseOrderInput!) { done: createPurchaseOrder(input: $input) { ${ORDER} } }`;
export const UPDATE_ORDER = `mutation ($id: ID!, $input: UpdatePurchaseOrderInput!) {
  done: updatePurchaseOrder(id: $id, input: $input) { ${ORDER} } }`;
export const RECEIVE = `mutation ($id: ID!, $input: ReceivePurchaseOrderInput!) {
  done: receivePurchaseOrder(id: $id, input: $input) { ${ORDER} } }`;
export const ORDER_REQUESTS = `mutation ($input: OrderRequestsInput!) {
  done: createPurchaseOrderFromRequests(input: $input) { ${ORDER} } }`;
export const CREATE_REQUEST = `mutation ($input: CreatePurchaseRequestInput!) {
  done: createPurchaseRequest(input: $input) { ${REQUEST} } }`;
export const DISMISS = `mutation ($id: ID!, $reason: String!, $expectedVersion: Int) {
  done: dismissPurchaseRequest(id: $id, reason: $reason, expectedVersion: $expectedVersion) { ${REQUEST} } }`;

const withReason = (field: string, more = ''): string =>
  `mutation ($id: ID!, $reason: String!, $expectedVersion: Int) {
     done: ${field}(id: $id, reason: $reason, expectedVersion: $expectedVersion${more}) { ${ORDER} } }`;
const plain = (field: string): string => `mutation ($id: ID!, $expectedVersion: Int) {
  done: ${field}(id: $id, expectedVersion: $expectedVersion) { ${ORDER} } }`;

/** The commands that take an order from state to state. */
export const MOVES = {
  submit: plain('submitPurchaseOrder'),
  approve: plain('approvePurchaseOrder'),
  send: plain('sendPurchaseOrder'),
  reject: withReason('rejectPurchaseOrder'),
  cancel: withReason('cancelPurchaseOrder'),
  close: withReason('closePurchaseOrder'),
  closeForGood: withReason('closePurchaseOrder', ', rest: DISMISS'),
} as const;
export type Move = keyof typeof MOVES;

export type Answer<T = Order> = GraphAnswer<{ done: T } | null>;

export const move = (
  client: GraphClient,
  what: Move,
  id: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> => client.send(MOVES[what], { id, reason: 'Because.', ...variables });

export const send = <T = Order>(
  client: GraphClient,
  command: string,
  variables: Record<string, unknown>,
): Promise<Answer<T>> => client.send<{ done: T } | null>(command, variables);

/** The answer of a command that must succeed. */
export async function done<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { errors, data } = await answer;
  if (errors.length) throw new Error(errors.map(({ message }) => message).join('; '));
  return data!.done;
}

/** A shop that buys: two who may decide, one who asks, a supplier, a place and parts. */
export interface Buying {
  shop: Shop;
  buyer: Member;
  approver: Member;
  supplierId: string;
  locationId: string;
}

export async function openBuying(graph: TestGraph, options: { centres?: number } = {}): Promise<Buying> {
  const shop = await graph.shop(options);
  const [buyer, approver] = [await shop.staff('MANAGER'), await shop.staff('MANAGER')];
  const supplierId = await createSupplier(buyer.client);
  return {
    shop,
    buyer,
    approver,
    supplierId,
    locationId: await locationOf(shop.admin.client, shop.centres[0]!),
  };
}

export async function createSupplier(client: GraphClient, input: object = {}): Promise<string> {
  const { createSupplier: made } = await client.ask<{ createSupplier: { id: string } }>(
    'mutation ($input: CreateSupplierInput!) { createSupplier(input: $input) { id } }',
    { input: { name: 'Ricambi Po', currency: 'EUR', ...input } },
  );
  return made.id;
}

/** The store room of a service centre, which opens behind the centre. */
export async function locationOf(client: GraphClient, centre: string): Promise<string> {
  let found: string | undefined;
  await eventually(async () => {
    const { stockLocations } = await client.ask<{
      stockLocations: { nodes: { id: string; serviceCentre: { id: string } | null }[] };
    }>('{ stockLocations(first: 100) { nodes { id serviceCentre { id } } } }');
    found = stockLocations.nodes.find(({ serviceCentre }) => serviceCentre?.id === centre)?.id;
    if (!found) throw new Error('The store room is not open yet.');
  });
  return found!;
}

/** A place that serves all service centres: put there. */
export async function openWarehouse(graph: TestGraph, { id }: Shop): Promise<string> {
  const [row] = await graph.sql<Id>(
    `insert into inventory.stock_location (organisation_id, id, version, created_at, updated_at, name, kind, active)
     values ($1, $2, 1, now(), now(), 'Central warehouse', 'CENTRAL_WAREHOUSE', true) returning id`,
    [id, newId()],
  );
  return row!.id;
}

export const newPart = ({ buyer }: Buying, input: object = {}): Promise<MadePart> =>
  createPart(buyer.client, input);

export const euro = (amount: string) => ({ amount, currency: 'EUR' });

export const lineOf = (partId: string, quantity = '4', amount = '10.00') => ({
  partId,
  quantity,
  unitPrice: euro(amount),
});

/** A draft of one part, unless told otherwise. */
export async function draft(buying: Buying, input: Record<string, unknown> = {}): Promise<Order> {
  const { buyer, supplierId, locationId } = buying;
  const lines = input.lines ?? [lineOf((await newPart(buying)).id)];
  return done(send(buyer.client, CREATE_ORDER, { input: { supplierId, locationId, ...input, lines } }));
}

/** Takes a draft so far: submitted by the buyer, approved by the other, sent. */
export async function advance(
  { buyer, approver }: Buying,
  id: string,
  to: 'PENDING' | 'APPROVED' | 'ORDERED',
): Promise<Order> {
  let order = await done(move(buyer.client, 'submit', id));
  if (to !== 'PENDING') order = await done(move(approver.client, 'approve', id));
  if (to === 'ORDERED') order = await done(move(buyer.client, 'send', id));
  return order;
}

export const ordered = async (buying: Buying, input: Record<string, unknown> = {}): Promise<Order> =>
  advance(buying, (await draft(buying, input)).id, 'ORDERED');

export const request = (
  { buyer, locationId }: Buying,
  partId: string,
  quantity: string,
  input: Record<string, unknown> = {},
): Promise<Request> =>
  done(send<Request>(buyer.client, CREATE_REQUEST, { input: { partId, locationId, quantity, ...input } }));

/** The requests for a part, the newest first. */
export async function requestsFor(client: GraphClient, partId: string): Promise<Request[]> {
  const { purchaseRequests } = await client.ask<{ purchaseRequests: { nodes: Request[] } }>(
    `query ($filter: PurchaseRequestFilter!) { purchaseRequests(filter: $filter, first: 100) { nodes { ${REQUEST} } } }`,
    { filter: { partId } },
  );
  return purchaseRequests.nodes;
}

/** What stands there in short: `OPEN 4`. */
export const standing = (requests: readonly Request[]): string[] =>
  requests.map(({ status, quantity }) => `${status} ${quantity}`);

/** Requests that are ordered as they are wished. */
export const orderRequests = (
  { buyer }: Buying,
  requests: object[],
  more: object = {},
): Promise<Answer<Order[]>> => send(buyer.client, ORDER_REQUESTS, { input: { requests, ...more } });

/** One request, ordered from the usual supplier; all of it, unless told otherwise. */
export async function orderOne(
  buying: Buying,
  requestId: string,
  quantity: string | null = null,
): Promise<Order> {
  const { supplierId } = buying;
  const wish = { requestId, supplierId, quantity, unitPrice: euro('2.00') };
  return (await done(orderRequests(buying, [wish])))[0]!;
}

/** The requests for a part in short, the newest first: `OPEN 4`. */
export const stands = async ({ buyer }: Buying, partId: string): Promise<string[]> =>
  standing(await requestsFor(buyer.client, partId));

/** Everything that is kept about an organisation's suppliers: a refusal leaves it as it was. */
export async function suppliersKept(graph: TestGraph, shop: Shop): Promise<unknown> {
  await untilIdle(graph, shop.id);
  const [row] = await graph.sql(
    `select (select json_agg(s order by id) from inventory.supplier s where organisation_id = $1) as suppliers,
       (select count(*)::int from platform.event where organisation_id = $1 and subject_type = 'Supplier') as events,
       (select count(*)::int from platform.audit_log where organisation_id = $1 and entity_type = 'Supplier') as audits`,
    [shop.id],
  );
  return row;
}

const BOUGHT = ['purchase_order', 'purchase_order_line', 'goods_receipt', 'goods_receipt_line']
  .concat(['purchase_request', 'purchase_request_cause', 'stock_level', 'stock_movement'])
  .map(
    (table) =>
      `(select json_agg(t order by id) from inventory.${table} t where organisation_id = $1) as ${table}`,
  );

/** Everything that is kept about what an organisation buys: a refusal leaves it as it was. */
export async function purchasesKept(graph: TestGraph, shop: Shop): Promise<unknown> {
  await untilIdle(graph, shop.id);
  const [row] = await graph.sql(
    `select ${BOUGHT.join(', ')},
       (select json_agg(n order by kind) from platform.number_series n where organisation_id = $1) as numbers,
       (select count(*)::int from platform.event where organisation_id = $1
         and subject_type in ('PurchaseOrder', 'PurchaseRequest', 'StockLevel')) as events,
       (select count(*)::int from platform.audit_log where organisation_id = $1
         and (entity_type like 'Purchase%' or entity_type like 'GoodsReceipt%')) as audits`,
    [shop.id],
  );
  return row;
}
