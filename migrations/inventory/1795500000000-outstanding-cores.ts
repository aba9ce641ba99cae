import type { MigrationInterface, QueryRunner } from 'typeorm';

const JOBS_HAVE_CUSTOMERS = `
-- Null of jobs that inventory knew before it asked whose they are, until they end.
alter table inventory.supplied_job add column customer_id uuid;
create index supplied_job_customer on inventory.supplied_job (organisation_id, customer_id) where customer_id is not null;
create index job_part_used on inventory.job_part (organisation_id, part_id) where issued > returned;
`;

/** What of sold lines is kept and did not bring its old unit yet. Whoever asks is under the policies of its tables. */
const OUTSTANDING = `
create view inventory.outstanding_core with (security_invoker = true) as
  select s.organisation_id, s.id, s.handed_over_at, s.service_centre_id, s.customer_id, s.part_id, s.job_card_id,
    s.job_part_id, s.counter_order_id, s.counter_order_line_id, s.quantity, p.core_deposit_minor as deposit_minor,
    p.core_deposit_currency as currency
  from (
    select n.organisation_id, n.id, n.service_centre_id, j.customer_id, n.part_id, n.job_card_id, n.id as job_part_id,
      null::uuid as counter_order_id, null::uuid as counter_order_line_id,
      (select min(i.created_at) from inventory.job_part_issue i
        where i.organisation_id = n.organisation_id and i.job_part_id = n.id) as handed_over_at,
      n.issued - n.returned - coalesce((select sum(c.quantity) from inventory.core_return c
        where c.organisation_id = n.organisation_id and c.job_part_id = n.id), 0) as quantity
    from inventory.job_part n
    join inventory.supplied_job j on j.organisation_id = n.organisation_id and j.id = n.job_card_id
    where n.issued > n.returned
    union all
    select n.organisation_id, n.id, o.service_centre_id, o.customer_id, n.part_id, null, null, o.id, n.id,
      o.delivered_at,
      n.quantity - coalesce((select sum(c.quantity) from inventory.core_return c
        where c.organisation_id = n.organisation_id and c.counter_order_line_id = n.id), 0)
    from inventory.counter_order_line n
    join inventory.counter_order o on o.organisation_id = n.organisation_id and o.id = n.counter_order_id
    where o.status = 'DELIVERED'
  ) s
  join inventory.part p on p.organisation_id = s.organisation_id and p.id = s.part_id
  where p.core_deposit_minor is not null and s.quantity > 0;
grant select on inventory.outstanding_core to liftbay_inventory;
`;

export class OutstandingCores1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [JOBS_HAVE_CUSTOMERS, OUTSTANDING]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
