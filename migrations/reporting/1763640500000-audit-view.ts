import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit log as reporting reads it. The view's owner is under the log's row-level security like everybody,
 * and the tenant's predicate stands in the view as well.
 */
const AUDIT_VIEW = `
create view platform.report_audit_log as
  select organisation_id, id, occurred_at, actor_kind, actor_id, action, entity_type, entity_id, service_centre_id,
    old_values::text as old_values, new_values::text as new_values, address, user_agent, request_id
  from platform.audit_log
  where organisation_id = nullif(current_setting('liftbay.organisation', true), '')::uuid;
grant usage, create on schema platform to liftbay_reporting_report;
grant select on platform.audit_log to liftbay_reporting_report;
alter view platform.report_audit_log owner to liftbay_reporting_report;
revoke create on schema platform from liftbay_reporting_report;
grant select on platform.report_audit_log to liftbay_reporting;
`;

export class AuditView1763640500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AUDIT_VIEW);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
