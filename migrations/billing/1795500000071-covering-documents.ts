import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports add up all invoices ever, and all quotations of a year: they find them in the index, and read no records. */
const COVERING = `
drop index billing.invoice_day;
create index invoice_day on billing.invoice (organisation_id, service_centre_id, issued_on)
  include (customer_id, status, currency, net_minor, tax_minor, total_minor) where issued_on is not null;
drop index billing.quotation_centre;
create index quotation_centre on billing.quotation (organisation_id, service_centre_id, created_at desc, id desc)
  include (status, currency, total_minor, valid_until, sent_at, converted_at);
`;

export class CoveringDocuments1795500000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COVERING);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
