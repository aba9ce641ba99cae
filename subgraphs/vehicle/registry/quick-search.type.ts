import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Vehicle } from './vehicle.entity';

export enum VehicleMatchReason {
  PLATE = 'PLATE',
  VIN = 'VIN',
  OWNER_PHONE = 'OWNER_PHONE',
  OWNER_NAME = 'OWNER_NAME',
  OWNER_OTHER = 'OWNER_OTHER',
}
registerEnumType(VehicleMatchReason, {
  name: 'VehicleMatchReason',
  description: 'By what a vehicle was found.',
  valuesConfig: {
    PLATE: { description: 'The plate it carries, or a part of it.' },
    VIN: { description: 'Its VIN, or a part of it.' },
    OWNER_PHONE: { description: 'The phone of its owner, or a part of it.' },
    OWNER_NAME: { description: 'The name or company of its owner.' },
    OWNER_OTHER: { description: 'Something else of its owner: e-mail or customer number.' },
  },
});

@ObjectType({ description: 'A vehicle that a quick search found, and why.' })
export class VehicleMatch {
  @Field(() => Vehicle, { description: 'The vehicle.' })
  vehicle!: Vehicle;

  @Field(() => [VehicleMatchReason], { description: 'By what it was found; at least one, the best first.' })
  matchedBy!: VehicleMatchReason[];

  @Field({ description: 'Whether the whole plate or the whole VIN was asked for.' })
  isExact!: boolean;
}
