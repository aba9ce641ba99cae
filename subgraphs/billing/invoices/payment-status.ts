import { registerEnumType } from 'type-graphql';
import type { Row } from '../../../shared/database/readable';
import { type Sql, sql } from '../../../shared/database/sql';
import { localDate } from '../../../shared/time-zone';
import type { Invoice } from './invoice.entity';
import { InvoiceStatus } from './invoice.lifecycle';

export enum PaymentStatus {
  UNPAID = 'UNPAID',
  PARTLY_PAID = 'PARTLY_PAID',
  OVERDUE = 'OVERDUE',
  PAID = 'PAID',
}
registerEnumType(PaymentStatus, {
  name: 'PaymentStatus',
  description: 'How far an issued invoice is settled. It follows from the balance and the day.',
  valuesConfig: {
    UNPAID: { description: 'Nothing is paid yet, and it is not yet due.' },
    PARTLY_PAID: { description: 'Some of it is paid, and the rest is not yet due.' },
    OVERDUE: { description: 'Something is left to pay, and the day it was due has passed.' },
    PAID: { description: 'Nothing is left to pay: it was paid or credited.' },
  },
});

type Settled = Pick<Row<Invoice>, 'status' | 'balanceMinor' | 'paidMinor' | 'dueOn' | 'timeZone'>;

/** Null for what was not issued. */
export function paymentStatusOf(invoice: Settled, now: Date): PaymentStatus | null {
  const { status, balanceMinor, paidMinor, dueOn, timeZone } = invoice;
  if (status !== InvoiceStatus.ISSUED) return null;
  if (balanceMinor <= 0) return PaymentStatus.PAID;
  if (dueOn! < localDate(timeZone, now.getTime())) return PaymentStatus.OVERDUE;
  return paidMinor > 0 ? PaymentStatus.PARTLY_PAID : PaymentStatus.UNPAID;
}

/** The same as a predicate over the alias `t`. */
export function inPaymentStatus(status: PaymentStatus, now: Date): Sql {
  const open = sql`t.status = 'ISSUED' and t.balance_minor > 0`;
  const due = sql`t.due_on < (${now}::timestamptz at time zone t.time_zone)::date`;
  switch (status) {
    case PaymentStatus.PAID:
      return sql`(t.status = 'ISSUED' and t.balance_minor <= 0)`;
    case PaymentStatus.OVERDUE:
      return sql`(${open} and ${due})`;
    case PaymentStatus.PARTLY_PAID:
      return sql`(${open} and not ${due} and t.paid_minor > 0)`;
    case PaymentStatus.UNPAID:
      return sql`(${open} and not ${due} and t.paid_minor = 0)`;
  }
}
