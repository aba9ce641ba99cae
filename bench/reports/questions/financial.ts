import {
  AMOUNTS,
  type Answer,
  at,
  days,
  issued,
  MONEY,
  type Question,
  REVENUE,
  REVENUE_FIGURES,
  report,
  rows,
} from './question';

export const FINANCIAL: Question[] = [
  {
    name: 'Revenue by service centre',
    kept: { figures: REVENUE_FIGURES, by: ['centre'] },
    query: report('financial', `byServiceCentre { serviceCentre { id } ${AMOUNTS} }`),
    told: (answer) =>
      (at(answer, 'report.byServiceCentre') as Answer[]).flatMap((centre) =>
        rows(
          'amounts',
          'invoices',
          'revenue.minorUnits',
          'paid.minorUnits',
        )(centre).map((row) => [at(centre, 'serviceCentre.id') as string, ...row]),
      ),
    sql: `select key, sum(invoices), sum(net), sum(paid) from (${REVENUE('service_centre_id')}) d group by key, currency`,
  },
  {
    name: 'Revenue by service type',
    kept: { figures: ['INVOICED_LINES', 'CREDITED_LINES'], by: ['dim'] },
    query: report(
      'financial',
      `byServiceType { type serviceItem { id } lines invoiced ${MONEY} credited ${MONEY} revenue ${MONEY} }`,
    ),
    told: rows('report.byServiceType', 'type', 'lines', 'revenue.minorUnits'),
    sql: `select type, sum(lines), sum(minor) from (
      select l.type, l.service_item_id, count(*) lines, sum(l.net_minor) minor from billing.report_invoice i
        join billing.report_invoice_line l on l.organisation_id = $1 and l.invoice_id = i.id
        where i.status = 'ISSUED' and i.organisation_id = $1 and i.issued_on between $2::date and $3::date group by 1, 2
      union all select l.type, l.service_item_id, 0, -sum(l.net_minor) from billing.report_credit_note n
        join billing.report_credit_note_line l on l.organisation_id = $1 and l.credit_note_id = n.id
        where n.organisation_id = $1 and n.issued_on between $2::date and $3::date group by 1, 2) d
      group by type, service_item_id`,
  },
  {
    name: 'Outstanding payments',
    counted: true,
    query: report(
      'financial',
      `outstanding { amounts { currency invoices outstanding ${MONEY} ages { age invoices amount ${MONEY} } }
        invoices { invoice { id } customer { id } number dueOn daysOverdue balance ${MONEY} } }`,
    ),
    told: rows('report.outstanding.amounts', 'invoices', 'outstanding.minorUnits'),
    sql: `with ages as (select currency, width_bucket(current_date - due_on, array[1, 31, 61, 91]) age, count(*) many,
          sum(balance_minor) minor from billing.report_invoice
        where organisation_id = $1 and status = 'ISSUED' and balance_minor > 0 and $2::date <= $3::date group by 1, 2),
      first as (select count(*) from (select id, customer_id, number, due_on, balance_minor, service_centre_id
        from billing.report_invoice where organisation_id = $1 and status = 'ISSUED' and balance_minor > 0
        order by due_on, id limit 100) f where f.number is not null and f.customer_id is not null)
      select sum(many), sum(minor) from ages, first group by currency`,
  },
  {
    name: 'Payment methods',
    kept: { figures: ['PAID', 'REFUNDED'], by: ['dim'] },
    query: report(
      'financial',
      `paymentMethods { method payments paid ${MONEY} refunded ${MONEY} kept ${MONEY} }`,
    ),
    told: rows('report.paymentMethods', 'method', 'payments', 'paid.minorUnits'),
    sql: `select method, count(*), sum(amount_minor) from billing.report_payment
      where status = 'SUCCEEDED' and ${days('paid_at')} group by 1`,
  },
  {
    name: 'Profit margin',
    kept: { figures: ['INVOICED_NET', 'CREDITED_NET', 'PARTS_COST'], by: ['centre'] },
    query: report(
      'financial',
      `margin { total { revenue ${MONEY} partsCost ${MONEY} margin ${MONEY} marginRate }
        byServiceCentre { serviceCentre { id } margins { margin ${MONEY} } } }`,
    ),
    told: rows('report.margin.total', 'revenue.minorUnits', 'partsCost.minorUnits'),
    sql: `select sum(revenue), sum(cost) from (
      select service_centre_id, sum(net_minor) revenue, 0 cost from billing.report_invoice
        where status = 'ISSUED' and ${issued} group by 1
      union all select service_centre_id, -sum(net_minor), 0 from billing.report_credit_note where ${issued} group by 1
      union all select location_id, 0, sum(round(-quantity * unit_cost)) from inventory.report_stock_movement
        where kind in ('ISSUE', 'RETURN') and reference_type in ('JOB_CARD', 'COUNTER_ORDER') and ${days('created_at')}
        group by 1) d`,
  },
  {
    name: 'Invoice summary',
    query: `query ($from: LocalDate!, $to: LocalDate!) { report: invoiceSummary(from: $from, to: $to) {
      ${AMOUNTS} progress { currency settled open overdue balance ${MONEY} } } }`,
    told: (answer) => [
      ['invoices', 'revenue.minorUnits', 'paid.minorUnits']
        .map((path) => at(answer, `report.amounts.0.${path}`) as number)
        .concat(['settled', 'overdue'].map((path) => at(answer, `report.progress.0.${path}`) as number)),
    ],
    sql: `select sum(invoices), sum(net), sum(paid), sum(invoices) - coalesce(sum(open), 0) - coalesce(sum(overdue), 0),
        coalesce(sum(overdue), 0), sum(open), sum(balance) from (
      select currency, count(*) invoices, sum(net_minor) net, 0 paid, sum(total_minor), sum(tax_minor), 0 open, 0 overdue,
        0 balance from billing.report_invoice where status = 'ISSUED' and ${issued} group by 1
      union all select currency, 0, 0, 0, 0, 0, count(*) filter (where due_on >= current_date),
        count(*) filter (where due_on < current_date), sum(balance_minor)
        from billing.report_invoice where status = 'ISSUED' and balance_minor > 0 and ${issued} group by 1
      union all select currency, 0, -sum(net_minor), 0, -sum(total_minor), -sum(tax_minor), 0, 0, 0
        from billing.report_credit_note where ${issued} group by 1
      union all select currency, 0, 0, sum(amount_minor), 0, 0, 0, 0, 0
        from billing.report_payment where status = 'SUCCEEDED' and ${days('paid_at')} group by 1) d group by currency`,
  },
];
