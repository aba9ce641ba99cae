import { badField } from '../../../shared/errors';
import { Money, type MoneyInput } from '../../../shared/money';
import type { RatesOf, TaxAsked } from '../tax/find-rate';
import { calculate, type Discount, grossOf, type PricedLine, type Terms } from './arithmetic';
import type { DocumentLine } from './document-line.entity';
import type { DocumentLineInput, UpdateDocumentLineInput } from './line.input';

/** What a line says, before anything is computed. */
export type LineFacts = Pick<
  DocumentLine,
  | 'type'
  | 'code'
  | 'description'
  | 'quantity'
  | 'unitPriceMinor'
  | 'discountPercent'
  | 'discountMinor'
  | 'taxRateId'
  | 'taxCategory'
  | 'taxPercent'
  | 'taxReason'
  | 'serviceItemId'
  | 'partId'
>;

/** As many as one answer can show. */
export const MOST_LINES = 200;
/** Of a line: two hundred of these, with as much tax, are still exact. */
const LARGEST_AMOUNT = 1_000_000_000_000;

export function newLine(input: DocumentLineInput, currency: string, rates: RatesOf, path: string): LineFacts {
  return {
    type: input.type,
    code: input.code ?? null,
    description: input.description.trim(),
    quantity: input.quantity,
    unitPriceMinor: priceOf(input.unitPrice, currency, `${path}.unitPrice`),
    ...discountColumns(input, currency, path),
    ...taxColumns(input, rates, path),
    serviceItemId: input.serviceItemId ?? null,
    partId: input.partId ?? null,
  };
}

export function changedLine(
  line: LineFacts,
  input: UpdateDocumentLineInput,
  currency: string,
  rates: RatesOf,
  path: string,
): LineFacts {
  const { unitPrice, discount, discountPercent, taxRateId, taxCategory } = input;
  const says = <T>(given: T | undefined, stays: T): T => (given === undefined ? stays : given);
  return {
    ...line,
    type: input.type ?? line.type,
    code: says(input.code, line.code),
    description: input.description?.trim() ?? line.description,
    quantity: input.quantity ?? line.quantity,
    unitPriceMinor: unitPrice ? priceOf(unitPrice, currency, `${path}.unitPrice`) : line.unitPriceMinor,
    ...(discount === undefined && discountPercent === undefined
      ? {}
      : discountColumns(input, currency, path)),
    ...(taxRateId || taxCategory ? taxColumns(input, rates, path) : {}),
  };
}

function taxColumns(asked: TaxAsked, rates: RatesOf, path: string) {
  const rate = rates.choose(asked, path);
  return { taxRateId: rate.id, taxCategory: rate.category, taxPercent: rate.percent, taxReason: rate.reason };
}

/** A percentage, an amount, or nothing: what was there before goes with what is given. */
export function discountColumns(
  { discount, discountPercent }: { discount?: MoneyInput | null; discountPercent?: string | null },
  currency: string,
  path: string,
): Discount {
  if (discount && discountPercent)
    throw badField(`${path}.discount`, 'ONE_DISCOUNT', 'A discount is a percentage or an amount, not both.');
  return {
    discountPercent: discountPercent ?? null,
    discountMinor: discount ? priceOf(discount, currency, `${path}.discount`) : null,
  };
}

function priceOf(given: MoneyInput, currency: string, path: string): number {
  const money = Money.from(given, path);
  if (money.currency !== currency)
    throw badField(`${path}.currency`, 'FOREIGN_CURRENCY', `This document is in ${currency}.`);
  if (money.minorUnits < 0) throw badField(`${path}.amount`, 'NEGATIVE', 'It cannot be below zero.');
  return money.minorUnits;
}

/**
 * What must hold among the lines and the discounts before anything is computed. `pathOf` names a line in the
 * caller's input.
 */
export function requireComputable(
  terms: Terms,
  lines: readonly PricedLine[],
  pathOf: (index: number) => string,
  discountPath: string,
): void {
  if (lines.length > MOST_LINES)
    throw badField('input.lines', 'TOO_MANY', `A document has at most ${MOST_LINES} lines.`);
  for (const [index, line] of lines.entries()) requireLine(line, terms.currency, pathOf(index));
  const { subtotalMinor } = calculate({ ...terms, discountMinor: null, discountPercent: null }, lines).totals;
  if ((terms.discountMinor ?? 0) > subtotalMinor)
    throw badField(discountPath, 'DISCOUNT_ABOVE_TOTAL', 'The discount is more than the sum of the lines.');
}

function requireLine(line: PricedLine, currency: string, path: string): void {
  if (Number(line.quantity) === 0)
    throw badField(`${path}.quantity`, 'NOT_POSITIVE', 'A quantity is more than 0.');
  if (line.unitPriceMinor > LARGEST_AMOUNT / Number(line.quantity))
    throw badField(`${path}.unitPrice.amount`, 'OUT_OF_RANGE', 'The amount of the line is too large.');
  const gross = grossOf(line, currency);
  if ((line.discountMinor ?? 0) > gross.minorUnits)
    throw badField(`${path}.discount`, 'DISCOUNT_ABOVE_LINE', 'The discount is more than the line.');
}
