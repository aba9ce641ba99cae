import type { Dice } from '../../program/demo/random';
import type { GraphClient } from '../harness/client';
import { order, tryTo as sellOn } from './counter-orders.fixtures';
import { type Adjusted, type Level, tryToAdjust } from './stock.fixtures';
import { type Mille, mille, type StockModel, text } from './stock-property.fixtures';
import { AfterSales, done } from './stock-property-after-sales.fixtures';
import { type Move, request, tryTo } from './stock-transfers.fixtures';

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

/** What all of them work on. */
export interface Storeroom {
  client: GraphClient;
  model: StockModel;
  parts: readonly { id: string; step: Mille }[];
  places: readonly string[];
  /** Stocktakes that are not posted. */
  open: Set<string>;
  centre: string;
  supplierId: string;
}

/** Does something at random, and tells the model what it was answered. */
export class Storekeeper {
  private readonly client: GraphClient;
  private readonly model: StockModel;
  private readonly afterSales: AfterSales;

  constructor(
    private readonly room: Storeroom,
    private readonly dice: Dice,
  ) {
    this.client = room.client;
    this.model = room.model;
    this.afterSales = new AfterSales(room, dice);
  }

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
      () => this.handOver(),
      () => this.callOff(),
      () => this.afterSales.claim(),
      () => this.afterSales.claim(),
      () => this.afterSales.decide(),
      () => this.afterSales.decide(),
      () => this.afterSales.coreComes(),
      () => this.afterSales.coreGoes(),
      () => this.startStocktake(),
      () => this.count(),
      () => this.post(),
      () => this.rename(),
      () => this.look(),
    ];
    await this.dice.pick(actions)();
  }

  private part = () => this.dice.pick(this.room.parts);
  private some = (step: Mille): Mille => (1 + this.dice.below(6)) * step;

  private async adjust(sign: 1 | -1): Promise<void> {
    const { id: partId, step } = this.part();
    const locationId = this.dice.pick(this.room.places);
    const difference = sign * this.some(step);
    const cutReservations = this.dice.next() < 0.5;
    const answer = await tryToAdjust(this.client, { partId, locationId }, text(difference), {
      cutReservations,
    });
    const adjusted: Adjusted | null = done(answer);
    if (!adjusted) return;
    this.model.adjusted(partId, locationId, difference);
    for (const { referenceId, quantity } of adjusted.adjustStock.cutReservations)
      this.model.cut(String(referenceId), partId, mille(String(quantity)));
  }

  private async request(): Promise<void> {
    const [from, to] = [this.dice.pick(this.room.places), this.dice.pick(this.room.places)];
    if (from === to) return;
    const asked = new Map(
      this.room.parts.filter(() => this.dice.next() < 0.5).map(({ id, step }) => [id, this.some(step)]),
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
    if (!id || !done(await tryTo(this.client, move, id))) return;
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
    if (done(await tryTo(this.client, 'ship', id, { lines }))) this.model.shipped(id, leaving);
  }

  private async receive(): Promise<void> {
    const id = this.anyTransfer();
    if (!id) return;
    const { asked } = this.model.transfers.get(id)!;
    const [partId] = this.dice.pick([...asked]);
    const step = this.room.parts.find((part) => part.id === partId)!.step;
    const writeOffRest = this.dice.next() < 0.3;
    const lines = [{ partId, quantity: text(step) }];
    if (done(await tryTo(this.client, 'receive', id, { lines, writeOffRest })))
      this.model.received(id, new Map([[partId, step]]), writeOffRest);
  }

  private async sell(): Promise<void> {
    const locationId = this.dice.pick(this.room.places);
    const { id: partId, step } = this.part();
    const quantity = this.some(step);
    const lines = [{ partId, quantity: text(quantity), unitPrice: { amount: '1.00', currency: 'EUR' } }];
    const sold = await order(this.client, lines, { locationId, serviceCentreId: this.room.centre });
    this.model.ordered(sold.id, locationId, new Map([[partId, quantity]]), sold.lines[0]!.id);
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
    if (done(await sellOn(this.client, 'process', id))) this.model.processed(id);
  }

  private async handOver(): Promise<void> {
    const id = this.anyOrder();
    if (!id) return;
    done(await sellOn(this.client, 'ready', id));
    if (done(await sellOn(this.client, 'deliver', id))) this.model.delivered(id);
  }

  private async callOff(): Promise<void> {
    const id = this.anyOrder();
    if (id && done(await sellOn(this.client, 'cancel', id))) this.model.calledOff(id);
  }

  private async startStocktake(): Promise<void> {
    const answer = await this.client.send<{ made: { id: string } }>(
      'mutation ($input: StartStocktakeInput!) { made: startStocktake(input: $input) { id } }',
      { input: { locationId: this.dice.pick(this.room.places) } },
    );
    const started = done(answer);
    if (started) this.room.open.add(started.made.id);
  }

  private async count(): Promise<void> {
    if (this.room.open.size === 0) return;
    const stocktakeId = this.dice.pick([...this.room.open]);
    const { id: partId, step } = this.part();
    const counts = [{ partId, quantity: text(this.dice.below(12) * step) }];
    done(
      await this.client.send(
        'mutation ($input: RecordStocktakeCountInput!) { recordStocktakeCount(input: $input) { id } }',
        { input: { stocktakeId, counts, idempotencyKey: `count ${stocktakeId} ${this.dice.next()}` } },
      ),
    );
  }

  private async post(): Promise<void> {
    if (this.room.open.size === 0) return;
    const id = this.dice.pick([...this.room.open]);
    const answer = await this.client.send<{ stocktake: Counted & { location: { id: string } } }>(
      `mutation ($id: ID!) { stocktake: postStocktake(id: $id) { id location { id } lines(which: COUNTED) { nodes {
         part { id } difference cutReservations { referenceId quantity } } } } }`,
      { id },
    );
    const posted = done(answer);
    if (!posted || !this.model.isFirstPosting(id)) return;
    this.room.open.delete(id);
    const { location, lines } = posted.stocktake;
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
export const levelsOf = async (client: GraphClient): Promise<Placed[]> =>
  (
    await client.ask<{ stockLevels: { nodes: Placed[] } }>(
      '{ stockLevels(first: 100) { nodes { onHand reserved available part { id } location { id } } } }',
    )
  ).stockLevels.nodes;
