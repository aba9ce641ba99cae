import { IsUUID, Length } from 'class-validator';
import { ArgsType, Directive, Field, ID, ObjectType } from 'type-graphql';

@ArgsType()
export class VisitorsVehicleArgs {
  @Field(() => ID, { description: 'The service centre that it comes to.' })
  @IsUUID()
  serviceCentreId!: string;

  @Field(() => ID, { description: 'Whose it is, if nobody knows it yet.' })
  @IsUUID()
  ownerId!: string;

  @Field({ description: 'Manufacturer.' })
  make!: string;

  @Field({ description: 'Model.' })
  model!: string;

  @Field({ description: 'Plate.' })
  plate!: string;

  @Field({ description: 'Country of the plate.' })
  country!: string;

  @Field({ description: 'Makes a repeated call return the first result.' })
  @Length(8, 200)
  idempotencyKey!: string;
}

@ObjectType({ description: 'A visitor’s vehicle as one of the registry. For the other subgraphs alone.' })
@Directive('@inaccessible')
export class VisitorsVehicle {
  @Field(() => ID, { description: 'The vehicle.' })
  vehicleId!: string;

  @Field({ description: 'Whether it was known before.' })
  known!: boolean;

  @Field(() => ID, { nullable: true, description: 'Its owner, who was not changed.' })
  ownerId!: string | null;
}
