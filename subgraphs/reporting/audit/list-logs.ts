import { join, sql } from '../../../shared/database/sql';
import type { Connection, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { AccessLog } from './access-log.entity';
import type { AccessLogFilter } from './access-log.input';
import { accessLogs } from './access-log.loader';
import type { AuditLog } from './audit-log.entity';
import type { AuditLogFilter } from './audit-log.input';
import { auditLogs } from './audit-log.loader';
import { logConditions } from './log-filter.input';

/** By id alone, which sorts by time: the indexes of the logs end in it. */
const LATEST_FIRST = { by: [], descending: true };

export function listAuditLogs(
  context: Context,
  filter: AuditLogFilter,
  page: PageRequest,
): Promise<Connection<AuditLog>> {
  const where = logConditions(filter);
  if (filter.action) where.push(sql`t.action = ${filter.action}`);
  if (filter.serviceCentreId) where.push(sql`t.service_centre_id = ${filter.serviceCentreId}`);
  return context.page(auditLogs, join(where, ' and '), LATEST_FIRST, page);
}

export const listAccessLogs = (
  context: Context,
  filter: AccessLogFilter,
  page: PageRequest,
): Promise<Connection<AccessLog>> =>
  context.page(accessLogs, join(logConditions(filter), ' and '), LATEST_FIRST, page);
