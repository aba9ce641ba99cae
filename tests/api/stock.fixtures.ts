import { randomUUID } from 'node:crypto';
import type { GraphAnswer, GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { eventually } from './customers.fixtures';
import { createPart } from './parts.fixtures';

export const key = (): string => randomUUID();

/** The store room of a service centre of the shop. It is opened by the worker, right after the centre. */
export async function storeOf(shop: Shop, centre = 0): Promise<string> {
  let found = '';
  await eventually(async () => {
    const { stockLocations } = await shop.admin.client.ask<{ stockLocations: { nodes: { id: string }[] } }>(
      'query ($centre: ID!) { stockLocations(filter: { serviceCentreId: $centre, kind: SERVICE_CENTRE }) { nodes { id } } }',
      { centre: shop.centres[centre] },
    );
    expect(stockLocations.nodes).toHaveLength(1);
    found = stockLocations.nodes[0]!.id;
  });
  return found;
}

export async function createLocation(client: GraphClient, input: object = {}): Promise<string> {
  const { made } = await client.ask<{ made: { id: string } }>(
    'mutation ($input: CreateStockLocationInput!) { made: createStockLocation(input: $input) { id } }',
    { input: { name: 'Warehouse', kind: 'CENTRAL_WAREHOUSE', ...input } },
  );
  return made.id;
}

export const LEVEL = `id onHand reserved available low bin reorderPoint reorderQuantity movedAt
  part { id sku } location { id }`;
export const MOVEMENT = `id kind quantity onHandAfter reservedAfter referenceType referenceId adjustmentReason reason`;
const ADJUST = `mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { movement { ${MOVEMENT} }
  level { ${LEVEL} } cutReservations { referenceType referenceId quantity left } } }`;

export interface Level {
  id: string;
  onHand: string;
  reserved: string;
  available: string;
  low: boolean;
}

export interface Adjusted {
  adjustStock: {
    movement: { id: string } & Record<string, unknown>;
    level: Level;
    cutReservations: Record<string, unknown>[];
  };
}

export interface StockPlace {
  partId: string;
  locationId: string;
}

const adjustment = (place: StockPlace, quantity: string, input: object) => ({
  ...place,
  quantity,
  reason: 'CORRECTION',
  idempotencyKey: key(),
  ...input,
});

export const adjust = async (client: GraphClient, place: StockPlace, quantity: string, input: object = {}) =>
  (await client.ask<Adjusted>(ADJUST, { input: adjustment(place, quantity, input) })).adjustStock;

export const tryToAdjust = (
  client: GraphClient,
  place: StockPlace,
  quantity: string,
  input: object = {},
): Promise<GraphAnswer<Adjusted>> =>
  client.send<Adjusted>(ADJUST, { input: adjustment(place, quantity, input) });

/** A part with so many in a place. */
export async function stocked(
  client: GraphClient,
  locationId: string,
  quantity: string,
  part: object = {},
): Promise<StockPlace> {
  const { id: partId } = await createPart(client, part);
  const place = { partId, locationId };
  await adjust(client, place, quantity, {
    reason: 'OPENING_STOCK',
    unitCost: { amount: '1.00', currency: 'EUR' },
  });
  return place;
}

export async function levelAt(
  client: GraphClient,
  { partId, locationId }: StockPlace,
): Promise<Level | undefined> {
  const { stockLevels } = await client.ask<{ stockLevels: { nodes: Level[] } }>(
    `query ($filter: StockLevelFilter!) { stockLevels(filter: $filter) { nodes { ${LEVEL} } } }`,
    { filter: { partId, locationId } },
  );
  return stockLevels.nodes[0];
}

/** All that stock is made of, in one organisation: a refusal leaves it as it was. */
export async function storeroomOf(graph: TestGraph, shop: Shop): Promise<unknown> {
  await untilIdle(graph, shop.id);
  const levels = await graph.sql(
    `select part_id, location_id, on_hand, reserved, average_cost, low, version from inventory.stock_level
     where organisation_id = $1 order by part_id, location_id`,
    [shop.id],
  );
  const counts = ['stock_movement', 'stock_reservation', 'stock_transfer', 'stock_transfer_line', 'stocktake']
    .concat(['stocktake_line', 'stock_location', 'part', 'part_fitment'])
    .map(
      (table) =>
        `(select coalesce(sum(version), 0)::int from inventory.${table} where organisation_id = $1) as ${table}`,
    );
  const [rows] = await graph.sql(
    `select ${counts.join(', ')},
    (select count(*)::int from platform.audit_log where organisation_id = $1) as audit,
    (select count(*)::int from platform.event where organisation_id = $1 and name like any('{Stock%,Transfer%,Part%}')) as events`,
    [shop.id],
  );
  return { levels, rows };
}

/** What a job would hold: there are no commands of this feature's own that reserve. */
export async function holdFor(
  graph: TestGraph,
  { partId, locationId }: StockPlace,
  quantity: string,
): Promise<string> {
  const referenceId = randomUUID();
  await graph.sql(
    `with level as (
       update inventory.stock_level set reserved = reserved + $3::numeric, reservations = reservations + 1
       where part_id = $1 and location_id = $2 returning *)
     insert into inventory.stock_reservation (organisation_id, id, version, created_at, updated_at, level_id, part_id,
       location_id, place, quantity, reference_type, reference_id)
     select organisation_id, gen_random_uuid(), 1, now(), now(), id, part_id, location_id, reservations, $3::numeric,
       'JOB_CARD', $4 from level`,
    [partId, locationId, quantity, referenceId],
  );
  return referenceId;
}
