import { ArrayMaxSize, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { LocalDateScalar } from '../../../../shared/scalars';
import { DaySpanInput, WeeklySpanInput } from './spans';

@InputType({
  description:
    'When a technician works: either their usual week from a day on, or certain days that are unlike it.',
})
export class SetShiftInput {
  @Field(() => ID, { nullable: true, description: 'The service centre; needed when you work in several.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { description: 'Who works: a user of the service centre.' })
  @IsUUID()
  technicianId!: string;

  @Field(() => LocalDateScalar, {
    description: 'The first day. What is set for the same technician, kind and first day is replaced.',
  })
  fromDate!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day. Default: none for a usual week, the first for certain days.',
  })
  toDate?: string | null;

  @Field(() => [WeeklySpanInput], { nullable: true, description: 'Their usual week.' })
  @IsOptional()
  @ArrayMaxSize(70)
  @ValidateNested({ each: true })
  week?: WeeklySpanInput[] | null;

  @Field(() => [DaySpanInput], {
    nullable: true,
    description: 'When they work on each of certain days; empty when they are absent.',
  })
  @IsOptional()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  days?: DaySpanInput[] | null;

  @Field(() => String, { nullable: true, description: 'Why, for an exception.' })
  @IsOptional()
  @MaxLength(200)
  reason?: string | null;
}
