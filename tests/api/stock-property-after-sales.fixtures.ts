import type { Dice } from '../../program/demo/random';
import type { GraphAnswer } from '../harness/client';
import { tryToRecordCore } from './core-returns.fixtures';
import { mille, text } from './stock-property.fixtures';
import type { Storeroom } from './stock-property-keeper.fixtures';
import { tryToClaim, tryToDecide } from './warranty.fixtures';

/** What was answered; null where it was refused for what others did meanwhile. For anything else, nothing is refused. */
export function done<T>({ code, errors, data }: GraphAnswer<T>): T | null {
  if (!code) return data;
  const problems = errors[0]!.extensions.fields?.map((field) => field.code) ?? [];
  const expected =
    code === 'CONFLICT' || code === 'INVALID_TRANSITION' || problems.every((each) => each === 'MAX');
  if (!expected) throw new Error(`${code} ${problems.join()} ${errors[0]!.message}`);
  return null;
}

/** What comes of what was sold over the counter: claims under warranty and old units. */
export class AfterSales {
  constructor(
    private readonly room: Storeroom,
    private readonly dice: Dice,
  ) {}

  private some = (partId: string): string =>
    text((1 + this.dice.below(3)) * this.room.parts.find(({ id }) => id === partId)!.step);

  async claim(): Promise<void> {
    const sold = this.anySold();
    if (!sold) return;
    const quantity = this.some(sold.partId);
    const answer = done(
      await tryToClaim(this.room.client, { counterOrderLineId: sold.lineId, quantity }, 'id'),
    );
    if (answer) this.room.model.claimed(answer.claim.id, sold.orderId, mille(quantity));
  }

  async decide(): Promise<void> {
    const { client, model, places, supplierId } = this.room;
    const ids = [...model.claims.keys()];
    if (ids.length === 0) return;
    const id = ids[Math.max(0, ids.length - 1 - this.dice.below(6))]!;
    const chance = this.dice.next();
    if (chance < 0.15) {
      if (done(await tryToDecide(client, id, { decision: 'REFUSED', reason: 'Worn' }))) model.refused(id);
      return;
    }
    done(await tryToDecide(client, id, { decision: 'ACCEPTED', supplierId }));
    const replacement = { locationId: this.dice.pick(places) };
    const credit = { amount: '0.01', currency: 'EUR' };
    const settled = done(
      await tryToDecide(client, id, {
        decision: 'SETTLED',
        aboveCost: true,
        ...(chance < 0.3 ? { credit } : { replacement }),
      }),
    );
    if (settled && chance >= 0.3) model.replaced(id, replacement.locationId);
  }

  async coreComes(): Promise<void> {
    const sold = this.anySold();
    if (!sold) return;
    const quantity = this.some(sold.partId);
    const input = { counterOrderLineId: sold.lineId, quantity };
    if (done(await tryToRecordCore(this.room.client, input)))
      this.room.model.coreCame(sold.orderId, mille(quantity));
  }

  async coreGoes(): Promise<void> {
    const { client, model, parts, centre, supplierId } = this.room;
    const { id: partId } = this.dice.pick(parts);
    const quantity = this.some(partId);
    const input = { partId, supplierId, serviceCentreId: centre, quantity };
    if (done(await tryToRecordCore(client, input))) model.coreWent(partId, mille(quantity));
  }

  /** One of the last few that were handed over, so that more is wanted of them than they have; now and then any. */
  private anySold(): { orderId: string; lineId: string; partId: string } | undefined {
    const isAny = this.dice.next() < 0.2;
    const orders = [...this.room.model.orders].filter(([, { delivered }]) => isAny || delivered);
    if (orders.length === 0) return undefined;
    const [orderId, { lineId, sold }] = orders[Math.max(0, orders.length - 1 - this.dice.below(3))]!;
    return { orderId, lineId, partId: [...sold.keys()][0]! };
  }
}
