import { join, sql } from '../../../shared/database/sql';
import type { Connection, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { CreditNoteFilter } from './credit.input';
import type { CreditNote } from './credit-note.entity';
import { creditNotes } from './credit-note.loader';

export const NEWEST = { by: ['createdAt' as const], descending: true };

export function listCreditNotes(
  context: Context,
  filter: CreditNoteFilter,
  page: PageRequest,
): Promise<Connection<CreditNote>> {
  const { invoiceId, customerId, vehicleId, serviceCentreId, number, issuedFrom, issuedTo } = filter;
  const where = [sql`true`];
  if (invoiceId) where.push(sql`t.invoice_id = ${invoiceId}`);
  if (customerId) where.push(sql`t.customer_id = ${customerId}`);
  if (vehicleId) where.push(sql`t.vehicle_id = ${vehicleId}`);
  if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
  if (number) where.push(sql`t.number = ${number.trim().toUpperCase()}`);
  if (issuedFrom) where.push(sql`t.issued_on >= ${issuedFrom}`);
  if (issuedTo) where.push(sql`t.issued_on <= ${issuedTo}`);
  return context.page(creditNotes, join(where, ' and '), NEWEST, page);
}
