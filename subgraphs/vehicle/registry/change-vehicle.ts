import { reachOf } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import { badField, conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { Ownership, PlatePeriod } from './history.entity';
import { requireCustomer } from './peers';
import { plateColumns } from './plate';
import { Vehicle } from './vehicle.entity';
import type { PlateInput, UpdateVehicleInput } from './vehicle.input';
import {
  archivableVehicles,
  changeableVehicles,
  everyOwnership,
  everyPlatePeriod,
  transferableVehicles,
  vehicles,
} from './vehicle.loader';
import { vinColumn } from './vin';

export async function updateVehicle(
  context: Context,
  id: string,
  input: UpdateVehicleInput,
): Promise<Vehicle> {
  if (input.notes !== undefined && reachOf(context.identity, 'vehicles:update') === 'own')
    throw badField('input.notes', 'STAFF_ONLY', 'These notes are the shop’s.');
  const { expectedVersion, ...facts } = input;
  const patch: Partial<Vehicle> = {
    ...facts,
    make: facts.make?.trim() ?? facts.make,
    model: facts.model?.trim() ?? facts.model,
    vin: vinColumn(facts.vin),
  };
  await context.transaction(async (tx) => {
    const vehicle = await tx.lock(changeableVehicles, id, expectedVersion);
    const changed = await tx.update(Vehicle, vehicle, patch);
    if (changed.version !== vehicle.version)
      tx.emit({ name: 'VehicleUpdated', subjectType: 'Vehicle', subjectId: id });
  });
  return context.loadOrFail(vehicles, id);
}

/** Archived vehicles keep their history and give their plate free for another car. */
export async function archiveVehicle(context: Context, id: string): Promise<Vehicle> {
  await context.transaction(async (tx) => {
    const vehicle = await tx.lock(archivableVehicles, id);
    if (vehicle.archivedAt) return;
    await tx.update(Vehicle, vehicle, { archivedAt: tx.now }, 'archive');
    tx.emit({ name: 'VehicleArchived', subjectType: 'Vehicle', subjectId: id });
  });
  return context.loadOrFail(vehicles, id);
}

/** A VIN belongs to one record for ever, so a car that comes back must be able to come back to its own. */
export async function restoreVehicle(context: Context, id: string): Promise<Vehicle> {
  await context.transaction(async (tx) => {
    const vehicle = await tx.lock(archivableVehicles, id);
    if (!vehicle.archivedAt) return;
    await tx.update(Vehicle, vehicle, { archivedAt: null }, 'restore');
    tx.emit({ name: 'VehicleRestored', subjectType: 'Vehicle', subjectId: id });
  });
  return context.loadOrFail(vehicles, id);
}

/** A plate is an attribute with dates; the same one again changes nothing. */
export async function changeVehiclePlate(
  context: Context,
  id: string,
  plate: PlateInput | null,
): Promise<Vehicle> {
  const columns = plateColumns(plate, 'plate');
  await context.transaction(async (tx) => {
    const vehicle = await tx.lock(changeableVehicles, id);
    if (vehicle.plateKey === columns.plateKey && vehicle.plateCountry === columns.plateCountry) return;
    const [current] = await tx.rows(
      everyPlatePeriod,
      sql`t.organisation_id = ${tx.organisationId} and t.vehicle_id = ${id} and t.valid_to is null`,
    );
    const moment = notBefore(current?.validFrom, tx.now);
    if (current) await tx.update(PlatePeriod, current, { validTo: moment });
    if (columns.plate)
      await tx.insert(PlatePeriod, {
        vehicleId: id,
        plate: columns.plate,
        country: columns.plateCountry!,
        validFrom: moment,
      });
    await tx.update(Vehicle, vehicle, columns, 'change plate');
    tx.emit({ name: 'VehiclePlateChanged', subjectType: 'Vehicle', subjectId: id });
  });
  return context.loadOrFail(vehicles, id);
}

/** The new owner gets the vehicle, not what was done for the last one. */
export async function transferVehicleOwnership(
  context: Context,
  id: string,
  customerId: string,
): Promise<Vehicle> {
  await requireCustomer(context, customerId, 'customerId');
  await context.transaction(async (tx) => {
    const vehicle = await tx.lock(transferableVehicles, id);
    if (vehicle.archivedAt) throw conflict('An archived vehicle does not change hands.');
    if (vehicle.ownerId === customerId) return;
    const [current] = await tx.rows(
      everyOwnership,
      sql`t.organisation_id = ${tx.organisationId} and t.vehicle_id = ${id} and t.owned_to is null`,
    );
    const moment = notBefore(current?.ownedFrom, tx.now);
    if (current) await tx.update(Ownership, current, { ownedTo: moment });
    await tx.insert(Ownership, { vehicleId: id, customerId, ownedFrom: moment });
    await tx.update(Vehicle, vehicle, { ownerId: customerId }, 'transfer');
    tx.emit({
      name: 'VehicleOwnershipTransferred',
      subjectType: 'Vehicle',
      subjectId: id,
      payload: { from: vehicle.ownerId, to: customerId },
    });
  });
  return context.loadOrFail(vehicles, id);
}

/** Who waited for the vehicle's lock began before the period that the one in front has opened meanwhile. */
const notBefore = (begun: Date | undefined, now: Date): Date => (begun && begun > now ? begun : now);
