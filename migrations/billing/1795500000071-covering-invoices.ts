import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a customer brought is added up over all invoices ever: it is found in the index, and no record is read. */
const INVOICES = `
drop index billing.invoice_day;
create index invoice_day on billing.invoice (organisation_id, service_centre_id, issued_on)
  include (customer_id, status, currency, net_minor, tax_minor, total_minor) where issued_on is not null;
`;

export class CoveringInvoices1795500000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INVOICES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
