import type { SubgraphApp } from '../../shared/subgraph/app';
import { AuditLog } from './audit/audit-log.entity';
import { AuditLogResolver } from './audit/audit-log.resolver';

export const reportingApp: SubgraphApp = {
  name: 'reporting',
  entities: [AuditLog],
  resolvers: [AuditLogResolver],
  references: [],
  handlers: [],
  tasks: [],
  constraints: {},
};
