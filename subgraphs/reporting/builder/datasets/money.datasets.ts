import { sql } from '../../../../shared/database/sql';
import {
  amount,
  count,
  type Dataset,
  dayIn,
  happenedOn,
  money,
  ofFigures,
  onDays,
  ReportColumnKind,
  record,
  times,
  word,
} from '../dataset';

const { MONEY } = ReportColumnKind;
const CUSTOMER = record('Customer', sql`t.customer_id`, 'The customer.');
const TECHNICIAN = record('User', sql`t.technician_id`, 'The technician of the job.');

/** What was invoiced and credited, by day: the figures of all reports. */
const REVENUE = ofFigures({
  permission: 'invoices:read',
  means: 'What was invoiced and credited, by the day of the document.',
  currency: sql`t.currency`,
  dimensions: {},
  measures: {
    INVOICES: times('INVOICED', 'Invoices that were issued.'),
    INVOICED: amount(MONEY, 'What they come to, with tax.', 'INVOICED'),
    INVOICED_NET: amount(MONEY, 'What they come to, without tax.', 'INVOICED_NET'),
    INVOICED_TAX: amount(MONEY, 'The tax on them.', 'INVOICED_TAX'),
    CREDIT_NOTES: times('CREDITED', 'Credit notes that were issued.'),
    CREDITED: amount(MONEY, 'What they come to, with tax.', 'CREDITED'),
    CREDITED_NET: amount(MONEY, 'What they come to, without tax.', 'CREDITED_NET'),
    REVENUE: amount(MONEY, 'Invoiced less credited, without tax.', 'INVOICED_NET', { less: 'CREDITED_NET' }),
  },
});

const SALES_LINES = ofFigures({
  permission: 'invoices:read',
  means: 'The lines of invoices and credit notes: what was sold, by the day of the document.',
  currency: sql`t.currency`,
  dimensions: {
    LINE_TYPE: word(sql`split_part(t.dim, ':', 1)`, 'What kind of line: labour, a part, a fee.'),
    SERVICE_ITEM: record(
      'ServiceItem',
      sql`nullif(split_part(t.dim, ':', 2), '')`,
      'The service of the catalogue; empty for what is none.',
    ),
  },
  measures: {
    LINES: times('INVOICED_LINES', 'Lines of invoices.'),
    INVOICED_NET: amount(MONEY, 'What they come to, without tax.', 'INVOICED_LINES'),
    CREDITED_NET: amount(MONEY, 'What was credited of such lines, without tax.', 'CREDITED_LINES'),
    REVENUE: amount(MONEY, 'Invoiced less credited, without tax.', 'INVOICED_LINES', {
      less: 'CREDITED_LINES',
    }),
  },
});

const PAYMENTS = ofFigures({
  permission: 'payments:read',
  means: 'Payments that stand, and what was given back, by the day of the payment or refund.',
  currency: sql`t.currency`,
  dimensions: { METHOD: word(sql`t.dim`, 'The way of paying.') },
  measures: {
    PAYMENTS: times('PAID', 'Payments.'),
    PAID: amount(MONEY, 'What they come to.', 'PAID'),
    REFUNDS: times('REFUNDED', 'Refunds.'),
    REFUNDED: amount(MONEY, 'What was given back.', 'REFUNDED'),
    KEPT: amount(MONEY, 'Paid less given back.', 'PAID', { less: 'REFUNDED' }),
  },
});

/** Issued invoices as they stand now, told apart by more than figures are. */
const INVOICES: Dataset = {
  permission: 'invoices:read',
  means: 'Issued invoices and how far they are paid now, by the day of issue.',
  from: ({ days }) => sql`centres cross join lateral (select x.* from billing.report_invoice x
    where x.service_centre_id = centres.centre_id and ${onDays(sql`x.issued_on`, days)} offset 0) t
    where t.status = 'ISSUED'`,
  day: sql`t.issued_on`,
  currency: sql`t.currency`,
  dimensions: {
    INVOICE: record('Invoice', sql`t.id`, 'The invoice.', sql`t.number`),
    CUSTOMER,
    TECHNICIAN,
    DUE_ON: { kind: ReportColumnKind.DAY, value: sql`t.due_on`, means: 'When it is to be paid.' },
  },
  measures: {
    INVOICES: count('Invoices.'),
    NET: money('What they come to, without tax.', sql`sum(t.net_minor)`),
    TAX: money('The tax on them.', sql`sum(t.tax_minor)`),
    TOTAL: money('What they come to, with tax.', sql`sum(t.total_minor)`),
    CREDITED: money('What was credited of them since.', sql`sum(t.credited_minor)`),
    PAID: money('What was paid on them.', sql`sum(t.paid_minor)`),
    BALANCE: money('What is open of them.', sql`sum(t.balance_minor)`),
  },
};

const QUOTATIONS: Dataset = {
  permission: 'quotations:read',
  means: 'Quotations as they stand now, by the day they were written.',
  from: (asked) => happenedOn(sql`billing.report_quotation`, sql`created_at`, asked),
  day: dayIn(sql`t.created_at`),
  currency: sql`t.currency`,
  dimensions: {
    QUOTATION: record('Quotation', sql`t.id`, 'The quotation.'),
    CUSTOMER,
    STATUS: word(sql`t.status`, 'Where it stands.'),
  },
  measures: {
    QUOTATIONS: count('Quotations.'),
    SENT: count('Those that were sent.', sql`count(t.sent_at)`),
    CONVERTED: count('Those that became work or an order.', sql`count(t.converted_at)`),
    TOTAL: money('What they come to, with tax.', sql`sum(t.total_minor)`),
  },
};

const COUNTER_ORDERS: Dataset = {
  permission: 'counterOrders:read',
  means: 'Orders over the counter as they stand now, by the day they were taken down.',
  from: (asked) => happenedOn(sql`inventory.report_counter_order`, sql`created_at`, asked),
  day: dayIn(sql`t.created_at`),
  currency: sql`t.currency`,
  dimensions: {
    COUNTER_ORDER: record('CounterOrder', sql`t.id`, 'The order.', sql`t.number`),
    CUSTOMER: record('Customer', sql`t.customer_id`, 'The customer; empty for who gave no name.'),
    STATUS: word(sql`t.status`, 'Where it stands.'),
  },
  measures: {
    ORDERS: count('Orders.'),
    DELIVERED: count('Those that were handed over.', sql`count(t.delivered_at)`),
    WALK_INS: count(
      'Those of somebody who gave no name.',
      sql`count(*) filter (where t.customer_id is null)`,
    ),
    TOTAL: money('What they come to, as the orders say it.', sql`sum(t.total_minor)`),
  },
};

export const moneyDatasets = { REVENUE, SALES_LINES, INVOICES, PAYMENTS, QUOTATIONS, COUNTER_ORDERS };
