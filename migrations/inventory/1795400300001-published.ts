import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reporting may read, and how it asks: by service centre and when. */
const PUBLISHED = `
call platform.publish('inventory', 'stock_location', 'name, kind, service_centre_id, active');
call platform.publish('inventory', 'part', 'sku, category, reorder_point, reorder_quantity, discontinued_at');
call platform.publish('inventory', 'stock_level', 'part_id, location_id, part_sku, part_category, on_hand, reserved,
  available, average_cost, cost_currency, reorder_point, reorder_quantity, low');
call platform.publish('inventory', 'stock_movement', 'created_at, part_id, location_id, kind, quantity, unit_cost,
  cost_currency, reference_type, reference_id');
call platform.publish('inventory', 'supplier', 'lead_time_days, archived_at');
call platform.publish('inventory', 'purchase_order', 'created_at, number, supplier_id, location_id, service_centre_id,
  status, currency, total_minor, expected_on, ordered_at, received_at');
call platform.publish('inventory', 'purchase_order_line', 'purchase_order_id, part_id, quantity, received_quantity');
call platform.publish('inventory', 'goods_receipt', 'created_at, purchase_order_id');
call platform.publish('inventory', 'goods_receipt_line', 'goods_receipt_id, order_line_id, quantity, total_minor,
  currency');
call platform.publish('inventory', 'job_part', 'job_card_id, service_centre_id, part_id, missing, status');
create index purchase_order_day on inventory.purchase_order (organisation_id, ordered_at) where ordered_at is not null;
`;

export class PublishedByInventory1795400300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PUBLISHED);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
