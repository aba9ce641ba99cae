import { IsInt, IsOptional, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** Lists of pictures come without pages; this keeps them short. */
export const MOST_IMAGES = 50;

@InputType()
abstract class VehicleImageFields {
  @Field(() => String, { nullable: true, description: 'What it shows.' })
  @IsOptional()
  @Length(1, 200)
  @Matches(/\S/, { message: 'this cannot be blank' })
  caption?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: it stands for the vehicle from now on, instead of the one that did.',
  })
  isPrimary?: boolean | null;
}

@InputType({ description: 'A picture for a vehicle.' })
export class AddVehicleImageInput extends VehicleImageFields {
  @Field(() => ID, { description: 'The vehicle.' })
  @IsUUID()
  vehicleId!: string;

  @Field(() => ID, { description: 'The picture: an upload of yours or of your shop that is READY.' })
  @IsUUID()
  fileId!: string;
}

@InputType({ description: 'Changes to a vehicle’s picture: what is left out stays, null clears.' })
export class UpdateVehicleImageInput extends VehicleImageFields {
  @Field(() => Int, {
    nullable: true,
    description: 'Its new place among the vehicle’s pictures, from 1; the others move.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_IMAGES)
  place?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}
