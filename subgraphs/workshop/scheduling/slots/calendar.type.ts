import { Field, ID, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../../../shared/scalars';
import type { DiaryFacts } from './facts';

@ObjectType({ description: 'A stretch of time between two instants.' })
export class Stretch {
  @Field({ description: 'When it begins.' })
  startsAt!: Date;

  @Field({ description: 'When it ends.' })
  endsAt!: Date;
}

@ObjectType({ description: 'When a technician works on a day.' })
export class WorkingTime extends Stretch {
  @Field(() => ID, { description: 'The technician.' })
  technicianId!: string;
}

@ObjectType({ description: 'A day of a service centre’s calendar.' })
export class CalendarDay {
  @Field(() => LocalDateScalar, { description: 'The day, by the service centre’s clock.' })
  date!: string;

  @Field(() => [Stretch], { description: 'When it is open; empty on a day on which it is closed.' })
  opening!: Stretch[];

  @Field(() => [WorkingTime], { description: 'Who works when, within the opening hours.' })
  working!: WorkingTime[];
}

/** What a calendar's fields are made from. */
export interface CalendarPart {
  serviceCentreId: string;
  from: Date;
  until: Date;
  fromDate: string;
  toDate: string;
  facts: DiaryFacts;
}

@ObjectType({ description: 'What a scheduling screen shows of a service centre, for some days.' })
export class Calendar {
  @Field({ description: 'The zone of the service centre’s clock.' })
  timeZone!: string;

  @Field(() => [CalendarDay], { description: 'The days, in order.' })
  days!: CalendarDay[];

  part!: CalendarPart;
}
