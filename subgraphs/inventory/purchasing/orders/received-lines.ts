import { Decimal } from 'decimal.js';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField, badInput, type FieldProblem } from '../../../../shared/errors';
import { Money } from '../../../../shared/money';
import { everyPart } from '../../catalogue/part.loader';
import { quantityOf } from '../../catalogue/quantity';
import { lineTotal, priceOf } from './lines';
import { linesOf } from './move-purchase-order';
import type { PurchaseOrder } from './purchase-order.entity';
import type { PurchaseOrderLine } from './purchase-order-line.entity';
import type { ReceivedLineInput } from './receipt.input';

/** What came of a line. */
export interface Came {
  line: PurchaseOrderLine;
  quantity: Decimal;
  unitPrice: Money;
  total: Money;
}

/** Behind the order's lock: each line once, and never more than is outstanding. */
export async function checkReceived(
  tx: Transaction,
  order: PurchaseOrder,
  given: readonly ReceivedLineInput[],
): Promise<Came[]> {
  const lines = new Map((await linesOf(tx, order.id)).map((line) => [line.id, line]));
  const units = await unitsOf(tx, [...lines.values()]);
  const seen = new Set<string>();
  const beyond: FieldProblem[] = [];
  const came = given.map(({ lineId, quantity, unitPrice }, n) => {
    const path = `input.lines.${n}`;
    const id = lineId.toLowerCase();
    const line = lines.get(id);
    if (!line) throw badField(`${path}.lineId`, 'UNKNOWN', 'The order has no such line.');
    if (seen.has(id)) throw badField(`${path}.lineId`, 'DUPLICATE', 'Each line comes once.');
    seen.add(id);
    const much = quantityOf(quantity, units.get(line.partId)!, `${path}.quantity`);
    const outstanding = new Decimal(line.quantity).minus(line.receivedQuantity);
    if (much.gt(outstanding)) beyond.push(beyondOrder(`${path}.quantity`, outstanding));
    const price =
      priceOf(unitPrice, order.currency, `${path}.unitPrice`) ??
      new Money(line.unitPriceMinor, line.currency);
    return { line, quantity: much, unitPrice: price, total: lineTotal(price, much, path) };
  });
  if (beyond.length) throw badInput(beyond);
  return came;
}

const beyondOrder = (path: string, outstanding: Decimal): FieldProblem => ({
  path,
  code: 'BEYOND_ORDER',
  message: `Of this, ${outstanding.toFixed()} is outstanding.`,
});

async function unitsOf(tx: Transaction, lines: readonly PurchaseOrderLine[]) {
  const rows = await tx.rows(
    everyPart,
    sql`t.organisation_id = ${tx.organisationId} and t.id = any(${lines.map(({ partId }) => partId)}::uuid[])`,
  );
  return new Map(rows.map(({ id, unit }) => [id, unit]));
}
