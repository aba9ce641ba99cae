import type { GraphAnswer, GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { until } from '../harness/until';
import { arrive, assign, openCard, requireInspection, type Visit } from './job-cards.fixtures';
import { stocked, storeOf } from './stock.fixtures';

export interface Line {
  id: string;
  version: number;
  status: string;
  quantity: string;
  missing: string;
  reserved: string;
  issued: string;
  returned: string;
  cancelled: string;
  used: string;
}

export const LINE = 'id version status quantity missing reserved issued returned cancelled used';

export type Verb = 'request' | 'issue' | 'return' | 'cancel';

const commandOf = (verb: Verb, selection: string): string => {
  const name = verb[0]!.toUpperCase() + verb.slice(1);
  return `mutation ($input: ${name}JobPartsInput!) { lines: ${verb}JobParts(input: $input) { ${selection} } }`;
};

export const send = <L = Line>(
  client: GraphClient,
  verb: Verb,
  input: { jobCardId: string; lines: object[] } & Record<string, unknown>,
  selection = LINE,
): Promise<GraphAnswer<{ lines: L[] } | null>> =>
  client.send<{ lines: L[] } | null>(commandOf(verb, selection), { input });

/** One line of a command that must succeed. */
export async function run(
  client: GraphClient,
  verb: Verb,
  jobCardId: string,
  line: object,
  more: object = {},
): Promise<Line> {
  const input = { jobCardId, lines: [line], ...more };
  const { lines } = await client.ask<{ lines: Line[] }>(commandOf(verb, LINE), { input });
  return lines[0]!;
}

export async function partsOf<L = Line>(
  client: GraphClient,
  jobCardId: string,
  selection = LINE,
): Promise<L[] | null> {
  const { jobCard } = await client.ask<{ jobCard: { parts: L[] | null } | null }>(
    `query ($id: ID!) { jobCard(id: $id) { parts { ${selection} } } }`,
    { id: jobCardId },
  );
  return jobCard?.parts ?? null;
}

/** A shop with a technician, jobs of theirs and a store. */
export interface PartsShop {
  shop: Shop;
  manager: Member;
  technician: Member;
  visit: Visit;
  /** The store of the first service centre. */
  store: string;
}

export async function openPartsShop(graph: TestGraph): Promise<PartsShop> {
  const shop = await graph.shop({ centres: 1 });
  await requireInspection(shop, false);
  const [manager, technician] = [await shop.staff('MANAGER'), await shop.staff('TECHNICIAN')];
  const visit = await arrive(manager.client, shop.centres[0]);
  return { shop, manager, technician, visit, store: await storeOf(shop) };
}

/** A job of the technician’s, or of nobody’s. */
export async function openJob({ manager, visit, shop }: PartsShop, to?: Member): Promise<string> {
  const { id } = await openCard(manager.client, visit.vehicleId, {
    customerId: visit.customerId,
    serviceCentreId: shop.centres[0],
  });
  if (to) expect((await assign(manager.client, id, to)).code).toBeUndefined();
  return id;
}

export interface Level {
  onHand: number;
  reserved: number;
  available: number;
}

/** What lies somewhere, past the program. */
export async function levelOf(graph: TestGraph, partId: string, locationId: string): Promise<Level> {
  const [row] = await graph.sql<Level>(
    `select on_hand::float as "onHand", reserved::float, available::float from inventory.stock_level
     where part_id = $1 and location_id = $2`,
    [partId, locationId],
  );
  return row ?? { onHand: 0, reserved: 0, available: 0 };
}

/** All that is kept about stock and the parts of jobs: a refusal leaves it as it was. */
export async function keptAboutParts(graph: TestGraph, { id }: Shop): Promise<unknown> {
  await untilIdle(graph, id);
  const [row] = await graph.sql(
    `select (select json_agg(l order by id) from inventory.stock_level l where organisation_id = $1) as levels,
       (select json_agg(r order by id) from inventory.stock_reservation r where organisation_id = $1) as held,
       (select count(*)::int from inventory.stock_movement where organisation_id = $1) as movements,
       (select json_agg(p order by id) from inventory.job_part p where organisation_id = $1) as lines,
       (select json_agg(j order by id) from inventory.supplied_job j where organisation_id = $1) as jobs,
       (select json_agg(q order by id) from inventory.purchase_request q where organisation_id = $1) as requests,
       (select json_agg(c order by id) from inventory.purchase_request_cause c where organisation_id = $1) as causes,
       (select count(*)::int from platform.event where organisation_id = $1
         and subject_type in ('JobCard', 'StockLevel', 'PurchaseRequest')) as events`,
    [id],
  );
  return row;
}

/** What is due about the shop was done: no handler of an event is still to come. What is for a later day stays. */
export const untilQuiet = (graph: TestGraph, { id }: Shop): Promise<void> =>
  until('the queue of the shop is empty', async () => {
    const rows = await graph.sql(
      `select from graphile_worker._private_jobs
       where payload->>'organisationId' = $1 and (run_at <= now() or attempts > 0) limit 1`,
      [id],
    );
    return rows.length === 0;
  });

/**
 * A part for a job, of its own kind: four were asked for and two of them handed out, so that there is something to
 * issue, to return and to cancel.
 */
export async function openJobPart(
  { client, shop, centre }: { client: GraphClient; shop: Shop; centre: string },
  jobCardId: string,
  name = 'Part of a job',
): Promise<string> {
  const locationId = await storeOf(shop, shop.centres.indexOf(centre));
  const { partId } = await stocked(client, locationId, '6', {
    name,
    coreDeposit: { amount: '5.00', currency: 'EUR' },
  });
  const { id } = await run(client, 'request', jobCardId, { partId, quantity: '4', locationId });
  await run(client, 'issue', jobCardId, { id, quantity: '2' });
  return id;
}
