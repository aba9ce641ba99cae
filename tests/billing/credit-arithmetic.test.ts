import 'reflect-metadata';
import { leftOf } from '../../subgraphs/billing/credit-notes/credit-arithmetic';
import {
  creditedAmounts,
  creditLine,
  type NewCreditLine,
} from '../../subgraphs/billing/credit-notes/credit-lines';
import type { CreditNoteLine } from '../../subgraphs/billing/credit-notes/credit-note-line.entity';
import {
  baseOf,
  type CreditableLine,
  chosenCredit,
  type WantedCredit,
  wholeCredit,
} from '../../subgraphs/billing/credit-notes/wanted-credit';
import { calculate, type Terms } from '../../subgraphs/billing/documents/arithmetic';
import { taxTotals } from '../../subgraphs/billing/documents/tax-totals';
import type { InvoiceLine } from '../../subgraphs/billing/invoices/invoice-line.entity';
import type { InvoiceTaxGroup } from '../../subgraphs/billing/invoices/invoice-tax-group.entity';
import { taxOn } from './oracle.fixtures';
import { type Chance, chance, randomDocument } from './random-documents.fixtures';

/** An issued invoice as the credits see it, and what they have taken off. */
class Credits {
  readonly lines: (CreditableLine & { before: CreditNoteLine[] })[];
  readonly groups: InvoiceTaxGroup[];

  constructor(
    readonly terms: Terms,
    priced: ReturnType<typeof randomDocument>['lines'],
  ) {
    const { lines } = calculate(terms, priced);
    const issued = priced.map(
      (line, n) =>
        ({ ...line, ...lines[n]!, id: `line-${n}`, currency: terms.currency }) as unknown as InvoiceLine,
    );
    this.lines = issued.map((line) => ({ line, before: [] }));
    this.groups = taxTotals(issued).map(
      (group) => ({ ...group, creditedNetMinor: 0, creditedTaxMinor: 0 }) as unknown as InvoiceTaxGroup,
    );
  }

  take(wanted: readonly WantedCredit[]): NewCreditLine[] {
    const amounts = creditedAmounts(this.terms, wanted, this.groups);
    const credited = wanted.map((one, n) => creditLine(one, amounts[n]!, n + 1));
    wanted.forEach(({ line }, n) => {
      this.lines.find((one) => one.line === line)!.before.push(credited[n] as CreditNoteLine);
      const group = this.groupOf(line);
      group.creditedNetMinor += credited[n]!.netMinor;
      group.creditedTaxMinor += credited[n]!.taxMinor;
    });
    return credited;
  }

  groupOf({ taxCategory, taxPercent }: Pick<InvoiceLine, 'taxCategory' | 'taxPercent'>): InvoiceTaxGroup {
    return this.groups.find((one) => one.taxCategory === taxCategory && one.taxPercent === taxPercent)!;
  }

  /** Some of the lines, of each a part of what is left of it. */
  some(random: Chance): WantedCredit[] {
    return wholeCredit(this.lines, this.terms)
      .filter(() => random.whole(0, 2) > 0)
      .map((one) => {
        const amountMinor = random.of([one.amountMinor, 1, random.whole(1, one.amountMinor)]);
        return { ...one, amountMinor, quantity: null };
      });
  }
}

function* invoices(seed: number, many: number): Generator<{ credits: Credits; random: Chance }> {
  const random = chance(seed);
  for (let n = 0; n < many; n += 1) {
    const { terms, lines } = randomDocument(random);
    const { subtotalMinor } = calculate(terms, lines).totals;
    if (random.whole(0, 1)) terms.discountMinor = random.whole(0, subtotalMinor);
    yield { credits: new Credits(terms, lines), random };
  }
}

