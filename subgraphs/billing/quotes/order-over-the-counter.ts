import { badField } from '../../../shared/errors';
import { Money } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import { grossOf } from '../documents/arithmetic';
import type { Accepted } from './convert-quotation';
import type { QuotationLine } from './quotation-line.entity';

const CREATE = `mutation ($input: CreateCounterOrderInput!) { createCounterOrder(input: $input) { id } }`;

/** Asked in the caller's own name, under a key made from the quotation: again, it is the same order. */
export async function orderOverTheCounter(context: Context, { quotation, lines }: Accepted): Promise<string> {
  const { id, number, customerId, serviceCentreId } = quotation;
  if (lines.some(({ partId }) => !partId))
    throw badField('id', 'NOT_PARTS', 'Over the counter go parts of the catalogue, and nothing else.');
  const { createCounterOrder } = await context.peers.ask<{ createCounterOrder: { id: string } }>(
    'inventory',
    CREATE,
    {
      input: {
        customerId,
        serviceCentreId,
        notes: number,
        lines: lines.map(asSold),
        idempotencyKey: `quotation-${id}`,
      },
    },
  );
  return createCounterOrder.id;
}

/** For exactly what was accepted: of what was taken off the whole, each line bears its share. */
function asSold(line: QuotationLine) {
  const { partId, quantity, unitPriceMinor, discountPercent, amountMinor, shareMinor, currency } = line;
  const price = {
    partId,
    quantity,
    unitPrice: given(unitPriceMinor, currency),
    taxCategory: line.taxCategory,
  };
  if (discountPercent !== null && shareMinor === 0) return { ...price, discountPercent };
  const off = grossOf(line, currency).minorUnits - amountMinor + shareMinor;
  return off === 0 ? price : { ...price, discount: given(off, currency) };
}

function given(minorUnits: number, currency: string) {
  return { amount: new Money(minorUnits, currency).amount, currency };
}
