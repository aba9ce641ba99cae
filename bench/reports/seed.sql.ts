/**
 * What reports tell of beside job cards, over the three years of the job cards, at random but the same each time. In
 * SQL and past triggers: what happened long ago cannot be made by commands.
 */
const TOOLS = `
select setseed(0.42);
set session_replication_role = 'replica';
create function pg_temp.moment() returns timestamptz language sql volatile as $$
  select date_trunc('milliseconds', now() - random() * interval '1000 days') $$;
create function pg_temp.below(n integer) returns integer language sql volatile as $$ select floor(random() * n)::integer $$;
create temp table centre as
  select organisation_id, id, (row_number() over (order by organisation_id, created_at, id) - 1)::integer as place
  from customer.service_centre;
create unique index on centre (place);
create temp table buyer as
  select organisation_id, id, (row_number() over (partition by organisation_id order by id) - 1)::integer as place
  from customer.customer;
create unique index on buyer (organisation_id, place);
create temp table buyers as select organisation_id, count(*)::integer as many from buyer group by 1;
create temp table worker as
  select organisation_id, service_centre_id, user_id as id,
    (row_number() over (partition by organisation_id, service_centre_id order by user_id) - 1)::integer as place
  from customer.user_service_centre;
create temp table item as select n as place, gen_random_uuid() as id from generate_series(0, 39) n;
update customer.service_centre set created_at = '2023-11-01';
analyze centre; analyze buyer; analyze worker; analyze item;
`;

/** Where it happened, to whom and by whom, for the n-th of many. */
const fact = (many: string) => `(
  select d.n, d.at, c.organisation_id, c.id as service_centre_id, b.id as customer_id, w.id as technician_id, d.one, d.two
  from (select n, pg_temp.moment() as at, pg_temp.below(1000) as one, pg_temp.below(100000) as two,
      pg_temp.below(3) as hand, random() as whom from generate_series(1, ${many}) n) d
  join centre c on c.place = d.n % (select count(*) from centre)
  join buyers m on m.organisation_id = c.organisation_id
  join buyer b on b.organisation_id = c.organisation_id and b.place = floor(d.whom * m.many)::integer
  join worker w on w.organisation_id = c.organisation_id and w.service_centre_id = c.id and w.place = d.hand) f`;

const JOBS = `
update workshop.job_card set started_at = created_at + interval '6 hours',
  completed_at = created_at + make_interval(hours => 12 + (hashint8(extract(epoch from created_at)::bigint) & 63)),
  delivered_at = case when status = 'DELIVERED' then created_at + interval '80 hours' end
where status in ('COMPLETED', 'DELIVERED');
insert into workshop.job_service (organisation_id, id, version, created_at, updated_at, job_card_id, service_item_id, name,
  quantity, labour_hours, pricing, status, started_at, finished_at, finished_by_id)
select j.organisation_id, gen_random_uuid(), 1, j.created_at, j.created_at, j.id, i.id, 'Oil change', 1, 1.25, 'FIXED',
  case when j.completed_at is null then 'PENDING' else 'COMPLETED' end, j.completed_at, j.completed_at,
  case when j.completed_at is not null then j.technician_id end
from workshop.job_card j cross join generate_series(1, 2) k
join item i on i.place = (abs(hashint8(extract(epoch from j.created_at)::bigint)) + k) % 40;
insert into customer.feedback (organisation_id, id, version, created_at, updated_at, job_card_id, customer_id,
  service_centre_id, technician_id, rating, feedback_type, status)
select organisation_id, gen_random_uuid(), 1, completed_at, completed_at, id, customer_id, service_centre_id,
  technician_id, 1 + pg_temp.below(5), 'OVERALL', 'PENDING'
from workshop.job_card where completed_at is not null and random() < 0.4;
insert into customer.lead (organisation_id, id, version, created_at, updated_at, number, service_centre_id, status,
  first_name, last_name, source, interest, customer_id, converted_at)
select organisation_id, gen_random_uuid(), 1, at, at, 'LD-' || (500000 + n), service_centre_id,
  case when one < 300 then 'CONVERTED' else 'NEW' end, 'Lea', 'Lead',
  (array['CALL_CENTRE', 'WALK_IN', 'ONLINE', 'REFERRAL'])[1 + two % 4], 'SERVICE',
  case when one < 300 then customer_id end, case when one < 300 then least(at + interval '4 days', now()) end
from ${fact('20000')};
`;

