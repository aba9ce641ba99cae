import { type Sql, sql } from '../../../shared/database/sql';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { linkVehicle } from './link-vehicle';
import { existingCentreOf } from './peers';
import { plateColumns } from './plate';
import type { Vehicle } from './vehicle.entity';
import type { FindVehicleInput } from './vehicle.input';
import { vehicles } from './vehicle.loader';

/**
 * The car on the forecourt may be known from another service centre. Its whole plate or VIN is the reason to see
 * the record; the look-up opens it to this centre, and the audit log says so.
 */
export async function findVehicle(context: Context, input: FindVehicleInput): Promise<Vehicle | null> {
  const { by, match } = exactly(input);
  const serviceCentreId = await existingCentreOf(context, input.serviceCentreId);
  const id = await context.transaction(async (tx) => {
    const [found] = await tx.query<{ id: string }>(
      sql`select t.id from vehicle.vehicle t where t.organisation_id = ${tx.organisationId} and ${match}`,
    );
    if (!found) return null;
    if (serviceCentreId) await linkVehicle(tx, found.id, serviceCentreId);
    tx.audit('look up', 'Vehicle', found.id, { by, serviceCentreId });
    return found.id;
  });
  return id ? context.load(vehicles, id) : null;
}

/** A plate is of use only while the car carries it; a VIN finds archived cars as well. */
function exactly({ plate, vin }: FindVehicleInput): { by: string; match: Sql } {
  if (vin && !plate) return { by: 'vin', match: sql`t.vin = ${vin.toUpperCase()}` };
  if (!plate || vin) throw badField('input', 'ONE_OF', 'Give either a plate or a VIN.');
  const { plateKey, plateCountry } = plateColumns(plate, 'input.plate');
  return {
    by: 'plate',
    match: sql`t.plate_country = ${plateCountry} and t.plate_key = ${plateKey} and t.archived_at is null`,
  };
}
