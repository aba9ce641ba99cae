import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether messages go out: neither to whom nor what. */
const PUBLISHED = `
call platform.publish('customer', 'message', 'created_at, updated_at, channel, state');
`;

export class PublishedMessages1795500000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PUBLISHED);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
