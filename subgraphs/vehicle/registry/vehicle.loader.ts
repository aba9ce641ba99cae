import { everyone, readable, type Viewer } from '../../../shared/database/readable';
import { idList, sql } from '../../../shared/database/sql';
import { Ownership, PlatePeriod } from './history.entity';
import { Vehicle } from './vehicle.entity';

/** Staff see the vehicles that their service centres have had to do with, customers those they own. */
function visibleVehicle({ identity, reach }: Viewer) {
  if (reach === 'own') return sql`t.owner_id = ${identity.customerId}`;
  if (identity.serviceCentreIds === null) return sql`true`;
  return sql`t.centres && ${idList(identity.serviceCentreIds)}::uuid[]`;
}

export const vehicles = readable({
  entity: Vehicle,
  permission: 'vehicles:read',
  called: 'Vehicle',
  visible: visibleVehicle,
});

/** What a command may touch reaches as far as the command's own permission does, not as far as reading. */
export const changeableVehicles = { ...vehicles, permission: 'vehicles:update' };
export const archivableVehicles = { ...vehicles, permission: 'vehicles:archive' };
export const transferableVehicles = { ...vehicles, permission: 'vehicles:transfer' };

export const vehiclesInUse = readable({
  ...vehicles,
  visible: (viewer) => sql`t.archived_at is null and ${visibleVehicle(viewer)}`,
});

/** Read as fields of a vehicle that is visible already. An owner sees nothing of the time before them. */
const forStaff = ({ reach }: Viewer) => (reach === 'own' ? sql`false` : sql`true`);

export const platePeriods = readable({
  entity: PlatePeriod,
  permission: 'vehicles:read',
  called: 'Plate',
  visible: forStaff,
});

export const ownerships = readable({
  entity: Ownership,
  permission: 'vehicles:read',
  called: 'Ownership',
  visible: forStaff,
});

/** For commands that close the running period, whoever may see it. */
export const everyPlatePeriod = { ...platePeriods, permission: null, visible: everyone };
export const everyOwnership = { ...ownerships, permission: null, visible: everyone };
