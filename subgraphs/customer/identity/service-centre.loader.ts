import { everyone, inCentres, readable, type Viewer } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { ServiceCentre } from './service-centre.entity';

/** Staff know all branches of their organisation; a third party knows the ones that it was let into. */
const knownCentre = (viewer: Viewer) =>
  viewer.identity.kind === 'CLIENT' ? inCentres(viewer, sql`t.id`) : sql`true`;

export const serviceCentres = readable({
  entity: ServiceCentre,
  permission: 'serviceCentres:read',
  called: 'Service centre',
  visible: knownCentre,
});

/** Where somebody works: to be seen by whoever sees the user, so only reached through one. */
export const workplaces = readable({
  entity: ServiceCentre,
  permission: null,
  called: 'Service centre',
  visible: everyone,
});
