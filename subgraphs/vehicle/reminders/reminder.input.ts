import {
  IsEnum,
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
import { LocalDateScalar } from '../../../shared/scalars';
import { DistanceInput } from '../registry/distance';
import { ReminderKind } from './reminder.entity';

const NOT_BLANK = { message: 'this cannot be blank' };
export const USUAL_NOTICE_DAYS = 30;

/** What both setting and changing a reminder can say. */
@InputType()
abstract class ReminderFields {
  @Field(() => String, { nullable: true, description: 'What to call it.' })
  @IsOptional()
  @Length(1, 120)
  @Matches(/\S/, NOT_BLANK)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What else is to be known; customers see it, too.' })
  @IsOptional()
  @Length(1, 1000)
  @Matches(/\S/, NOT_BLANK)
  note?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it is due. A reminder has a day, a mileage, or both.',
  })
  dueOn?: string | null;

  @Field(() => DistanceInput, {
    nullable: true,
    description: 'What the odometer shows when it is due. On which day that will be is estimated.',
  })
  @IsOptional()
  @ValidateNested()
  dueMileage?: DistanceInput | null;

  @Field(() => Int, { nullable: true, description: 'It comes again so many months after it was done.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(120)
  repeatMonths?: number | null;

  @Field(() => DistanceInput, { nullable: true, description: 'It comes again so far after it was done.' })
  @IsOptional()
  @ValidateNested()
  repeatMileage?: DistanceInput | null;
}

@InputType({ description: 'A reminder to set.' })
export class CreateReminderInput extends ReminderFields {
  @Field(() => ID, { description: 'The vehicle.' })
  @IsUUID()
  vehicleId!: string;

  @Field(() => ReminderKind, { description: 'What it is about.' })
  @IsEnum(ReminderKind)
  kind!: ReminderKind;

  @Field(() => Int, {
    defaultValue: USUAL_NOTICE_DAYS,
    description: 'How many days ahead of it the owner is told.',
  })
  @IsInt()
  @Min(0)
  @Max(365)
  noticeDays!: number;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to an open reminder: what is left out stays, null clears.' })
export class UpdateReminderInput extends ReminderFields {
  @Field(() => Int, { nullable: true, description: 'How many days ahead of it the owner is told.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(365)
  noticeDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'That a reminder was done.' })
export class CompleteReminderInput {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it was done. Default: today.',
  })
  completedOn?: string | null;

  @Field(() => DistanceInput, {
    nullable: true,
    description: 'What the odometer showed. Default, for the next one: its latest reading.',
  })
  @IsOptional()
  @ValidateNested()
  mileage?: DistanceInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which of the reminders that are due. Everything given must hold.' })
export class DueReminderFilter {
  @Field(() => Int, {
    nullable: true,
    description: 'Due within so many days from today, overdue ones included. Default: 30.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(3650)
  withinDays?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those whose day has passed; false: only those whose day is still to come.',
  })
  overdue?: boolean | null;

  @Field(() => [ReminderKind], { nullable: true, description: 'Only of these kinds.' })
  @IsOptional()
  @IsEnum(ReminderKind, { each: true })
  kinds?: ReminderKind[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only of vehicles that this service centre has had to do with.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;
}
