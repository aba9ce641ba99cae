import { organisationRecordsParts } from '../../shared/organisation-records/parts';
import { personalDataParts } from '../../shared/personal-data/parts';
import { joinParts } from '../../shared/subgraph/parts';
import { AccessLog } from './audit/access-log.entity';
import { AccessLogResolver } from './audit/access-log.resolver';
import { auditPersonalData } from './audit/audit.personal-data';
import { AuditLog } from './audit/audit-log.entity';
import { AuditLogResolver } from './audit/audit-log.resolver';
import { builderParts } from './builder/builder.parts';
import { dashboardParts } from './dashboard/dashboard.parts';
import { exportsParts } from './exports/exports.parts';
import { figuresParts } from './figures/figures.parts';
import { HealthResolver } from './health/health.resolver';
import { reportsParts } from './reports/reports.parts';
import { worthParts } from './worth/worth.parts';

export const reportingApp = joinParts('reporting', [
  { entities: [AuditLog, AccessLog], resolvers: [AuditLogResolver, AccessLogResolver] },
  figuresParts,
  worthParts,
  dashboardParts,
  reportsParts,
  builderParts,
  exportsParts,
  { resolvers: [HealthResolver] },
  organisationRecordsParts('reporting', { ofPersons: [AuditLog, AccessLog] }),
  personalDataParts('reporting', auditPersonalData, 'CustomerErased'),
]);
