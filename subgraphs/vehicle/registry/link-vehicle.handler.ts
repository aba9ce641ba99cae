import type { EventHandler } from '../../../shared/events/handler';
import { isId } from '../../../shared/ids';
import { linkVehicle } from './link-vehicle';

/** Who works on a car may see it, and who expects it. */
const NAMES: Readonly<Record<string, string>> = {
  JobCardCreated: 'vehicle.link-vehicle',
  ServiceRequestCreated: 'vehicle.link-vehicle-of-request',
  AppointmentBooked: 'vehicle.link-vehicle-of-appointment',
  QuotationCreated: 'vehicle.link-vehicle-of-quotation',
  InvoiceDrafted: 'vehicle.link-vehicle-of-invoice',
  HomeServiceScheduled: 'vehicle.link-vehicle-of-home-service',
};

/** An appointment may be booked before it is known with which car; papers may be about none. */
const WITHOUT_VEHICLE: ReadonlySet<string> = new Set([
  'AppointmentBooked',
  'QuotationCreated',
  'InvoiceDrafted',
]);

export const linkVehicleHandlers: EventHandler[] = Object.entries(NAMES).map(([event, name]) => ({
  event,
  name,
  async handle(tx, { payload: { vehicleId, serviceCentreId } }) {
    if (vehicleId === null && WITHOUT_VEHICLE.has(event)) return;
    if (!isId(vehicleId) || !isId(serviceCentreId)) throw new Error(`${event} without vehicle or centre.`);
    await linkVehicle(tx, vehicleId, serviceCentreId);
  },
}));
