import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps are written once. When the customer is erased, the words in them go, and nothing else changes. */
const ERASE_REASONS = `
create function workshop.erase_job_card_reasons(in_customer uuid) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update workshop.job_card_status_change s set reason = null
  from workshop.job_card c
  where s.organisation_id = platform.organisation() and c.organisation_id = s.organisation_id
    and c.id = s.job_card_id and c.customer_id = in_customer and s.reason is not null
  returning s.id;
$$;
revoke execute on function workshop.erase_job_card_reasons(uuid) from public;
grant execute on function workshop.erase_job_card_reasons(uuid) to liftbay_workshop;
`;

export class EraseReasons1795225000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ERASE_REASONS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
