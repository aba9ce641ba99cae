import { ArrayMaxSize, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDateScalar } from '../../../../shared/scalars';
import { WeeklySpanInput } from './spans';

const MOST_SPANS = 70;

@InputType({ description: 'Rules of a service centre’s booking: what is left out stays.' })
export class BookingRulesInput {
  @Field(() => Int, { nullable: true, description: 'Slots begin at multiples of it: 5 to 240 minutes.' })
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(240)
  slotMinutes?: number;

  @Field(() => Int, { nullable: true, description: 'How far ahead one books at the latest: up to 30 days.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(30 * 24 * 60)
  minimumNoticeMinutes?: number;

  @Field(() => Int, { nullable: true, description: 'How long a slot is held: 1 to 120 minutes.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(120)
  holdMinutes?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How long before it the reminder goes out: up to 14 days.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(14 * 24 * 60)
  reminderMinutes?: number;
}

@InputType({ description: 'The usual week of a service centre, from a day on.' })
export class SetOpeningHoursInput {
  @Field(() => ID, { nullable: true, description: 'The service centre; needed when you work in several.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The first day on which they hold. Default: today. Those of the same day are replaced.',
  })
  validFrom?: string | null;

  @Field(() => [WeeklySpanInput], {
    description: 'When it is open, several stretches a day if it closes between them; empty: never.',
  })
  @ArrayMaxSize(MOST_SPANS)
  @ValidateNested({ each: true })
  week!: WeeklySpanInput[];

  @Field(() => BookingRulesInput, { nullable: true, description: 'Rules of booking, to change with it.' })
  @IsOptional()
  @ValidateNested()
  rules?: BookingRulesInput | null;
}
