import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../../../shared/scalars';
import { WorkFields } from '../appointments/appointment.input';
import { BayKind } from '../opening/bay.entity';
import { DEFAULT_TRAVEL_MINUTES, LONGEST_TRAVEL_MINUTES } from './travel';

@InputType({ description: 'What somebody would like to book, and on which days.' })
export class AvailabilityInput extends WorkFields {
  @Field(() => ID, { description: 'The service centre.' })
  @IsUUID()
  serviceCentreId!: string;

  @Field(() => LocalDateScalar, { description: 'The first day, by the service centre’s clock.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'The last day; at most 42 days in all.' })
  to!: string;

  @Field(() => ID, { nullable: true, description: 'With this technician alone.' })
  @IsOptional()
  @IsUUID()
  technicianId?: string | null;

  @Field(() => BayKind, { nullable: true, description: 'In a bay of this kind.' })
  bayKind?: BayKind | null;

  @Field({
    description:
      'For work at the customer’s home: somebody is on the road before and after, no bay is taken.',
    defaultValue: false,
  })
  homeService!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: `How many minutes it is to the customer’s home. Default: ${DEFAULT_TRAVEL_MINUTES}.`,
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LONGEST_TRAVEL_MINUTES)
  travelMinutes?: number | null;
}

@ObjectType({
  description: 'A time at which the work can begin. Nothing is kept free by looking: hold it, or book it.',
})
export class AvailableSlot {
  @Field({ description: 'When it begins.' })
  startsAt!: Date;

  @Field({ description: 'When it ends. Work that is longer than a day goes on when it is open again.' })
  endsAt!: Date;

  @Field(() => LocalDateScalar, { description: 'The day on which it begins, by the service centre’s clock.' })
  date!: string;

  @Field(() => Int, { description: 'How many bays are free for it; 0 for work at home, which takes none.' })
  freeBays!: number;

  @Field(() => Int, {
    description:
      'How many technicians are; 0 in a service centre without shifts, which books its bays alone.',
  })
  freeTechnicians!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The bay that would be booked; null for work at home.',
  })
  bayId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The technician who would be booked; null where bays are booked alone.',
  })
  technicianId!: string | null;
}

@ObjectType({ description: 'When a service centre has room for a piece of work.' })
export class Availability {
  @Field({ description: 'The zone of the service centre’s clock.' })
  timeZone!: string;

  @Field(() => Int, { description: 'How many minutes of work were looked for.' })
  minutes!: number;

  @Field(() => [AvailableSlot], { description: 'The free slots, in order.' })
  slots!: AvailableSlot[];
}
