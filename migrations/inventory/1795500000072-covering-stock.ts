import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports add up all that moved or was ordered in a year: they find it in the index, and read no records. */
const COVERING = `
drop index inventory.stock_movement_location;
create index stock_movement_location on inventory.stock_movement (organisation_id, location_id, created_at desc, id desc)
  include (kind, quantity, unit_cost, cost_currency, reference_type);
drop index inventory.counter_order_centre;
create index counter_order_centre on inventory.counter_order (organisation_id, service_centre_id, created_at desc, id desc)
  include (status, currency, total_minor, customer_id, delivered_at);
drop index inventory.counter_order_line_position;
create unique index counter_order_line_position on inventory.counter_order_line (organisation_id, counter_order_id, position)
  include (part_id, currency, quantity, amount_minor);
drop index inventory.purchase_order_newest;
create index purchase_order_newest on inventory.purchase_order (organisation_id, created_at desc, id desc)
  include (service_centre_id, status, currency, total_minor);
`;

export class CoveringStock1795500000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COVERING);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
