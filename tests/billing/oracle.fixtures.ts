import type { PricedLine, Terms } from '../../subgraphs/billing/documents/arithmetic';

/** A fraction: the arithmetic of invoices a second time, exactly, and without anything of the program's. */
export interface Fraction {
  over: bigint;
  under: bigint;
}

export function fraction(text: string): Fraction {
  const [whole = '0', decimals = ''] = text.split('.');
  return { over: BigInt(whole + decimals), under: 10n ** BigInt(decimals.length) };
}

const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under });
const whole = (value: bigint): Fraction => ({ over: value, under: 1n });

/** Half up: nothing here is below zero. */
const round = ({ over, under }: Fraction): bigint => (2n * over + under) / (2n * under);

/** Per cent of, or contained in. */
export function taxOn(base: bigint, percent: string, contained: boolean): bigint {
  const rate = fraction(percent);
  const hundred = 100n * rate.under;
  return round({ over: base * rate.over, under: contained ? hundred + rate.over : hundred });
}

export interface Expected {
  subtotal: bigint;
  discount: bigint;
  net: bigint;
  tax: bigint;
  /** Category and rate → what is left after discounts, in terms of the prices. */
  groups: Map<string, { base: bigint; percent: string }>;
}

const off = (
  amount: bigint,
  { discountPercent, discountMinor }: Pick<Terms, 'discountPercent' | 'discountMinor'>,
) =>
  discountPercent === null
    ? BigInt(discountMinor ?? 0)
    : round(times(whole(amount), times(fraction(discountPercent), { over: 1n, under: 100n })));

/** What must come out of lines whose shares of the discount are these. */
export function expected(terms: Terms, lines: readonly PricedLine[], shares: readonly number[]): Expected {
  const amounts = lines.map((line) => {
    const gross = round(times(whole(BigInt(line.unitPriceMinor)), fraction(String(line.quantity))));
    return gross - off(gross, line);
  });
  const subtotal = amounts.reduce((sum, amount) => sum + amount, 0n);
  const groups: Expected['groups'] = new Map();
  let perLine = 0n;
  lines.forEach(({ taxCategory, taxPercent: percent }, n) => {
    const base = amounts[n]! - BigInt(shares[n]!);
    perLine += taxOn(base, percent, terms.pricesIncludeTax);
    const key = `${taxCategory} ${percent}`;
    groups.set(key, { base: (groups.get(key)?.base ?? 0n) + base, percent });
  });
  const perGroup = [...groups.values()].reduce(
    (sum, { base, percent }) => sum + taxOn(base, percent, terms.pricesIncludeTax),
    0n,
  );
  const tax = terms.taxPerLine ? perLine : perGroup;
  const discount = off(subtotal, terms);
  const net = subtotal - discount - (terms.pricesIncludeTax ? tax : 0n);
  return { subtotal, discount, net, tax, groups };
}
