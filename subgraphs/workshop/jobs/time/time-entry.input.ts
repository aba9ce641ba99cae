import { IsInt, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';

@InputType({ description: 'A clock to start.' })
export class StartTimeEntryInput {
  @Field(() => ID, { description: 'The job card that is worked on.' })
  @IsUUID()
  jobCardId!: string;

  @Field(() => ID, { nullable: true, description: 'The service of it that is worked on.' })
  @IsOptional()
  @IsUUID()
  jobServiceId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Whose clock it is. Default: your own; only who works on all jobs of a service centre starts another’s.',
  })
  @IsOptional()
  @IsUUID()
  technicianId?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A correction of a time entry: what is left out stays.' })
export class CorrectTimeEntryInput {
  @Field(() => Date, { nullable: true, description: 'When the clock was started.' })
  startedAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was stopped; this also stops one that runs.' })
  endedAt?: Date | null;

  @Field({ description: 'Why; it stays beside what stood there before.' })
  @Length(1, 1000)
  @Matches(/\S/, { message: 'this cannot be blank' })
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which time entries. Everything given must hold.' })
export class TimeEntryFilter {
  @Field(() => ID, { nullable: true, description: 'Of this technician.' })
  @IsOptional()
  @IsUUID()
  technicianId?: string | null;

  @Field(() => ID, { nullable: true, description: 'On jobs of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'On this job card.' })
  @IsOptional()
  @IsUUID()
  jobCardId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what runs now, or only what was stopped.' })
  running?: boolean | null;

  @Field(() => Date, { nullable: true, description: 'Started at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Started before this instant.' })
  to?: Date | null;
}

export enum TimeEntryOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}
registerEnumType(TimeEntryOrder, {
  name: 'TimeEntryOrder',
  description: 'In which order time entries come.',
  valuesConfig: {
    NEWEST: { description: 'Last started first.' },
    OLDEST: { description: 'First started first.' },
  },
});
