/** What the commands keep beside their records: the series go on after the last number, the log says what was made. */
export const TRACES = `
-- It was opened before it did anything: figures are kept by day from then on.
update customer.service_centre c set created_at = b.first_day::timestamptz - interval '1 day'
from branch b where c.organisation_id = b.organisation_id and c.id = b.service_centre_id;
update reporting.day_rollup r set stale = true
from branch b where r.organisation_id = b.organisation_id and r.service_centre_id = b.service_centre_id;
update reporting.worth_rollup w set until = null from branch b where w.organisation_id = b.organisation_id;

insert into platform.number_series (organisation_id, scope_id, kind, last)
select b.organisation_id, case when s.shared then b.organisation_id else b.service_centre_id end, s.kind, s.made
from branch b cross join lateral (values
  ('customer', true, (select count(*) from people)), ('purchase order', true, (select count(*) from weeks)),
  ('counter order', true, (select count(*) from sales)), ('job card', false, (select count(*) from visits)),
  ('service request', false, (select count(*) from requests)), ('appointment', false, (select count(*) from turns)),
  ('home service', false, (select count(*) from door)), ('quotation', false, (select count(*) from offers)),
  ('invoice', false, (select count(*) from bills where sequence is not null)), ('receipt', false, (select count(*) from paid)),
  ('complaint', false, (select count(*) from complaints)), ('lead', false, (select count(*) from leads))) as s (kind, shared, made)
where s.made > 0
on conflict (organisation_id, scope_id, kind) do update set last = number_series.last + excluded.last;

insert into platform.audit_log (organisation_id, id, occurred_at, actor_kind, action, entity_type, entity_id, service_centre_id, new_values)
select b.organisation_id, pg_temp.make_id(m.at, 'audit' || m.type, m.n), m.at, 'SYSTEM', m.action, m.type, m.id, b.service_centre_id, m.new_values
from branch b cross join (
  select 'Customer' as type, 'create' as action, n, id, made as at, '{}'::jsonb as new_values from people
  union all select 'Vehicle', 'create', n, id, made, jsonb_build_object('ownerId', owner_id) from cars
  union all select 'JobCard', 'create', n, id, brought_at, jsonb_build_object('status', 'CREATED') from visits
  union all select 'Invoice', 'issue', n, id, issued_at, jsonb_build_object('status', 'ISSUED') from bills where sequence is not null
  union all select 'Payment', 'receive', n, id, paid_at, jsonb_build_object('status', 'SUCCEEDED') from paid) m;
`;
