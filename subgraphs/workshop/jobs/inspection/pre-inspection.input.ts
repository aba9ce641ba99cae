import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MoneyInput } from '../../../../shared/money';
import { DistanceUnit, OdometerReadingKind } from '../../stubs/odometer.stub';
import { NOT_BLANK } from '../services/labour.input';

const LONGEST_DISTANCE = 9_999_999;

@InputType({ description: 'What the odometer shows.' })
export class InspectedOdometerInput {
  @Field(() => Int, { description: 'What it shows, in whole units.' })
  @IsInt()
  @Min(0)
  @Max(LONGEST_DISTANCE)
  value!: number;

  @Field(() => DistanceUnit, { description: 'What it counts in.' })
  unit!: DistanceUnit;

  @Field(() => OdometerReadingKind, {
    defaultValue: OdometerReadingKind.NORMAL,
    description: 'Whether it goes on from the reading before it.',
  })
  kind!: OdometerReadingKind;
}

@InputType({
  description:
    'What somebody of the shop saw before the work. Recorded again, what is left out stays as it was, and null clears.',
})
export class RecordPreInspectionInput {
  @Field(() => ID, { description: 'The job card.' })
  @IsUUID()
  jobCardId!: string;

  @Field(() => InspectedOdometerInput, {
    nullable: true,
    description: 'The odometer; it also becomes a reading of the vehicle, by the rules of those.',
  })
  @IsOptional()
  @ValidateNested()
  odometer?: InspectedOdometerInput;

  @Field(() => Int, { nullable: true, description: 'How full the tank or the battery is, in per cent.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  fuelPercent?: number | null;

  @Field(() => String, { nullable: true, description: 'What it looks like from outside.' })
  @IsOptional()
  @Length(1, 4000)
  @Matches(/\S/, NOT_BLANK)
  exteriorCondition?: string | null;

  @Field(() => String, { nullable: true, description: 'What it looks like inside.' })
  @IsOptional()
  @Length(1, 4000)
  @Matches(/\S/, NOT_BLANK)
  interiorCondition?: string | null;

  @Field(() => [String], { nullable: true, description: 'What is found or told to be wrong, one by one.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @Length(1, 500, { each: true })
  @Matches(/\S/, { each: true, ...NOT_BLANK })
  issues?: string[] | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What the work is expected to cost; the estimate of the job card from then on.',
  })
  estimatedCost?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Hours that it is expected to take, as a decimal.' })
  @IsOptional()
  @Matches(/^\d{1,5}(\.\d{1,2})?$/, { message: 'hours are a decimal, such as 2.5' })
  estimatedHours?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the job card that you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}
