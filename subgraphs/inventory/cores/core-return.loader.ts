import { inCentres, type Readable, readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { CoreReturn } from './core-return.entity';

/** Of one's service centres; old units are nobody's own. */
export const coreReturns = readable({
  entity: CoreReturn,
  permission: 'coreReturns:read',
  called: 'Core return',
  visible: (viewer) => (viewer.reach === 'all' ? inCentres(viewer, sql`t.service_centre_id`) : sql`false`),
});

export const coreReturnsFor = (permission: string): Readable<CoreReturn> =>
  readable({ ...coreReturns, permission });