it('however often and however much is credited: never more than each group bore, and in the end all of it', () => {
  for (const { credits, random } of invoices(7, 2_000)) {
    for (let round = random.whole(0, 5); round > 0; round -= 1) {
      credits.take(credits.some(random));
      for (const group of credits.groups) {
        expect(group.creditedNetMinor).toBeLessThanOrEqual(group.netMinor);
        expect(group.creditedTaxMinor).toBeLessThanOrEqual(group.taxMinor);
      }
    }
    credits.take(wholeCredit(credits.lines, credits.terms));
    expect(wholeCredit(credits.lines, credits.terms)).toEqual([]);
    for (const group of credits.groups)
      expect([group.creditedNetMinor, group.creditedTaxMinor]).toEqual([group.netMinor, group.taxMinor]);
  }
});

it('each credit has the tax of what it takes, until nothing more or the last is left', () => {
  for (const { credits, random } of invoices(11, 2_000)) {
    const { terms } = credits;
    if (terms.taxPerLine) continue;
    const left = new Map(
      credits.groups.map((group) => [
        group,
        { taxPercent: group.taxPercent, leftNetMinor: group.netMinor, leftTaxMinor: group.taxMinor },
      ]),
    );
    const credited = credits.take(credits.some(random));
    for (const { taxCategory, taxPercent, netMinor, taxMinor } of taxTotals(credited)) {
      const pool = left.get(credits.groupOf({ taxCategory, taxPercent }))!;
      const base = terms.pricesIncludeTax ? netMinor + taxMinor : netMinor;
      if (base === leftOf(pool, terms)) expect(taxMinor).toBe(pool.leftTaxMinor);
      else {
        const own = Number(taxOn(BigInt(base), taxPercent, terms.pricesIncludeTax));
        const most = Math.min(own, pool.leftTaxMinor);
        expect(taxMinor).toBe(terms.pricesIncludeTax ? Math.max(most, base - pool.leftNetMinor) : most);
      }
    }
  }
});

it('lines of a credit note are quantity times price less what is off, and their amounts are above zero', () => {
  for (const { credits, random } of invoices(13, 500)) {
    for (const line of credits.take(
      random.whole(0, 1) ? credits.some(random) : wholeCredit(credits.lines, credits.terms),
    )) {
      const gross = Math.round(Number(line.quantity) * line.unitPriceMinor);
      expect(Math.abs(gross - (line.discountMinor ?? 0) - line.amountMinor)).toBeLessThanOrEqual(1);
      expect(line.amountMinor).toBeGreaterThan(0);
      expect(baseOf(line, credits.terms)).toBe(line.amountMinor);
    }
  }
});

describe('three of a line that came to 10.00', () => {
  const terms: Terms = {
    currency: 'EUR',
    pricesIncludeTax: false,
    taxPerLine: false,
    discountPercent: null,
    discountMinor: 2,
  };
  const three = () =>
    new Credits(terms, [
      {
        quantity: '3',
        unitPriceMinor: 334,
        discountPercent: null,
        discountMinor: null,
        taxCategory: 'STANDARD' as never,
        taxPercent: '22',
      },
    ]);
  const one = (credits: Credits, more: object = { quantity: '1' }) =>
    credits.take(chosenCredit(credits.lines, [{ invoiceLineId: 'line-0', ...more }], terms));

  it('credited one by one come to 10.00 and 2.20 of tax', () => {
    const credits = three();
    const parts = [one(credits), one(credits), one(credits)].flat();
    expect(parts.map(({ netMinor, taxMinor }) => [netMinor, taxMinor])).toEqual([
      [333, 73],
      [334, 73],
      [333, 74],
    ]);
  });

  it('are no more than three, and no more than 10.00', () => {
    const credits = three();
    one(credits);
    expect(() => one(credits, { quantity: '2.0001' })).toThrow('3 were invoiced');
    expect(() => one(credits, { amount: { amount: '6.68', currency: 'EUR' } })).toThrow('more than is left');
    one(credits, { amount: { amount: '6.67', currency: 'EUR' } });
    expect(() => one(credits, {})).toThrow('nothing to credit');
  });
});
