import { inCentres, readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { OutstandingCore } from './outstanding-core.entity';

/** Of one's service centres; old units are nobody's own. */
export const outstandingCores = readable({
  entity: OutstandingCore,
  permission: 'coreReturns:read',
  called: 'Outstanding old unit',
  visible: (viewer) => (viewer.reach === 'all' ? inCentres(viewer, sql`t.service_centre_id`) : sql`false`),
});
