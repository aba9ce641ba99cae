import { appOf } from '../../program/apps';
import { Dice } from '../../program/demo/random';
import { roleUrl } from '../../shared/database/roles';
import { audit } from '../../shared/invariants/audit';
import type { GraphAnswer, GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import type { Shop } from '../harness/shop';
import { order, tryTo as sellOn, takenTo } from './counter-orders.fixtures';
import { createPart } from './parts.fixtures';
import { type Adjusted, createLocation, type Level, storeOf, tryToAdjust } from './stock.fixtures';
import { type Mille, mille, StockModel, text } from './stock-property.fixtures';
import { doTo, type Move, request, tryTo } from './stock-transfers.fixtures';

/**
 * Commands at random, eight at once, with a model beside them that knows nothing of levels, locks and reservations.
 */
const graph = useGraph();
const WORKERS = 8;
const STEPS = 30;

interface Counted {
  id: string;
  lines: {
    nodes: {
      part: { id: string };
      difference: string | null;
      cutReservations: { referenceId: string; quantity: string }[];
    }[];
  };
}

class Storekeeper {
  constructor(
    private readonly client: GraphClient,
    private readonly model: StockModel,
    private readonly parts: readonly { id: string; step: Mille }[],
    private readonly places: readonly string[],
    private readonly open: Set<string>,
    private readonly centre: string,
    private readonly dice: Dice,
  ) {}

  async act(): Promise<void> {
    const actions = [
      () => this.adjust(1),
      () => this.adjust(1),
      () => this.adjust(1),
      () => this.adjust(1),
      () => this.adjust(-1),
      () => this.request(),
      () => this.request(),
      () => this.move('approve'),
      () => this.move('approve'),
      () => this.move('reject'),
      () => this.move('cancel'),
      () => this.ship(),
      () => this.ship(),
      () => this.ship(),
      () => this.ship(),
      () => this.receive(),
      () => this.receive(),
      () => this.sell(),
      () => this.sell(),
      () => this.process(),
      () => this.process(),
      () => this.handOver(),
      () => this.callOff(),
      () => this.startStocktake(),
      () => this.count(),
      () => this.post(),
      () => this.rename(),
      () => this.look(),
    ];
    await this.dice.pick(actions)();
  }

  private part = () => this.dice.pick(this.parts);
  private some = (step: Mille): Mille => (1 + this.dice.below(6)) * step;

  /** Refused for what others did meanwhile, and for nothing else. */
  private done<T>({ code, errors, data }: GraphAnswer<T>): T | null {
    if (!code) return data;
    const problems = errors[0]!.extensions.fields?.map((field) => field.code) ?? [];
    const expected =
      code === 'CONFLICT' || code === 'INVALID_TRANSITION' || problems.every((each) => each === 'MAX');
    if (!expected) throw new Error(`${code} ${problems.join()} ${errors[0]!.message}`);
    return null;
  }

  private async adjust(sign: 1 | -1): Promise<void> {
    const { id: partId, step } = this.part();
    const locationId = this.dice.pick(this.places);
    const difference = sign * this.some(step);
    const cutReservations = this.dice.next() < 0.5;
    const answer = await tryToAdjust(this.client, { partId, locationId }, text(difference), {
      cutReservations,
    });
    const done: Adjusted | null = this.done(answer);
    if (!done) return;
    this.model.adjusted(partId, locationId, difference);
    for (const { referenceId, quantity } of done.adjustStock.cutReservations)
      this.model.cut(String(referenceId), partId, mille(String(quantity)));
  }

  private async request(): Promise<void> {
    const [from, to] = [this.dice.pick(this.places), this.dice.pick(this.places)];
    if (from === to) return;
    const asked = new Map(
      this.parts.filter(() => this.dice.next() < 0.5).map(({ id, step }) => [id, this.some(step)]),
    );
    if (asked.size === 0) return;
    const lines = [...asked].map(([partId, quantity]) => ({ partId, quantity: text(quantity) }));
    const { id } = await request(this.client, from, to, lines);
    this.model.requested(id, from, to, asked);
  }

  private anyTransfer(): string | undefined {
    const ids = [...this.model.transfers.keys()];
    return ids.length ? ids[Math.max(0, ids.length - 1 - this.dice.below(8))] : undefined;
  }

  private async move(move: Exclude<Move, 'ship' | 'receive'>): Promise<void> {
    const id = this.anyTransfer();
    if (!id || !this.done(await tryTo(this.client, move, id))) return;
    const transfer = this.model.transfers.get(id)!;
    if (move === 'approve') transfer.approved = true;
    else transfer.closed = true;
  }

  private async ship(): Promise<void> {
    const id = this.anyTransfer();
    if (!id) return;
    const { asked } = this.model.transfers.get(id)!;
    const leaving = new Map([...asked].filter(([, quantity], index) => index === 0 || quantity % 2000 === 0));
    const lines = [...leaving].map(([partId, quantity]) => ({ partId, quantity: text(quantity) }));
    if (this.done(await tryTo(this.client, 'ship', id, { lines }))) this.model.shipped(id, leaving);
  }

  private async receive(): Promise<void> {
    const id = this.anyTransfer();
    if (!id) return;
    const { asked } = this.model.transfers.get(id)!;
    const [partId] = this.dice.pick([...asked]);
    const step = this.parts.find((part) => part.id === partId)!.step;
    const writeOffRest = this.dice.next() < 0.3;
    const lines = [{ partId, quantity: text(step) }];
    if (this.done(await tryTo(this.client, 'receive', id, { lines, writeOffRest })))
      this.model.received(id, new Map([[partId, step]]), writeOffRest);
  }

  private async sell(): Promise<void> {
    const locationId = this.dice.pick(this.places);
    const { id: partId, step } = this.part();
    const quantity = this.some(step);
    const lines = [{ partId, quantity: text(quantity), unitPrice: { amount: '1.00', currency: 'EUR' } }];
    const { id } = await order(this.client, lines, { locationId, serviceCentreId: this.centre });
    this.model.ordered(id, locationId, new Map([[partId, quantity]]));
  }

  private anyOrder(): string | undefined {
    const ids = [...this.model.orders.keys()];
    return ids.length ? ids[Math.max(0, ids.length - 1 - this.dice.below(6))] : undefined;
  }

  private async process(): Promise<void> {
    const id = this.anyOrder();
    const sold = id && this.model.orders.get(id);
    if (!sold || sold.tried) return;
    sold.tried = true;
    if (this.done(await sellOn(this.client, 'process', id))) this.model.processed(id);
  }

  private async handOver(): Promise<void> {
    const id = this.anyOrder();
    if (!id) return;
    this.done(await sellOn(this.client, 'ready', id));
    if (this.done(await sellOn(this.client, 'deliver', id))) this.model.delivered(id);
  }

  private async callOff(): Promise<void> {
    const id = this.anyOrder();
    if (id && this.done(await sellOn(this.client, 'cancel', id))) this.model.calledOff(id);
  }

  private async startStocktake(): Promise<void> {
    const answer = await this.client.send<{ made: { id: string } }>(
      'mutation ($input: StartStocktakeInput!) { made: startStocktake(input: $input) { id } }',
      { input: { locationId: this.dice.pick(this.places) } },
    );
    const done = this.done(answer);
    if (done) this.open.add(done.made.id);
  }

  private async count(): Promise<void> {
    if (this.open.size === 0) return;
    const stocktakeId = this.dice.pick([...this.open]);
    const { id: partId, step } = this.part();
    const counts = [{ partId, quantity: text(this.dice.below(12) * step) }];
    this.done(
      await this.client.send(
        'mutation ($input: RecordStocktakeCountInput!) { recordStocktakeCount(input: $input) { id } }',
        { input: { stocktakeId, counts, idempotencyKey: `count ${stocktakeId} ${this.dice.next()}` } },
      ),
    );
  }

  private async post(): Promise<void> {
    if (this.open.size === 0) return;
    const id = this.dice.pick([...this.open]);
    const answer = await this.client.send<{ stocktake: Counted & { location: { id: string } } }>(
      `mutation ($id: ID!) { stocktake: postStocktake(id: $id) { id location { id } lines(which: COUNTED) { nodes {
         part { id } difference cutReservations { referenceId quantity } } } } }`,
      { id },
    );
    const done = this.done(answer);
    if (!done || !this.model.isFirstPosting(id)) return;
    this.open.delete(id);
    const { location, lines } = done.stocktake;
    for (const { part, difference, cutReservations } of lines.nodes) {
      this.model.adjusted(part.id, location.id, mille(difference!));
      for (const { referenceId, quantity } of cutReservations)
        this.model.cut(referenceId, part.id, mille(quantity));
    }
  }

  private async rename(): Promise<void> {
    const { id } = this.part();
    const input = { reorderPoint: String(this.dice.below(5)), name: `Part ${this.dice.next()}` };
    await this.client.ask(
      'mutation ($id: ID!, $input: UpdatePartInput!) { updatePart(id: $id, input: $input) { id } }',
      {
        id,
        input,
      },
    );
  }

  private async look(): Promise<void> {
    for (const { onHand, reserved, available } of await levelsOf(this.client)) {
      expect([mille(onHand), mille(reserved), mille(available)].every((each) => each >= 0)).toBe(true);
      expect(mille(available)).toBe(mille(onHand) - mille(reserved));
    }
  }
}

type Placed = Level & { part: { id: string }; location: { id: string } };
const levelsOf = async (client: GraphClient): Promise<Placed[]> =>
  (
    await client.ask<{ stockLevels: { nodes: Placed[] } }>(
      '{ stockLevels(first: 100) { nodes { onHand reserved available part { id } location { id } } } }',
    )
  ).stockLevels.nodes;

const auditOf = async ({ id }: Shop): Promise<string[]> => {
  const url = roleUrl(graph.databaseUrl, runState().secretKey, 'inventory');
  const audited = await audit(url, appOf('inventory').invariants!, [id]);
  return audited.flatMap(({ breaches }) => breaches.map(({ what }) => what));
};

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
  const { id: partId, step } = parts[0]!;
  const price = { amount: '1.00', currency: 'EUR' };
  const sold = await takenTo(client, 'DELIVERED', [{ partId, quantity: text(step), unitPrice: price }], {
    locationId: from,
    serviceCentreId: centre,
  });
  model.ordered(sold.id, from, new Map([[partId, step]]));
  model.delivered(sold.id);
}

it.each([20261129, 7, 424242])(
  'from seed %i, levels are what the ledger and the model say, and nothing is ever below zero',
  async (seed) => {
    const shop = await graph.shop();
    const { client } = shop.admin;
    const places = [await storeOf(shop), await createLocation(client)];
    for (const name of ['One', 'Two'])
      places.push(await createLocation(client, { kind: 'VAN', name, serviceCentreId: shop.centres[0] }));
    const parts: { id: string; step: Mille }[] = [];
    for (const [unit, step] of [
      ['PIECE', 1000],
      ['PIECE', 2000],
      ['LITRE', 125],
    ] as const)
      parts.push({ id: (await createPart(client, { unit, reorderPoint: '2' })).id, step });
    const [model, open] = [new StockModel(), new Set<string>()];
    const centre = shop.centres[0]!;

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
      expect(await auditOf(shop)).toEqual([]);
    };

    await begin(client, model, parts, places, centre);
    await expectAsModelled();
    await Promise.all(
      Array.from({ length: WORKERS }, async (_, worker) => {
        const keeper = new Storekeeper(client, model, parts, places, open, centre, new Dice(seed + worker));
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
