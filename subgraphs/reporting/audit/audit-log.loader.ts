import { inCentres, readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { AuditLog } from './audit-log.entity';

/** Who may read the log in some service centres only sees what happened to records of those. */
export const auditLogs = readable({
  entity: AuditLog,
  permission: 'audit:read',
  called: 'Audit entry',
  visible: (viewer) => inCentres(viewer, sql`t.service_centre_id`),
});
