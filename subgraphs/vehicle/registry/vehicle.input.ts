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
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDateScalar } from '../../../shared/scalars';

const VIN = /^[A-HJ-NPR-Za-hj-npr-z0-9]{17}$/;
const VIN_MESSAGE = { message: 'a VIN has 17 characters, none of them I, O or Q' };
const NOT_BLANK = { message: 'this cannot be blank' };

@InputType({ description: 'A registration plate.' })
export class PlateInput {
  @Field({ description: 'As it stands on the car; spaces and dashes do not matter.' })
  @Length(1, 20)
  number!: string;

  @Field({ description: 'Country of registration, ISO 3166-1 alpha-2.' })
  @Matches(/^[A-Za-z]{2}$/, { message: 'country is two letters' })
  country!: string;
}

/** What both taking in and changing a vehicle can say. */
@InputType()
abstract class VehicleFields {
  @Field(() => Int, { nullable: true, description: 'Model year.' })
  @IsOptional()
  @IsInt()
  @Min(1885)
  @Max(2200)
  year?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Vehicle identification number: 17 characters, without I, O and Q. For cars from North America and China ' +
      'its check digit must fit.',
  })
  @IsOptional()
  @Matches(VIN, VIN_MESSAGE)
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

  @Field(() => String, {
    nullable: true,
    description: 'Notes of the shop. Customers neither see nor write them.',
  })
  @IsOptional()
  @MaxLength(2000)
  notes?: string | null;
}

@InputType({ description: 'A vehicle to take in.' })
export class CreateVehicleInput extends VehicleFields {
  @Field({ description: 'Manufacturer.' })
  @Length(1, 60)
  @Matches(/\S/, NOT_BLANK)
  make!: string;

  @Field({ description: 'Model.' })
  @Length(1, 60)
  @Matches(/\S/, NOT_BLANK)
  model!: string;

  @Field(() => PlateInput, { nullable: true, description: 'The plate it carries now.' })
  @IsOptional()
  @ValidateNested()
  plate?: PlateInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The customer who owns it. Customers take in their own: it need not be said then.',
  })
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
export class UpdateVehicleInput extends VehicleFields {
  @Field(() => String, { nullable: true, description: 'Manufacturer.' })
  @IsOptional()
  @Length(1, 60)
  @Matches(/\S/, NOT_BLANK)
  make?: string;

  @Field(() => String, { nullable: true, description: 'Model.' })
  @IsOptional()
  @Length(1, 60)
  @Matches(/\S/, NOT_BLANK)
  model?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'A vehicle to look up, by plate or by VIN: exactly one of the two, in full.' })
export class FindVehicleInput {
  @Field(() => PlateInput, { nullable: true, description: 'The plate it carries now, in any spelling.' })
  @IsOptional()
  @ValidateNested()
  plate?: PlateInput | null;

  @Field(() => String, { nullable: true, description: 'The whole vehicle identification number.' })
  @IsOptional()
  @Matches(VIN, VIN_MESSAGE)
  vin?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that asks; needed when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;
}
