import { Dice } from '../../program/demo/random';
import { PartUnit } from '../../subgraphs/inventory/catalogue/unit';
import type { Stock } from '../../subgraphs/inventory/stock/ledger';
import type { StockReference } from '../../subgraphs/inventory/stock/ledger-types';
import type { StockPlace } from '../../subgraphs/inventory/stock/lock-levels';
import { useSubgraphs } from '../harness/subgraphs';
import { euro, pieces, reference, Storeroom } from './ledger.fixtures';

/**
 * One level, whatever is done to it one after the other, beside an oracle of whole numbers: thousandths of a litre, and
 * millionths of a cent.
 */
const open = useSubgraphs();
const STEPS = 150;
const MILLION = 1_000_000n;

class Oracle {
  onHand = 0n;
  average: bigint | null = null;
  readonly held: { reference: StockReference; quantity: bigint }[] = [];

  get reserved(): bigint {
    return this.held.reduce((sum, { quantity }) => sum + quantity, 0n);
  }

  come(quantity: bigint, cost: bigint | null): void {
    if (cost !== null) {
      const before = this.average ?? cost;
      const [sum, all] = [before * this.onHand + cost * quantity, this.onHand + quantity];
      this.average = this.onHand === 0n ? cost : (2n * sum + all) / (2n * all);
    }
    this.onHand += quantity;
  }

  hold(reference: StockReference, quantity: bigint): void {
    const present = this.held.find((each) => each.reference.id === reference.id);
    if (present) present.quantity += quantity;
    else this.held.push({ reference, quantity });
  }

  /** As much of it as the reference holds. */
  giveBack(reference: StockReference, most: bigint): bigint {
    const index = this.held.findIndex((each) => each.reference.id === reference.id);
    const present = this.held[index];
    if (!present) return 0n;
    const given = most < present.quantity ? most : present.quantity;
    present.quantity -= given;
    if (present.quantity === 0n) this.held.splice(index, 1);
    return given;
  }

  go(quantity: bigint): void {
    this.onHand -= quantity;
    for (let over = this.reserved - this.onHand; over > 0n; over = this.reserved - this.onHand)
      this.giveBack(this.held.at(-1)!.reference, over);
  }
}

const litres = (quantity: bigint) => pieces(quantity.toString()).dividedBy(1000);
const isRefused = async (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    (error: { code?: string }) => {
      if (error.code !== 'CONFLICT') throw error;
      return true;
    },
  );

it.each([1, 20261129, 77])(
  'from seed %i, the level is what the oracle says after each step',
  async (seed) => {
    const store = new Storeroom(open);
    const dice = new Dice(seed);
    const [part, location] = [await store.part({ unit: PartUnit.LITRE }), await store.location()];
    const place: StockPlace = { partId: part.id, locationId: location.id };
    const oracle = new Oracle();
    const jobs = Array.from({ length: 4 }, () => reference());
    const some = (): bigint => BigInt(1 + dice.below(4000));
    const change = <T>(run: (stock: Stock) => T) => store.change([place], run);

    const receive = async () => {
      const [quantity, cents] = [some(), dice.next() < 0.2 ? null : 1 + dice.below(500)];
      await change((stock) =>
        stock.receive(
          { ...place, quantity: litres(quantity), cost: cents === null ? null : euro(cents) },
          reference('PURCHASE_ORDER'),
        ),
      );
      oracle.come(quantity, cents === null ? null : BigInt(cents) * MILLION);
    };
    const reserve = async () => {
      const [quantity, job] = [some(), dice.pick(jobs)];
      const got = await change((stock) => stock.reserveUpTo({ ...place, quantity: litres(quantity) }, job));
      const free = oracle.onHand - oracle.reserved;
      let expected = free;
      if (quantity < free) expected = quantity;
      expect(got).toEqual(litres(expected));
      if (expected > 0n) oracle.hold(job, expected);
    };
    const release = async () => {
      const job = dice.pick(jobs);
      const [given, expected] = [
        await change((stock) => stock.release(place, job)),
        oracle.giveBack(job, oracle.onHand),
      ];
      expect(given).toEqual(litres(expected));
    };
    const issue = async () => {
      const [quantity, job] = [some(), dice.pick(jobs)];
      const own = oracle.held.find((each) => each.reference.id === job.id)?.quantity ?? 0n;
      const refused = await isRefused(
        change((stock) => stock.issue({ ...place, quantity: litres(quantity) }, job)),
      );
      expect(refused).toBe(quantity > own + oracle.onHand - oracle.reserved);
      if (refused) return;
      oracle.giveBack(job, quantity);
      oracle.onHand -= quantity;
    };
    const bringBack = async () => {
      const [quantity, cents] = [some(), 1 + dice.below(500)];
      await change((stock) =>
        stock.returnTo({ ...place, quantity: litres(quantity), cost: euro(cents) }, dice.pick(jobs)),
      );
      oracle.come(quantity, BigInt(cents) * MILLION);
    };
    const count = async () => {
      const counted = dice.next() < 0.5 ? oracle.onHand / 2n : oracle.onHand + some();
      await change((stock) => stock.count({ ...place, quantity: litres(counted) }, reference('STOCKTAKE')));
      if (counted > oracle.onHand) oracle.come(counted - oracle.onHand, null);
      else oracle.go(oracle.onHand - counted);
    };

    await receive();
    for (let step = 0; step < STEPS; step += 1) {
      await dice.pick([receive, reserve, reserve, release, issue, issue, bringBack, count])();
      const level = await store.level(place);
      expect([step, level]).toEqual([
        step,
        {
          on_hand: Number(oracle.onHand) / 1000,
          reserved: Number(oracle.reserved) / 1000,
          available: Number(oracle.onHand - oracle.reserved) / 1000,
          average_cost: oracle.average === null ? null : decimalOf(oracle.average),
          low: false,
          movements: expect.any(Number),
        },
      ]);
    }
  },
);

const decimalOf = (average: bigint): string => {
  const digits = average.toString().padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
};
