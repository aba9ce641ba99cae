import 'reflect-metadata';
import {
  type Calculated,
  calculate,
  type PricedLine,
  type Terms,
} from '../../subgraphs/billing/documents/arithmetic';
import { TaxCategory } from '../../subgraphs/billing/tax/tax-category';
import { expected, taxOn } from './oracle.fixtures';
import { chance, randomDocument } from './random-documents.fixtures';

const TERMS: Terms = {
  currency: 'EUR',
  pricesIncludeTax: false,
  taxPerLine: false,
  discountPercent: null,
  discountMinor: null,
};

const line = (
  quantity: string,
  unitPriceMinor: number,
  taxPercent = '22',
  more: Partial<PricedLine> = {},
): PricedLine => ({
  quantity,
  unitPriceMinor,
  discountPercent: null,
  discountMinor: null,
  taxCategory: taxPercent === '0' ? TaxCategory.OUTSIDE : TaxCategory.STANDARD,
  taxPercent,
  ...more,
});

describe('worked examples', () => {
  // The first four are published with EN 16931, by CEN/TC 434: ubl-tc434-example1 (its two groups), 4, 7 and 9.
  it.each<[string, Partial<Terms>, PricedLine[], number[]]>([
    [
      'two rates, rounded once each',
      {},
      [line('1', 18323, '6'), line('1', 4637, '21')],
      [22960, 22960, 2073, 25033],
    ],
    [
      'quantities, and two rates',
      { currency: 'DKK' },
      [line('1000', 100, '25'), line('100', 500, '25'), line('500', 500, '12')],
      [400000, 400000, 67500, 467500],
    ],
    [
      'outside of the tax',
      { currency: 'SEK' },
      [line('1', 250000, '0'), line('1', 70000, '0')],
      [320000, 320000, 0, 320000],
    ],
    ['three months at 49.00', {}, [line('3', 4900, '21')], [14700, 14700, 3087, 17787]],
    ['half a cent goes up', {}, [line('0.5', 1)], [1, 1, 0, 1]],
    [
      'three lines of which each alone would round down',
      {},
      [line('1', 102), line('1', 102), line('1', 102)],
      [306, 306, 67, 373],
    ],
    [
      'the same, tax rounded on each line',
      { taxPerLine: true },
      [line('1', 102), line('1', 102), line('1', 102)],
      [306, 306, 66, 372],
    ],
    [
      'a price with tax stays what it is',
      { pricesIncludeTax: true },
      [line('1', 1999)],
      [1999, 1639, 360, 1999],
    ],
    [
      'three cents with 20 % in them, where no net exists',
      { pricesIncludeTax: true },
      [line('1', 3, '20')],
      [3, 2, 1, 3],
    ],
    [
      'a discount on a line',
      {},
      [line('2', 5000, '22', { discountPercent: '10' })],
      [9000, 9000, 1980, 10980],
    ],
    ['an amount off a line', {}, [line('2', 5000, '22', { discountMinor: 1 })], [9999, 9999, 2200, 12199]],
    [
      'a discount spread over two rates',
      { discountMinor: 1000 },
      [line('1', 10000), line('1', 5000, '10')],
      [15000, 14000, 2520, 16520],
    ],
    [
      'everything off',
      { discountPercent: '100' },
      [line('1', 10000), line('1', 5000, '10')],
      [15000, 0, 0, 0],
    ],
    ['yen have no decimals', { currency: 'JPY' }, [line('3', 333, '10')], [999, 999, 100, 1099]],
    ['dinars have three', { currency: 'TND' }, [line('1.25', 12345, '19')], [15431, 15431, 2932, 18363]],
    ['nothing', {}, [], [0, 0, 0, 0]],
  ])('%s', (_, terms, lines, [subtotal, net, tax, total]) => {
    const { totals } = calculate({ ...TERMS, ...terms }, lines);
    expect(totals).toEqual({
      subtotalMinor: subtotal,
      discountTotalMinor: subtotal! - (terms.pricesIncludeTax ? total! : net!),
      netMinor: net,
      taxMinor: tax,
      totalMinor: total,
    });
  });

  it('gives a group’s tax out to its lines, to the last cent and in proportion', () => {
    const { lines } = calculate(TERMS, [line('1', 102), line('1', 102), line('1', 102)]);
    expect(lines.map(({ taxMinor }) => taxMinor)).toEqual([23, 22, 22]);
  });
});

