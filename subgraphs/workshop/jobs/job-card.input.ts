import { ArrayMaxSize, IsInt, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { MoneyInput } from '../../../shared/money';
import { JobCardStatus } from './job-card.lifecycle';

const NOT_BLANK = { message: 'this cannot be blank' };

export enum JobPriority {
  LOW = 'LOW',
  MEDIUM = 'MEDIUM',
  HIGH = 'HIGH',
  URGENT = 'URGENT',
}
registerEnumType(JobPriority, {
  name: 'JobPriority',
  description: 'How urgent a job is.',
  valuesConfig: {
    LOW: { description: 'When there is time.' },
    MEDIUM: { description: 'As usual.' },
    HIGH: { description: 'Before the usual ones.' },
    URGENT: { description: 'At once.' },
  },
});

@InputType({ description: 'A job to take in.' })
export class CreateJobCardInput {
  @Field(() => ID, { description: 'The vehicle that was brought.' })
  @IsUUID()
  vehicleId!: string;

  @Field(() => ID, { nullable: true, description: 'Who brought it. Default: the vehicle’s owner.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that does the work; needed when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field({ description: 'What is wrong or wished for, in the customer’s words.' })
  @Length(1, 4000)
  @Matches(/\S/, NOT_BLANK)
  complaint!: string;

  @Field(() => JobPriority, { description: 'How urgent it is.', defaultValue: JobPriority.MEDIUM })
  priority!: JobPriority;

  @Field(() => Date, { nullable: true, description: 'When the vehicle is promised to be ready.' })
  promisedAt?: Date | null;

  @Field(() => MoneyInput, { nullable: true, description: 'What it is expected to cost.' })
  estimatedCost?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a job card: what is left out stays, null clears.' })
export class UpdateJobCardInput {
  @Field(() => String, { nullable: true, description: 'What is wrong or wished for.' })
  @IsOptional()
  @Length(1, 4000)
  @Matches(/\S/, NOT_BLANK)
  complaint?: string;

  @Field(() => JobPriority, { nullable: true, description: 'How urgent it is.' })
  priority?: JobPriority;

  @Field(() => Date, { nullable: true, description: 'When the vehicle is promised to be ready.' })
  promisedAt?: Date | null;

  @Field(() => MoneyInput, { nullable: true, description: 'What it is expected to cost.' })
  estimatedCost?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Notes among those who work on it.' })
  @IsOptional()
  @Length(1, 4000)
  @Matches(/\S/, NOT_BLANK)
  technicianNotes?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which job cards. Everything given must hold.' })
export class JobCardFilter {
  @Field(() => [JobCardStatus], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(20)
  status?: JobCardStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this vehicle.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Brought by this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Assigned to this technician now.' })
  @IsOptional()
  @IsUUID()
  technicianId?: string | null;

  @Field(() => ID, { nullable: true, description: 'At this stage of the board now.' })
  @IsOptional()
  @IsUUID()
  stageId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Made at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Made before this instant.' })
  to?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Promised for this instant or later.' })
  promisedFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Promised for before this instant.' })
  promisedTo?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Its number: `JC-000123`, or `123` for short; each service centre counts its own. Or, for staff, any part of the ' +
      'customer’s name or phone, or of the vehicle’s plate, make or model: all words in one of the two. The newest 500.',
  })
  @IsOptional()
  @Length(1, 60)
  @Matches(/\S/, NOT_BLANK)
  search?: string | null;
}

export enum JobCardOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  PROMISED = 'PROMISED',
}
registerEnumType(JobCardOrder, {
  name: 'JobCardOrder',
  description: 'In which order job cards come.',
  valuesConfig: {
    NEWEST: { description: 'Last made first.' },
    OLDEST: { description: 'First made first.' },
    PROMISED: { description: 'The earliest promise first; those without one last.' },
  },
});
