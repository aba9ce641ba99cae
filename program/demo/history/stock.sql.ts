/**
 * What jobs and customers at the counter took, and what came for it: each week as much as it took, at the price of that
 * week, so that at the end lies there what lay there at the beginning. The moving average is the one of `cost.ts`.
 */
export const STOCK = `
create function pg_temp.post(level numeric[], quantity numeric, cost numeric) returns numeric[] language sql immutable as $$
  select array[level[1] + quantity, case when cost is null then level[2] when level[1] = 0 or level[2] is null then cost
    else round((level[2] * level[1] + cost * quantity) / (level[1] + quantity), 6) end] $$;
create aggregate pg_temp.level(numeric, numeric) (sfunc = pg_temp.post, stype = numeric[], initcond = '{0,NULL}');

create temp table needs as
select v.n, v.id as job_id, v.started_at + interval '10 minutes' as at, k.sku, k.quantity, v.technician_id,
  pg_temp.make_id(v.started_at, 'part' || k.sku, v.n) as id
from visits v
join (values ('OF 3502', 1, 0, 35), ('OIL 5W30', 4.5, 0, 35), ('BP 1187', 1, 35, 50), ('WB 600', 2, 50, 60), ('AF 2210', 1, 60, 70))
  as k (sku, quantity, from_dice, to_dice)
  on pg_temp.dice(401, v.n, 100) >= k.from_dice and pg_temp.dice(401, v.n, 100) < k.to_dice
where v.status in ('COMPLETED','DELIVERED');
analyze needs;

create temp table sales as
select s.*, pg_temp.make_id(s.at, 'order', s.n) as id, pg_temp.make_id(s.at, 'order line', s.n) as line_id,
  row_number() over (order by s.at, s.n) as place
from (select b.base + w.k as n, (w.day + time '11:00') at time zone b.zone + pg_temp.dice(411, b.base + w.k, 60) * interval '1 minute' as at,
    case when pg_temp.dice(412, b.base + w.k, 2) = 0 then 'WB 600' else 'OIL 5W30' end as sku,
    1 + pg_temp.dice(413, b.base + w.k, 3) as quantity, pg_temp.dice(414, b.base + w.k, b.vehicles) as car,
    case when pg_temp.dice(415, b.base + w.k, 5) = 0 then 10 end as percent
  from branch b cross join workdays w where pg_temp.dice(416, b.base + w.k, 100) < 60) s;

create temp table weeks as
select w.*, pg_temp.make_id(w.monday, 'purchase order', b.base + w.place) as order_id,
  pg_temp.make_id(w.came_at, 'goods receipt', b.base + w.place) as receipt_id, b.base + w.place as n,
  'PO-' || lpad((b.first_order + w.place)::text, 6, '0') as number
from branch b cross join (
  select week, row_number() over (order by week) as place, (min(day) - 3)::timestamptz + interval '9 hours' as monday,
    min(day)::timestamptz + interval '5 hours' as came_at
  from (select date_trunc('week', day)::date as week, day from workdays) d group by week) w;

create temp table buys as
select w.week, w.n, w.order_id, w.receipt_id, w.came_at, d.sku, d.quantity, p.id as part_id,
  row_number() over (partition by w.week order by d.sku) as position,
  round(o.cost * (92 + pg_temp.dice(421, w.n * 10 + p.place, 17)) / 100)::bigint as price,
  pg_temp.make_id(w.monday, 'order line' || d.sku, w.n) as line_id
from (select date_trunc('week', at at time zone (select zone from branch))::date as week, sku, sum(quantity) as quantity
  from (select at, sku, quantity from needs union all select at, sku, quantity from sales) t group by 1, 2) d
join weeks w on w.week = d.week join opening o on o.sku = d.sku
join (select p.*, row_number() over (order by p.sku) as place from branch b join inventory.part p on p.organisation_id = b.organisation_id) p on p.sku = d.sku;
analyze buys;

create temp table moves as
select m.*, p.id as part_id, pg_temp.make_id(m.at, m.kind || m.reference_type || m.sku, m.n) as id,
  row_number() over level as entry, pg_temp.level(m.quantity, case when m.quantity > 0 then m.cost end) over level as after
from (
  select b.base as n, b.first_day::timestamptz - interval '4 days' as at, 'ADJUSTMENT' as kind, o.sku, o.quantity, o.cost, 'ADJUSTMENT' as reference_type,
    pg_temp.make_id(b.first_day, 'opening' || o.sku, b.base) as reference_id, null::uuid as line_id, null::uuid as actor_id
  from branch b cross join opening o where o.quantity > 0
  union all select n, came_at, 'RECEIPT', sku, quantity, price, 'PURCHASE_ORDER', order_id, line_id, null from buys
  union all select n, at, 'ISSUE', sku, -quantity, null, 'JOB_CARD', job_id, id, technician_id from needs
  union all select n, at, 'ISSUE', sku, -quantity, null, 'COUNTER_ORDER', id, line_id, (select advisor_id from branch) from sales) m
join branch b on true join inventory.part p on p.organisation_id = b.organisation_id and p.sku = m.sku
window level as (partition by m.sku order by m.at, m.n, m.kind);
create unique index on moves (line_id);
analyze moves;

insert into inventory.purchase_order (organisation_id, id, version, created_at, updated_at, number, supplier_id, location_id,
  service_centre_id, status, currency, total_minor, revision, expected_on, submitted_at, decided_at, ordered_at, receipt_count, received_at)
select b.organisation_id, w.order_id, 5, w.monday, w.came_at, w.number, (select s.id from inventory.supplier s where
  s.organisation_id = b.organisation_id order by s.created_at, s.id limit 1), b.location_id, b.service_centre_id, 'RECEIVED', 'EUR',
  t.total, 1, w.week, w.monday, w.monday + interval '1 hour', w.monday + interval '1 hour', 1, w.came_at
from branch b cross join weeks w join (select week, sum(round(quantity * price)) as total from buys group by week) t on t.week = w.week;

insert into inventory.purchase_order_line (organisation_id, id, version, created_at, updated_at, purchase_order_id, position,
  part_id, quantity, received_quantity, unit_price_minor, total_minor, currency)
select b.organisation_id, y.line_id, 2, w.monday, y.came_at, y.order_id, y.position, y.part_id, y.quantity, y.quantity, y.price,
  round(y.quantity * y.price), 'EUR'
from branch b cross join buys y join weeks w on w.week = y.week;

insert into inventory.goods_receipt (organisation_id, id, version, created_at, updated_at, number, purchase_order_id, delivery_note)
select b.organisation_id, w.receipt_id, 1, w.came_at, w.came_at, w.number || '/1', w.order_id, 'DDT ' || 1000 + w.place
from branch b cross join weeks w where exists (select from buys y where y.week = w.week);

insert into inventory.goods_receipt_line (organisation_id, id, version, created_at, updated_at, goods_receipt_id, order_line_id,
  part_id, quantity, unit_price_minor, total_minor, currency)
select b.organisation_id, pg_temp.make_id(y.came_at, 'receipt line' || y.sku, y.n), 1, y.came_at, y.came_at, y.receipt_id, y.line_id,
  y.part_id, y.quantity, y.price, round(y.quantity * y.price), 'EUR'
from branch b cross join buys y;

insert into inventory.stock_level (organisation_id, id, version, created_at, updated_at, part_id, location_id, part_sku, on_hand,
  reserved, average_cost, cost_currency, low, movements, reservations, moved_at, part_category, bin)
select b.organisation_id, pg_temp.make_id(m.first_at, 'level' || p.sku, b.base), m.entry, m.first_at, m.at, p.id, b.location_id, p.sku,
  m.after[1], 0, m.after[2], 'EUR', coalesce(m.after[1] <= p.reorder_point, false), m.entry, 0, m.at, p.category, o.bin
from branch b cross join (select distinct on (sku) *, min(at) over (partition by sku) as first_at from moves order by sku, entry desc) m
join inventory.part p on p.organisation_id = b.organisation_id and p.id = m.part_id join opening o on o.sku = p.sku;

insert into inventory.stock_movement (organisation_id, id, version, created_at, updated_at, part_id, location_id, entry, kind,
  quantity, on_hand_after, reserved_after, unit_cost, average_cost_after, cost_currency, reference_type, reference_id,
  reference_line_id, reason_code, actor_id)
select b.organisation_id, m.id, 1, m.at, m.at, m.part_id, b.location_id, m.entry, m.kind, m.quantity, m.after[1], 0,
  coalesce(m.cost, m.after[2]), m.after[2], 'EUR', m.reference_type, m.reference_id, m.line_id,
  case when m.kind = 'ADJUSTMENT' then 'OPENING_STOCK' end, m.actor_id
from branch b cross join moves m;

insert into inventory.supplied_job (organisation_id, id, version, created_at, updated_at, service_centre_id, revision, ended)
select b.organisation_id, v.id, case when f.at is null then 1 else 2 end, v.brought_at, coalesce(f.at, v.brought_at), b.service_centre_id, 0,
  case v.status when 'CANCELLED' then 'CANCELLED' when 'COMPLETED' then 'COMPLETED' when 'DELIVERED' then 'COMPLETED' end
from branch b cross join visits v left join steps f on f.n = v.n and f.to_status in ('COMPLETED','CANCELLED')
where f.at is not null or exists (select from needs d where d.n = v.n);

insert into inventory.job_part (organisation_id, id, version, created_at, updated_at, job_card_id, service_centre_id, part_id,
  location_id, quantity, missing, issued, returned, cancelled, status, price_minor, price_currency, tax_category, requested_by_id)
select b.organisation_id, d.id, 2, d.at - interval '5 minutes', d.at, d.job_id, b.service_centre_id, p.id, b.location_id, d.quantity, 0,
  d.quantity, 0, 0, 'ISSUED', p.price_minor, p.price_currency, p.tax_category, d.technician_id
from branch b cross join needs d join inventory.part p on p.organisation_id = b.organisation_id and p.sku = d.sku;

insert into inventory.job_part_issue (organisation_id, id, version, created_at, updated_at, job_part_id, movement_id, quantity,
  returned, unit_cost, cost_currency, issued_by_id)
select b.organisation_id, pg_temp.make_id(d.at, 'issue' || d.sku, d.n), 1, d.at, d.at, d.id, m.id, d.quantity, 0, m.after[2], 'EUR', d.technician_id
from branch b cross join needs d join moves m on m.line_id = d.id;

insert into inventory.counter_order (organisation_id, id, version, created_at, updated_at, number, customer_id, service_centre_id,
  location_id, status, currency, total_minor, revision, processed_at, ready_at, delivered_at, created_by_id, delivered_by_id)
select b.organisation_id, s.id, 4, s.at - interval '10 minutes', s.at, 'CO-' || lpad((b.first_sale + s.place)::text, 6, '0'), c.owner_id, b.service_centre_id,
  b.location_id, 'DELIVERED', 'EUR', round(s.quantity * p.price_minor * (100 - coalesce(s.percent, 0)) / 100), 1,
  s.at - interval '8 minutes', s.at - interval '5 minutes', s.at, b.advisor_id, b.advisor_id
from branch b cross join sales s join cars c on c.car = s.car join inventory.part p on p.organisation_id = b.organisation_id and p.sku = s.sku;

insert into inventory.counter_order_line (organisation_id, id, version, created_at, updated_at, counter_order_id, position, part_id,
  sku, part_name, quantity, left_off, currency, unit_price_minor, discount_percent, amount_minor, movement_id, unit_cost, cost_currency)
select b.organisation_id, s.line_id, 2, s.at - interval '10 minutes', s.at, s.id, 1, p.id, p.sku, p.name, s.quantity, 0, 'EUR', p.price_minor,
  s.percent, round(s.quantity * p.price_minor * (100 - coalesce(s.percent, 0)) / 100), m.id, m.after[2], 'EUR'
from branch b cross join sales s join inventory.part p on p.organisation_id = b.organisation_id and p.sku = s.sku
join moves m on m.line_id = s.line_id;
`;
