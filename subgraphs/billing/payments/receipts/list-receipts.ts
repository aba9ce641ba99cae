import { join, sql } from '../../../../shared/database/sql';
import type { Connection, PageRequest } from '../../../../shared/paging';
import type { Context } from '../../../../shared/subgraph/context';
import type { Receipt } from './receipt.entity';
import type { ReceiptFilter } from './receipt.input';
import { receipts } from './receipt.loader';

const NEWEST = { by: ['createdAt' as const], descending: true };

export function listReceipts(
  context: Context,
  filter: ReceiptFilter,
  page: PageRequest,
): Promise<Connection<Receipt>> {
  const { customerId, serviceCentreId, number, issuedFrom, issuedTo } = filter;
  const where = [sql`true`];
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (number) where.push(sql`t.number = ${number.trim().toUpperCase()}`);
  if (issuedFrom) where.push(sql`t.issued_on >= ${issuedFrom}`);
  if (issuedTo) where.push(sql`t.issued_on <= ${issuedTo}`);
  return context.page(receipts, join(where, ' and '), NEWEST, page);
}

/** The one that a payment has, if the money came. */
export async function receiptOf(context: Context, paymentId: string): Promise<Receipt | null> {
  const [receipt] = await context.childrenOf(receipts, 'paymentId', paymentId, NEWEST);
  return receipt ?? null;
}
