import {
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { LocalDateScalar } from '../../../shared/scalars';

@InputType({ description: 'A registration plate.' })
export class PlateInput {
  @Field({ description: 'As it stands on the car; spaces and dashes do not matter.' })
  @Length(1, 20)
  number!: string;

  @Field({ description: 'Country of registration, ISO 3166-1 alpha-2.' })
  @Matches(/^[A-Za-z]{2}$/, { message: 'country is two letters' })
  country!: string;
}

@InputType({ description: 'A vehicle to take in.' })
export class CreateVehicleInput {
  @Field({ description: 'Manufacturer.' })
  @Length(1, 60)
  make!: string;

  @Field({ description: 'Model.' })
  @Length(1, 60)
  model!: string;

  @Field(() => Int, { nullable: true, description: 'Model year.' })
  @IsOptional()
  @IsInt()
  @Min(1885)
  @Max(2200)
  year?: number | null;

  @Field(() => String, { nullable: true, description: '17 characters, without I, O and Q.' })
  @IsOptional()
  @Matches(/^[A-HJ-NPR-Za-hj-npr-z0-9]{17}$/, { message: 'a VIN has 17 characters, none of them I, O or Q' })
  vin?: string | null;

  @Field(() => PlateInput, { nullable: true, description: 'The plate it carries now.' })
  @IsOptional()
  @ValidateNested()
  plate?: PlateInput | null;

  @Field(() => String, { nullable: true, description: 'Colour.' })
  @IsOptional()
  @MaxLength(40)
  colour?: string | null;

  @Field(() => String, { nullable: true, description: 'Engine number.' })
  @IsOptional()
  @MaxLength(40)
  engineNumber?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the first registration.' })
  registeredOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Notes of the shop.' })
  @IsOptional()
  @MaxLength(2000)
  notes?: string | null;

  @Field(() => ID, { nullable: true, description: 'The customer who owns it.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that takes it in; needed when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a vehicle: what is left out stays, null clears.' })
export class UpdateVehicleInput {
  @Field(() => String, { nullable: true, description: 'Manufacturer.' })
  @IsOptional()
  @Length(1, 60)
  make?: string;

  @Field(() => String, { nullable: true, description: 'Model.' })
  @IsOptional()
  @Length(1, 60)
  model?: string;

  @Field(() => Int, { nullable: true, description: 'Model year.' })
  @IsOptional()
  @IsInt()
  @Min(1885)
  @Max(2200)
  year?: number | null;

  @Field(() => String, { nullable: true, description: '17 characters, without I, O and Q.' })
  @IsOptional()
  @Matches(/^[A-HJ-NPR-Za-hj-npr-z0-9]{17}$/, { message: 'a VIN has 17 characters, none of them I, O or Q' })
  vin?: string | null;

  @Field(() => String, { nullable: true, description: 'Colour.' })
  @IsOptional()
  @MaxLength(40)
  colour?: string | null;

  @Field(() => String, { nullable: true, description: 'Engine number.' })
  @IsOptional()
  @MaxLength(40)
  engineNumber?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the first registration.' })
  registeredOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Notes of the shop.' })
  @IsOptional()
  @MaxLength(2000)
  notes?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which vehicles. Everything given must hold.' })
export class VehicleFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Any part of plate, VIN, make or model; case and spaces do not matter.',
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

  @Field({ nullable: true, description: 'Archived ones too. Default: only those in use.' })
  includeArchived?: boolean;
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
