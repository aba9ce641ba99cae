import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import type { AuditLog } from './audit-log.entity';
import type { AuditLogFilter } from './audit-log.input';
import { auditLogs } from './audit-log.loader';

export function listAuditLogs(
  context: Context,
  { entityType, entityId, actorId }: AuditLogFilter,
  page: PageRequest,
): Promise<Connection<AuditLog>> {
  const where: Sql[] = [sql`true`];
  if (entityType) where.push(sql`t.entity_type = ${entityType}`);
  if (entityId) where.push(sql`t.entity_id = ${entityId}`);
  if (actorId) where.push(sql`t.actor_id = ${actorId}`);
  // By id alone, which sorts by time: the indexes of the log end in it.
  return context.page(auditLogs, join(where, ' and '), { by: [], descending: true }, page);
}
