/** A report as the graph is asked for it, and the best statement that we could write for it by hand. */
export interface Question {
  name: string;
  query: string;
  sql: string;
  /** The rows of the statement, as they stand in the answer: so that both are known to say the same. */
  told(answer: Answer): Row[];
  /** Of one month instead of a year. */
  month?: true;
  /** What is no sum of days, and so counted from the records each time. */
  counted?: true;
}

export interface Days {
  from: string;
  to: string;
}

type Row = readonly (string | number | null)[];
export type Answer = Readonly<Record<string, unknown>>;

/** `a.b.c`, through lists: of each of their items. */
const at = (value: unknown, path: string): unknown =>
  path === ''
    ? value
    : path.split('.').reduce<unknown>((found, key) => (found as Answer | null)?.[key] ?? null, value);
const rows =
  (list: string, ...columns: string[]) =>
  (answer: Answer): Row[] =>
    [at(answer, list)].flat().map((row) => columns.map((path) => at(row, path) as string | number | null));

const DAYS = '(from: $from, to: $to)';
const report = (field: string, selection: string) =>
  `query ($from: LocalDate!, $to: LocalDate!) { report: ${field}Report${DAYS} { ${selection} } }`;
const MONEY = '{ minorUnits currency }';
const CHART = 'chart { labels series { values } }';

/** Of the organisation, on the days from `$2` to `$3` of the calendar in which all of its service centres are. */
const days = (column: string) =>
  `organisation_id = $1 and ${column} >= $2::date::timestamp at time zone 'Europe/Rome'
   and ${column} < ($3::date + 1)::timestamp at time zone 'Europe/Rome'`;
const issued = `organisation_id = $1 and issued_on between $2::date and $3::date`;
const MONTH = (column: string) => `date_trunc('month', ${column} at time zone 'Europe/Rome')`;

const SERVICE: Question[] = [
  {
    name: 'Service completion',
    query: report('service', `completion { created completed delivered cancelled promised onTime ${CHART} }`),
    told: rows('report.completion', 'created', 'completed', 'delivered', 'cancelled', 'promised', 'onTime'),
    sql: `select sum(created), sum(completed), sum(delivered), sum(cancelled), sum(promised), sum(on_time) from (
      select ${MONTH('created_at')}, count(*) created, 0 completed, 0 delivered, 0 cancelled, 0 promised, 0 on_time
        from workshop.report_job_card where ${days('created_at')} group by 1
      union all select ${MONTH('completed_at')}, 0, count(*), 0, 0, count(promised_at),
        count(*) filter (where completed_at <= promised_at) from workshop.report_job_card where ${days('completed_at')} group by 1
      union all select null, 0, 0, count(*), 0, 0, 0 from workshop.report_job_card where ${days('delivered_at')}
      union all select null, 0, 0, 0, count(*), 0, 0 from workshop.report_job_card_status_change
        where to_status = 'CANCELLED' and ${days('created_at')}) d`,
  },
  {
    name: 'Technician performance',
    query: report(
      'service',
      `technicianPerformance { technician { id } jobsCompleted servicesCompleted onTime hoursClocked utilisation ratings
        satisfaction }`,
    ),
    told: rows(
      'report.technicianPerformance',
      'technician.id',
      'jobsCompleted',
      'servicesCompleted',
      'ratings',
    ),
    sql: `select technician_id, sum(jobs), sum(services), sum(ratings) from (
      select technician_id, count(*) jobs, 0 services, 0 ratings, count(*) filter (where completed_at <= promised_at)
        from workshop.report_job_card where ${days('completed_at')} group by 1
      union all select finished_by_id, 0, count(*), 0, 0 from workshop.report_job_service
        where status = 'COMPLETED' and ${days('finished_at')} group by 1
      union all select technician_id, 0, 0, count(*), sum(rating) from customer.report_feedback
        where ${days('created_at')} group by 1) d group by 1`,
  },
  {
    name: 'Service types',
    query: report('service', 'byType { serviceItem { id } completed labourHours }'),
    told: rows('report.byType', 'completed', 'labourHours'),
    sql: `select count(*), trim_scale(round(sum(labour_hours * quantity), 2)) from workshop.report_job_service
      where status = 'COMPLETED' and ${days('finished_at')} group by service_item_id`,
  },
  {
    name: 'Customer satisfaction',
    query: report('service', `satisfaction { ratings mean distribution { rating count } ${CHART} }`),
    told: rows('report.satisfaction.distribution', 'rating', 'count'),
    sql: `select rating, sum(many) from (select rating, ${MONTH('created_at')}, count(*) many from customer.report_feedback
      where ${days('created_at')} group by 1, 2) d group by 1`,
  },
  {
    name: 'Service duration',
    query: report(
      'service',
      'duration { completed meanHours meanHoursOfWork distribution { duration count } }',
    ),
    told: rows('report.duration', 'completed', 'meanHours', 'meanHoursOfWork'),
    sql: `select count(*), trim_scale(round(avg(extract(epoch from completed_at - created_at)) / 3600, 2)),
        trim_scale(round(avg(extract(epoch from completed_at - started_at)) / 3600, 2)),
        count(*) filter (where completed_at < created_at + interval '4 hours'),
        count(*) filter (where completed_at < created_at + interval '24 hours'),
        count(*) filter (where completed_at < created_at + interval '72 hours'),
        count(*) filter (where completed_at < created_at + interval '168 hours')
      from workshop.report_job_card where ${days('completed_at')}`,
  },
];

