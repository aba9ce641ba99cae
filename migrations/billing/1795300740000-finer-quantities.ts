import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work is billed in pieces of a thousandth times hours of a ten-thousandth: rounded, a sum would be another. */
const FINER = ['invoice_line', 'quotation_line', 'credit_note_line']
  .map((table) => `alter table billing.${table} alter column quantity type numeric(15,7);`)
  .concat('alter table billing.credit_note_line alter column credited_quantity type numeric(15,7);')
  .join('\n');

export class FinerQuantities1795300740000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FINER);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
