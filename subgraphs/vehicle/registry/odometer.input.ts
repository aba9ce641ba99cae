import { IsInt, IsOptional, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DistanceUnit, LONGEST_DISTANCE } from './distance';
import { OdometerReadingKind, OdometerSource } from './odometer.entity';

@InputType({ description: 'What an odometer showed.' })
export class RecordOdometerReadingInput {
  @Field(() => ID, { description: 'The vehicle.' })
  @IsUUID()
  vehicleId!: string;

  @Field(() => Int, { description: 'What it shows, in whole units.' })
  @IsInt()
  @Min(0)
  @Max(LONGEST_DISTANCE)
  value!: number;

  @Field(() => DistanceUnit, { description: 'What it counts in.' })
  unit!: DistanceUnit;

  @Field(() => Date, { nullable: true, description: 'When it was read. Default: now.' })
  readAt?: Date | null;

  @Field(() => OdometerSource, {
    nullable: true,
    description:
      'Where it comes from. Default: the shop; for customers, who cannot say otherwise, themselves.',
  })
  source?: OdometerSource | null;

  @Field(() => OdometerReadingKind, {
    defaultValue: OdometerReadingKind.NORMAL,
    description: 'Whether it goes on from the reading before it. Only staff say that it does not.',
  })
  kind!: OdometerReadingKind;

  @Field(() => String, { nullable: true, description: 'What is to be said about it.' })
  @IsOptional()
  @Length(1, 500)
  @Matches(/\S/, { message: 'this cannot be blank' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}
