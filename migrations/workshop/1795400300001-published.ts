import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reporting may read, and how it asks: by service centre and when. */
const PUBLISHED = `
call platform.publish('workshop', 'job_card', 'created_at, service_centre_id, vehicle_id, customer_id, technician_id, status,
  started_at, completed_at, delivered_at, promised_at');
call platform.publish('workshop', 'job_card_status_change', 'created_at, job_card_id, from_status, to_status');
call platform.publish('workshop', 'job_service', 'created_at, job_card_id, service_item_id, quantity, labour_hours,
  status, finished_at, finished_by_id');
call platform.publish('workshop', 'time_entry', 'technician_id, service_centre_id, job_card_id, started_at, ended_at');
call platform.publish('workshop', 'time_entry_correction', 'time_entry_id, from_started_at, to_started_at');
call platform.publish('workshop', 'additional_service', 'created_at, job_card_id, status');
call platform.publish('workshop', 'service_request', 'created_at, service_centre_id, service, status');
call platform.publish('workshop', 'service_request_status_change', 'created_at, service_request_id, from_status,
  to_status');
call platform.publish('workshop', 'appointment', 'service_centre_id, technician_id, starts_at, status');
call platform.publish('workshop', 'shift', 'service_centre_id, technician_id, kind, from_date, to_date, spans');
create index job_card_finished on workshop.job_card (organisation_id, service_centre_id, completed_at)
  where completed_at is not null;
create index job_card_handed_out on workshop.job_card (organisation_id, service_centre_id, delivered_at)
  where delivered_at is not null;
create index job_card_status_change_day on workshop.job_card_status_change (organisation_id, to_status, created_at);
create index job_service_finished on workshop.job_service (organisation_id, finished_at) where finished_at is not null;
create index service_request_status_change_day
  on workshop.service_request_status_change (organisation_id, to_status, created_at);
`;

export class PublishedByWorkshop1795400300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PUBLISHED);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
