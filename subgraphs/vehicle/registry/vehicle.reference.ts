import type { Reference } from '../../../shared/subgraph/app';
import { vehicles } from './vehicle.loader';

export const vehicleReference: Reference = { type: 'Vehicle', read: vehicles };

export const customerVehiclesReference: Reference = { type: 'Customer', read: null };
