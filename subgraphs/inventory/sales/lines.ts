import { Decimal } from 'decimal.js';
import { idList, sql } from '../../../shared/database/sql';
import type { Given } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { Money } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import type { Part } from '../catalogue/part.entity';
import { everyPart } from '../catalogue/part.loader';
import { quantityOf } from '../catalogue/quantity';
import { priceOf } from '../purchasing/orders/lines';
import type { CounterOrderLineInput } from './counter-order.input';
import type { CounterOrderLine } from './counter-order-line.entity';

/** As much as a line of an invoice bears. */
const LARGEST_AMOUNT = 1_000_000_000_000;

export type NewLine = Given<CounterOrderLine> & { amountMinor: number };

/** What a client wants on an order, checked and priced, in its order. */
export async function checkLines(
  context: Context,
  currency: string,
  given: readonly CounterOrderLineInput[],
): Promise<NewLine[]> {
  const ids = idList(given.map(({ partId }) => partId));
  const parts = await context.reader.rows(
    everyPart,
    sql`t.organisation_id = ${context.identity.organisationId} and t.id = any(${ids}::uuid[])`,
  );
  return given.map((line, index) => {
    const part = parts.find(({ id }) => id === line.partId.toLowerCase());
    if (!part) throw badField(`input.lines.${index}.partId`, 'UNKNOWN', 'There is no such part.');
    return newLine(line, part, currency, index);
  });
}

function newLine(given: CounterOrderLineInput, part: Part, currency: string, index: number): NewLine {
  const path = `input.lines.${index}`;
  const quantity = quantityOf(given.quantity, part.unit, `${path}.quantity`);
  const unitPrice =
    priceOf(given.unitPrice, currency, `${path}.unitPrice`) ?? usualPrice(part, currency, path);
  if (quantity.times(unitPrice.minorUnits).gt(LARGEST_AMOUNT))
    throw badField(`${path}.unitPrice.amount`, 'OUT_OF_RANGE', 'The amount of the line is too large.');
  const discount = discountOf(given, currency, path);
  if ((discount.discountMinor ?? 0) > unitPrice.times(quantity).minorUnits)
    throw badField(`${path}.discount`, 'DISCOUNT_ABOVE_LINE', 'The discount is more than the line.');
  const priced = {
    quantity: quantity.toFixed(),
    currency,
    unitPriceMinor: unitPrice.minorUnits,
    ...discount,
  };
  return {
    position: index + 1,
    partId: part.id,
    sku: part.sku,
    partName: part.name,
    leftOff: '0',
    taxCategory: given.taxCategory?.trim() ?? part.taxCategory,
    ...priced,
    amountMinor: amountOf(priced),
  };
}

function usualPrice(part: Part, currency: string, path: string): Money {
  if (part.priceMinor === null || part.priceCurrency !== currency)
    throw badField(`${path}.unitPrice`, 'REQUIRED', `${part.sku} has no price in ${currency}: say one.`);
  return new Money(part.priceMinor, currency);
}

type Discount = Pick<CounterOrderLine, 'discountPercent' | 'discountMinor'>;

function discountOf(given: CounterOrderLineInput, currency: string, path: string): Discount {
  const { discount, discountPercent } = given;
  if (discount && discountPercent)
    throw badField(`${path}.discount`, 'ONE_DISCOUNT', 'A discount is a percentage or an amount, not both.');
  return {
    discountPercent: discountPercent ? new Decimal(discountPercent).toFixed() : null,
    discountMinor: priceOf(discount, currency, `${path}.discount`)?.minorUnits ?? null,
  };
}

type Priced = Pick<CounterOrderLine, 'quantity' | 'currency' | 'unitPriceMinor'> & Discount;

/** As an invoice reckons a line: rounded, and then less its discount, rounded as well. */
function amountOf({ quantity, currency, unitPriceMinor, discountPercent, discountMinor }: Priced): number {
  const gross = new Money(unitPriceMinor, currency).times(quantity);
  const off =
    discountPercent === null ? new Money(discountMinor ?? 0, currency) : gross.times(discountPercent, '100');
  return gross.minus(off).minorUnits;
}

/** The line with so much less on it; of an amount that was taken off, as much goes as of the line. */
export function without(
  line: CounterOrderLine,
  short: Decimal,
): Given<CounterOrderLine> & { amountMinor: number } {
  const left = new Decimal(line.quantity).minus(short);
  const { discountMinor, currency } = line;
  const priced = {
    ...line,
    quantity: left.toFixed(),
    discountMinor:
      discountMinor === null
        ? null
        : new Money(discountMinor, currency).times(left, line.quantity).minorUnits,
  };
  return {
    quantity: priced.quantity,
    leftOff: short.plus(line.leftOff).toFixed(),
    discountMinor: priced.discountMinor,
    amountMinor: amountOf(priced),
  };
}

export const totalOf = (lines: readonly { amountMinor: number }[]): number =>
  lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
