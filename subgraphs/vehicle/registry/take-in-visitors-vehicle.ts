import { spendStatements } from '../../../shared/database/spend-statements';
import { sql } from '../../../shared/database/sql';
import type { Context } from '../../../shared/subgraph/context';
import { registerVehicle } from './create-vehicle';
import { linkVehicle } from './link-vehicle';
import { plateColumns } from './plate';
import { vehicles } from './vehicle.loader';
import type { VisitorsVehicle, VisitorsVehicleArgs } from './visitors-vehicle.type';

/** Record, plate, owner and link of a new vehicle are two statements more than record and link of one we know. */
const MORE_FOR_A_NEW_ONE = 2;

/**
 * The vehicle with this plate as it is, whoever owns it; otherwise a new one. Known or new, it takes the same
 * statements. Of fifty calls at once, one makes the vehicle.
 */
export async function takeInVisitorsVehicle(
  context: Context,
  asked: VisitorsVehicleArgs,
): Promise<VisitorsVehicle> {
  const { serviceCentreId, ownerId, make, model, idempotencyKey } = asked;
  const plate = plateColumns({ number: asked.plate, country: asked.country }, 'input.plate');
  return context.once(
    { operation: 'takeInVisitorsVehicle', key: idempotencyKey, input: asked },
    async (tx) => {
      const { plateCountry: country, plateKey: key } = plate;
      await tx.query(
        sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.organisationId} ${country} ${key}`}, 0))`,
      );
      const [known] = await tx.rows(
        vehicles,
        sql`t.organisation_id = ${tx.organisationId} and t.plate_country = ${country} and t.plate_key = ${key}
          and t.archived_at is null`,
      );
      if (!known) {
        const columns = { ...plate, make: make.trim(), model: model.trim(), ownerId };
        const made = await registerVehicle(tx, columns, serviceCentreId);
        return { vehicleId: made.id, known: false, ownerId };
      }
      await tx.lock(vehicles, known.id);
      await spendStatements(tx, MORE_FOR_A_NEW_ONE);
      await linkVehicle(tx, known.id, serviceCentreId);
      tx.audit('recognise', 'Vehicle', known.id, { serviceCentreId });
      return { vehicleId: known.id, known: true, ownerId: known.ownerId };
    },
  );
}
