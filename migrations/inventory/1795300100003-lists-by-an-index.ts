import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What few of very many have: without these, who asks for it reads through all. */
const INDEXES = `
create index stock_level_empty on inventory.stock_level (organisation_id, part_sku, id) where on_hand = 0;
create index part_category on inventory.part (organisation_id, category, name, id);
create index part_discontinued on inventory.part (organisation_id, name, id) where discontinued_at is not null;
`;

export class ListsByAnIndex1795300100003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEXES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
