import { readable } from '../../../../shared/database/readable';
import { raw, sql } from '../../../../shared/database/sql';
import { visibleInvoice } from '../../invoices/invoice.loader';
import { PaymentReminder } from './payment-reminder.entity';

/** Seen with their invoices. */
export const paymentReminders = readable({
  entity: PaymentReminder,
  permission: 'invoices:read',
  called: 'Reminder',
  visible: (viewer) => sql`exists (select from billing.invoice i where i.organisation_id = t.organisation_id
    and i.id = t.invoice_id and ${visibleInvoice(viewer, raw('i'))})`,
});
