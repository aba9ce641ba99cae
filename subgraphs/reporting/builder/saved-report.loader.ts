import { readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { SavedReport } from './saved-report.entity';

/** One's own, and those that others share. */
export const savedReports = readable({
  entity: SavedReport,
  permission: 'reports:read',
  called: 'Report',
  visible: ({ identity }) => sql`(t.user_id = ${identity.actorId} or t.shared)`,
});

/** What only its owner may do. */
export const ownReports = readable({
  ...savedReports,
  visible: ({ identity }) => sql`t.user_id = ${identity.actorId}`,
});
