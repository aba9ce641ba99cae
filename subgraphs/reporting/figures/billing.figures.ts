import { type Sql, sql } from '../../../shared/database/sql';
import { between, dayOf, type FigureSource, happened, issued } from './source';

const INVOICES = sql`billing.report_invoice`;
const CREDIT_NOTES = sql`billing.report_credit_note`;

/** What a line is of: its kind, and the service of the catalogue if it is one. */
const LINE = sql`l.type || ':' || coalesce(l.service_item_id::text, '')`;

const amounts = (total: string, net: string, tax: string): Sql =>
  sql`cross join lateral (values (${total}::text, t.total_minor), (${net}::text, t.net_minor),
    (${tax}::text, t.tax_minor)) as f(figure, amount)`;

const documents: FigureSource[] = [
  {
    figures: ['INVOICED', 'INVOICED_NET', 'INVOICED_TAX'],
    rows: sql`select f.figure, w.centre_id, t.issued_on, '', t.currency, count(*), sum(f.amount)
      from ${issued(INVOICES)} ${amounts('INVOICED', 'INVOICED_NET', 'INVOICED_TAX')}
      where t.status = 'ISSUED' group by 1, 2, 3, 5`,
  },
  {
    figures: ['INVOICED_LINES'],
    rows: sql`select 'INVOICED_LINES', w.centre_id, t.issued_on, ${LINE}, t.currency, count(*), sum(l.net_minor)
      from ${issued(INVOICES)} join billing.report_invoice_line l on l.invoice_id = t.id
      where t.status = 'ISSUED' group by 2, 3, 4, 5`,
  },
  {
    figures: ['CREDITED', 'CREDITED_NET', 'CREDITED_TAX'],
    rows: sql`select f.figure, w.centre_id, t.issued_on, '', t.currency, count(*), sum(f.amount)
      from ${issued(CREDIT_NOTES)} ${amounts('CREDITED', 'CREDITED_NET', 'CREDITED_TAX')} group by 1, 2, 3, 5`,
  },
  {
    figures: ['CREDITED_LINES'],
    rows: sql`select 'CREDITED_LINES', w.centre_id, t.issued_on, ${LINE}, t.currency, count(*), sum(l.net_minor)
      from ${issued(CREDIT_NOTES)} join billing.report_credit_note_line l on l.credit_note_id = t.id
      group by 2, 3, 4, 5`,
  },
];

/** Payments that stand: a voided one never was. */
const money: FigureSource[] = [
  {
    figures: ['PAID'],
    rows: sql`select 'PAID', w.centre_id, ${dayOf(sql`t.paid_at`)}, t.method, t.currency, count(*), sum(t.amount_minor)
      from ${happened(sql`billing.report_payment`, sql`paid_at`)} where t.status = 'SUCCEEDED' group by 2, 3, 4, 5`,
  },
  {
    figures: ['REFUNDED'],
    rows: sql`select 'REFUNDED', w.centre_id, ${dayOf(sql`r.created_at`)}, r.method, r.currency, count(*),
        sum(r.amount_minor)
      from w cross join lateral (select x.* from billing.report_refund x
        where x.status = 'SUCCEEDED' and ${between(sql`x.created_at`)} offset 0) r
      join billing.report_payment t on t.id = r.payment_id and t.service_centre_id = w.centre_id group by 2, 3, 4, 5`,
  },
];

export const billingFigures: readonly FigureSource[] = [...documents, ...money];
