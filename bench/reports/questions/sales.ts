import {
  AMOUNTS,
  CHART,
  days,
  MONEY,
  type Question,
  REVENUE,
  REVENUE_FIGURES,
  report,
  rows,
} from './question';

export const SALES: Question[] = [
  {
    name: 'Sales summary',
    kept: { figures: REVENUE_FIGURES, by: ['month'] },
    query: report('sales', `summary { ${AMOUNTS} ${CHART} }`),
    told: rows(
      'report.summary.amounts',
      'invoices',
      'invoiced.minorUnits',
      'revenue.minorUnits',
      'credited.minorUnits',
      'paid.minorUnits',
    ),
    sql: `select sum(invoices), sum(invoiced), sum(net), sum(credited), sum(paid) from (${REVENUE("''")}) d group by currency`,
  },
  {
    name: 'Counter orders',
    counted: true,
    query: report(
      'sales',
      `counterOrders { created delivered cancelled open walkIns amounts { ordered ${MONEY} delivered ${MONEY} }
        parts { part { id } quantity amount ${MONEY} } }`,
    ),
    told: rows('report.counterOrders.parts', 'part.id', 'amount.minorUnits'),
    sql: `with taken as (select id, status, customer_id, total_minor, delivered_at from inventory.report_counter_order
        where ${days('created_at')}),
      orders as (select count(*), count(delivered_at), count(*) filter (where status = 'CANCELLED'),
        count(*) filter (where customer_id is null), sum(total_minor) from taken)
      select p.part_id, p.minor from (select l.part_id, sum(l.quantity), sum(l.amount_minor) minor
        from inventory.report_counter_order_line l join taken t on t.id = l.counter_order_id and t.status = 'DELIVERED'
        where l.organisation_id = $1 group by 1 order by 3 desc, 1 limit 50) p, orders`,
  },
  {
    name: 'Quotation conversion',
    counted: true,
    query: report(
      'sales',
      `quotationConversion { created sent accepted rejected expired converted amounts { quoted ${MONEY} } }`,
    ),
    told: rows('report.quotationConversion', 'created', 'sent', 'accepted', 'rejected', 'converted'),
    sql: `select count(*), count(sent_at), count(*) filter (where status = 'ACCEPTED'),
        count(*) filter (where status = 'REJECTED'), count(converted_at),
        count(*) filter (where status not in ('ACCEPTED', 'REJECTED') and valid_until < current_date), currency,
        sum(total_minor)
      from billing.report_quotation where ${days('created_at')} group by currency`,
  },
  {
    name: 'Lead sources',
    kept: { figures: ['LEADS_CREATED', 'LEADS_CONVERTED'], by: ['dim'] },
    query: report('sales', 'leadSources { source created converted conversionRate }'),
    told: rows('report.leadSources', 'source', 'created', 'converted'),
    sql: `select source, sum(created), sum(converted) from (
      select source, count(*) created, 0 converted from customer.report_lead where ${days('created_at')} group by 1
      union all select source, 0, count(*) from customer.report_lead where ${days('converted_at')} group by 1) d group by 1`,
  },
  {
    name: 'Customer lifetime value',
    kept: `select * from reporting.worth_total t cross join lateral (
        select customer_id, invoices, minor, first_on from reporting.customer_worth where organisation_id = $1
          and scope_id = $1 and currency = t.currency and invoices > 0 order by minor desc, customer_id limit 50) w
      cross join lateral (
        select max(issued_on) from billing.report_invoice where organisation_id = $1 and customer_id = w.customer_id
          and status = 'ISSUED' and issued_on <= $3::date) l
      where t.organisation_id = $1 and t.scope_id = $1 and $2::date < $3::date`,
    query: report(
      'sales',
      `lifetimeValue { means { customers revenue ${MONEY} mean ${MONEY} }
        customers { customer { id } invoices revenue ${MONEY} firstInvoicedOn lastInvoicedOn } }`,
    ),
    told: rows('report.lifetimeValue.customers', 'customer.id', 'invoices', 'revenue.minorUnits'),
    sql: `with worth as (select customer_id, sum(many) invoices, sum(minor) minor, min(first), max(last) from (
        select customer_id, count(*) many, sum(net_minor) minor, min(issued_on) first, max(issued_on) last
          from billing.report_invoice where organisation_id = $1 and status = 'ISSUED' and issued_on <= $3::date
          and $2::date is not null group by 1
        union all select customer_id, 0, -sum(net_minor), null, null from billing.report_credit_note
          where organisation_id = $1 and issued_on <= $3::date group by 1) d group by 1 having sum(many) > 0),
      mean as (select count(*), sum(minor) from worth)
      select customer_id, invoices, minor from (select * from worth order by minor desc, customer_id limit 50) w, mean`,
  },
];
