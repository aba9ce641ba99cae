import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readings are written once. When the owner is erased, the words in them go, and nothing else changes. */
const ERASE_NOTES = `
create function vehicle.erase_reading_notes(in_owner uuid) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update vehicle.odometer_reading r set note = null
  from vehicle.vehicle v
  where r.organisation_id = platform.organisation() and v.organisation_id = r.organisation_id
    and v.id = r.vehicle_id and v.owner_id = in_owner and r.note is not null
  returning r.id;
$$;
revoke execute on function vehicle.erase_reading_notes(uuid) from public;
grant execute on function vehicle.erase_reading_notes(uuid) to liftbay_vehicle;
`;

export class EraseReadingNotes1795227300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ERASE_NOTES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
