import type { Transaction } from '../../../shared/database/transaction';
import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { discountColumns } from '../documents/line-facts';
import { linesOf, type WantedLine, writeLines } from '../documents/write-lines';
import { requireCustomer, requireVehicle } from '../peers';
import { emitInvoiceEvent } from './draft-invoice';
import { invoiceDrafts } from './invoice.draft';
import { Invoice } from './invoice.entity';
import type { UpdateInvoiceInput } from './invoice.input';
import { InvoiceStatus, invoiceLifecycle } from './invoice.lifecycle';
import { invoices, invoicesFor } from './invoice.loader';
import type { InvoiceLine } from './invoice-line.entity';

const { CANCELLED, DRAFT } = InvoiceStatus;

export async function updateInvoice(
  context: Context,
  id: string,
  input: UpdateInvoiceInput,
): Promise<Invoice> {
  await Promise.all([
    input.customerId ? requireCustomer(context, input.customerId, 'input.customerId') : null,
    input.vehicleId ? requireVehicle(context, input.vehicleId, 'input.vehicleId') : null,
  ]);
  return changeDraft(context, id, input.expectedVersion, async (tx, invoice, lines) => {
    const { customerId, vehicleId, paymentTermsDays, reference, notes, discount, discountPercent } = input;
    const patch: Partial<Invoice> = {
      customerId: customerId ?? invoice.customerId,
      vehicleId,
      paymentTermsDays,
      reference: reference?.trim() ?? reference,
      notes: notes?.trim() ?? notes,
      ...(discount === undefined && discountPercent === undefined
        ? {}
        : discountColumns(input, invoice.currency, 'input')),
    };
    return writeLines<Invoice, InvoiceLine>(tx, invoiceDrafts, invoice, lines, IN_DRAFT, given(patch));
  });
}

const given = <T extends object>(patch: T): Partial<T> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>;

/** How the lines of a draft are named to somebody who changes something else of it. */
export const IN_DRAFT = { pathOf: (index: number) => `lines.${index}`, discountPath: 'input.discount' };

/** Any change of a draft: the invoice is locked, and nothing of it goes out while it is a draft. */
export async function changeDraft(
  context: Context,
  id: string,
  expectedVersion: number | null | undefined,
  change: (tx: Transaction, invoice: Invoice, lines: WantedLine<InvoiceLine>[]) => Promise<Invoice>,
): Promise<Invoice> {
  await context.transaction(async (tx) => {
    const invoice = await tx.lock(invoicesFor('invoices:update'), id, expectedVersion);
    if (invoice.status !== DRAFT)
      throw conflict(`An invoice that is ${invoice.status} does not change any more.`, {
        current: { id, version: invoice.version, status: invoice.status },
      });
    const lines = await linesOf(tx, invoiceDrafts, id);
    const changed = await change(
      tx,
      invoice,
      lines.map((line) => ({ facts: line, line })),
    );
    if (changed.version !== invoice.version) emitInvoiceEvent(tx, 'InvoiceUpdated', changed);
  });
  return context.loadOrFail(invoices, id);
}

export async function cancelInvoice(
  context: Context,
  { id, reason, expectedVersion }: { id: string; reason: string; expectedVersion?: number | null },
): Promise<Invoice> {
  await context.transaction(async (tx) => {
    const invoice = await tx.lock(invoicesFor('invoices:cancel'), id, expectedVersion);
    if (invoice.status === CANCELLED) return;
    invoiceLifecycle.demand(invoice.status, CANCELLED);
    const cancelled = await tx.update(
      Invoice,
      invoice,
      { status: CANCELLED, cancelledReason: reason.trim() },
      'cancel',
    );
    emitInvoiceEvent(tx, 'InvoiceCancelled', cancelled);
  });
  return context.loadOrFail(invoices, id);
}
