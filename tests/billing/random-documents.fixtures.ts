import type { PricedLine, Terms } from '../../subgraphs/billing/documents/arithmetic';
import { TaxCategory } from '../../subgraphs/billing/tax/tax-category';

export interface Chance {
  whole(least: number, most: number): number;
  of<T>(items: readonly T[]): T;
  decimal(whole: number, decimals: number): string;
}

/** The same for the same seed (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    of: (items) => items[whole(0, items.length - 1)]!,
    decimal: (most, decimals) =>
      `${whole(0, most)}.${String(whole(0, 10 ** decimals - 1)).padStart(decimals, '0')}`,
  };
}

const { EXEMPT, OUTSIDE, REDUCED, REVERSE_CHARGE, STANDARD, ZERO } = TaxCategory;
const RATES: readonly [TaxCategory, string][] = [
  [STANDARD, '22'],
  [STANDARD, '20'],
  [STANDARD, '7.7'],
  [STANDARD, '8.875'],
  [REDUCED, '5.5'],
  [REDUCED, '10'],
  [REDUCED, '0.0625'],
  [ZERO, '0'],
  [EXEMPT, '0'],
  [REVERSE_CHARGE, '0'],
  [OUTSIDE, '0'],
];

const grossUnits = (quantity: string, price: number): number => Math.round(Number(quantity) * price);

function randomLine(random: Chance): PricedLine {
  const quantity = random.of(['1', '2', '3', '7', `${random.whole(1, 40)}.${random.whole(0, 9999)}`]);
  const unitPriceMinor = random.of([0, 1, 5, 999, random.whole(1, 50_000), random.whole(1, 90_000_000)]);
  const [taxCategory, taxPercent] = random.of(RATES);
  const kind = random.of(['none', 'none', 'percent', 'amount']);
  return {
    quantity,
    unitPriceMinor,
    discountPercent: kind === 'percent' ? random.of(['100', '5', random.decimal(99, 4)]) : null,
    // One below the most: the sum in the test is a float's.
    discountMinor:
      kind === 'amount' ? random.whole(0, Math.max(0, grossUnits(quantity, unitPriceMinor) - 1)) : null,
    taxCategory,
    taxPercent,
  };
}

/** A document, without a discount of its own yet: how much that may be follows from the lines. */
export function randomDocument(random: Chance): { terms: Terms; lines: PricedLine[] } {
  return {
    terms: {
      currency: random.of(['EUR', 'JPY', 'BHD', 'TND']),
      pricesIncludeTax: random.of([true, false]),
      taxPerLine: random.of([true, false]),
      discountPercent: null,
      discountMinor: null,
    },
    lines: Array.from({ length: random.whole(1, 12) }, () => randomLine(random)),
  };
}
