import { connectionOf } from '../../../shared/paging';
import { Vehicle } from './vehicle.entity';

export const VehicleConnection = connectionOf(Vehicle, 'Vehicle');
