import { centreOf } from '../../../shared/access/centres';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { newId } from '../../../shared/ids';
import type { Context } from '../../../shared/subgraph/context';
import { Ownership, PlatePeriod } from './history.entity';
import { plateColumns } from './plate';
import { Vehicle } from './vehicle.entity';
import type { CreateVehicleInput } from './vehicle.input';
import { vehicles } from './vehicle.loader';

export async function createVehicle(context: Context, input: CreateVehicleInput): Promise<Vehicle> {
  const centre = centreOf(context.identity, input.serviceCentreId, 'input.serviceCentreId');
  if (input.ownerId) await requireCustomer(context, input.ownerId);
  const { id } = await context.once(
    { operation: 'createVehicle', key: input.idempotencyKey, input },
    async (tx) => {
      const vehicle = await takeIn(tx, input);
      if (centre) await linkToCentre(tx, vehicle.id, centre);
      tx.emit({
        name: 'VehicleCreated',
        subjectType: 'Vehicle',
        subjectId: vehicle.id,
        payload: { ownerId: vehicle.ownerId },
      });
      return { id: vehicle.id };
    },
  );
  return context.loadOrFail(vehicles, id);
}

async function takeIn(tx: Transaction, input: CreateVehicleInput): Promise<Vehicle> {
  const { plate, vin, idempotencyKey: _key, serviceCentreId: _centre, ...rest } = input;
  const columns = plateColumns(plate);
  const vehicle = await tx.insert(Vehicle, {
    ...rest,
    ...columns,
    vin: vin?.toUpperCase() ?? null,
    id: newId(),
  });
  if (plate)
    await tx.insert(PlatePeriod, {
      vehicleId: vehicle.id,
      plate: columns.plate!,
      country: columns.plateCountry!,
      validFrom: tx.now,
    });
  if (vehicle.ownerId)
    await tx.insert(Ownership, { vehicleId: vehicle.id, customerId: vehicle.ownerId, ownedFrom: tx.now });
  return vehicle;
}

export async function linkToCentre(
  tx: Transaction,
  vehicleId: string,
  serviceCentreId: string,
): Promise<void> {
  await tx.query(sql`insert into vehicle.vehicle_centre (organisation_id, vehicle_id, service_centre_id)
    values (${tx.organisationId}, ${vehicleId}, ${serviceCentreId}) on conflict do nothing`);
}

/** The owner is another subgraph's record: whether it is there, and theirs to see, only that one knows. */
export async function requireCustomer(context: Context, customerId: string): Promise<void> {
  const [customer] = await context.peers.entities<{ id: string }>('customer', 'Customer', [customerId], 'id');
  if (!customer) throw badField('input.ownerId', 'UNKNOWN', 'There is no such customer.');
}
