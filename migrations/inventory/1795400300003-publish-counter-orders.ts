import type { MigrationInterface, QueryRunner } from 'typeorm';

const PUBLISHED = `
call platform.publish('inventory', 'counter_order', 'created_at, number, customer_id, service_centre_id, status, currency,
  total_minor, delivered_at');
call platform.publish('inventory', 'counter_order_line', 'counter_order_id, part_id, quantity, currency, amount_minor');
`;

export class PublishCounterOrders1795400300003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PUBLISHED);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