const MONEY = `
create temp table sold as select f.*, gen_random_uuid() as id,
  1000 + two as net from ${fact('$invoices')};
insert into billing.invoice (organisation_id, id, version, created_at, updated_at, service_centre_id, customer_id, time_zone,
  currency, prices_include_tax, tax_per_line, subtotal_minor, discount_total_minor, net_minor, tax_minor, total_minor,
  technician_id, number, sequence, status, issued_on, due_on, issued_at, seller, buyer, paid_minor, credited_minor)
select organisation_id, id, 1, at, at, service_centre_id, customer_id, 'Europe/Rome', 'EUR', false, false, net, 0, net,
  round(net * 0.22), net + round(net * 0.22), technician_id, 'INV-' || (500000 + n), 500000 + n, 'ISSUED',
  (at at time zone 'Europe/Rome')::date, (at at time zone 'Europe/Rome')::date + 30, at, '{}', 'sealed',
  case when one < 970 then net + round(net * 0.22) else 0 end, 0
from sold;
insert into billing.invoice_line (organisation_id, id, version, created_at, updated_at, invoice_id, position, type,
  description, quantity, currency, unit_price_minor, tax_rate_id, tax_category, tax_percent, service_item_id, amount_minor,
  share_minor, net_minor, tax_minor)
select s.organisation_id, gen_random_uuid(), 1, s.at, s.at, s.id, k, case k when 1 then 'SERVICE' else 'LABOUR' end,
  'Something', 1, 'EUR', part, i.id, 'STANDARD', 22, case k when 1 then i.id end, part, 0, part, 0
from sold s cross join generate_series(1, 2) k join item i on i.place = s.two % 40
cross join lateral (select case k when 1 then s.net / 2 else s.net - s.net / 2 end as part) p;
insert into billing.payment (organisation_id, id, version, created_at, updated_at, service_centre_id, customer_id, status,
  method, deposit, currency, amount_minor, allocated_minor, kept_minor, refunded_minor, paid_at, intended_for, disputed)
select organisation_id, gen_random_uuid(), 1, at, at, service_centre_id, customer_id, 'SUCCEEDED',
  (array['CASH', 'CARD', 'ONLINE', 'BANK_TRANSFER'])[1 + two % 4], false, 'EUR', net + round(net * 0.22),
  net + round(net * 0.22), 0, 0, at, '{}', false
from sold where one < 970;
insert into billing.credit_note (organisation_id, id, version, created_at, updated_at, service_centre_id, customer_id,
  time_zone, currency, prices_include_tax, tax_per_line, subtotal_minor, discount_total_minor, net_minor, tax_minor,
  total_minor, technician_id, number, sequence, invoice_id, reason, issued_on, seller, buyer)
select organisation_id, gen_random_uuid(), 1, at, at, service_centre_id, customer_id, 'Europe/Rome', 'EUR', false, false,
  500, 0, 500, 110, 610, technician_id, 'CN-' || (500000 + n), 500000 + n, id, 'Because',
  (at at time zone 'Europe/Rome')::date, '{}', 'sealed'
from sold where one < 30;
insert into billing.credit_note_line (organisation_id, id, version, created_at, updated_at, credit_note_id, position, type,
  description, quantity, currency, unit_price_minor, tax_rate_id, tax_category, tax_percent, amount_minor, share_minor,
  net_minor, tax_minor, invoice_line_id)
select organisation_id, gen_random_uuid(), 1, created_at, created_at, id, 1, 'LABOUR', 'Something', 1, 'EUR', 500,
  gen_random_uuid(), 'STANDARD', 22, 500, 0, 500, 110, gen_random_uuid() from billing.credit_note;
insert into billing.quotation (organisation_id, id, version, created_at, updated_at, service_centre_id, customer_id,
  time_zone, currency, prices_include_tax, tax_per_line, subtotal_minor, discount_total_minor, net_minor, tax_minor,
  total_minor, technician_id, number, status, valid_until, sent_at, decided_at, decided_through)
select organisation_id, gen_random_uuid(), 1, at, at, service_centre_id, customer_id, 'Europe/Rome', 'EUR', false, false,
  two, 0, two, 0, two, technician_id, 'QUO-' || (500000 + n), status, (at + interval '20 days')::date, at,
  case when status <> 'SENT' then at + interval '1 day' end, case when status <> 'SENT' then 'STAFF' end
from (select f.*, (array['SENT', 'ACCEPTED', 'REJECTED'])[1 + f.one % 3] as status from ${fact('50000')}) q;
`;

