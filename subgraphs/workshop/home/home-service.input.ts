import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, Float, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { AddressInput } from '../../../shared/address';
import { OverrideInput, WorkFields } from '../scheduling/appointments/appointment.input';
import { DEFAULT_TRAVEL_MINUTES, LONGEST_TRAVEL_MINUTES } from '../scheduling/slots/travel';
import { HomeServiceStatus } from './home-service.lifecycle';

const VERSION = {
  nullable: true,
  description: 'The version you saw; CONFLICT when it is another by now.',
};
const KEY = { nullable: true, description: 'Makes a repeated call return the first result.' };

@InputType({
  description: 'A home visit to plan: for a service request that was approved, or one that is said here.',
})
export class CreateHomeServiceInput extends WorkFields {
  @Field(() => ID, {
    nullable: true,
    description:
      'The service request for work at home that was approved; needed of customers. Vehicle, customer and service ' +
      'centre stand with it, the others are what it says unless they are said here.',
  })
  @IsOptional()
  @IsUUID()
  serviceRequestId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The vehicle; needed without a service request.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For whom. Default: the vehicle’s owner.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that sends somebody; needed when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => AddressInput, {
    nullable: true,
    description: 'Where; street and city are needed without a service request.',
  })
  @IsOptional()
  @ValidateNested()
  address?: AddressInput | null;

  @Field(() => String, { nullable: true, description: 'How to find and get in.' })
  @IsOptional()
  @MaxLength(500)
  directions?: string | null;

  @Field({ description: 'When the work is to begin.' })
  startsAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description: `Minutes on the road, each way; staff say so. Default: ${DEFAULT_TRAVEL_MINUTES}.`,
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LONGEST_TRAVEL_MINUTES)
  travelMinutes?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Who goes. Default: the one of those who are free who has the least to do.',
  })
  @IsOptional()
  @IsUUID()
  technicianId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong or wished for, in the customer’s words.',
  })
  @IsOptional()
  @MaxLength(2000)
  notes?: string | null;

  @Field(() => OverrideInput, {
    nullable: true,
    description: 'Plans it although it does not fit; needs `appointments:override`.',
  })
  @IsOptional()
  @ValidateNested()
  override?: OverrideInput | null;

  @Field(() => String, KEY)
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({
  description: 'Another time for a home visit that nobody is on the way to: what is left out is kept.',
})
export class ScheduleHomeServiceInput {
  @Field({ description: 'When the work is to begin from now on.' })
  startsAt!: Date;

  @Field(() => Int, { nullable: true, description: 'Minutes of work. Default: as many as before.' })
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(20160)
  minutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes on the road. Default: as many as before.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LONGEST_TRAVEL_MINUTES)
  travelMinutes?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Who goes. Default: the same, or else one who is free.',
  })
  @IsOptional()
  @IsUUID()
  technicianId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is moved.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;

  @Field(() => OverrideInput, {
    nullable: true,
    description: 'Moves it although it does not fit; needs `appointments:override`.',
  })
  @IsOptional()
  @ValidateNested()
  override?: OverrideInput | null;

  @Field(() => Int, VERSION)
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Another technician for a home visit, at the same time.' })
export class AssignHomeServiceInput {
  @Field(() => ID, { description: 'Who goes from now on.' })
  @IsUUID()
  technicianId!: string;

  @Field(() => OverrideInput, {
    nullable: true,
    description: 'Assigns them although they are not free; needs `appointments:override`.',
  })
  @IsOptional()
  @ValidateNested()
  override?: OverrideInput | null;

  @Field(() => Int, VERSION)
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Changes to a home visit: what is left out stays, null clears.' })
export class UpdateHomeServiceInput {
  @Field(() => AddressInput, { nullable: true, description: 'Where; with a street and a city.' })
  @IsOptional()
  @ValidateNested()
  address?: AddressInput;

  @Field(() => String, { nullable: true, description: 'How to find and get in.' })
  @IsOptional()
  @MaxLength(500)
  directions?: string | null;

  @Field(() => String, { nullable: true, description: 'What is wrong or wished for.' })
  @IsOptional()
  @MaxLength(2000)
  notes?: string | null;

  @Field(() => Int, VERSION)
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Where a technician is who is on the way.' })
export class HomeServiceLocationInput {
  @Field(() => Float, { description: 'Degrees north, from -90 to 90 (WGS 84).' })
  @Min(-90)
  @Max(90)
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east, from -180 to 180 (WGS 84).' })
  @Min(-180)
  @Max(180)
  longitude!: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When they expect to be there by now. Left out: as before.',
  })
  expectedArrivalAt?: Date | null;
}

@InputType({ description: 'Which home visits. Everything given must hold.' })
export class HomeServiceFilter {
  @Field(() => [HomeServiceStatus], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(20)
  status?: HomeServiceStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'To this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this vehicle.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => ID, { nullable: true, description: 'By this technician.' })
  @IsOptional()
  @IsUUID()
  technicianId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Begins at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Begins before this instant.' })
  to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its number: `HS-000123`, or `123` for short. Each service centre counts its own.',
  })
  @IsOptional()
  @Matches(/^(HS-?)?\d{1,12}$/i, { message: 'a home visit’s number looks like HS-000123' })
  search?: string | null;
}

export enum HomeServiceOrder {
  EARLIEST = 'EARLIEST',
  LATEST = 'LATEST',
}
registerEnumType(HomeServiceOrder, {
  name: 'HomeServiceOrder',
  description: 'In which order home visits come, by when they begin.',
  valuesConfig: {
    EARLIEST: { description: 'The first to begin first.' },
    LATEST: { description: 'The last to begin first.' },
  },
});