const AMOUNTS = `amounts { currency invoices creditNotes invoiced ${MONEY} tax ${MONEY} net ${MONEY} credited ${MONEY}
  creditedNet ${MONEY} revenue ${MONEY} paid ${MONEY} refunded ${MONEY} }`;
const REVENUE = (key: string) => `
  select ${key} as key, currency, count(*) invoices, sum(total_minor) invoiced, sum(net_minor) net, sum(tax_minor) tax,
    0 credited, 0 paid, date_trunc('month', issued_on) from billing.report_invoice where status = 'ISSUED' and ${issued} group by 1, 2, 9
  union all select ${key}, currency, 0, 0, -sum(net_minor), 0, sum(total_minor), 0, date_trunc('month', issued_on)
    from billing.report_credit_note where ${issued} group by 1, 2, 9
  union all select ${key}, currency, 0, 0, 0, 0, 0, sum(amount_minor), ${MONTH('paid_at')}
    from billing.report_payment where status = 'SUCCEEDED' and ${days('paid_at')} group by 1, 2, 9`;

const SALES: Question[] = [
  {
    name: 'Sales summary',
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
    query: report('sales', 'leadSources { source created converted conversionRate }'),
    told: rows('report.leadSources', 'source', 'created', 'converted'),
    sql: `select source, sum(created), sum(converted) from (
      select source, count(*) created, 0 converted from customer.report_lead where ${days('created_at')} group by 1
      union all select source, 0, count(*) from customer.report_lead where ${days('converted_at')} group by 1) d group by 1`,
  },
  {
    name: 'Customer lifetime value',
    counted: true,
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

const HERE = `l.location_id in (select id from inventory.report_stock_location where organisation_id = $1)`;

const INVENTORY: Question[] = [
  {
    name: 'Stock status',
    counted: true,
    query: report(
      'inventory',
      `stockStatus { places { location { id } parts onHand low value ${MONEY} } value ${MONEY} }`,
    ),
    told: rows('report.stockStatus.places', 'location.id', 'parts', 'onHand', 'low'),
    sql: `select location_id, count(*), count(*) filter (where on_hand > 0), count(*) filter (where low),
        sum(round(on_hand * average_cost)) from inventory.report_stock_level
      where organisation_id = $1 and $2::date <= $3::date group by location_id`,
  },
  {
    name: 'Stock movements',
    counted: true,
    query: report('inventory', `movements { kind movements value ${MONEY} }`),
    told: rows('report.movements', 'kind', 'movements'),
    sql: `select kind, count(*), sum(round(quantity * unit_cost)) from inventory.report_stock_movement
      where ${days('created_at')} group by kind`,
  },
  {
    name: 'Purchase orders',
    counted: true,
    query: report('inventory', `purchaseOrders { status orders total ${MONEY} }`),
    told: rows('report.purchaseOrders', 'status', 'orders', 'total.minorUnits'),
    sql: `select status, count(*), sum(total_minor), currency from inventory.report_purchase_order
      where ${days('created_at')} group by 1, 4`,
  },
  {
    name: 'Low stock',
    counted: true,
    query: report(
      'inventory',
      'lowStock { part { id } location { id } onHand available reorderPoint reorderQuantity }',
    ),
    told: rows('report.lowStock', 'part.id', 'location.id', 'onHand', 'available', 'reorderPoint'),
    sql: `select l.part_id, l.location_id, l.on_hand, l.available, coalesce(l.reorder_point, p.reorder_point),
        coalesce(l.reorder_quantity, p.reorder_quantity)
      from inventory.report_stock_level l join inventory.report_part p on p.organisation_id = l.organisation_id and p.id = l.part_id
      where l.organisation_id = $1 and l.low and $2::date <= $3::date and ${HERE} order by l.part_sku, l.id limit 100`,
  },
  {
    name: 'Supplier performance',
    counted: true,
    query: report(
      'inventory',
      `supplierPerformance { supplier { id } orders received onTime meanDays fillRate total ${MONEY} }`,
    ),
    told: rows('report.supplierPerformance', 'supplier.id', 'orders', 'received', 'onTime'),
    sql: `with o as (select id, supplier_id, currency, total_minor, ordered_at, received_at, expected_on
        from inventory.report_purchase_order where ${days('ordered_at')}),
      l as (select o.supplier_id, sum(x.quantity) quantity, sum(x.received_quantity) received
        from o join inventory.report_purchase_order_line x on x.organisation_id = $1 and x.purchase_order_id = o.id group by 1)
      select o.supplier_id, count(*), count(o.received_at),
        count(*) filter (where (o.received_at at time zone 'Europe/Rome')::date <= o.expected_on), o.currency,
        avg(o.received_at - o.ordered_at), min(l.received / l.quantity), sum(o.total_minor)
      from o left join l on l.supplier_id = o.supplier_id group by o.supplier_id, o.currency`,
  },
];

const FINANCIAL: Question[] = [
  {
    name: 'Revenue by service centre',
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

/** The days of a month; the month before is what the dashboard compares it with. */
const DASHBOARD: Question = {
  name: 'Dashboard of a month',
  query: `query ($to: LocalDate!) { report: dashboard(period: MONTH, on: $to) {
    kpis { name value amounts ${MONEY} previousValue previousAmounts ${MONEY} trend }
    charts { name labels series { name values } } } }`,
  month: true,
  told(answer) {
    const kpis = at(answer, 'report.kpis') as { name: string; value: number; amounts: Answer[] }[];
    const kpi = (name: string) => kpis.find((each) => each.name === name)!;
    return [
      [
        ...['SERVICE_CENTRES', 'ACTIVE_VEHICLES', 'LOW_STOCK'].map((name) => kpi(name).value),
        kpi('REVENUE').amounts[0]!.minorUnits as number,
      ],
    ];
  },
  sql: `with sold as (select issued_on as day, sum(net_minor) minor from billing.report_invoice
      where organisation_id = $1 and status = 'ISSUED' and issued_on between $2::date - 31 and $3::date group by 1
      union all select issued_on, -sum(net_minor) from billing.report_credit_note
      where organisation_id = $1 and issued_on between $2::date - 31 and $3::date group by 1),
    done as (select (completed_at at time zone 'Europe/Rome')::date, count(*) from workshop.report_job_card
      where ${days('completed_at')} group by 1),
    opened as (select (created_at at time zone 'Europe/Rome')::date, count(*) from workshop.report_job_card
      where ${days('created_at')} group by 1),
    asked as (select (created_at at time zone 'Europe/Rome')::date, count(*), count(*) filter (where status = 'PENDING')
      from workshop.report_service_request where organisation_id = $1 group by 1),
    paid as (select method, currency, sum(amount_minor) from billing.report_payment
      where status = 'SUCCEEDED' and ${days('paid_at')} group by 1, 2),
    rated as (select created_at >= $2::date::timestamp at time zone 'Europe/Rome', rating, count(*)
      from customer.report_feedback where ${days('created_at').replace('$2::date', '($2::date - 31)')} group by 1, 2),
    drawn as (select (select count(*) from done) + (select count(*) from opened) + (select count(*) from paid)
      + (select count(*) from rated) + (select count(*) from asked) as lines)
    select (select count(*) from customer.report_service_centre where organisation_id = $1 and active),
      (select count(*) from vehicle.report_vehicle where organisation_id = $1 and archived_at is null),
      (select count(*) from inventory.report_stock_level where organisation_id = $1 and low),
      (select sum(minor) from sold where day between $2::date and $3::date), drawn.lines from drawn`,
};

export const QUESTIONS: readonly Question[] = [...SERVICE, ...SALES, ...INVENTORY, ...FINANCIAL, DASHBOARD];
