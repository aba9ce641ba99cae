import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['part', 'stock_level', 'stock_reservation'];
const policies = (bind: 'force' | 'no force') =>
  TABLES.map((table) => `alter table inventory.${table} ${bind} row level security;`).join('\n');

/** The policies bind the owner too, and would hide every row from it. */
const CHANGES = `
${policies('no force')}
alter table inventory.stock_level add column part_category text;
update inventory.stock_level s set part_category = p.category
  from inventory.part p where p.organisation_id = s.organisation_id and p.id = s.part_id;
alter table inventory.stock_level alter column part_category set not null;
create index stock_level_category on inventory.stock_level (organisation_id, part_category, part_sku, id);

alter table inventory.stock_reservation add column level_id uuid;
update inventory.stock_reservation r set level_id = s.id from inventory.stock_level s
  where s.organisation_id = r.organisation_id and s.part_id = r.part_id and s.location_id = r.location_id;
alter table inventory.stock_reservation alter column level_id set not null,
  add foreign key (organisation_id, level_id) references inventory.stock_level (organisation_id, id);
drop index inventory.stock_reservation_place;
create unique index stock_reservation_place on inventory.stock_reservation (organisation_id, level_id, place);
drop index inventory.stock_reservation_reference;
create unique index stock_reservation_reference on inventory.stock_reservation
  (organisation_id, reference_id, reference_line_id, level_id) nulls not distinct;
${policies('force')}

create index stock_movement_kind on inventory.stock_movement (organisation_id, kind, created_at desc, id desc);
`;

export class LevelsSayMore1795300100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
