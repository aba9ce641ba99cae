import type { Query } from './random-shop.fixtures';

interface Figure {
  figure: string;
  centreId: string;
  start: string;
  dim: string;
  currency: string;
  count: number;
  amount: string;
}

const HOURS = `extract(epoch from j.completed_at - j.created_at) / 3600`;

/**
 * Each figure as a row for everything that happened, `happened` its instant or `on_day` its own day: written here from
 * what the figures are said to be, over the tables themselves.
 */
const EVENTS: readonly string[] = [
  `select 'JOBS_CREATED', service_centre_id, created_at, null::date, '', '', 0::numeric from workshop.job_card`,
  `select 'JOBS_COMPLETED', service_centre_id, completed_at, null, technician_id::text, '',
     extract(epoch from completed_at) - extract(epoch from created_at) from workshop.job_card`,
  `select 'JOBS_WORKED', service_centre_id, completed_at, null, technician_id::text, '',
     extract(epoch from completed_at) - extract(epoch from started_at) from workshop.job_card where started_at is not null`,
  `select 'JOBS_PROMISED', service_centre_id, completed_at, null, technician_id::text, '',
     (completed_at <= promised_at)::integer from workshop.job_card where promised_at is not null`,
  `select 'JOBS_BY_DURATION', service_centre_id, completed_at, null, case when ${HOURS} < 4 then 'UP_TO_4_HOURS'
     when ${HOURS} < 24 then 'UP_TO_1_DAY' when ${HOURS} < 72 then 'UP_TO_3_DAYS'
     when ${HOURS} < 168 then 'UP_TO_1_WEEK' else 'LONGER' end, '', 0 from workshop.job_card j`,
  `select 'JOBS_DELIVERED', service_centre_id, delivered_at, null, '', '', 0 from workshop.job_card`,
  `select 'JOBS_CANCELLED', j.service_centre_id, h.created_at, null, '', '', 0
     from workshop.job_card_status_change h join workshop.job_card j on j.id = h.job_card_id
     where h.to_status = 'CANCELLED'`,
  `select 'SERVICES_COMPLETED', j.service_centre_id, s.finished_at, null, coalesce(s.service_item_id::text, ''), '',
     coalesce(s.labour_hours * s.quantity, 0) from workshop.job_service s join workshop.job_card j on j.id = s.job_card_id
     where s.status = 'COMPLETED'`,
  `select 'SERVICES_BY_TECHNICIAN', j.service_centre_id, s.finished_at, null, s.finished_by_id::text, '',
     coalesce(s.labour_hours * s.quantity, 0) from workshop.job_service s join workshop.job_card j on j.id = s.job_card_id
     where s.status = 'COMPLETED'`,
  `select 'TIME_CLOCKED', service_centre_id, started_at, null, technician_id::text, '',
     extract(epoch from ended_at) - extract(epoch from started_at) from workshop.time_entry`,
  `select 'TIME_ROSTERED', s.service_centre_id, null, g::date, s.technician_id::text, '',
     ((p.span->>'until')::int - (p.span->>'from')::int) * 60
     from generate_series(current_date - 90, current_date + 2, interval '1 day') g, workshop.shift s,
       jsonb_array_elements(s.spans) as p(span)
     where g::date <= (now() at time zone (select c.time_zone from customer.service_centre c
         where c.id = s.service_centre_id))::date and s.from_date <= g::date and (s.to_date is null or s.to_date >= g::date)
       and (s.kind = 'DAYS' or (p.span->>'weekday')::int = extract(isodow from g))
       and not exists (select from workshop.shift o where s.kind = 'WEEKLY' and o.kind = 'DAYS'
         and o.technician_id = s.technician_id and o.service_centre_id = s.service_centre_id
         and o.from_date <= g::date and (o.to_date is null or o.to_date >= g::date))`,
  `select 'REQUESTS_CREATED', service_centre_id, created_at, null, service, '', 0 from workshop.service_request`,
  `select 'REQUESTS_COMPLETED', r.service_centre_id, h.created_at, null, r.service, '', 0
     from workshop.service_request_status_change h join workshop.service_request r on r.id = h.service_request_id
     where h.to_status = 'COMPLETED'`,
  `select 'APPOINTMENTS', service_centre_id, starts_at, null, case status when 'NO_SHOW' then status
     when 'CANCELLED' then status else 'STANDS' end, '', 0 from workshop.appointment where status <> 'HELD'`,
  `select 'INVOICED', service_centre_id, null, issued_on, '', currency, total_minor from billing.invoice
     where status = 'ISSUED'`,
  `select 'INVOICED_NET', service_centre_id, null, issued_on, '', currency, net_minor from billing.invoice
     where status = 'ISSUED'`,
  `select 'INVOICED_TAX', service_centre_id, null, issued_on, '', currency, tax_minor from billing.invoice
     where status = 'ISSUED'`,
  `select 'INVOICED_LINES', i.service_centre_id, null, i.issued_on, concat(l.type, ':', l.service_item_id), i.currency,
     l.net_minor from billing.invoice_line l join billing.invoice i on i.id = l.invoice_id where i.status = 'ISSUED'`,
  `select 'CREDITED', service_centre_id, null, issued_on, '', currency, total_minor from billing.credit_note`,
  `select 'CREDITED_NET', service_centre_id, null, issued_on, '', currency, net_minor from billing.credit_note`,
  `select 'CREDITED_TAX', service_centre_id, null, issued_on, '', currency, tax_minor from billing.credit_note`,
  `select 'CREDITED_LINES', n.service_centre_id, null, n.issued_on, concat(l.type, ':', l.service_item_id), n.currency,
     l.net_minor from billing.credit_note_line l join billing.credit_note n on n.id = l.credit_note_id`,
  `select 'PAID', service_centre_id, paid_at, null, method, currency, amount_minor from billing.payment
     where status = 'SUCCEEDED'`,
  `select 'REFUNDED', p.service_centre_id, r.created_at, null, r.method, r.currency, r.amount_minor
     from billing.refund r join billing.payment p on p.id = r.payment_id where r.status = 'SUCCEEDED'`,
  `select 'STOCK_MOVED', l.service_centre_id, m.created_at, null, m.kind, coalesce(m.cost_currency, ''),
     coalesce(round(m.quantity * m.unit_cost), 0)
     from inventory.stock_movement m join inventory.stock_location l on l.id = m.location_id
     where l.service_centre_id is not null`,
  `select 'PARTS_COST', l.service_centre_id, m.created_at, null, '', m.cost_currency, round(m.quantity * m.unit_cost * -1)
     from inventory.stock_movement m join inventory.stock_location l on l.id = m.location_id
     where m.kind in ('ISSUE','RETURN') and m.reference_type <> 'ADJUSTMENT' and m.unit_cost is not null
       and l.service_centre_id is not null`,
  `select 'RATED', service_centre_id, created_at, null, rating::text, '', rating from customer.feedback`,
  `select 'RATED_TECHNICIAN', service_centre_id, created_at, null, coalesce(technician_id::text, ''), '', rating
     from customer.feedback`,
  `select 'LEADS_CREATED', service_centre_id, created_at, null, source, '', 0 from customer.lead`,
  `select 'LEADS_CONVERTED', service_centre_id, converted_at, null, source, '', 0 from customer.lead`,
];

export const independentFigures = (
  query: Query,
  organisationId: string,
  { from, to }: { from: string; to: string },
  interval: 'day' | 'month' = 'day',
): Promise<Figure[]> =>
  query<Figure>(
    `with happened(figure, centre_id, instant, on_day, dim, currency, amount) as (
       ${EVENTS.map((event) => `(${event})`).join(' union all ')}),
     days as (
       select h.*, coalesce(h.on_day, (h.instant at time zone c.time_zone)::date) as day
       from happened h join customer.service_centre c on c.id = h.centre_id and c.organisation_id = $1)
     select figure, centre_id as "centreId", date_trunc('${interval}', day::timestamp)::date::text as start, dim, currency, count(*)::int as count,
       sum(amount)::text as amount
     from days where day between $2 and $3 group by 1, 2, 3, 4, 5`,
    [organisationId, from, to],
  );
