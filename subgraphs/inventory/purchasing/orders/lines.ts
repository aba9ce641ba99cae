import { Decimal } from 'decimal.js';
import { sql } from '../../../../shared/database/sql';
import { badField } from '../../../../shared/errors';
import { Money, type MoneyInput } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import { quantityOf } from '../../catalogue/quantity';
import { requireBuyablePart } from '../buying';
import type { Supplier } from '../suppliers/supplier.entity';
import type { PurchaseOrderLineInput } from './purchase-order.input';

/** So much that two hundred of them are still a whole number that JavaScript knows exactly. */
const DEAREST_LINE = 10_000_000_000_000;

/** A line as it goes onto an order. */
export interface NewLine {
  partId: string;
  quantity: Decimal;
  unitPrice: Money;
  total: Money;
}

/** What a client wants on an order, checked and priced. Each part once: a delivery must know its line. */
export async function checkLines(
  context: Context,
  supplier: Supplier,
  currency: string,
  lines: readonly PurchaseOrderLineInput[],
): Promise<NewLine[]> {
  const seen = new Set<string>();
  const priced = await pricesOf(
    context,
    supplier.id,
    currency,
    lines.map(({ partId }) => partId),
  );
  return Promise.all(
    lines.map(async ({ partId, quantity, unitPrice }, n) => {
      const path = `input.lines.${n}`;
      const id = partId.toLowerCase();
      if (seen.has(id))
        throw badField(`${path}.partId`, 'DUPLICATE', 'The part stands on the order already.');
      seen.add(id);
      const { unit } = await requireBuyablePart(context, id, `${path}.partId`);
      const much = quantityOf(quantity, unit, `${path}.quantity`);
      const price = priceOf(unitPrice, currency, `${path}.unitPrice`) ?? priced.get(id);
      return lineOf(id, much, demandPrice(price, `${path}.unitPrice`), path);
    }),
  );
}

/** The line with its total, rounded by itself. */
export function lineOf(partId: string, quantity: Decimal, unitPrice: Money, path: string): NewLine {
  return { partId, quantity, unitPrice, total: lineTotal(unitPrice, quantity, path) };
}

export function lineTotal(unitPrice: Money, quantity: Decimal, path: string): Money {
  if (quantity.times(unitPrice.minorUnits).gt(DEAREST_LINE))
    throw badField(`${path}.unitPrice`, 'OUT_OF_RANGE', 'So much money is not spent on one line.');
  return unitPrice.times(quantity);
}

/** What a client wrote; null where it wrote nothing. */
export function priceOf(given: MoneyInput | null | undefined, currency: string, path: string): Money | null {
  if (!given) return null;
  const price = Money.from(given, path);
  if (price.currency !== currency)
    throw badField(`${path}.currency`, 'OTHER_CURRENCY', `The prices of this order are in ${currency}.`);
  if (price.minorUnits < 0) throw badField(`${path}.amount`, 'MIN', 'A price is not below zero.');
  return price;
}

export function demandPrice(price: Money | null | undefined, path: string): Money {
  if (!price) throw badField(path, 'REQUIRED', 'It was never ordered there: say what it costs.');
  return price;
}

/** What parts cost the last time they were ordered from the supplier in this currency. */
export async function pricesOf(
  context: Context,
  supplierId: string,
  currency: string,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, Money>> {
  const rows = await context.reader.query<{ part_id: string; unit_price_minor: number }>(sql`
    select distinct on (l.part_id) l.part_id, l.unit_price_minor
    from inventory.purchase_order_line l
    join inventory.purchase_order o on o.organisation_id = l.organisation_id and o.id = l.purchase_order_id
    where l.organisation_id = ${context.identity.organisationId} and l.part_id = any(${partIds}::uuid[])
      and o.supplier_id = ${supplierId} and o.currency = ${currency} and o.status in ('ORDERED', 'RECEIVED', 'CLOSED')
    order by l.part_id, o.ordered_at desc`);
  return new Map(
    rows.map(({ part_id, unit_price_minor }) => [part_id, new Money(unit_price_minor, currency)]),
  );
}

export const totalOf = (lines: readonly NewLine[], currency: string): Money =>
  lines.reduce((sum, { total }) => sum.plus(total), Money.zero(currency));
