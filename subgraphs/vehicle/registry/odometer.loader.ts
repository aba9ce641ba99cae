import { everyone, readable } from '../../../shared/database/readable';
import type { ListOrder } from '../../../shared/paging';
import { OdometerReading } from './odometer.entity';
import { seenWithVehicle } from './seen-with-vehicle';

export const odometerReadings = readable({
  entity: OdometerReading,
  permission: 'vehicles:read',
  called: 'Odometer reading',
  visible: seenWithVehicle,
});

/** For the command that writes one down, which may be somebody's who sees few of them. */
export const everyReading = { ...odometerReadings, permission: null, visible: everyone };

export const LATEST_READING: ListOrder<OdometerReading> = { by: ['readAt', 'entry'], descending: true };
