import { everyone, readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import type { ListOrder } from '../../../shared/paging';
import { VehicleImage } from './image.entity';
import { seenWithVehicle } from './seen-with-vehicle';

export const vehicleImages = readable({
  entity: VehicleImage,
  permission: 'vehicles:read',
  called: 'Picture',
  visible: seenWithVehicle,
});

/** Owners change and remove the pictures that they added themselves. */
export const changeableImages = readable({
  ...vehicleImages,
  permission: 'vehicles:update',
  visible: (viewer) =>
    viewer.reach === 'own'
      ? sql`t.added_by = ${viewer.identity.actorId} and ${seenWithVehicle(viewer)}`
      : seenWithVehicle(viewer),
});

/** For commands that put a vehicle's pictures in order, whoever may see them. */
export const everyImage = { ...vehicleImages, permission: null, visible: everyone };

export const IN_ORDER: ListOrder<VehicleImage> = { by: ['place'], descending: false };
