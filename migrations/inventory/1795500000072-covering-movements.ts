import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports add up all movements of a year: they find in the index what they tell of, and read no records. */
const MOVEMENTS = `
drop index inventory.stock_movement_location;
create index stock_movement_location on inventory.stock_movement (organisation_id, location_id, created_at desc, id desc)
  include (kind, quantity, unit_cost, cost_currency, reference_type);
`;

export class CoveringMovements1795500000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MOVEMENTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
