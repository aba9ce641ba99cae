/** What the program would have kept beside its records: events without gaps, audit entries, series of numbers. */
export const TRACES = `
create temp table made as
select organisation_id, 'Customer' as type, id, made, service_centre_id, jsonb_build_object('serviceCentreId', service_centre_id) as payload from people
union all
select organisation_id, 'Vehicle', id, made, service_centre_id, jsonb_build_object('ownerId', owner_id, 'serviceCentreId', service_centre_id) from cars
union all
select organisation_id, 'JobCard', id, made, service_centre_id,
  jsonb_build_object('serviceCentreId', service_centre_id, 'vehicleId', vehicle_id, 'customerId', owner_id) from visits;

insert into platform.event (organisation_id, position, id, name, subject_type, subject_id, payload, actor, occurred_at)
select m.organisation_id, c.position + row_number() over (partition by m.organisation_id order by m.made, m.id),
  pg_temp.make_id(m.made, 'event' || m.id, 0), m.type || 'Created', m.type, m.id, m.payload, '{"kind": "SYSTEM", "id": null}', m.made
from made m join platform.event_counter c on c.organisation_id = m.organisation_id;
update platform.event_counter c
set position = (select max(e.position) from platform.event e where e.organisation_id = c.organisation_id);

insert into platform.audit_log (organisation_id, id, occurred_at, actor_kind, action, entity_type, entity_id, service_centre_id, new_values)
select organisation_id, pg_temp.make_id(made, 'audit' || id, 0), made, 'SYSTEM', 'create', type, id, service_centre_id, payload from made;

insert into platform.number_series (organisation_id, scope_id, kind, last)
select organisation_id, organisation_id, 'customer', count(*) from people group by organisation_id
union all
select organisation_id, service_centre_id, 'job card', count(*) from visits group by organisation_id, service_centre_id;
`;
