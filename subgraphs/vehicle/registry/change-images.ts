import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField, conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { VehicleImage } from './image.entity';
import { type AddVehicleImageInput, MOST_IMAGES, type UpdateVehicleImageInput } from './image.input';
import { changeableImages, everyImage, vehicleImages } from './image.loader';
import { requirePicture } from './peers';
import type { Vehicle } from './vehicle.entity';
import { changeableVehicles, vehicles } from './vehicle.loader';

/** The same file again is the same picture: a repeated call needs no key. */
export async function addVehicleImage(context: Context, input: AddVehicleImageInput): Promise<VehicleImage> {
  await requirePicture(context, input.fileId, 'input.fileId');
  const id = await context.transaction(async (tx) => {
    const vehicle = await tx.lock(changeableVehicles, input.vehicleId);
    if (vehicle.archivedAt) throw conflict('An archived vehicle takes no pictures.');
    const others = await imagesOf(tx, vehicle.id);
    const same = others.find(({ fileId }) => fileId === input.fileId);
    if (same) return same.id;
    if (others.length >= MOST_IMAGES)
      throw badField('input.vehicleId', 'TOO_MANY', `A vehicle has at most ${MOST_IMAGES} pictures.`);
    const isPrimary = input.isPrimary === true || others.length === 0;
    if (isPrimary) await stepBack(tx, others);
    const image = await tx.insert(VehicleImage, {
      vehicleId: vehicle.id,
      fileId: input.fileId,
      caption: input.caption?.trim() ?? null,
      place: others.length + 1,
      isPrimary,
      addedBy: tx.identity.actorId,
    });
    announce(tx, vehicle.id);
    return image.id;
  });
  return context.loadOrFail(vehicleImages, id);
}

export async function updateVehicleImage(
  context: Context,
  id: string,
  input: UpdateVehicleImageInput,
): Promise<VehicleImage> {
  if (input.isPrimary === false)
    throw badField('input.isPrimary', 'ONE_OF', 'Make another picture the first instead.');
  const { vehicleId } = await context.loadOrFail(vehicleImages, id);
  await context.transaction(async (tx) => {
    await tx.lock(changeableVehicles, vehicleId);
    const image = await tx.lock(changeableImages, id, input.expectedVersion);
    const others = (await imagesOf(tx, vehicleId)).filter((other) => other.id !== id);
    if (input.isPrimary) await stepBack(tx, others);
    const place = Math.min(input.place ?? image.place, others.length + 1);
    const changed = await tx.update(VehicleImage, image, {
      caption: input.caption === undefined ? undefined : (input.caption?.trim() ?? null),
      isPrimary: input.isPrimary ?? undefined,
      place,
    });
    await closeUp(tx, others.toSpliced(place - 1, 0, changed));
    if (changed.version !== image.version) announce(tx, vehicleId);
  });
  return context.loadOrFail(vehicleImages, id);
}

/** The file stays: it may be shown elsewhere. */
export async function removeVehicleImage(context: Context, id: string): Promise<Vehicle> {
  const { vehicleId } = await context.loadOrFail(vehicleImages, id);
  await context.transaction(async (tx) => {
    await tx.lock(changeableVehicles, vehicleId);
    const image = await tx.lock(changeableImages, id);
    await tx.delete(VehicleImage, image);
    const left = await imagesOf(tx, vehicleId);
    await closeUp(tx, left);
    const [first] = await imagesOf(tx, vehicleId);
    if (image.isPrimary && first) await tx.update(VehicleImage, first, { isPrimary: true });
    announce(tx, vehicleId);
  });
  return context.loadOrFail(vehicles, vehicleId);
}

const imagesOf = (tx: Transaction, vehicleId: string): Promise<VehicleImage[]> =>
  tx.rows(
    everyImage,
    sql`t.organisation_id = ${tx.organisationId} and t.vehicle_id = ${vehicleId}`,
    sql`order by t.place, t.id`,
  );

/** Before another stands for the vehicle; its lock keeps two from doing so at once. */
async function stepBack(tx: Transaction, others: VehicleImage[]): Promise<void> {
  for (const other of others) if (other.isPrimary) await tx.update(VehicleImage, other, { isPrimary: false });
}

/** Places from 1 without gaps. */
async function closeUp(tx: Transaction, inOrder: VehicleImage[]): Promise<void> {
  for (const [index, image] of inOrder.entries())
    await tx.update(VehicleImage, image, { place: index + 1 }, 'move');
}

const announce = (tx: Transaction, vehicleId: string): void =>
  tx.emit({ name: 'VehicleImagesChanged', subjectType: 'Vehicle', subjectId: vehicleId });
