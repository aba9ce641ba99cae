import { conflict } from '../../shared/errors';
import type { SubgraphApp } from '../../shared/subgraph/app';
import { Ownership, PlatePeriod } from './registry/history.entity';
import { linkVehicleHandler } from './registry/link-vehicle.handler';
import { CustomerVehiclesResolver, OwnershipResolver } from './registry/owner.resolver';
import { Vehicle } from './registry/vehicle.entity';
import { customerVehiclesReference, vehicleReference } from './registry/vehicle.reference';
import { VehicleResolver } from './registry/vehicle.resolver';

export const vehicleApp: SubgraphApp = {
  name: 'vehicle',
  entities: [Vehicle, PlatePeriod, Ownership],
  resolvers: [VehicleResolver, OwnershipResolver, CustomerVehiclesResolver],
  references: [vehicleReference, customerVehiclesReference],
  handlers: [linkVehicleHandler],
  tasks: [],
  constraints: {
    vehicle_current_plate: () => conflict('Another vehicle carries this plate now.', { field: 'plate' }),
    vehicle_vin: () => conflict('Another vehicle has this VIN.', { field: 'vin' }),
  },
};
