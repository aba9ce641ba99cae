const DONE = `v.status in ('COMPLETED','DELIVERED')`;
const BEGUN = `v.status in ('IN_PROGRESS','PAUSED','COMPLETED','DELIVERED')`;

/** What was done on each car, by whom and in what time; one in twelve was looked over, one in thirty at the door. */
export const WORK = `
create temp table services as
select v.n, k, v.id as job_id, pg_temp.make_id(v.brought_at + interval '12 minutes', 'service' || k, v.n) as id, i.id as item_id,
  i.code, i.name, round(i.labour_minutes / 60.0, 4) as hours, i.price_minor, i.place,
  case when ${DONE} then 'COMPLETED' when v.status in ('IN_PROGRESS','PAUSED') and k = 1 then 'IN_PROGRESS' else 'PENDING' end as status
from visits v cross join lateral generate_series(1, 1 + pg_temp.dice(201, v.n, 2)) as k
join (select s.*, row_number() over (order by s.code) - 1 as place, count(*) over () as many
  from branch b join workshop.service_item s on s.organisation_id = b.organisation_id and s.active) i
  on i.place = (pg_temp.dice(202, v.n, 100) + k) % i.many
where v.status not in ('CREATED','CANCELLED');
analyze services;

insert into workshop.job_service (organisation_id, id, version, created_at, updated_at, job_card_id, service_item_id, name,
  quantity, labour_hours, pricing, price_minor, price_currency, status, started_at, finished_at, finished_by_id)
select b.organisation_id, s.id, case s.status when 'COMPLETED' then 3 when 'IN_PROGRESS' then 2 else 1 end,
  v.brought_at + interval '12 minutes', case when ${DONE} then v.finished_at else v.started_at end, s.job_id, s.item_id, s.name, 1,
  s.hours, 'FIXED', s.price_minor, 'EUR', s.status,
  case when s.status <> 'PENDING' then v.started_at end, case when s.status = 'COMPLETED' then v.finished_at end,
  case when s.status = 'COMPLETED' then v.technician_id end
from branch b cross join services s join visits v on v.n = s.n;

insert into workshop.time_entry (organisation_id, id, version, created_at, updated_at, technician_id, service_centre_id,
  job_card_id, job_service_id, started_at, ended_at)
select b.organisation_id, pg_temp.make_id(v.started_at, 'time', v.n), 2, v.started_at, v.finished_at, v.technician_id,
  b.service_centre_id, v.id, s.id, v.started_at, v.finished_at
from branch b cross join visits v join services s on s.n = v.n and s.k = 1 where ${BEGUN};

create temp table looked as
select v.*, s.at, c.id as vehicle_id, c.owner_id, pg_temp.make_id(s.at, 'inspection', v.n) as inspection_id
from visits v join steps s on s.n = v.n and s.to_status = 'ASSIGNED' join cars c on c.car = v.car
where ${DONE} and pg_temp.dice(211, v.n, 100) < 8;

insert into workshop.inspection (organisation_id, id, version, created_at, updated_at, job_card_id, service_centre_id,
  customer_id, vehicle_id, template_id, template_name, template_version, status, started_by_id, published_at, published_by_id,
  shared_until)
select b.organisation_id, l.inspection_id, 2, l.at, l.started_at, l.id, b.service_centre_id, l.owner_id, l.vehicle_id, t.id,
  t.name, t.version, 'PUBLISHED', l.technician_id, l.started_at, l.technician_id, l.started_at + interval '60 days'
from branch b cross join looked l
join (select * from workshop.inspection_template where active order by created_at, id limit 1) t on t.organisation_id = b.organisation_id;

insert into workshop.inspection_item (organisation_id, id, version, created_at, updated_at, inspection_id, position, section,
  key, name, kind, required, unit, minimum, maximum, urgent_below, attention_below, attention_above, urgent_above, expected,
  rating, value, answer, text, recorded_at, recorded_by_id)
select b.organisation_id, pg_temp.make_id(l.at, 'item' || t.position, l.n), 2, l.at, l.started_at, l.inspection_id, t.position,
  t.section, t.key, t.name, t.kind, t.required, t.unit, t.minimum, t.maximum, t."urgentBelow", t."attentionBelow",
  t."attentionAbove", t."urgentAbove", t.expected, r.rating,
  case t.kind when 'MEASURE' then case r.rating
    when 'OK' then coalesce(t."attentionBelow", t."attentionAbove", t.maximum)
    when 'ATTENTION' then coalesce(t."urgentBelow", t."urgentAbove", t.minimum) else t.minimum end end,
  case t.kind when 'YES_NO' then case when r.rating = 'OK' then t.expected else not t.expected end end,
  case t.kind when 'TEXT' then 'Drives well.' end, l.started_at, l.technician_id
from branch b cross join looked l
cross join (
  select row_number() over (order by s.ordinality, i.ordinality) - 1 as position, s.section ->> 'name' as section, x.*
  from (select * from workshop.inspection_template where active order by created_at, id limit 1) template
  cross join jsonb_array_elements(template.sections) with ordinality as s(section, ordinality)
  cross join jsonb_array_elements(s.section -> 'items') with ordinality as i(item, ordinality)
  cross join jsonb_to_record(i.item) as x(key text, kind text, name text, unit text, required boolean, expected boolean,
    minimum numeric, maximum numeric, "urgentBelow" numeric, "attentionBelow" numeric, "attentionAbove" numeric,
    "urgentAbove" numeric)) t
cross join lateral (select case when t.kind = 'TEXT' or t.kind = 'MEASURE' and t."urgentAbove" is not null then 'OK'
  when pg_temp.dice(212, l.n * 100 + t.position, 100) < 80 then 'OK'
  when t.kind <> 'YES_NO' and pg_temp.dice(213, l.n * 100 + t.position, 100) < 70 then 'ATTENTION' else 'URGENT' end as rating) r;

create temp table door as
select v.*, c.id as vehicle_id, c.owner_id, pg_temp.make_id(v.brought_at - interval '2 days', 'visit', v.n) as visit_id,
  row_number() over (order by v.brought_at, v.n) as number
from visits v join cars c on c.car = v.car where ${DONE} and pg_temp.dice(221, v.n, 100) < 3;

insert into workshop.home_service (organisation_id, id, version, created_at, updated_at, number, service_centre_id, customer_id,
  vehicle_id, technician_id, job_card_id, status, starts_at, ends_at, minutes, travel_minutes, leaves_at, returns_at,
  service_item_ids, street, city, country, route_started_at, arrived_at, started_at, completed_at)
select b.organisation_id, d.visit_id, 6, d.brought_at - interval '2 days', d.finished_at, 'HS-' || lpad(d.number::text, 6, '0'),
  b.service_centre_id, d.owner_id, d.vehicle_id, d.technician_id, d.id, 'COMPLETED', d.starts_at, d.starts_at + interval '90 minutes', 90, 15,
  d.starts_at - interval '15 minutes', d.starts_at + interval '105 minutes', '{}', pg_temp.pick('visit_streets', 222, d.n),
  pg_temp.pick('cities', 223, d.n), 'IT', d.starts_at - interval '15 minutes', d.brought_at, d.started_at, d.finished_at
from branch b cross join door d;

insert into workshop.home_service_change (organisation_id, id, version, created_at, updated_at, home_service_id, action, status,
  starts_at, ends_at, technician_id)
select b.organisation_id, pg_temp.make_id(a.at, 'visit' || a.action, d.n), 1, a.at, a.at, d.visit_id, a.action, a.status, d.starts_at,
  d.starts_at + interval '90 minutes', d.technician_id
from branch b cross join door d
cross join lateral (values ('SCHEDULED', 'SCHEDULED', d.brought_at - interval '2 days'), ('EN_ROUTE', 'EN_ROUTE', d.starts_at - interval '15 minutes'),
  ('ARRIVED', 'ARRIVED', d.brought_at), ('STARTED', 'IN_PROGRESS', d.started_at), ('COMPLETED', 'COMPLETED', d.finished_at)) as a (action, status, at);
`;
