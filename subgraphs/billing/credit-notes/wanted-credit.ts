import { Decimal } from 'decimal.js';
import { badField } from '../../../shared/errors';
import { Money } from '../../../shared/money';
import type { Terms } from '../documents/arithmetic';
import type { InvoiceLine } from '../invoices/invoice-line.entity';
import type { CreditLineInput } from './credit.input';
import type { CreditNoteLine } from './credit-note-line.entity';

/** A line of the invoice, with what was credited of it before. */
export interface CreditableLine {
  line: InvoiceLine;
  before: readonly CreditNoteLine[];
}

export interface WantedCredit extends CreditableLine {
  /** In terms of the prices. */
  amountMinor: number;
  /** How many of the line; null for an amount. */
  quantity: string | null;
}

type CreditTerms = Pick<Terms, 'currency' | 'pricesIncludeTax'>;

/** What a line came to in terms of its price, after all discounts. */
export const baseOf = (
  { netMinor, taxMinor }: Pick<InvoiceLine, 'netMinor' | 'taxMinor'>,
  { pricesIncludeTax }: CreditTerms,
): number => (pricesIncludeTax ? netMinor + taxMinor : netMinor);

const leftOfLine = ({ line, before }: CreditableLine, terms: CreditTerms): number =>
  before.reduce((left, credited) => left - baseOf(credited, terms), baseOf(line, terms));

/** All that is left of the invoice. */
export function wholeCredit(lines: readonly CreditableLine[], terms: CreditTerms): WantedCredit[] {
  return lines.map((one) => restOf(one, terms)).filter(({ amountMinor }) => amountMinor > 0);
}

const restOf = (one: CreditableLine, terms: CreditTerms): WantedCredit => ({
  ...one,
  amountMinor: leftOfLine(one, terms),
  quantity: one.before.length === 0 ? one.line.quantity : null,
});

export function chosenCredit(
  lines: readonly CreditableLine[],
  chosen: readonly CreditLineInput[],
  terms: CreditTerms,
): WantedCredit[] {
  const taken = new Set<string>();
  return chosen.map((input, index) => {
    const path = `input.lines.${index}`;
    const one = lines.find(({ line }) => line.id === input.invoiceLineId);
    if (!one) throw badField(`${path}.invoiceLineId`, 'UNKNOWN', 'There is no such line on the invoice.');
    if (taken.has(one.line.id)) throw badField(`${path}.invoiceLineId`, 'TWICE', 'A line is named once.');
    taken.add(one.line.id);
    const wanted = chosenOf(one, input, terms, path);
    if (wanted.amountMinor > leftOfLine(one, terms))
      throw badField(path, 'ABOVE_LEFT', 'That is more than is left of the line.');
    if (wanted.amountMinor <= 0) throw badField(path, 'NOT_POSITIVE', 'There is nothing to credit in that.');
    return wanted;
  });
}

function chosenOf(
  one: CreditableLine,
  { quantity, amount }: CreditLineInput,
  terms: CreditTerms,
  path: string,
): WantedCredit {
  if (quantity && amount)
    throw badField(
      `${path}.amount`,
      'ONE_MEASURE',
      'A credit is so many of the line, or an amount, not both.',
    );
  if (quantity) return { ...one, quantity, amountMinor: amountOfMany(one, quantity, terms, path) };
  if (!amount) return restOf(one, terms);
  const money = Money.from(amount, `${path}.amount`);
  if (money.currency !== terms.currency)
    throw badField(`${path}.amount.currency`, 'FOREIGN_CURRENCY', `This document is in ${terms.currency}.`);
  return { ...one, quantity: null, amountMinor: money.minorUnits };
}

/** Counted from the first one credited on, so that the parts of a line come to the line when all are credited. */
function amountOfMany(
  { line, before }: CreditableLine,
  quantity: string,
  terms: CreditTerms,
  path: string,
): number {
  const many = before.reduce((sum, { creditedQuantity }) => sum.plus(creditedQuantity ?? 0), new Decimal(0));
  const after = many.plus(quantity);
  if (after.gt(line.quantity))
    throw badField(`${path}.quantity`, 'ABOVE_LEFT', `Of that line ${line.quantity} were invoiced.`);
  const base = new Money(baseOf(line, terms), terms.currency);
  return base.times(after, line.quantity).minus(base.times(many, line.quantity)).minorUnits;
}
