import { inCentres, type Readable, readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { WarrantyClaim } from './warranty-claim.entity';

/** The claims of one's service centres; who reaches their own alone sees those that they opened. */
export const warrantyClaims = readable({
  entity: WarrantyClaim,
  permission: 'warrantyClaims:read',
  called: 'Warranty claim',
  visible: (viewer) => {
    const { identity, reach } = viewer;
    if (reach === 'all') return inCentres(viewer, sql`t.service_centre_id`);
    return identity.kind === 'USER' ? sql`t.opened_by_id = ${identity.actorId}` : sql`false`;
  },
});

export const warrantyClaimsFor = (permission: string): Readable<WarrantyClaim> =>
  readable({ ...warrantyClaims, permission });
