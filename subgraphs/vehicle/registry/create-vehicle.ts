import { reachOf } from '../../../shared/access/identity';
import type { Transaction } from '../../../shared/database/transaction';
import { badField, forbidden } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { Ownership, PlatePeriod } from './history.entity';
import { linkVehicle } from './link-vehicle';
import { existingCentreOf, requireCustomer } from './peers';
import { plateColumns } from './plate';
import { Vehicle } from './vehicle.entity';
import type { CreateVehicleInput } from './vehicle.input';
import { vehicles } from './vehicle.loader';
import { vinColumn } from './vin';

export async function createVehicle(context: Context, input: CreateVehicleInput): Promise<Vehicle> {
  const { ownerId, serviceCentreId } = await takenInFor(context, input);
  const { plate, idempotencyKey, serviceCentreId: _named, ...facts } = input;
  const columns: Partial<Vehicle> = {
    ...facts,
    ...plateColumns(plate, 'input.plate'),
    make: input.make.trim(),
    model: input.model.trim(),
    vin: vinColumn(input.vin),
    ownerId,
  };
  const { id } = await context.once(
    { operation: 'createVehicle', key: idempotencyKey, input },
    async (tx) => ({ id: (await registerVehicle(tx, columns, serviceCentreId)).id }),
  );
  return context.loadOrFail(vehicles, id);
}

/** A vehicle with its history, for every way by which one comes in. */
export async function registerVehicle(
  tx: Transaction,
  columns: Partial<Vehicle>,
  serviceCentreId: string | null,
): Promise<Vehicle> {
  const vehicle = await tx.insert(Vehicle, columns);
  await Promise.all([
    ...beginHistory(tx, vehicle),
    serviceCentreId ? linkVehicle(tx, vehicle.id, serviceCentreId) : null,
  ]);
  tx.emit({
    name: 'VehicleCreated',
    subjectType: 'Vehicle',
    subjectId: vehicle.id,
    payload: { ownerId: vehicle.ownerId, serviceCentreId },
  });
  return vehicle;
}

interface TakenInFor {
  ownerId: string | null;
  serviceCentreId: string | null;
}

/** Staff say whose it is and where; a customer takes in what is theirs, and a centre sees it with the first job. */
async function takenInFor(context: Context, input: CreateVehicleInput): Promise<TakenInFor> {
  const { identity } = context;
  if (reachOf(identity, 'vehicles:create') !== 'own') {
    const [serviceCentreId] = await Promise.all([
      existingCentreOf(context, input.serviceCentreId),
      input.ownerId ? requireCustomer(context, input.ownerId, 'input.ownerId') : null,
    ]);
    return { ownerId: input.ownerId ?? null, serviceCentreId };
  }
  if (!identity.customerId) throw forbidden('vehicles:create');
  if (input.ownerId && input.ownerId !== identity.customerId)
    throw badField('input.ownerId', 'UNKNOWN', 'There is no such customer.');
  if (input.serviceCentreId)
    throw badField('input.serviceCentreId', 'SERVICE_CENTRE', 'You do not work in this service centre.');
  if (input.notes) throw badField('input.notes', 'STAFF_ONLY', 'These notes are the shop’s.');
  return { ownerId: identity.customerId, serviceCentreId: null };
}

function beginHistory(tx: Transaction, { id, plate, plateCountry, ownerId }: Vehicle): Promise<unknown>[] {
  const begun: Promise<unknown>[] = [];
  if (plate)
    begun.push(tx.insert(PlatePeriod, { vehicleId: id, plate, country: plateCountry!, validFrom: tx.now }));
  if (ownerId) begun.push(tx.insert(Ownership, { vehicleId: id, customerId: ownerId, ownedFrom: tx.now }));
  return begun;
}
