import { requireReach } from '../../../shared/access/identity';
import type { Transaction } from '../../../shared/database/transaction';
import { ApiError, conflict, type ErrorCode } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { linesOf } from '../documents/write-lines';
import { emitQuotationEvent } from './create-quotation';
import { orderOverTheCounter } from './order-over-the-counter';
import { quotationDrafts } from './quotation.draft';
import { Quotation } from './quotation.entity';
import { ConversionKind } from './quotation.enums';
import { QuotationStatus } from './quotation.lifecycle';
import { quotations, quotationsFor } from './quotation.loader';
import type { QuotationLine } from './quotation-line.entity';
import { requestService } from './request-service';

export interface Accepted {
  quotation: Quotation;
  lines: QuotationLine[];
}

/** Who makes it, under a key made from the quotation, and so may be asked again. */
interface Conversion {
  permission: string;
  make(context: Context, accepted: Accepted): Promise<string>;
}

const CONVERSIONS: Readonly<Record<ConversionKind, Conversion>> = {
  [ConversionKind.SERVICE_REQUEST]: { permission: 'serviceRequests:create', make: requestService },
  [ConversionKind.COUNTER_ORDER]: { permission: 'counterOrders:create', make: orderOverTheCounter },
};

/** Nothing was made, and nothing will be; after other errors it may have been. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['BAD_INPUT', 'CONFLICT', 'FORBIDDEN', 'NOT_FOUND']);

const convertible = quotationsFor('quotations:convert');

/**
 * What it becomes is taken first, so that of two who want different things one is refused; then the other subgraph
 * makes it; then the quotation says what it was. Who comes again, or after a failure, takes up what is there.
 */
export async function convertQuotation(context: Context, id: string, to: ConversionKind): Promise<Quotation> {
  const { permission, make } = CONVERSIONS[to];
  requireReach(context.identity, permission);
  const accepted = await context.transaction((tx) => take(tx, id, to));
  if (!accepted.quotation.convertedToId) {
    const madeId = await make(context, accepted).catch(async (error: unknown) => {
      if (error instanceof ApiError && REFUSALS.has(error.code))
        await context.transaction((tx) => giveBack(tx, id, to));
      throw error;
    });
    await context.transaction((tx) => finish(tx, id, to, madeId));
  }
  return context.loadOrFail(quotations, id);
}

async function take(tx: Transaction, id: string, to: ConversionKind): Promise<Accepted> {
  const quotation = await tx.lock(convertible, id);
  const { version, status, conversionKind } = quotation;
  if (status !== QuotationStatus.ACCEPTED)
    throw conflict(`A quotation that is ${status} becomes nothing yet.`, {
      current: { id, version, status },
    });
  if (conversionKind && conversionKind !== to)
    throw conflict(`The quotation becomes ${conversionKind} already.`, {
      current: { id, version, conversionKind },
    });
  const taken = await tx.update(Quotation, quotation, { conversionKind: to }, 'convert');
  return { quotation: taken, lines: await linesOf(tx, quotationDrafts, id) };
}

async function giveBack(tx: Transaction, id: string, to: ConversionKind): Promise<void> {
  const quotation = await tx.lock(convertible, id);
  if (quotation.conversionKind === to && !quotation.convertedToId)
    await tx.update(Quotation, quotation, { conversionKind: null }, 'give conversion back');
}

/** Of fifty at once each comes here with the same; the first says so. */
async function finish(tx: Transaction, id: string, to: ConversionKind, convertedToId: string): Promise<void> {
  const quotation = await tx.lock(convertible, id);
  if (quotation.convertedToId === convertedToId) return;
  const converted = await tx.update(
    Quotation,
    quotation,
    { conversionKind: to, convertedToId, convertedAt: tx.now },
    'convert',
  );
  emitQuotationEvent(tx, 'QuotationConverted', converted, { to, convertedToId });
}
