import { conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { Invoice } from '../../invoices/invoice.entity';
import { invoices, invoicesFor } from '../../invoices/invoice.loader';
import { PaymentStatus, paymentStatusOf } from '../../invoices/payment-status';
import { emitReminder } from './emit-reminder';
import { PaymentReminder } from './payment-reminder.entity';

export interface Reminding {
  invoiceId: string;
  idempotencyKey?: string | null;
}

const remindable = invoicesFor('invoices:issue');

export async function sendPaymentReminder(context: Context, reminding: Reminding): Promise<Invoice> {
  const { invoiceId, idempotencyKey } = reminding;
  await context.once(
    { operation: 'sendPaymentReminder', key: idempotencyKey, input: { invoiceId } },
    async (tx) => {
      const invoice = await tx.lock(remindable, invoiceId);
      const status = paymentStatusOf(invoice, tx.now);
      if (status !== PaymentStatus.OVERDUE)
        throw conflict('Nobody is reminded of an invoice that is not overdue.', {
          current: { id: invoiceId, version: invoice.version, paymentStatus: status },
        });
      await tx.insert(PaymentReminder, { invoiceId, stepDays: null });
      emitReminder(tx, invoice);
      return { id: invoiceId };
    },
  );
  return context.loadOrFail(invoices, invoiceId);
}
