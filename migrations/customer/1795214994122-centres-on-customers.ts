import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As in the index `customer_words`. */
const WORDS = `(lower(code) || ' ' || lower(first_name) || ' ' || lower(last_name) || ' ' ||
  lower(coalesce(company, '')) || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))`;

/** Whether somebody may see a record is asked for every row that is read: the answer lies in the row. */
const COLUMN = `
alter table customer.customer add column centres uuid[] not null default '{}';
-- The policy binds the owner too, and would hide every row from it.
alter table customer.customer no force row level security;
alter table customer.customer_centre no force row level security;
update customer.customer t set centres = c.centres
from (select organisation_id, customer_id, array_agg(service_centre_id order by service_centre_id) as centres
  from customer.customer_centre group by organisation_id, customer_id) c
where c.organisation_id = t.organisation_id and c.customer_id = t.id;
alter table customer.customer_centre force row level security;
alter table customer.customer force row level security;
`;

/** Adds to what the row has now, so that of two who link it at once neither is lost. */
const KEPT = `
create function customer.keep_centres() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update customer.customer t set centres = t.centres || added.centres
  from (select organisation_id, customer_id, array_agg(service_centre_id) as centres
    from linked group by organisation_id, customer_id) added
  where added.organisation_id = t.organisation_id and added.customer_id = t.id;
  return null;
end $$;
create trigger keep_centres after insert on customer.customer_centre
  referencing new table as linked for each statement execute function customer.keep_centres();
`;

/** The search reads the column as well, and has no more business in the table of links. */
const SEARCH = `
drop view customer.customer_search;
drop policy liftbay_customer_search on customer.customer_centre;
revoke select on customer.customer_centre from liftbay_customer_search;
grant create on schema customer to liftbay_customer_search;
create view customer.customer_search with (security_barrier = false) as
  select id, created_at, archived_at, ${WORDS} as words, centres
  from customer.customer
  where organisation_id = nullif(current_setting('liftbay.organisation', true), '')::uuid;
alter view customer.customer_search owner to liftbay_customer_search;
revoke create on schema customer from liftbay_customer_search;
grant select on customer.customer_search to liftbay_customer;
`;

export class CentresOnCustomers1795214994122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [COLUMN, KEPT, SEARCH]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
