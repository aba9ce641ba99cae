import { sql } from '../../../../shared/database/sql';
import { ApiError } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { houseOf } from '../../peers';
import { draftInvoice } from '../draft-invoice';
import type { Invoice } from '../invoice.entity';
import { everyInvoice } from '../invoice.loader';
import { linesOfWork } from './lines-of-work';
import { quotationOf } from './quotation-of';
import type { WorkToBill } from './work-to-bill';

/** What is billed: a job or an order has one invoice, unless its draft was given up. */
export type Origin = { jobCardId: string } | { counterOrderId: string };

export async function invoiceFor(context: Context, origin: Origin): Promise<Invoice | null> {
  const of =
    'jobCardId' in origin
      ? sql`t.job_card_id = ${origin.jobCardId}`
      : sql`t.counter_order_id = ${origin.counterOrderId}`;
  const [invoice] = await context.reader.rows(everyInvoice, sql`${of} and t.status <> 'CANCELLED'`);
  return invoice ?? null;
}

/** The draft for this work: of many who want it at once one makes it, and the others find it. */
export async function draftForWork(context: Context, origin: Origin, work: WorkToBill): Promise<string> {
  const { lines, serviceRequestId, ...subject } = work;
  const becameIt = 'counterOrderId' in origin ? origin.counterOrderId : serviceRequestId;
  const [house, quotationId] = await Promise.all([
    houseOf(context, subject.serviceCentreId, 'id'),
    quotationOf(context, becameIt),
  ]);
  const facts = linesOfWork(lines, house.organisation.currency);
  try {
    const { id } = await context.transaction((tx) =>
      draftInvoice(tx, house, { ...subject, ...origin, quotationId }, {}, facts),
    );
    return id;
  } catch (error) {
    const made =
      error instanceof ApiError && error.code === 'CONFLICT' && (await invoiceFor(context, origin));
    if (!made) throw error;
    return made.id;
  }
}
