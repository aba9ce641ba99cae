import { appOf } from '../../program/apps';
import { Dice } from '../../program/demo/random';
import { roleUrl } from '../../shared/database/roles';
import { audit } from '../../shared/invariants/audit';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import type { Shop } from '../harness/shop';
import { tryTo as sellOn, takenTo } from './counter-orders.fixtures';
import { createPart } from './parts.fixtures';
import { createSupplier } from './purchasing.fixtures';
import { createLocation, storeOf, tryToAdjust } from './stock.fixtures';
import { type AfterSalesTold, type Mille, mille, StockModel, text } from './stock-property.fixtures';
import { levelsOf, Storekeeper } from './stock-property-keeper.fixtures';
import { doTo, request, tryTo } from './stock-transfers.fixtures';

/**
 * Commands at random, eight at once, with a model beside them that knows nothing of levels, locks and reservations.
 */
const graph = useGraph();
const WORKERS = 8;
const STEPS = 30;

const auditOf = async ({ id }: Shop): Promise<string[]> => {
  const url = roleUrl(graph.databaseUrl, runState().secretKey, 'inventory');
  const audited = await audit(url, appOf('inventory').invariants!, [id]);
  return audited.flatMap(({ breaches }) => breaches.map(({ what }) => what));
};

/** What is claimed and replaced of each order, and which old units came of it or went on, of each part. */
const afterSalesOf = async ({ id }: Shop): Promise<AfterSalesTold[]> =>
  graph.sql<AfterSalesTold>(
    `select o.counter_order_id as of, sum(claimed)::int as claimed, sum(replaced)::int as replaced, sum(cores)::int as cores
     from (
       select counter_order_id, quantity * 1000 as claimed, coalesce(replaced_quantity, 0) * 1000 as replaced, 0 as cores
         from inventory.warranty_claim where organisation_id = $1 and status <> 'REFUSED'
       union all
       select coalesce(counter_order_id, part_id), 0, 0, quantity * 1000
         from inventory.core_return where organisation_id = $1
     ) o group by 1 order by 1`,
    [id],
  );

/** Everything that is held is given back, and everything that is on its way comes. */
async function settle(client: GraphClient, model: StockModel): Promise<void> {
  for (const [id, sold] of model.orders) {
    if (!sold.holds) continue;
    expect((await sellOn(client, 'cancel', id)).code).toBeUndefined();
    model.calledOff(id);
  }
  for (const [id, transfer] of model.transfers) {
    if (transfer.shipped) {
      const left = new Map(
        [...transfer.shipped.keys()].map((partId) => [partId, model.inTransit(id, partId)]),
      );
      if ([...left.values()].every((each) => each === 0)) continue;
      const answer = await tryTo(client, 'receive', id);
      expect([answer.code, answer.data?.transfer.status]).toEqual([undefined, 'RECEIVED']);
      model.received(id, left, false);
    } else if (!transfer.closed) {
      expect((await tryTo(client, 'cancel', id)).code).toBeUndefined();
      transfer.closed = true;
    }
  }
}

/** How the workers get in one another's way is not in a seed: so that there is something in every place, and on its way. */
async function begin(
  client: GraphClient,
  model: StockModel,
  parts: readonly { id: string; step: Mille }[],
  places: readonly string[],
  centre: string,
): Promise<void> {
  for (const locationId of places)
    for (const { id: partId, step } of parts) {
      const some = 10 * step;
      expect((await tryToAdjust(client, { partId, locationId }, text(some))).code).toBeUndefined();
      model.adjusted(partId, locationId, some);
    }
  const [from, to] = places as [string, string];
  const asked = new Map(parts.map(({ id, step }) => [id, 3 * step]));
  const lines = [...asked].map(([partId, quantity]) => ({ partId, quantity: text(quantity) }));
  const { id } = await request(client, from, to, lines);
  model.requested(id, from, to, asked);
  await doTo(client, 'approve', id);
  model.transfers.get(id)!.approved = true;
  expect((await doTo(client, 'ship', id, { lines })).status).toBe('SHIPPED');
  model.shipped(id, asked);
  const unitPrice = { amount: '1.00', currency: 'EUR' };
  for (const { id: partId, step } of parts) {
    const some = 4 * step;
    const sold = await takenTo(client, 'DELIVERED', [{ partId, quantity: text(some), unitPrice }], {
      locationId: to,
      serviceCentreId: centre,
    });
    model.ordered(sold.id, to, new Map([[partId, some]]), sold.lines[0]!.id);
    model.delivered(sold.id);
  }
}

it.each([20261129, 7, 424242])(
  'from seed %i, levels are what the ledger and the model say, and nothing is ever below zero',
  async (seed) => {
    const shop = await graph.shop();
    const { client } = shop.admin;
    const places = [await storeOf(shop), await createLocation(client)];
    for (const name of ['One', 'Two'])
      places.push(await createLocation(client, { kind: 'VAN', name, serviceCentreId: shop.centres[0] }));
    const coreDeposit = { amount: '5.00', currency: 'EUR' };
    const parts: { id: string; step: Mille }[] = [];
    for (const [unit, step] of [
      ['PIECE', 1000],
      ['PIECE', 2000],
      ['LITRE', 125],
    ] as const)
      parts.push({ id: (await createPart(client, { unit, reorderPoint: '2', coreDeposit })).id, step });
    const [model, centre] = [new StockModel(), shop.centres[0]!];
    const supplierId = await createSupplier(client);
    const room = { client, model, parts, places, open: new Set<string>(), centre, supplierId };

    const expectAsModelled = async (): Promise<void> => {
      const levels = await levelsOf(client);
      const told = levels.map(({ part, location, onHand, reserved }) => [
        part.id,
        location.id,
        mille(onHand),
        mille(reserved),
      ]);
      const modelled = levels.map(({ part, location }) => [
        part.id,
        location.id,
        model.onHand(part.id, location.id),
        model.reserved(part.id, location.id),
      ]);
      expect(told).toEqual(modelled);
      expect(await afterSalesOf(shop)).toEqual(model.afterSales());
      expect(await auditOf(shop)).toEqual([]);
    };

    await begin(client, model, parts, places, centre);
    await expectAsModelled();
    await Promise.all(
      Array.from({ length: WORKERS }, async (_, worker) => {
        const keeper = new Storekeeper(room, new Dice(seed + worker));
        for (let step = 0; step < STEPS; step += 1) await keeper.act();
      }),
    );
    await expectAsModelled();
    await settle(client, model);
    await expectAsModelled();
    expect((await levelsOf(client)).map(({ reserved }) => reserved)).toEqual(
      (await levelsOf(client)).map(() => '0'),
    );
  },
  120_000,
);