describe('three thousand random documents', () => {
  function* documents(): Generator<{ terms: Terms; priced: PricedLine[]; result: Calculated }> {
    const random = chance(20_261_128);
    for (let n = 0; n < 3_000; n += 1) {
      const { terms, lines: priced } = randomDocument(random);
      const { subtotalMinor } = calculate(terms, priced).totals;
      const kind = random.of(['none', 'percent', 'amount', 'whole']);
      if (kind === 'percent') terms.discountPercent = random.decimal(99, 4);
      if (kind === 'amount') terms.discountMinor = random.whole(0, subtotalMinor);
      if (kind === 'whole') terms.discountMinor = subtotalMinor;
      yield { terms, priced, result: calculate(terms, priced) };
    }
  }
  const total = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0);
  const sharesOf = ({ lines }: Calculated) => lines.map(({ shareMinor }) => shareMinor);

  it('come out as an independent calculation in fractions has them', () => {
    for (const { terms, priced, result } of documents()) {
      const { subtotal, discount, net, tax } = expected(terms, priced, sharesOf(result));
      expect(Object.values(result.totals)).toEqual([subtotal, discount, net, tax, net + tax].map(Number));
    }
  });

  it('are the sum of their lines in every amount, and no line gives more than it has', () => {
    for (const { terms, result } of documents()) {
      const { lines, totals } = result;
      expect([
        total(lines.map(({ amountMinor }) => amountMinor)),
        total(sharesOf(result)),
        total(lines.map(({ netMinor }) => netMinor)),
        total(lines.map(({ taxMinor }) => taxMinor)),
      ]).toEqual([totals.subtotalMinor, totals.discountTotalMinor, totals.netMinor, totals.taxMinor]);
      for (const { amountMinor, shareMinor, netMinor, taxMinor } of lines) {
        expect(amountMinor - shareMinor).toBe(terms.pricesIncludeTax ? netMinor + taxMinor : netMinor);
        expect(Math.min(shareMinor, netMinor, taxMinor)).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('spread their discount in proportion, to within one unit', () => {
    for (const { result } of documents()) {
      const { subtotalMinor, discountTotalMinor } = result.totals;
      for (const { amountMinor, shareMinor } of result.lines) {
        const off =
          BigInt(shareMinor) * BigInt(subtotalMinor) - BigInt(discountTotalMinor) * BigInt(amountMinor);
        expect(off < 0n ? -off : off).toBeLessThanOrEqual(BigInt(subtotalMinor));
      }
    }
  });

  it('have for each category and rate the tax of the group’s own sum', () => {
    for (const { terms, priced, result } of documents()) {
      const { groups } = expected(terms, priced, sharesOf(result));
      for (const [key, { base, percent }] of groups) {
        const own = result.lines.filter(
          (_, n) => `${priced[n]!.taxCategory} ${priced[n]!.taxPercent}` === key,
        );
        const tax = BigInt(total(own.map(({ taxMinor }) => taxMinor)));
        const net = BigInt(total(own.map(({ netMinor }) => netMinor)));
        expect(terms.pricesIncludeTax ? net + tax : net).toBe(base);
        if (terms.taxPerLine) continue;
        // BR-CO-17, wherever a net with that tax makes up what the customer pays.
        if (!terms.pricesIncludeTax || hasNet(base, percent)) expect(tax).toBe(taxOn(net, percent, false));
        else expect(tax).toBe(taxOn(base, percent, true));
      }
    }
  });

  /** Whether there is a net amount that makes up this price with its tax: about its place, tried one by one. */
  function hasNet(price: bigint, percent: string): boolean {
    const about = price - taxOn(price, percent, true);
    return [-2n, -1n, 0n, 1n, 2n].some(
      (step) => about + step + taxOn(about + step, percent, false) === price,
    );
  }
});
