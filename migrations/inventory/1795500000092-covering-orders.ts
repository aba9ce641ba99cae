import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports add up what was ordered in a year, by supplier, and how much of it came: in the index, and not in records. */
const COVERING_ORDERS = `
drop index inventory.purchase_order_day;
create index purchase_order_day on inventory.purchase_order (organisation_id, ordered_at)
  include (id, supplier_id, service_centre_id, currency, total_minor, expected_on, received_at)
  where ordered_at is not null;
drop index inventory.purchase_order_line_part;
create unique index purchase_order_line_part
  on inventory.purchase_order_line (organisation_id, purchase_order_id, part_id) include (quantity, received_quantity);
`;

export class CoveringOrders1795500000092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COVERING_ORDERS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
