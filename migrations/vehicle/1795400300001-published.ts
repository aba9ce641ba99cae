import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reporting may read, and how it asks: by service centre and when. */
const PUBLISHED = `
call platform.publish('vehicle', 'vehicle', 'created_at, archived_at, centres');
`;

export class PublishedByVehicle1795400300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PUBLISHED);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
