import { JOB_PATHS, trackingCode } from '../../program/demo/history/job-paths.sql';
import { END } from './people.sql';

const OPEN = `array['CREATED','INSPECTED','ASSIGNED','IN_PROGRESS','WAITING_PARTS','WAITING_APPROVAL','PAUSED','COMPLETED','DELIVERED','CANCELLED']`;

/** Nine in ten come to the centre that they came to before; what is older than a month has left the workshop. */
export const JOBS = `
create temp table visits as
select j.n, c.organisation_id, c.owner_id, c.id as vehicle_id, j.made, pg_temp.make_id(j.made, 'job', j.n) as id,
  case when j.elsewhere then other.service_centre_id else c.service_centre_id end as service_centre_id,
  case when j.made > ${END} - interval '30 days' then (${OPEN})[1 + pg_temp.dice(41, j.n, 10)]
    when pg_temp.dice(42, j.n, 100) < 94 then 'DELIVERED' else 'CANCELLED' end as status
from (
  select n, pg_temp.dice(43, n, 10) = 0 as elsewhere, pg_temp.dice(44, n, 100) as share,
    case when n < $vehicles then n else pg_temp.dice(45, n, $vehicles) end as car,
    pg_temp.dice(46, n, 1000000) / 1000000.0 as moment
  from generate_series(0, $jobCards - 1) as n) d
join cars c on c.n = d.car
join shops other on other.organisation_id = c.organisation_id and d.share >= other.share_from and d.share < other.share_to
cross join lateral (
  select d.n, d.elsewhere, date_trunc('milliseconds', c.made + (${END} - c.made) * d.moment) as made) j;
create unique index on visits (n);
analyze visits;

insert into workshop.job_card (organisation_id, id, version, created_at, updated_at, number, tracking_code,
  service_centre_id, vehicle_id, customer_id, technician_id, complaint, priority, status, resumes_as, waiting_for,
  promised_at, estimated_cost_minor, estimated_cost_currency)
select v.organisation_id, v.id, array_length(path.steps, 1), v.made, v.made,
  'JC-' || lpad(row_number() over (partition by v.service_centre_id order by v.made, v.id)::text, 6, '0'),
  ${trackingCode('v.n')}, v.service_centre_id, v.vehicle_id, v.owner_id,
  case when v.status not in ('CREATED','INSPECTED','CANCELLED') then t.id end,
  pg_temp.pick('complaints', 47, v.n),
  (array['LOW','MEDIUM','MEDIUM','MEDIUM','MEDIUM','MEDIUM','HIGH','HIGH','URGENT','LOW'])[1 + pg_temp.dice(48, v.n, 10)], v.status,
  case when w.wait is not null then 'IN_PROGRESS' end, array_remove(array[w.wait], null),
  case when pg_temp.dice(49, v.n, 10) < 8 then v.made + (1 + pg_temp.dice(50, v.n, 9)) * interval '1 day' end,
  case when v.n % 2 = 0 then 5000 + pg_temp.dice(51, v.n, 200000) end, case when v.n % 2 = 0 then 'EUR' end
from visits v
join ${JOB_PATHS} on path.status = v.status
join technicians t on t.service_centre_id = v.service_centre_id and t.place = pg_temp.dice(52, v.n, 3)
cross join lateral (select case v.status when 'WAITING_PARTS' then 'PARTS' when 'WAITING_APPROVAL' then 'APPROVAL'
  when 'PAUSED' then 'OTHER' end as wait) w;

insert into workshop.job_card_status_change (organisation_id, id, version, created_at, updated_at, job_card_id, from_status, to_status)
select v.organisation_id, pg_temp.make_id(at, 'step' || step, v.n), 1, at, at, v.id,
  case when step > 1 then path.steps[step - 1] end, path.steps[step]
from visits v
join ${JOB_PATHS} on path.status = v.status
cross join lateral generate_series(1, array_length(path.steps, 1)) as step
cross join lateral (select v.made + (step - 1) * interval '3 hours' as at) w;

insert into vehicle.vehicle_centre (organisation_id, vehicle_id, service_centre_id)
select distinct organisation_id, vehicle_id, service_centre_id from visits on conflict do nothing;
insert into customer.customer_centre (organisation_id, customer_id, service_centre_id)
select distinct organisation_id, owner_id, service_centre_id from visits on conflict do nothing;
`;
