import { JOB_PATHS, trackingCode } from './job-paths.sql';

/**
 * Who came on which day, and what became of it: everything else follows from this table. A day has four turns, and in
 * each of them a technician has one car on the bay of the same place, so that nothing is booked twice.
 */
export const VISITS = `
create temp table technicians as
select row_number() over (order by u.id) - 1 as place, count(*) over () as many, u.id
from branch b join customer.user_account u on u.organisation_id = b.organisation_id and u.active
join customer.role r on r.organisation_id = u.organisation_id and r.id = u.role_id and r.kind = 'TECHNICIAN'
join customer.user_service_centre w on w.organisation_id = u.organisation_id and w.user_id = u.id
  and w.service_centre_id = b.service_centre_id;

create temp table workdays as
select row_number() over (order by d) - 1 as k, count(*) over () as many, d::date as day
from branch b cross join generate_series(b.first_day, b.last_day, interval '1 day') as d where extract(isodow from d) < 6;

create temp table visits as
select v.*, case
    when pg_temp.dice(101, n, 100) < 4 then 'CANCELLED'
    when v.delivered_at < v.until then 'DELIVERED'
    when v.completed_at < v.until then 'COMPLETED'
    else (array['IN_PROGRESS','IN_PROGRESS','PAUSED','ASSIGNED','INSPECTED','CREATED'])[1 + pg_temp.dice(102, n, 6)] end as status,
  pg_temp.make_id(v.brought_at, 'job', n) as id
from (
  select p.*, p.completed_at + interval '20 minutes' + pg_temp.dice(103, n, 90) * interval '1 minute' as delivered_at
  from (
    select w.*, w.finished_at + case when stay < 70 then interval '5 minutes'
        when extract(isodow from w.day) >= 4 then interval '4 days' when stay < 92 then interval '1 day'
        else interval '7 days' end as completed_at
    from (
      select s.*, s.started_at + (45 + pg_temp.dice(104, n, 40)) * interval '1 minute' as finished_at
      from (
        select a.*, a.starts_at + pg_temp.dice(105, n, 10) * interval '1 minute' as brought_at,
          a.starts_at + (25 + pg_temp.dice(106, n, 8)) * interval '1 minute' as started_at, pg_temp.dice(107, n, 100) as stay
        from (
          select d.i, b.base + d.i as n, d.i % b.vehicles as car, d.day, t.place, t.id as technician_id, b.until,
            (d.day + (array['08:00','10:00','14:00','16:00'])[1 + (d.slot / t.many)::integer % 4]::time) at time zone b.zone as starts_at
          from branch b cross join lateral (
            select i, w.day, row_number() over (partition by w.k order by i) - 1 as slot
            from generate_series(0, b.jobs - 1) as i join workdays w on w.k = i * w.many / b.jobs) d
          join technicians t on t.place = d.slot % t.many) a) s) w) p) v;
create unique index on visits (n);
create index on visits (car);
analyze visits;
`;

const STEP_AT = `case path.steps[step] when 'CREATED' then v.brought_at when 'INSPECTED' then v.brought_at + interval '5 minutes'
  when 'ASSIGNED' then v.brought_at + interval '10 minutes' when 'IN_PROGRESS' then v.started_at
  when 'PAUSED' then v.finished_at when 'COMPLETED' then v.completed_at when 'DELIVERED' then v.delivered_at
  else v.brought_at + interval '10 minutes' end`;

export const JOBS = `
create temp table steps as
select v.n, v.id as job_id, step, case when step > 1 then path.steps[step - 1] end as from_status, path.steps[step] as to_status,
  ${STEP_AT} as at
from visits v join ${JOB_PATHS} on path.status = v.status
cross join lateral generate_series(1, array_length(path.steps, 1)) as step;
analyze steps;

insert into workshop.job_card (organisation_id, id, version, created_at, updated_at, number, tracking_code,
  service_centre_id, vehicle_id, customer_id, technician_id, complaint, priority, status, resumes_as, waiting_for,
  promised_at, estimated_cost_minor, estimated_cost_currency, started_at, completed_at, delivered_at, parts_revision)
select b.organisation_id, v.id, s.many, v.brought_at, s.last_at,
  'JC-' || lpad(row_number() over (order by v.brought_at, v.id)::text, 6, '0'), ${trackingCode('(b.first_job + v.i) * 7919')},
  b.service_centre_id, c.id, c.owner_id, case when v.status not in ('CREATED','INSPECTED','CANCELLED') then v.technician_id end,
  pg_temp.pick('complaints', 111, v.n),
  (array['LOW','MEDIUM','MEDIUM','MEDIUM','MEDIUM','MEDIUM','HIGH','HIGH','URGENT','LOW'])[1 + pg_temp.dice(112, v.n, 10)],
  v.status, case when v.status = 'PAUSED' then 'IN_PROGRESS' end,
  case when v.status = 'PAUSED' then array['OTHER'] else '{}' end,
  case when pg_temp.dice(113, v.n, 10) < 8
    then date_trunc('hour', v.finished_at) + (3 + 24 * (pg_temp.dice(114, v.n, 100) / 80)) * interval '1 hour' end,
  case when v.status <> 'CREATED' then 8000 + pg_temp.dice(115, v.n, 400) * 100 end,
  case when v.status <> 'CREATED' then 'EUR' end,
  case when v.status in ('IN_PROGRESS','PAUSED','COMPLETED','DELIVERED') then v.started_at end,
  case when v.status in ('COMPLETED','DELIVERED') then v.completed_at end,
  case when v.status = 'DELIVERED' then v.delivered_at end, 0
from branch b cross join visits v join cars c on c.car = v.car
join (select n, count(*) as many, max(at) as last_at from steps group by n) s on s.n = v.n;

insert into workshop.job_card_status_change (organisation_id, id, version, created_at, updated_at, job_card_id, from_status,
  to_status, reason)
select b.organisation_id, pg_temp.make_id(s.at, 'step' || s.step, s.n), 1, s.at, s.at, s.job_id, s.from_status, s.to_status,
  case s.to_status when 'CANCELLED' then 'The customer sold the car.' when 'PAUSED' then 'The lift is needed for another car.' end
from branch b cross join steps s;

insert into workshop.pre_inspection (organisation_id, id, version, created_at, updated_at, job_card_id, odometer_value,
  odometer_unit, fuel_percent, exterior_condition, issues, estimated_cost_minor, estimated_cost_currency, estimated_hours, inspected_at)
select b.organisation_id, pg_temp.make_id(s.at, 'pre-inspection', v.n), 1, s.at, s.at, v.id, o.value, 'KM',
  pg_temp.dice(121, v.n, 101), (array['Small scratches.','Like new.','Dent in the left front wing.'])[1 + pg_temp.dice(122, v.n, 3)],
  array[(array['Worn wipers','Brake fluid is dark','A tyre at 2 mm'])[1 + pg_temp.dice(123, v.n, 3)]],
  8000 + pg_temp.dice(115, v.n, 400) * 100, 'EUR', 1 + pg_temp.dice(124, v.n, 4), s.at
from branch b cross join visits v join steps s on s.n = v.n and s.to_status = 'INSPECTED' join readings o on o.n = v.n;
`;
