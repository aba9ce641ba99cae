/** What tax comes to after each line, so that lines add up to what is due on their sum: as `spread` would, to a cent. */
const TAXED = (of: string) => `round(sum(l.amount) over w * b.tax_percent / 100)
    - round((sum(l.amount) over w - l.amount) * b.tax_percent / 100) as tax
  from branch b cross join ${of} l window w as (partition by l.document_id order by l.position)`;
const AMOUNT = `round(quantity * price * (100 - coalesce(percent, 0)) / 100)`;
const DOCUMENT = `organisation_id, id, version, created_at, updated_at, service_centre_id, customer_id, vehicle_id, created_by_id,
  time_zone, currency, prices_include_tax, tax_per_line, subtotal_minor, discount_total_minor, net_minor, tax_minor, total_minor`;
const LINE = `position, type, code, description, quantity, currency, unit_price_minor, discount_percent, tax_rate_id, tax_category,
  tax_percent, service_item_id, part_id, amount_minor, share_minor, net_minor, tax_minor`;
const LINE_VALUES = `l.position, l.type, l.code, l.description, l.quantity, 'EUR', l.price, l.percent, b.tax_rate_id, 'STANDARD',
  b.tax_percent, l.item_id, l.part_id, l.amount, 0, l.amount, l.tax`;

/** Every job that is done and every order over the counter has its invoice, those that were handed over an issued one. */
export const INVOICES = `
create temp table bills as
select x.*, pg_temp.make_id(x.drafted_at, 'invoice', x.n) as id,
  case when x.issued_at is not null then row_number() over (partition by x.issued_at is null order by x.issued_at, x.n) end as sequence
from (
  select v.n, v.id as job_id, null::uuid as order_id, c.owner_id as customer_id, c.id as vehicle_id, v.technician_id,
    v.completed_at + interval '1 minute' as drafted_at, case when v.status = 'DELIVERED' then v.delivered_at - interval '10 minutes' end as issued_at
  from visits v join cars c on c.car = v.car where v.status in ('COMPLETED','DELIVERED')
  union all
  select s.n, null, s.id, c.owner_id, null, null, s.at + interval '1 minute', s.at + interval '2 minutes' from sales s join cars c on c.car = s.car) x;
analyze bills;
create unique index on bills (id);

create temp table bill_lines as
select l.*, ${TAXED(`(select t.*, b.id as document_id, b.n as bill, row_number() over (partition by b.id order by t.type desc, t.code, t.line_id) as position, ${AMOUNT} as amount
  from bills b join (
    select s.job_id as work_id, s.id as line_id, 'SERVICE' as type, null::text as code, s.name as description, 1::numeric as quantity,
      s.price_minor as price, case when pg_temp.dice(501, s.n, 12) = 0 then 10 end as percent, s.item_id, null::uuid as part_id from services s
    union all
    select d.job_id, d.id, 'PART', p.sku, p.name, d.quantity, p.price_minor, null, null, p.id
    from needs d join branch o on true join inventory.part p on p.organisation_id = o.organisation_id and p.sku = d.sku
    union all
    select s.id, s.line_id, 'PART', p.sku, p.name, s.quantity, p.price_minor, s.percent, null, p.id
    from sales s join branch o on true join inventory.part p on p.organisation_id = o.organisation_id and p.sku = s.sku) t
    on t.work_id = coalesce(b.job_id, b.order_id))`)};
analyze bill_lines;
create temp table bill_sums as select document_id, sum(amount) as net, sum(tax) as tax, sum(amount + tax) as total from bill_lines group by 1;
create unique index on bill_sums (document_id);

-- Who paid nothing or half of it has paid in the end, at the latest after ten weeks.
create temp table paid as
select p.*, pg_temp.make_id(p.paid_at, 'payment', p.n) as id, row_number() over (order by p.paid_at, p.n) as sequence
from (
  select i.n, i.id as invoice_id, i.customer_id, i.vehicle_id, i.sequence as invoice_sequence,
    case when h.way = 'HALF' then s.total / 2 else s.total end::bigint as amount,
    case when h.way in ('LATER','LATE') then 'BANK_TRANSFER'
      else (array['CARD','CARD','CARD','CASH','BANK_TRANSFER','UPI'])[1 + pg_temp.dice(512, i.n, 6)] end as method,
    i.issued_at + case h.way when 'LATER' then (8 + pg_temp.dice(513, i.n, 20)) * interval '1 day'
      when 'LATE' then (40 + pg_temp.dice(513, i.n, 30)) * interval '1 day' else interval '5 minutes' end as paid_at
  from branch b cross join bills i join bill_sums s on s.document_id = i.id
  cross join lateral (select case when i.order_id is not null or d.face < 72 then 'AT_ONCE' when d.face < 82 then 'LATER'
      when i.issued_at < b.until - interval '75 days' then 'LATE' when d.face < 90 then 'HALF' end as way
    from (select pg_temp.dice(511, i.n, 100) as face) d) h
  where i.sequence is not null and h.way is not null) p, branch b
where p.paid_at < b.until;
analyze paid;
create unique index on paid (invoice_id);

insert into billing.invoice (${DOCUMENT}, technician_id, status, job_card_id, counter_order_id)
select b.organisation_id, i.id, 1, i.drafted_at, i.drafted_at, b.service_centre_id, i.customer_id, i.vehicle_id, null, b.zone, 'EUR',
  false, false, s.net, 0, s.net, s.tax, s.total, i.technician_id, 'DRAFT', i.job_id, i.order_id
from branch b cross join bills i join bill_sums s on s.document_id = i.id;

insert into billing.invoice_line (organisation_id, id, version, created_at, updated_at, invoice_id, ${LINE})
select b.organisation_id, pg_temp.make_id(i.drafted_at, 'invoice line' || l.position, i.n), 1, i.drafted_at, i.drafted_at, i.id, ${LINE_VALUES}
from branch b cross join bill_lines l join bills i on i.id = l.document_id;

update billing.invoice v set status = 'ISSUED', number = 'INV-' || b.code || '-' || lpad(i.sequence::text, 6, '0'), sequence = i.sequence,
  payment_terms_days = b.terms, issued_on = d.day, due_on = d.day + b.terms, issued_at = i.issued_at, issued_by_id = b.advisor_id,
  seller = b.seller, buyer = w.invoice, vehicle_then = t.invoice, paid_minor = coalesce(p.amount, 0),
  version = 2 + (p.id is not null)::integer, updated_at = coalesce(p.paid_at, i.issued_at)
from branch b cross join bills i left join paid p on p.invoice_id = i.id join buyers w on w.customer_id = i.customer_id
left join cars_then t on t.vehicle_id = i.vehicle_id
cross join lateral (select (i.issued_at at time zone b.zone)::date as day) d
where v.organisation_id = b.organisation_id and v.id = i.id and i.sequence is not null;

insert into billing.invoice_tax_group (organisation_id, id, version, created_at, updated_at, invoice_id, tax_category, tax_percent,
  net_minor, tax_minor, credited_net_minor, credited_tax_minor)
select b.organisation_id, pg_temp.make_id(i.issued_at, 'tax group', i.n), 1, i.issued_at, i.issued_at, i.id, 'STANDARD', b.tax_percent,
  s.net, s.tax, 0, 0
from branch b cross join bills i join bill_sums s on s.document_id = i.id where i.sequence is not null;
`;

