import type { GraphAnswer, GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { euro, takenTo } from './counter-orders.fixtures';
import { openJob, type PartsShop, run } from './job-parts.fixtures';
import { type StockPlace, stocked } from './stock.fixtures';

export const CLAIM = `id version createdAt updatedAt number status quantity fault currency refusedReason decidedAt settlement
  settledAt replacedQuantity lineId cost { amount currency } credit { amount currency } location { id }
  serviceCentre { id } jobCard { id } counterOrder { id } part { id } supplier { id } openedBy { id } decidedBy { id }`;

/** What of it technicians see. */
export const OWN_CLAIM = 'id number status quantity fault lineId jobCard { id } part { id } openedBy { id }';

export interface Claim {
  id: string;
  version: number;
  number: string;
  status: string;
  quantity: string;
  lineId: string;
  cost: { amount: string } | null;
}

type Answer = GraphAnswer<{ claim: Claim } | null>;

const openingWith = (selection: string) =>
  `mutation ($input: OpenWarrantyClaimInput!) { claim: openWarrantyClaim(input: $input) { ${selection} } }`;
const DECIDE = `mutation ($id: ID!, $input: DecideWarrantyClaimInput!) {
  claim: decideWarrantyClaim(id: $id, input: $input) { ${CLAIM} } }`;

export const tryToClaim = (client: GraphClient, input: object, selection = CLAIM): Promise<Answer> =>
  client.send(openingWith(selection), { input: { quantity: '1', fault: ' It leaks. ', ...input } });

export const tryToDecide = (client: GraphClient, id: string, input: object): Promise<Answer> =>
  client.send(DECIDE, { id, input });

const claimIn = ({ data, errors }: Answer): Claim => {
  expect(errors).toEqual([]);
  return data!.claim;
};

export const claim = async (client: GraphClient, input: object, selection = CLAIM): Promise<Claim> =>
  claimIn(await tryToClaim(client, input, selection));

export const decide = async (client: GraphClient, id: string, input: object): Promise<Claim> =>
  claimIn(await tryToDecide(client, id, input));

/** A part at a euro, of which all were issued for a job. */
export async function issuedForJob(
  place: PartsShop,
  quantity: string,
  to?: Member,
): Promise<{ part: StockPlace; jobCardId: string; jobPartId: string }> {
  const { client } = place.manager;
  const part = await stocked(client, place.store, quantity, { coreDeposit: euro('5.00') });
  const jobCardId = await openJob(place, to);
  const { id } = await run(client, 'request', jobCardId, { partId: part.partId, quantity });
  await run(client, 'issue', jobCardId, { id, quantity });
  return { part, jobCardId, jobPartId: id };
}

/** A part at a euro, of which all were sold over the counter, and the line by which they were. */
export async function soldOver(
  client: GraphClient,
  place: { store: string },
  quantity: string,
  input: object = {},
): Promise<{ part: StockPlace; orderId: string; counterOrderLineId: string }> {
  const part = await stocked(client, place.store, quantity, {
    price: euro('10.00'),
    coreDeposit: euro('5.00'),
  });
  const order = await takenTo(client, 'DELIVERED', [{ partId: part.partId, quantity }], input);
  return { part, orderId: order.id, counterOrderLineId: order.lines[0]!.id };
}

/** All that is kept about claims, and the stock that they move: a refusal leaves it as it was. */
export async function keptAboutClaims(graph: TestGraph, { id }: Shop): Promise<unknown> {
  await untilIdle(graph, id);
  const [row] = await graph.sql(
    `select (select json_agg(c order by id) from inventory.warranty_claim c where organisation_id = $1) as claims,
       (select json_agg(l order by id) from inventory.stock_level l where organisation_id = $1) as levels,
       (select count(*)::int from inventory.stock_movement where organisation_id = $1) as movements,
       (select count(*)::int from platform.event where organisation_id = $1 and name like 'WarrantyClaim%') as events`,
    [id],
  );
  return row;
}
