import type { Reference } from '../../../shared/subgraph/app';
import { vehicles } from './vehicle.loader';

export const vehicleReference: Reference = {
  type: 'Vehicle',
  owned: true,
  resolve: ({ id }, context) => context.load(vehicles, id),
};

export const customerVehiclesReference: Reference = {
  type: 'Customer',
  owned: false,
  resolve: ({ id }) => ({ id }),
};
