import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes are written once. When the customer is erased, the words in them go, and nothing else changes. */
const ERASE_REASONS = `
create function workshop.erase_appointment_reasons(in_customer uuid) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update workshop.appointment_change c set reason = null
  from workshop.appointment a
  where c.organisation_id = platform.organisation() and a.organisation_id = c.organisation_id
    and a.id = c.appointment_id and a.customer_id = in_customer and c.reason is not null
  returning c.id;
$$;
revoke execute on function workshop.erase_appointment_reasons(uuid) from public;
grant execute on function workshop.erase_appointment_reasons(uuid) to liftbay_workshop;
`;

export class EraseAppointmentReasons1795227300002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ERASE_REASONS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
