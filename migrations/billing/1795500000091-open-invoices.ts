import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports add up all that is owed, and show what is owed longest: they find both in the index. */
const OPEN_INVOICES = `
create index invoice_open on billing.invoice (organisation_id, due_on, id)
  include (service_centre_id, currency, balance_minor, issued_on) where status = 'ISSUED' and balance_minor > 0;
`;

export class OpenInvoices1795500000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPEN_INVOICES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
