import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In the order that the list by due day has: what is left to pay is a small part of all that was issued. */
const OUTSTANDING = `
drop index billing.invoice_outstanding;
create index invoice_outstanding on billing.invoice (organisation_id, due_or_never, id)
  where status = 'ISSUED' and balance_minor > 0;
`;

export class OutstandingInOrder1795300750000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OUTSTANDING);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
