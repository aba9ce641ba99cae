import type { EventHandler } from '../../../shared/events/handler';
import { isId } from '../../../shared/ids';
import { linkVehicle } from './link-vehicle';

/** Who works on a car may see it. */
export const linkVehicleHandler: EventHandler = {
  event: 'JobCardCreated',
  name: 'vehicle.link-vehicle',
  async handle(tx, { name, payload: { vehicleId, serviceCentreId } }) {
    if (!isId(vehicleId) || !isId(serviceCentreId)) throw new Error(`${name} without vehicle or centre.`);
    await linkVehicle(tx, vehicleId, serviceCentreId);
  },
};
