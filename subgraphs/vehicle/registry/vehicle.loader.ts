import { readable, type Viewer } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { Ownership, PlatePeriod } from './history.entity';
import { Vehicle } from './vehicle.entity';

/** Staff see the vehicles that their service centres have had to do with, customers those they own. */
function visibleVehicle({ identity, reach }: Viewer) {
  if (reach === 'own') return sql`t.owner_id = ${identity.customerId}`;
  if (identity.serviceCentreIds === null) return sql`true`;
  return sql`exists (select from vehicle.vehicle_centre c where c.organisation_id = t.organisation_id
    and c.vehicle_id = t.id and c.service_centre_id = any(${[...identity.serviceCentreIds]}::uuid[]))`;
}

export const vehicles = readable({
  entity: Vehicle,
  permission: 'vehicles:read',
  called: 'Vehicle',
  visible: visibleVehicle,
});

/** History goes with the vehicle for staff; an owner sees nothing of the time before them. */
const ofVisibleVehicle = (viewer: Viewer) =>
  viewer.reach === 'own'
    ? sql`false`
    : sql`exists (select from vehicle.vehicle v where v.organisation_id = t.organisation_id and v.id = t.vehicle_id)`;

export const platePeriods = readable({
  entity: PlatePeriod,
  permission: 'vehicles:read',
  called: 'Plate',
  visible: ofVisibleVehicle,
});

export const ownerships = readable({
  entity: Ownership,
  permission: 'vehicles:read',
  called: 'Ownership',
  visible: ofVisibleVehicle,
});
