import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reporting may read, and how it asks: by service centre and when. */
const PUBLISHED = `
call platform.publish('customer', 'organisation', 'currency, time_zone');
call platform.publish('customer', 'service_centre', 'name, time_zone, active, created_at');
call platform.publish('customer', 'customer', 'created_at, archived_at, centres');
call platform.publish('customer', 'lead', 'created_at, service_centre_id, assignee_id, status, source,
  estimated_value_minor, estimated_value_currency, customer_id, converted_at');
call platform.publish('customer', 'feedback', 'created_at, service_centre_id, job_card_id, technician_id, rating');
create index lead_by_day on customer.lead (organisation_id, service_centre_id, created_at);
`;

export class PublishedByCustomer1795400300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PUBLISHED);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
