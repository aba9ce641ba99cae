/**
 * Who had asked, and who had a turn: what became jobs, what did not, and what is booked for the two weeks to come.
 */
export const DIARY = `
create temp table bays as
select row_number() over (order by y.position, y.id) - 1 as place, count(*) over () as many, y.id
from branch b join workshop.bay y on y.organisation_id = b.organisation_id and y.service_centre_id = b.service_centre_id and y.active;

create temp table requests as
select r.*, pg_temp.make_id(r.asked_at, 'request', r.n) as id,
  row_number() over (order by r.asked_at, r.n) as place,
  case r.status when 'PENDING' then array['PENDING'] when 'REJECTED' then array['PENDING','REJECTED']
    when 'CANCELLED' then array['PENDING','APPROVED','CANCELLED'] when 'IN_PROGRESS' then array['PENDING','APPROVED','SCHEDULED','IN_PROGRESS']
    else array['PENDING','APPROVED','SCHEDULED','IN_PROGRESS','COMPLETED'] end as path
from (
  select v.n, v.car, v.id as job_id, v.starts_at, v.brought_at, v.completed_at,
    v.starts_at - (26 + pg_temp.dice(301, v.n, 100)) * interval '1 hour' as asked_at,
    case when v.status in ('COMPLETED','DELIVERED') then 'COMPLETED' else 'IN_PROGRESS' end as status
  from visits v where v.status <> 'CANCELLED' and pg_temp.dice(302, v.n, 100) < 30
    and v.n not in (select n from door)
  union all
  select b.base + 5000000 + k, pg_temp.dice(303, b.base + k, b.vehicles), null, null, null, null,
    b.until - (3 + 5 * k + pg_temp.dice(304, b.base + k, 5)) * interval '1 hour',
    case when k < 5 then 'PENDING' when k % 3 = 0 then 'CANCELLED' else 'REJECTED' end
  from branch b cross join generate_series(0, 9) as k) r;
analyze requests;

insert into workshop.service_request (organisation_id, id, version, created_at, updated_at, number, service_centre_id,
  customer_id, vehicle_id, type, service, description, priority, status, preferred_date, home_service, decided_at, closed_reason,
  job_card_id)
select b.organisation_id, r.id, array_length(r.path, 1), r.asked_at, coalesce(r.completed_at, r.asked_at + interval '1 hour'),
  'SR-' || lpad(r.place::text, 6, '0'), b.service_centre_id, c.owner_id, c.id, 'SERVICE',
  (array['REGULAR','REGULAR','REPAIR','REPAIR','INSPECTION','EMERGENCY'])[1 + pg_temp.dice(311, r.n, 6)],
  pg_temp.pick('complaints', 111, r.n), 'MEDIUM', r.status, (coalesce(r.starts_at, b.until + interval '4 days') at time zone b.zone)::date, false,
  case when r.status <> 'PENDING' then r.asked_at + interval '1 hour' end,
  case r.status when 'REJECTED' then 'We do not repair this make.' when 'CANCELLED' then 'The customer found another date.' end, r.job_id
from branch b cross join requests r join cars c on c.car = r.car;

insert into workshop.service_request_status_change (organisation_id, id, version, created_at, updated_at, service_request_id,
  from_status, to_status, reason)
select b.organisation_id, pg_temp.make_id(a.at, 'request step' || step, r.n), 1, a.at, a.at, r.id,
  case when step > 1 then r.path[step - 1] end, r.path[step],
  case r.path[step] when 'REJECTED' then 'We do not repair this make.' when 'CANCELLED' then 'The customer found another date.' end
from branch b cross join requests r cross join lateral generate_series(1, array_length(r.path, 1)) as step
cross join lateral (select case r.path[step] when 'PENDING' then r.asked_at when 'IN_PROGRESS' then r.brought_at
  when 'COMPLETED' then r.completed_at else r.asked_at + interval '30 minutes' * (step - 1) end as at) a;

create temp table turns as
select t.*, pg_temp.make_id(t.booked_at, 'appointment', t.n) as id, row_number() over (order by t.booked_at, t.n) as place
from (
  select v.n, v.car, v.id as job_id, v.place as bay, v.starts_at, v.brought_at, v.completed_at, v.technician_id,
    coalesce(r.asked_at + interval '1 hour', v.starts_at - (24 + pg_temp.dice(321, v.n, 200)) * interval '1 hour') as booked_at, r.id as request_id,
    case when v.status in ('COMPLETED','DELIVERED') then 'COMPLETED' else 'CHECKED_IN' end as status
  from visits v left join requests r on r.n = v.n
  where v.status <> 'CANCELLED' and (r.id is not null or pg_temp.dice(322, v.n, 100) < 60) and v.n not in (select n from door)
  union all
  select b.base + 6000000 + w.k, pg_temp.dice(323, b.base + w.k, b.vehicles), null, 3, a.starts_at, null, null, null,
    a.starts_at - (24 + pg_temp.dice(324, b.base + w.k, 200)) * interval '1 hour', null,
    case when pg_temp.dice(325, b.base + w.k, 100) < 45 then 'NO_SHOW' else 'CANCELLED' end
  from branch b cross join workdays w cross join lateral (select (w.day + time '16:00') at time zone b.zone as starts_at) a
  where pg_temp.dice(326, b.base + w.k, 100) < 30
  union all
  select b.base + 7000000 + d.k * 4 + turn, pg_temp.dice(327, b.base + d.k * 4 + turn, b.vehicles), null, turn, a.starts_at, null, null, null,
    b.until - (1 + pg_temp.dice(328, b.base + d.k * 4 + turn, 90)) * interval '1 hour', null,
    case when pg_temp.dice(329, b.base + d.k * 4 + turn, 100) < 50 then 'BOOKED' else 'CONFIRMED' end
  from branch b cross join lateral (select k, (b.last_day + 1 + k)::date as day from generate_series(0, 14) as k) d
  cross join generate_series(0, 2) as turn
  cross join lateral (select (d.day + (array['08:00','10:00','14:00'])[1 + (turn + d.k) % 3]::time) at time zone b.zone as starts_at) a
  where extract(isodow from d.day) < 6) t;
analyze turns;

insert into workshop.appointment (organisation_id, id, version, created_at, updated_at, number, service_centre_id, customer_id,
  vehicle_id, bay_id, technician_id, starts_at, ends_at, minutes, service_item_ids, status, service_request_id, job_card_id,
  cancel_reason, remind_at)
select b.organisation_id, t.id, case t.status when 'BOOKED' then 1 when 'COMPLETED' then 3 else 2 end, t.booked_at,
  case t.status when 'COMPLETED' then t.completed_at when 'CHECKED_IN' then t.brought_at when 'NO_SHOW' then t.starts_at + interval '1 hour'
    else t.booked_at + interval '20 minutes' end,
  'APT-' || lpad(t.place::text, 6, '0'), b.service_centre_id, c.owner_id, c.id, y.id, t.technician_id, t.starts_at,
  t.starts_at + interval '2 hours', 120, '{}', t.status, t.request_id, t.job_id,
  case when t.status = 'CANCELLED' then 'The customer is ill.' end,
  case when t.status in ('BOOKED','CONFIRMED') and t.starts_at > now() + interval '1 day' then t.starts_at - interval '1 day' end
from branch b cross join turns t join cars c on c.car = t.car join bays y on y.place = t.bay % y.many;

insert into workshop.appointment_change (organisation_id, id, version, created_at, updated_at, appointment_id, action, status,
  starts_at, ends_at, bay_id, technician_id, reason)
select b.organisation_id, pg_temp.make_id(a.at, 'turn' || a.action, t.n), 1, a.at, a.at, t.id, a.action, a.action, t.starts_at,
  t.starts_at + interval '2 hours', y.id, t.technician_id, case when a.action = 'CANCELLED' then 'The customer is ill.' end
from branch b cross join turns t join bays y on y.place = t.bay % y.many
cross join lateral (values ('BOOKED', t.booked_at), ('CHECKED_IN', t.brought_at), ('COMPLETED', case when t.status = 'COMPLETED' then t.completed_at end),
  (case when t.status in ('CONFIRMED','CANCELLED') then t.status end, t.booked_at + interval '20 minutes'),
  (case when t.status = 'NO_SHOW' then t.status end, t.starts_at + interval '1 hour')) as a (action, at)
where a.action is not null and a.at is not null;
`;
