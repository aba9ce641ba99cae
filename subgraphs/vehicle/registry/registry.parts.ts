import { conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { FoundVehiclesResolver } from './found-vehicles.resolver';
import { Ownership, PlatePeriod } from './history.entity';
import { VehicleImage } from './image.entity';
import { VehicleImageFileResolver, VehicleImagesResolver } from './image.resolver';
import { linkVehicleHandlers } from './link-vehicle.handler';
import { OdometerReading } from './odometer.entity';
import { OdometerResolver } from './odometer.resolver';
import { CustomerVehiclesResolver, OwnershipResolver } from './owner.resolver';
import { QuickSearchResolver } from './quick-search.resolver';
import { Vehicle } from './vehicle.entity';
import { customerVehiclesReference, vehicleReference } from './vehicle.reference';
import { VehicleResolver } from './vehicle.resolver';
import { VisitorsVehicleResolver } from './visitors-vehicle.resolver';

export const registryParts = {
  entities: [Vehicle, PlatePeriod, Ownership, OdometerReading, VehicleImage],
  resolvers: [
    VehicleResolver,
    OwnershipResolver,
    CustomerVehiclesResolver,
    OdometerResolver,
    VehicleImagesResolver,
    VehicleImageFileResolver,
    QuickSearchResolver,
    FoundVehiclesResolver,
    VisitorsVehicleResolver,
  ],
  references: [vehicleReference, customerVehiclesReference],
  handlers: linkVehicleHandlers,
  constraints: {
    vehicle_current_plate: () => conflict('Another vehicle carries this plate now.', { field: 'plate' }),
    vehicle_vin: () => conflict('Another vehicle has this VIN.', { field: 'vin' }),
  },
} satisfies Parts;
