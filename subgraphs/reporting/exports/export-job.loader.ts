import { readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { ExportJob } from './export-job.entity';

/** One's own: nobody has another's. */
export const exportJobs = readable({
  entity: ExportJob,
  permission: 'reports:read',
  called: 'Export',
  visible: ({ identity }) => (identity.kind === 'SYSTEM' ? sql`true` : sql`t.user_id = ${identity.actorId}`),
});

export const fileOf = ({ organisationId, id }: Pick<ExportJob, 'organisationId' | 'id'>): string =>
  `${organisationId}/exports/${id}`;