export const PAYMENTS = `
insert into billing.payment_reminder (organisation_id, id, version, created_at, updated_at, invoice_id, step_days)
select b.organisation_id, pg_temp.make_id(r.at, 'reminder' || r.step, i.n), 1, r.at, r.at, i.id, r.step
from branch b cross join bills i join billing.invoice v on v.organisation_id = b.organisation_id and v.id = i.id
join customer.organisation o on o.organisation_id = b.organisation_id
cross join lateral (select step, (v.due_on + step)::timestamptz + interval '8 hours' as at from unnest(o.payment_reminder_days) as step) r
where v.balance_minor > 0 and v.status = 'ISSUED' and r.at < b.until;

insert into billing.payment (organisation_id, id, version, created_at, updated_at, service_centre_id, customer_id, recorded_by_id,
  status, method, deposit, currency, amount_minor, allocated_minor, kept_minor, refunded_minor, paid_at)
select b.organisation_id, p.id, 2, p.paid_at, p.paid_at, b.service_centre_id, p.customer_id, b.advisor_id, 'SUCCEEDED', p.method, false,
  'EUR', p.amount, p.amount, 0, 0, p.paid_at
from branch b cross join paid p;

insert into billing.payment_allocation (organisation_id, id, version, created_at, updated_at, payment_id, invoice_id, currency, amount_minor)
select b.organisation_id, pg_temp.make_id(p.paid_at, 'allocation', p.n), 1, p.paid_at, p.paid_at, p.id, p.invoice_id, 'EUR', p.amount
from branch b cross join paid p;

insert into billing.receipt (organisation_id, id, version, created_at, updated_at, number, sequence, payment_id, service_centre_id,
  customer_id, vehicle_id, recorded_by_id, time_zone, method, currency, total_minor, kept_minor, settled, issued_on, seller, buyer)
select b.organisation_id, pg_temp.make_id(p.paid_at, 'receipt', p.n), 1, p.paid_at, p.paid_at, 'RC-' || b.code || '-' || lpad(p.sequence::text, 6, '0'),
  p.sequence, p.id, b.service_centre_id, p.customer_id, p.vehicle_id, b.advisor_id, b.zone, p.method, 'EUR', p.amount, 0,
  jsonb_build_array(jsonb_build_object('invoiceId', p.invoice_id, 'number', 'INV-' || b.code || '-' || lpad(p.invoice_sequence::text, 6, '0'),
    'amountMinor', p.amount)), (p.paid_at at time zone b.zone)::date, b.seller, w.receipt
from branch b cross join paid p join buyers w on w.customer_id = p.customer_id;
`;

