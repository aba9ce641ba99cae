import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos and steps are written once. When the customer is erased, the words in them go, and nothing else changes. */
const ERASE_WORDS = `
create function workshop.erase_photo_words(in_customer uuid, in_name text) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update workshop.photo p set caption = null, file_name = in_name
  from workshop.job_card c
  where p.organisation_id = platform.organisation() and c.organisation_id = p.organisation_id
    and c.id = p.job_card_id and c.customer_id = in_customer
  returning p.id;
$$;
create function workshop.erase_stage_notes(in_customer uuid) returns setof uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update workshop.job_card_stage_change s set note = null
  from workshop.job_card c
  where s.organisation_id = platform.organisation() and c.organisation_id = s.organisation_id
    and c.id = s.job_card_id and c.customer_id = in_customer and s.note is not null
  returning s.id;
$$;
revoke execute on function workshop.erase_photo_words(uuid, text), workshop.erase_stage_notes(uuid) from public;
grant execute on function workshop.erase_photo_words(uuid, text), workshop.erase_stage_notes(uuid) to liftbay_workshop;
`;

export class EraseBodyshopWords1795228700001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ERASE_WORDS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
