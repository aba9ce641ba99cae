import { IsOptional, IsUUID, Length } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../../../shared/scalars';

@ObjectType({ description: 'Somebody who works on the jobs that are assigned to them.' })
export class Technician {
  @Field(() => ID, { description: 'The id of their account.' })
  id!: string;
}

@InputType({ description: 'Which technicians. Everything given must hold.' })
export class TechnicianFilter {
  @Field(() => ID, { nullable: true, description: 'Who work in this service centre, or in all.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => String, { nullable: true, description: 'Any part of their name.' })
  @IsOptional()
  @Length(2, 60)
  search?: string | null;
}

@ArgsType()
export class WorkloadArgs {
  @Field(() => ID, { description: 'The technician.' })
  technicianId!: string;

  @Field(() => LocalDateScalar, { description: 'The first day, in the time of the service centre.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'The last day; 92 days at the most.' })
  to!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The service centre; needed when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;
}

@ObjectType({ description: 'How busy a technician is in a service centre on certain days.' })
export class TechnicianWorkload {
  technicianId!: string;
  serviceCentreId!: string;

  @Field({ description: 'IANA time zone of the service centre, in which the days are meant.' })
  timeZone!: string;

  @Field({ description: 'Hours of their shifts, absences taken off, as a decimal.' })
  shiftHours!: string;

  @Field({ description: 'Hours of appointments that they are booked for, as a decimal.' })
  bookedHours!: string;

  @Field({ description: 'Hours that they clocked on jobs, as a decimal; what runs counts until now.' })
  clockedHours!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What part of their shifts they clocked, as a decimal such as `0.85`; null without a shift.',
  })
  utilisation!: string | null;

  @Field(() => Int, { description: 'Jobs that they have in hand now.' })
  openJobs!: number;

  @Field(() => Int, { description: 'Their jobs that were completed on these days.' })
  completedJobs!: number;
}
