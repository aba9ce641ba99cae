import type { Transaction } from '../../../../shared/database/transaction';
import type { Invoice } from '../../invoices/invoice.entity';

/** The customer is written to by whoever listens. */
export function emitReminder(
  tx: Transaction,
  { id, customerId, serviceCentreId }: Pick<Invoice, 'id' | 'customerId' | 'serviceCentreId'>,
): void {
  tx.emit({
    name: 'PaymentReminderDue',
    subjectType: 'Invoice',
    subjectId: id,
    payload: { customerId, serviceCentreId },
  });
}
