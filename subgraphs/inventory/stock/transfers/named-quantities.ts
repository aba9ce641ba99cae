import { Decimal } from 'decimal.js';
import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { countOf } from '../../catalogue/quantity';
import { requirePart } from '../require-place';
import type { StockTransferLine } from './transfer.entity';
import type { TransferLineInput } from './transfer.input';

export interface Named {
  partId: string;
  quantity: Decimal;
}

/** What a client says of the parts of a transfer; null when it says nothing. */
export async function namedQuantities(
  context: Context,
  lines: readonly TransferLineInput[] | null | undefined,
): Promise<Named[] | null> {
  if (!lines) return null;
  return Promise.all(
    lines.map(async ({ partId, quantity }, index) => {
      const path = `input.lines.${index}`;
      const part = await requirePart(context, partId, `${path}.partId`);
      return { partId: part.id, quantity: countOf(quantity, part.unit, `${path}.quantity`) };
    }),
  );
}

interface Share {
  line: StockTransferLine;
  quantity: Decimal;
}

/** For each line of the transfer how much is meant: all that may be, or what was named, and nothing of the others. */
export function shares(
  lines: readonly StockTransferLine[],
  named: readonly Named[] | null,
  most: (line: StockTransferLine) => Decimal,
): Share[] {
  if (!named) return lines.map((line) => ({ line, quantity: most(line) }));
  const meant = new Map<string, Decimal>();
  named.forEach(({ partId, quantity }, index) => {
    const path = `input.lines.${index}`;
    const line = lines.find((each) => each.partId === partId);
    if (!line) throw badField(`${path}.partId`, 'NOT_IN_IT', 'This part is not in the transfer.');
    if (meant.has(line.id)) throw badField(`${path}.partId`, 'TWICE', 'Name each part once.');
    if (quantity.gt(most(line)))
      throw badField(`${path}.quantity`, 'MAX', `No more than ${most(line).toFixed()} is left of this.`);
    meant.set(line.id, quantity);
  });
  return lines.map((line) => ({ line, quantity: meant.get(line.id) ?? new Decimal(0) }));
}