export const QUOTATIONS = `
create temp table offers as
select q.*, pg_temp.make_id(q.at, 'quotation', q.n) as id, row_number() over (order by q.at, q.n) as place,
  (array['ACCEPTED','ACCEPTED','ACCEPTED','ACCEPTED','REJECTED','SENT','SENT','SENT','APPROVED','DRAFT'])[1 + pg_temp.dice(521, q.n, 10)] as status
from (select b.base + w.k as n, (w.day + time '15:00') at time zone b.zone + pg_temp.dice(522, b.base + w.k, 90) * interval '1 minute' as at,
    pg_temp.dice(523, b.base + w.k, b.vehicles) as car
  from branch b cross join workdays w where pg_temp.dice(524, b.base + w.k, 100) < 40) q;

create temp table offer_lines as
select l.*, ${TAXED(`(select o.id as document_id, o.n, k as position, 'SERVICE' as type, i.code, i.name as description, 1::numeric as quantity,
    i.price_minor as price, null::numeric as percent, i.id as item_id, null::uuid as part_id, i.price_minor::numeric as amount
  from offers o cross join lateral generate_series(1, 1 + pg_temp.dice(525, o.n, 2)) as k
  join (select s.*, row_number() over (order by s.code) - 1 as place, count(*) over () as many
    from branch b join workshop.service_item s on s.organisation_id = b.organisation_id and s.active) i
    on i.place = (pg_temp.dice(526, o.n, 100) + k) % i.many)`)};

insert into billing.quotation (${DOCUMENT}, number, status, valid_until, approved_by_id, approved_at, sent_at, decided_by_id,
  decided_at, decided_through, decision_reason, seller, buyer, vehicle_then)
select b.organisation_id, o.id, case o.status when 'DRAFT' then 1 when 'APPROVED' then 2 when 'SENT' then 3 else 4 end, o.at,
  case o.status when 'DRAFT' then o.at when 'APPROVED' then h.approved_at when 'SENT' then h.sent_at else h.decided_at end,
  b.service_centre_id, c.owner_id, c.id, b.advisor_id, b.zone, 'EUR', false, false, s.net, 0, s.net, s.tax, s.net + s.tax,
  'QUO-' || b.code || '-' || lpad(o.place::text, 6, '0'), o.status, (o.at at time zone b.zone)::date + 30,
  case when o.status <> 'DRAFT' then b.advisor_id end, case when o.status <> 'DRAFT' then h.approved_at end,
  case when o.status in ('SENT','ACCEPTED','REJECTED') then h.sent_at end, case when o.status in ('ACCEPTED','REJECTED') then b.advisor_id end,
  case when o.status in ('ACCEPTED','REJECTED') then h.decided_at end, case when o.status in ('ACCEPTED','REJECTED') then 'STAFF' end,
  case when o.status = 'REJECTED' then 'Too much for an old car.' end,
  case when o.status in ('SENT','ACCEPTED','REJECTED') then b.seller end, case when o.status in ('SENT','ACCEPTED','REJECTED') then w.quotation end,
  case when o.status in ('SENT','ACCEPTED','REJECTED') then t.quotation end
from branch b cross join offers o join cars c on c.car = o.car
join (select document_id, sum(amount) as net, sum(tax) as tax from offer_lines group by 1) s on s.document_id = o.id
join buyers w on w.customer_id = c.owner_id join cars_then t on t.vehicle_id = c.id
cross join lateral (select o.at + interval '10 minutes' as approved_at, o.at + interval '20 minutes' as sent_at,
  least(o.at + interval '1 day', b.until) as decided_at) h;

insert into billing.quotation_line (organisation_id, id, version, created_at, updated_at, quotation_id, ${LINE})
select b.organisation_id, pg_temp.make_id(o.at, 'quotation line' || l.position, o.n), 1, o.at, o.at, o.id, ${LINE_VALUES}
from branch b cross join offer_lines l join offers o on o.id = l.document_id;
`;
