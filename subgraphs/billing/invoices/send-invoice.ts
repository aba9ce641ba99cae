import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { emitInvoiceEvent } from './draft-invoice';
import { Invoice } from './invoice.entity';
import { InvoiceStatus } from './invoice.lifecycle';
import { invoices, invoicesFor } from './invoice.loader';

/** The customer is written to by whoever listens: as often as it is asked for. */
export async function sendInvoice(context: Context, id: string): Promise<Invoice> {
  await context.transaction(async (tx) => {
    const invoice = await tx.lock(invoicesFor('invoices:issue'), id);
    if (invoice.status !== InvoiceStatus.ISSUED)
      throw conflict(`An invoice that is ${invoice.status} is not sent.`, {
        current: { id, version: invoice.version, status: invoice.status },
      });
    const sent = await tx.update(Invoice, invoice, { sentAt: tx.now }, 'send');
    emitInvoiceEvent(tx, 'InvoiceSent', sent);
  });
  return context.loadOrFail(invoices, id);
}