const STOCK = `
insert into inventory.stock_location (organisation_id, id, version, created_at, updated_at, name, kind, service_centre_id, active)
select organisation_id, gen_random_uuid(), 1, now(), now(), 'Store ' || place, 'VAN', id, true from centre;
create temp table part as select o.organisation_id, n as place, gen_random_uuid() as id
  from (select distinct organisation_id from centre) o cross join generate_series(0, 1999) n;
create unique index on part (organisation_id, place);
insert into inventory.part (organisation_id, id, version, created_at, updated_at, sku, name, category, unit, reorder_point,
  reorder_quantity)
select organisation_id, id, 1, now(), now(), 'PART-' || place, 'Part ' || place, 'SPARE_PART', 'PIECE', 5, 10 from part;
create temp table place as select l.organisation_id, l.id, c.place, c.id as service_centre_id
  from inventory.stock_location l join centre c on c.id = l.service_centre_id and l.name like 'Store %';
insert into inventory.stock_level (organisation_id, id, version, created_at, updated_at, part_id, location_id, part_sku,
  part_category, on_hand, reserved, average_cost, cost_currency, low, movements, reservations, moved_at)
select l.organisation_id, gen_random_uuid(), 1, now(), now(), p.id, l.id, 'PART-' || p.place, 'SPARE_PART', held, 0,
  100 + p.place, 'EUR', held <= 5, 1, 0, now()
from place l join part p on p.organisation_id = l.organisation_id
cross join lateral (select (p.place * 7 + l.place) % 60 as held) s;
insert into inventory.stock_movement (organisation_id, id, version, created_at, updated_at, part_id, location_id, entry,
  kind, quantity, on_hand_after, reserved_after, unit_cost, cost_currency, reference_type, reference_id)
select l.organisation_id, gen_random_uuid(), 1, d.at, d.at, p.id, l.id, d.n, d.kind,
  case when d.kind = 'ISSUE' then -1 else 1 end, 10, 0, 100 + d.part, 'EUR', 'JOB_CARD', gen_random_uuid()
from (select n, pg_temp.moment() as at, pg_temp.below(2000) as part,
    (array['RECEIPT', 'ISSUE', 'ISSUE', 'RETURN', 'ADJUSTMENT'])[1 + pg_temp.below(5)] as kind
  from generate_series(1, $movements) n) d
join place l on l.place = d.n % (select count(*) from place)
join part p on p.organisation_id = l.organisation_id and p.place = d.part;
create temp table seller as select o.organisation_id, n as place, gen_random_uuid() as id
  from (select distinct organisation_id from centre) o cross join generate_series(0, 29) n;
insert into inventory.supplier (organisation_id, id, version, created_at, updated_at, name, currency)
select organisation_id, id, 1, now(), now(), 'Supplier ' || place, 'EUR' from seller;
insert into inventory.purchase_order (organisation_id, id, version, created_at, updated_at, number, supplier_id, location_id,
  service_centre_id, status, currency, total_minor, revision, expected_on, submitted_at, decided_at, ordered_at,
  receipt_count, received_at)
select f.organisation_id, gen_random_uuid(), 1, at, at, 'PO-' || (500000 + n), s.id, l.id, l.service_centre_id,
  case when one < 800 then 'RECEIVED' else 'ORDERED' end, 'EUR', two, 1, (at + interval '5 days')::date, at, at, at,
  case when one < 800 then 1 else 0 end, case when one < 800 then at + make_interval(hours => 24 + one % 200) end
from ${fact('40000')} join place l on l.service_centre_id = f.service_centre_id
join seller s on s.organisation_id = f.organisation_id and s.place = f.two % 30;
insert into inventory.purchase_order_line (organisation_id, id, version, created_at, updated_at, purchase_order_id, position,
  part_id, quantity, received_quantity, unit_price_minor, total_minor, currency)
select o.organisation_id, gen_random_uuid(), 1, o.created_at, o.created_at, o.id, 1, p.id, 10,
  case when o.received_at is null then 0 else 10 end, 100, o.total_minor, 'EUR'
from inventory.purchase_order o join part p on p.organisation_id = o.organisation_id and p.place = o.total_minor % 2000;
insert into inventory.counter_order (organisation_id, id, version, created_at, updated_at, number, customer_id,
  service_centre_id, location_id, status, currency, total_minor, revision, processed_at, ready_at, delivered_at)
select f.organisation_id, gen_random_uuid(), 1, at, at, 'CO-' || (500000 + n), case when one < 500 then customer_id end,
  f.service_centre_id, l.id, case when one < 900 then 'DELIVERED' else 'READY' end, 'EUR', two, 1, at, at,
  case when one < 900 then at end
from ${fact('60000')} join place l on l.service_centre_id = f.service_centre_id;
insert into inventory.counter_order_line (organisation_id, id, version, created_at, updated_at, counter_order_id, position,
  part_id, sku, part_name, quantity, left_off, currency, unit_price_minor, amount_minor)
select o.organisation_id, gen_random_uuid(), 1, o.created_at, o.created_at, o.id, 1, p.id, 'PART-' || p.place, 'Part', 1, 0,
  'EUR', o.total_minor, o.total_minor
from inventory.counter_order o join part p on p.organisation_id = o.organisation_id and p.place = o.total_minor % 2000;
`;

export const STEPS: Readonly<Record<string, string>> = {
  tools: TOOLS,
  'work on jobs': JOBS,
  money: MONEY,
  stock: STOCK,
};
