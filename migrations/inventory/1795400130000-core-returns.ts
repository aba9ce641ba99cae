import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table inventory.core_return (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  way text not null check (way in ('FROM_CUSTOMER','TO_SUPPLIER')),
  service_centre_id uuid not null,
  part_id uuid not null,
  quantity numeric(15,3) not null check (quantity > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Of one, as it was for the part at that moment.
  deposit_minor bigint not null check (deposit_minor > 0),
  job_card_id uuid,
  job_part_id uuid,
  counter_order_id uuid,
  counter_order_line_id uuid,
  supplier_id uuid,
  note text check (length(note) between 1 and 500),
  recorded_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, part_id) references inventory.part (organisation_id, id),
  foreign key (organisation_id, job_part_id) references inventory.job_part (organisation_id, id),
  foreign key (organisation_id, counter_order_id) references inventory.counter_order (organisation_id, id),
  foreign key (organisation_id, counter_order_line_id) references inventory.counter_order_line (organisation_id, id),
  foreign key (organisation_id, supplier_id) references inventory.supplier (organisation_id, id),
  check ((way = 'TO_SUPPLIER') = (supplier_id is not null)),
  check ((way = 'FROM_CUSTOMER') = (num_nonnulls(job_part_id, counter_order_line_id) = 1)),
  check ((job_part_id is null) = (job_card_id is null)),
  check ((counter_order_line_id is null) = (counter_order_id is null))
);
create index core_return_newest on inventory.core_return (organisation_id, created_at desc, id desc);
create index core_return_centre on inventory.core_return (organisation_id, service_centre_id, created_at desc, id desc);
create index core_return_part on inventory.core_return (organisation_id, part_id, created_at desc, id desc);
create index core_return_supplier on inventory.core_return (organisation_id, supplier_id, created_at desc, id desc)
  where supplier_id is not null;
create index core_return_job_part on inventory.core_return (organisation_id, job_part_id) where job_part_id is not null;
create index core_return_order_line on inventory.core_return (organisation_id, counter_order_line_id)
  where counter_order_line_id is not null;
call platform.protect('inventory.core_return');
grant select, insert on inventory.core_return to liftbay_inventory;
`;

export class CoreReturns1795400130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
