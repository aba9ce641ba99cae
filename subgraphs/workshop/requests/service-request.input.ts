import { ArrayMaxSize, IsInt, IsOptional, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { AddressInput } from '../../../shared/address';
import { MoneyInput } from '../../../shared/money';
import { LocalDateScalar } from '../../../shared/scalars';
import { JobPriority } from '../jobs/job-card.input';
import { OverrideInput, WorkFields } from '../scheduling/appointments/appointment.input';
import { RequestedService, ServiceRequestType } from './service-request.enums';
import { ServiceRequestStatus } from './service-request.lifecycle';

const NOT_BLANK = { message: 'this cannot be blank' };
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What both raising and changing a request can say. */
@InputType()
abstract class ServiceRequestWishes {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day that the customer would like.' })
  preferredDate?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The time of that day, by the service centre’s clock, as `HH:MM`.',
  })
  @IsOptional()
  @Matches(TIME, { message: 'a time is HH:MM, from 00:00 to 23:59' })
  preferredTime?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'What it is expected to cost. Staff say so.' })
  estimatedCost?: MoneyInput | null;

  @Field(() => AddressInput, {
    nullable: true,
    description: 'Where the work is to be done; needed for work at home, and only for that.',
  })
  @IsOptional()
  @ValidateNested()
  homeAddress?: AddressInput | null;
}

@InputType({ description: 'A service request to raise.' })
export class CreateServiceRequestInput extends ServiceRequestWishes {
  @Field(() => ID, { description: 'The vehicle it is about.' })
  @IsUUID()
  vehicleId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'For whom. Default: the vehicle’s owner; customers ask for themselves.',
  })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that is asked; needed of customers, and when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ServiceRequestType, {
    description: 'What it is for.',
    defaultValue: ServiceRequestType.SERVICE,
  })
  type!: ServiceRequestType;

  @Field(() => RequestedService, {
    description: 'Which kind of work.',
    defaultValue: RequestedService.REGULAR,
  })
  service!: RequestedService;

  @Field({ description: 'What is wished for, in the customer’s words.' })
  @Length(1, 4000)
  @Matches(/\S/, NOT_BLANK)
  description!: string;

  @Field(() => JobPriority, { description: 'How urgent it is.', defaultValue: JobPriority.MEDIUM })
  priority!: JobPriority;

  @Field({ description: 'Whether the work is to be done at the customer’s home.', defaultValue: false })
  homeService!: boolean;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a service request: what is left out stays, null clears.' })
export class UpdateServiceRequestInput extends ServiceRequestWishes {
  @Field(() => ServiceRequestType, { nullable: true, description: 'What it is for.' })
  type?: ServiceRequestType;

  @Field(() => RequestedService, { nullable: true, description: 'Which kind of work.' })
  service?: RequestedService;

  @Field(() => String, { nullable: true, description: 'What is wished for.' })
  @IsOptional()
  @Length(1, 4000)
  @Matches(/\S/, NOT_BLANK)
  description?: string;

  @Field(() => JobPriority, { nullable: true, description: 'How urgent it is.' })
  priority?: JobPriority;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the work is to be done at the customer’s home.',
  })
  homeService?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'The appointment to book for a service request.' })
export class ScheduleServiceRequestInput extends WorkFields {
  @Field(() => Date, { description: 'When it begins.' })
  startsAt!: Date;

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

  @Field(() => OverrideInput, {
    nullable: true,
    description: 'Books although it does not fit; needs `appointments:override`.',
  })
  @IsOptional()
  @ValidateNested()
  override?: OverrideInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the request that you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which service requests. Everything given must hold.' })
export class ServiceRequestFilter {
  @Field(() => [ServiceRequestStatus], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(20)
  status?: ServiceRequestStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this vehicle.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Whose appointment or job card is this technician’s.',
  })
  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only work at home, or only work in the shop.' })
  homeService?: boolean | null;

  @Field(() => Date, { nullable: true, description: 'Raised at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Raised before this instant.' })
  to?: Date | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Wished for this day or later.' })
  preferredFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Wished for this day or earlier.' })
  preferredTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Its number (`SR-000123`, or `123` for short), or words of its description, in any case and in part. ' +
      'Finds at most the 500 newest.',
  })
  @IsOptional()
  @Length(2, 100)
  search?: string | null;
}

export enum ServiceRequestOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  PREFERRED = 'PREFERRED',
}
registerEnumType(ServiceRequestOrder, {
  name: 'ServiceRequestOrder',
  description: 'In which order service requests come.',
  valuesConfig: {
    NEWEST: { description: 'Last raised first.' },
    OLDEST: { description: 'First raised first.' },
    PREFERRED: { description: 'The earliest preferred day first; those without one last.' },
  },
});
