import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A car is tested once: the register's date moves the shop's reminder instead of making a second. What owners set for
 * themselves is theirs: the shop, and a next owner, who does not see it, must not stumble over it.
 */
const INDEX = `
drop index vehicle.reminder_open_mot;
create unique index reminder_open_mot on vehicle.reminder (organisation_id, vehicle_id)
  where status = 'OPEN' and kind = 'MOT' and source <> 'CUSTOMER';
`;

export class OwnMotReminders1795227200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEX);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
