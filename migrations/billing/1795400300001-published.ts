import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reporting may read, and how it asks: by service centre and when. */
const PUBLISHED = `
call platform.publish('billing', 'invoice', 'created_at, service_centre_id, customer_id, technician_id, job_card_id,
  counter_order_id, number, status, currency, net_minor, tax_minor, total_minor, credited_minor, paid_minor,
  balance_minor, issued_on, due_on, time_zone');
call platform.publish('billing', 'invoice_line', 'invoice_id, type, service_item_id, part_id, quantity, net_minor,
  tax_minor');
call platform.publish('billing', 'credit_note', 'service_centre_id, customer_id, technician_id, invoice_id, number,
  currency, net_minor, tax_minor, total_minor, issued_on');
call platform.publish('billing', 'credit_note_line', 'credit_note_id, type, service_item_id, part_id, net_minor,
  tax_minor');
call platform.publish('billing', 'payment', 'service_centre_id, customer_id, status, method, deposit, currency,
  amount_minor, paid_at');
call platform.publish('billing', 'refund', 'created_at, payment_id, status, method, currency, amount_minor');
call platform.publish('billing', 'quotation', 'created_at, service_centre_id, customer_id, technician_id, lead_id,
  status, currency, total_minor, valid_until, sent_at, decided_at, converted_at');
create index invoice_day on billing.invoice (organisation_id, service_centre_id, issued_on) where issued_on is not null;
create index credit_note_day on billing.credit_note (organisation_id, service_centre_id, issued_on);
create index payment_day on billing.payment (organisation_id, service_centre_id, paid_at) where paid_at is not null;
create index refund_day on billing.refund (organisation_id, created_at);
`;

export class PublishedByBilling1795400300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PUBLISHED);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
