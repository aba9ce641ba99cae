import type { Row } from '../../../shared/database/readable';
import type { Context } from '../../../shared/subgraph/context';
import { localDate } from '../../../shared/time-zone';
import type { Quotation } from '../quotes/quotation.entity';
import { quotationLines } from '../quotes/quotation.loader';
import { partiesNow } from './parties-now';
import type { Printable } from './printable';

/** Of a quotation that was sent what it states, and nothing that is said of anybody today. */
export async function printableQuotation(
  context: Context,
  quotation: Row<Quotation>,
): Promise<Printable | null> {
  const { id, number, seller, buyer, vehicleThen, status, createdAt, timeZone } = quotation;
  const isOut = seller !== null && buyer !== null;
  const lines = await context.childrenOf(quotationLines, 'quotationId', id, {
    by: ['position'],
    descending: false,
  });
  const parties = isOut ? { seller, buyer, vehicle: vehicleThen } : await partiesNow(context, quotation);
  if (!parties) return null;
  return {
    ...parties,
    kind: 'QUOTATION',
    id,
    number,
    isOut,
    watermark: status === 'DRAFT' ? 'DRAFT' : null,
    date: createdAt,
    issuedOn: localDate(timeZone, createdAt.getTime()),
    dueOn: null,
    validUntil: quotation.validUntil,
    reference: null,
    corrects: null,
    totals: quotation,
    lines,
    notes: quotation.notes,
  };
}
