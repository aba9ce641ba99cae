import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether somebody may see a record is asked for every row that is read: the answer lies in the row. */
const COLUMN = `
alter table vehicle.vehicle add column centres uuid[] not null default '{}';
-- The policy binds the owner too, and would hide every row from it.
alter table vehicle.vehicle no force row level security;
alter table vehicle.vehicle_centre no force row level security;
update vehicle.vehicle t set centres = c.centres
from (select organisation_id, vehicle_id, array_agg(service_centre_id order by service_centre_id) as centres
  from vehicle.vehicle_centre group by organisation_id, vehicle_id) c
where c.organisation_id = t.organisation_id and c.vehicle_id = t.id;
alter table vehicle.vehicle_centre force row level security;
alter table vehicle.vehicle force row level security;
`;

/** Adds to what the row has now, so that of two who link it at once neither is lost. */
const KEPT = `
create function vehicle.keep_centres() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update vehicle.vehicle t set centres = t.centres || added.centres
  from (select organisation_id, vehicle_id, array_agg(service_centre_id) as centres
    from linked group by organisation_id, vehicle_id) added
  where added.organisation_id = t.organisation_id and added.vehicle_id = t.id;
  return null;
end $$;
create trigger keep_centres after insert on vehicle.vehicle_centre
  referencing new table as linked for each statement execute function vehicle.keep_centres();
`;

/** The search reads the column as well, and has no more business in the table of links. */
const SEARCH = `
drop view vehicle.vehicle_search;
drop policy liftbay_vehicle_search on vehicle.vehicle_centre;
revoke select on vehicle.vehicle_centre from liftbay_vehicle_search;
grant create on schema vehicle to liftbay_vehicle_search;
create view vehicle.vehicle_search with (security_barrier = false) as
  select id, created_at, archived_at, owner_id, make,
    coalesce(plate_key, '') || ' ' || coalesce(vin, '') || ' ' || lower(make) || ' ' || lower(model) as words, centres
  from vehicle.vehicle
  where organisation_id = nullif(current_setting('liftbay.organisation', true), '')::uuid;
alter view vehicle.vehicle_search owner to liftbay_vehicle_search;
revoke create on schema vehicle from liftbay_vehicle_search;
grant select on vehicle.vehicle_search to liftbay_vehicle;
`;

export class CentresOnVehicles1795214990317 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [COLUMN, KEPT, SEARCH]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
