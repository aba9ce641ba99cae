import { IsOptional, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';

@InputType({ description: 'Which vehicles. Everything given must hold.' })
export class VehicleFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Any part of plate, VIN, make or model, in any spelling: case, spaces and dashes do not matter. Finds at ' +
      'most the 500 newest.',
  })
  @IsOptional()
  @Length(2, 60)
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Owned now by this customer.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Manufacturer, exactly.' })
  make?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those this service centre has had to do with.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only archived ones. Default: only those in use.',
  })
  archived?: boolean | null;
}

export enum VehicleOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  MAKE = 'MAKE',
}
registerEnumType(VehicleOrder, {
  name: 'VehicleOrder',
  description: 'In which order vehicles come.',
  valuesConfig: {
    NEWEST: { description: 'Last taken in first.' },
    OLDEST: { description: 'First taken in first.' },
    MAKE: { description: 'By make and model.' },
  },
});
