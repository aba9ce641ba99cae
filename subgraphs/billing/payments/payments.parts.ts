import { badField, conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import {
  CustomerBalanceResolver,
  InvoicePaymentsResolver,
  PaymentAllocationResolver,
  RefundResolver,
} from './allocation.resolver';
import { BalanceEntry } from './deposits/balance-entry.entity';
import { Payment } from './payment.entity';
import { paymentReference, receiptReference } from './payment.reference';
import { PaymentResolver } from './payment.resolver';
import { PaymentAllocation } from './payment-allocation.entity';
import { PaymentCommands } from './payment-commands.resolver';
import { paymentsInvariants } from './payments.invariants';
import { Receipt } from './receipts/receipt.entity';
import { ReceiptResolver } from './receipts/receipt.resolver';
import { Refund } from './refunds/refund.entity';
import { PaymentReminder } from './reminders/payment-reminder.entity';
import { remindOfPayments } from './reminders/remind-of-payments';
import { PaymentReminderResolver } from './reminders/reminder.resolver';
import { StripeResolver } from './stripe/stripe.resolver';

/** Money that comes, is kept, and goes back. */
export const paymentsParts = {
  entities: [Payment, PaymentAllocation, BalanceEntry, Refund, Receipt, PaymentReminder],
  resolvers: [
    PaymentResolver,
    PaymentAllocationResolver,
    RefundResolver,
    PaymentCommands,
    StripeResolver,
    PaymentReminderResolver,
    ReceiptResolver,
    InvoicePaymentsResolver,
    CustomerBalanceResolver,
  ],
  clockwork: [remindOfPayments],
  invariants: paymentsInvariants,
  references: [paymentReference, receiptReference],
  constraints: {
    receipt_kept: () => conflict('A receipt never changes.'),
    receipt_number: () =>
      badField(
        'input.serviceCentreId',
        'NUMBER_TAKEN',
        'Another service centre had this code before: give the centre a new one.',
      ),
  },
} satisfies Parts;
