import { randomUUID } from 'node:crypto';

/**
 * All that `createVehicle` of the graph writes, in one statement, which is a transaction of its own: the vehicle, its
 * plate's period, its ownership, its link to the service centre, three audit entries, the event and its place in the
 * organisation's sequence. Nobody handles the event, so no job is made. Nothing is written when the owner is unknown.
 */
const CREATE = `
with owner as (
  select c.organisation_id, c.id, now() as at from customer.customer c
  where c.organisation_id = $1 and c.id = $2
    and exists (select from customer.customer_centre s where s.organisation_id = c.organisation_id and s.customer_id = c.id
      and s.service_centre_id = any($3::uuid[]))),
made as (
  insert into vehicle.vehicle (organisation_id, id, version, created_at, updated_at, make, model, year, colour, plate,
    plate_key, plate_country, owner_id)
  select organisation_id, uuidv7(), 1, at, at, $5::text, $6::text, $7::integer, $8::text, $9::text, $10::text, $11::text, id
  from owner returning *),
plated as (
  insert into vehicle.plate_period (organisation_id, id, version, created_at, updated_at, vehicle_id, plate, country, valid_from)
  select organisation_id, uuidv7(), 1, created_at, created_at, id, plate, plate_country, created_at from made returning *),
owned as (
  insert into vehicle.ownership (organisation_id, id, version, created_at, updated_at, vehicle_id, customer_id, owned_from)
  select organisation_id, uuidv7(), 1, created_at, created_at, id, owner_id, created_at from made returning *),
linked as (
  insert into vehicle.vehicle_centre (organisation_id, vehicle_id, service_centre_id)
  select organisation_id, id, $4::uuid from made),
audited as (
  insert into platform.audit_log (organisation_id, id, actor_kind, actor_id, action, entity_type, entity_id, new_values,
    address, request_id)
  select organisation_id, uuidv7(), 'USER', $12::uuid, 'create', type, id, new_values, $13::text, $14::text
  from (
    select organisation_id, 'Vehicle' as type, id, jsonb_build_object('make', make, 'model', model, 'year', year,
      'colour', colour, 'plate', plate, 'plateKey', plate_key, 'plateCountry', plate_country, 'ownerId', owner_id,
      'organisationId', organisation_id, 'id', id, 'version', version, 'createdAt', created_at,
      'updatedAt', updated_at) as new_values from made
    union all
    select organisation_id, 'PlatePeriod', id, jsonb_build_object('vehicleId', vehicle_id, 'plate', plate,
      'country', country, 'validFrom', valid_from, 'organisationId', organisation_id, 'id', id, 'version', version,
      'createdAt', created_at, 'updatedAt', updated_at) from plated
    union all
    select organisation_id, 'Ownership', id, jsonb_build_object('vehicleId', vehicle_id, 'customerId', customer_id,
      'ownedFrom', owned_from, 'organisationId', organisation_id, 'id', id, 'version', version,
      'createdAt', created_at, 'updatedAt', updated_at) from owned) a),
counted as (
  insert into platform.event_counter as c (organisation_id, position) select organisation_id, 1 from made
  on conflict (organisation_id) do update set position = c.position + 1
  returning c.organisation_id, c.position),
told as (
  insert into platform.event (organisation_id, position, id, name, subject_type, subject_id, payload, actor, request_id)
  select counted.organisation_id, counted.position, uuidv7(), 'VehicleCreated', 'Vehicle', made.id,
    jsonb_build_object('ownerId', made.owner_id, 'serviceCentreId', $4::uuid),
    jsonb_build_object('kind', 'USER', 'id', $12::uuid), $14::text
  from counted, made)
select id, plate, make, model, year, colour, owner_id from made`;

export async function createVehicle(pool, { input }, caller) {
  const { make, model, year, colour, plate, ownerId, serviceCentreId } = input;
  const key = plate.number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (!caller.serviceCentreIds.includes(serviceCentreId)) throw new Error('They do not work there.');
  const { rows } = await pool.query({
    name: 'createVehicle',
    text: CREATE,
    values: [
      ...[caller.organisationId, ownerId, caller.serviceCentreIds, serviceCentreId],
      ...[make, model, year, colour, plate.number, key, plate.country],
      ...[caller.actorId, '127.0.0.1', randomUUID()],
    ],
  });
  if (!rows.length) throw new Error('There is no such owner.');
  const [{ owner_id, ...vehicle }] = rows;
  return { createVehicle: { ...vehicle, owner: { id: owner_id } } };
}
