/** What customers said of it: who rated a visit low has a complaint, and a few complain of what they paid. */
export const CARE = `
create temp table opinions as
select o.*, pg_temp.make_id(o.at, 'feedback', o.n) as id
from (select v.n, v.id as job_id, c.owner_id, v.technician_id, v.delivered_at + (5 + pg_temp.dice(601, v.n, 60)) * interval '1 hour' as at,
    case when d.face < 52 then 5 when d.face < 82 then 4 when d.face < 91 then 3 when d.face < 96 then 2 else 1 end as rating
  from visits v join cars c on c.car = v.car cross join lateral (select pg_temp.dice(602, v.n, 100) as face) d
  where v.status = 'DELIVERED' and pg_temp.dice(603, v.n, 100) < 40) o, branch b
where o.at < b.until;

insert into customer.feedback (organisation_id, id, version, created_at, updated_at, job_card_id, customer_id, service_centre_id,
  technician_id, rating, comment, feedback_type, status, acknowledged_at, resolved_at)
select b.organisation_id, o.id, array_position(array['PENDING','ACKNOWLEDGED','RESOLVED'], s.status), o.at,
  case s.status when 'PENDING' then o.at when 'ACKNOWLEDGED' then s.read_at else s.done_at end, o.job_id, o.owner_id, b.service_centre_id,
  o.technician_id, o.rating, case when pg_temp.dice(611, o.n, 100) < 60
    then pg_temp.pick(case when o.rating <= 2 then 'bad_comments' else 'good_comments' end, 612, o.n) end,
  'SERVICE', s.status, case when s.status <> 'PENDING' then s.read_at end, case when s.status = 'RESOLVED' then s.done_at end
from branch b cross join opinions o cross join lateral (select o.at + interval '1 day' as read_at, o.at + interval '3 days' as done_at,
  case when o.at > b.until - interval '3 days' then 'PENDING' when o.rating <= 2 and o.at < b.until - interval '6 days' then 'RESOLVED'
    else 'ACKNOWLEDGED' end as status) s;

create temp table complaints as
select x.*, pg_temp.make_id(x.at, 'complaint', x.n) as id, row_number() over (order by x.at, x.n) as place,
  case x.status when 'NEW' then array['NEW'] when 'ASSIGNED' then array['NEW','ASSIGNED']
    when 'INVESTIGATING' then array['NEW','ASSIGNED','INVESTIGATING']
    when 'RESOLVED' then array['NEW','ASSIGNED','INVESTIGATING','PROPOSED','RESOLVED']
    else array['NEW','ASSIGNED','INVESTIGATING','PROPOSED','RESOLVED','CLOSED'] end as path
from (select c.*, case when c.at > b.until - interval '3 days' then 'NEW' when c.at > b.until - interval '6 days' then 'ASSIGNED'
      when c.at > b.until - interval '12 days' then 'INVESTIGATING' when c.at > b.until - interval '20 days' then 'RESOLVED' else 'CLOSED' end as status
  from branch b cross join (
    select n, job_id, owner_id, id as feedback_id, at, case when rating = 1 then 'HIGH' else 'MEDIUM' end as priority, 'SERVICE_QUALITY' as category
    from opinions where rating <= 2
    union all
    select v.n + 500000000, v.id, c.owner_id, null, v.delivered_at + interval '26 hours', 'LOW',
      (array['BILLING','DELAY','PARTS'])[1 + pg_temp.dice(621, v.n, 3)]
    from visits v join cars c on c.car = v.car where v.status = 'DELIVERED' and pg_temp.dice(622, v.n, 100) < 2) c
  where c.at < b.until) x;

insert into customer.complaint (organisation_id, id, version, created_at, updated_at, number, customer_id, service_centre_id,
  job_card_id, feedback_id, assignee_id, category, priority, status, description, due_at, resolution, resolved_at, resolved_by_id,
  closed_at, customer_satisfaction)
select b.organisation_id, x.id, array_length(x.path, 1), x.at, x.at + (array_length(x.path, 1) - 1) * interval '20 hours',
  'CMP-' || lpad(x.place::text, 6, '0'), x.owner_id, b.service_centre_id, x.job_id, x.feedback_id,
  case when x.status <> 'NEW' then b.manager_id end, x.category, x.priority, x.status, pg_temp.pick('complaint_words', 631, x.n),
  x.at + case x.priority when 'HIGH' then 2 when 'MEDIUM' then 5 else 10 end * interval '1 day',
  case when x.status in ('RESOLVED','CLOSED') then pg_temp.pick('resolutions', 632, x.n) end,
  case when x.status in ('RESOLVED','CLOSED') then x.at + interval '80 hours' end,
  case when x.status in ('RESOLVED','CLOSED') then b.manager_id end, case when x.status = 'CLOSED' then x.at + interval '100 hours' end,
  case when x.status = 'CLOSED' then 2 + pg_temp.dice(633, x.n, 4) end
from branch b cross join complaints x;

insert into customer.complaint_status_change (organisation_id, id, version, created_at, updated_at, complaint_id, from_status, to_status, changed_by_id)
select b.organisation_id, pg_temp.make_id(a.at, 'complaint step' || step, x.n), 1, a.at, a.at, x.id,
  case when step > 1 then x.path[step - 1] end, x.path[step], case when step > 1 then b.manager_id end
from branch b cross join complaints x cross join lateral generate_series(1, array_length(x.path, 1)) as step
cross join lateral (select x.at + (step - 1) * interval '20 hours' as at) a;

create temp table leads as
select l.*, row_number() over (order by l.at, l.n) as place, case when l.at < b.until - interval '15 days'
    then (array['CONVERTED','CONVERTED','LOST','LOST','QUALIFIED'])[1 + pg_temp.dice(641, l.n, 5)]
    else (array['NEW','NEW','CONTACTED','QUALIFIED'])[1 + pg_temp.dice(642, l.n, 4)] end as status
from branch b cross join (
  select b.base + w.k as n, (w.day + time '09:30') at time zone b.zone + pg_temp.dice(643, b.base + w.k, 400) * interval '1 minute' as at
  from branch b cross join workdays w where pg_temp.dice(644, b.base + w.k, 100) < 45) l;

insert into customer.lead (organisation_id, id, version, created_at, updated_at, number, service_centre_id, assignee_id, status,
  first_name, last_name, phone, email, source, interest, estimated_value_minor, estimated_value_currency, follow_up_on, customer_id,
  converted_at, lost_reason)
select b.organisation_id, pg_temp.make_id(l.at, 'lead', l.n), case l.status when 'NEW' then 1 when 'CONTACTED' then 2 else 3 end, l.at,
  case when l.status = 'NEW' then l.at else l.at + interval '2 days' end, 'LD-' || lpad(l.place::text, 6, '0'), b.service_centre_id,
  case when l.status <> 'NEW' then b.advisor_id end, l.status, coalesce(c.first_name, pg_temp.pick('first_names', 651, l.n)),
  coalesce(c.last_name, pg_temp.pick('last_names', 652, l.n)), coalesce(c.phone, '+39321' || lpad((l.n % 10000000)::text, 7, '0')),
  coalesce(c.email, 'lead' || l.n || '@example.com'), (array['CALL_CENTRE','WALK_IN','ONLINE','REFERRAL'])[1 + pg_temp.dice(653, l.n, 4)],
  (array['SERVICE','SERVICE','SPARE_PART','NEW_VEHICLE'])[1 + pg_temp.dice(654, l.n, 4)], 10000 + pg_temp.dice(655, l.n, 900) * 100, 'EUR',
  case when l.status in ('NEW','CONTACTED','QUALIFIED') then (l.at at time zone b.zone)::date + 7 end, c.id,
  case when l.status = 'CONVERTED' then l.at + interval '2 days' end,
  case when l.status = 'LOST' then pg_temp.pick('lost_reasons', 656, l.n) end
from branch b cross join leads l
left join people p on l.status = 'CONVERTED' and p.place = 1 + pg_temp.dice(657, l.n, b.customers)
left join customer.customer c on c.organisation_id = b.organisation_id and c.id = p.id;
`;
