import {
  ArrayMaxSize,
  ArrayUnique,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { LONGEST_LABOUR_MINUTES } from '../../catalogue/service-item.input';
import { AppointmentStatus } from './appointment.lifecycle';

const NOT_BLANK = { message: 'this cannot be blank' };
const MOST_ITEMS = 50;

/** How much work it is. */
@InputType()
export abstract class WorkFields {
  @Field(() => [ID], { nullable: true, description: 'What is to be done; its times are added up.' })
  @IsOptional()
  @ArrayMaxSize(MOST_ITEMS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  serviceItemIds?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many minutes of work; needed where no service item says so, and stronger than those.',
  })
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(LONGEST_LABOUR_MINUTES)
  minutes?: number | null;
}

/** A slot that somebody chose, or its beginning alone. */
@InputType()
abstract class SlotFields extends WorkFields {
  @Field(() => ID, {
    nullable: true,
    description: 'The service centre; needed when you work in several, and by customers.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The bay. Default: the first one that is free.' })
  @IsOptional()
  @IsUUID()
  bayId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The technician. Default: the one of those who are free who has the least to do.',
  })
  @IsOptional()
  @IsUUID()
  technicianId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whom it is for; customers book for themselves.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The vehicle that is to be brought, once it is known.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A slot to keep free for a few minutes.' })
export class HoldSlotInput extends SlotFields {
  @Field(() => Date, { description: 'When it begins.' })
  startsAt!: Date;
}

@InputType({
  description: 'Why something is booked over what is booked already, or outside of what is open.',
})
export class OverrideInput {
  @Field({ description: 'Why; it stays with the appointment.' })
  @Length(1, 500)
  @Matches(/\S/, NOT_BLANK)
  reason!: string;
}

@InputType({ description: 'An appointment to book: a slot that was held, or one that is said here.' })
export class BookAppointmentInput extends SlotFields {
  @Field(() => ID, {
    nullable: true,
    description:
      'The slot that was held. Its time, bay, technician and work stand; the others are not said then.',
  })
  @IsOptional()
  @IsUUID()
  holdId?: string | null;

  @Field(() => Date, { nullable: true, description: 'When it begins; needed where no slot was held.' })
  startsAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong or wished for, in the customer’s words.',
  })
  @IsOptional()
  @MaxLength(2000)
  notes?: string | null;

  @Field(() => OverrideInput, {
    nullable: true,
    description:
      'Books although it does not fit; needs `appointments:override`. Not with a slot that was held.',
  })
  override?: OverrideInput | null;
}

@InputType({ description: 'Changes to an appointment: what is left out stays, null clears.' })
export class UpdateAppointmentInput {
  @Field(() => ID, { nullable: true, description: 'The vehicle that is to be brought.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'What is to be done. Its time stays as it is: more time is given by moving it.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST_ITEMS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  serviceItemIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What is wrong or wished for.' })
  @IsOptional()
  @MaxLength(2000)
  notes?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({
  description: 'Another time, bay or technician for an appointment: what is left out may be kept.',
})
export class RescheduleAppointmentInput {
  @Field(() => Date, { description: 'When it begins from now on.' })
  startsAt!: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'The bay. Default: the one it has, or else one that is free.',
  })
  @IsOptional()
  @IsUUID()
  bayId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The technician. Default: the one it has, or else one who is free.',
  })
  @IsOptional()
  @IsUUID()
  technicianId?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many minutes of work. Default: as many as before.' })
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(LONGEST_LABOUR_MINUTES)
  minutes?: number | null;

  @Field(() => String, { nullable: true, description: 'Why it is moved.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;

  @Field(() => OverrideInput, {
    nullable: true,
    description: 'Moves it although it does not fit; needs `appointments:override`.',
  })
  override?: OverrideInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which appointments. Everything given must hold.' })
export class AppointmentFilter {
  @Field(() => [AppointmentStatus], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(20)
  status?: AppointmentStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this vehicle.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => ID, { nullable: true, description: 'In this bay.' })
  @IsOptional()
  @IsUUID()
  bayId?: string | null;

  @Field(() => ID, { nullable: true, description: 'With this technician.' })
  @IsOptional()
  @IsUUID()
  technicianId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Begins at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Begins before this instant.' })
  to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its number: `APT-000123`, or `123` for short. Each service centre counts its own.',
  })
  @IsOptional()
  @Matches(/^(APT-?)?\d{1,12}$/i, { message: 'an appointment’s number looks like APT-000123' })
  search?: string | null;
}

export enum AppointmentOrder {
  EARLIEST = 'EARLIEST',
  LATEST = 'LATEST',
}
registerEnumType(AppointmentOrder, {
  name: 'AppointmentOrder',
  description: 'In which order appointments come, by when they begin.',
  valuesConfig: {
    EARLIEST: { description: 'The first to begin first.' },
    LATEST: { description: 'The last to begin first.' },
  },
});
