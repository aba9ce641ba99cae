import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';

/** From now on the service centre has to do with the vehicle, and sees it. */
export async function linkVehicle(
  tx: Transaction,
  vehicleId: string,
  serviceCentreId: string,
): Promise<void> {
  await tx.query(sql`insert into vehicle.vehicle_centre (organisation_id, vehicle_id, service_centre_id)
    values (${tx.organisationId}, ${vehicleId}, ${serviceCentreId}) on conflict do nothing`);
}
