import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { sql } from '../../../../shared/database/sql';
import { LocalDateScalar } from '../../../../shared/scalars';
import { Context } from '../../../../shared/subgraph/context';
import { JobCard } from '../../jobs/job-card.entity';
import { Appointment } from '../appointments/appointment.entity';
import { CentreSchedule } from '../centre/centre-schedule.entity';
import { centreSchedules } from '../centre/centre-schedule.loader';
import { Bay } from '../opening/bay.entity';
import { Closure } from '../opening/closure.entity';
import { listBays } from '../opening/list-bays';
import { bays, closures } from '../opening/opening.loader';
import { Availability, AvailabilityInput, AvailableSlot } from './availability.type';
import { Calendar } from './calendar.type';
import { findSlots } from './find-slots';
import { appointmentsOf, jobCardsOf, readCalendar } from './read-calendar';

@Resolver(() => AvailableSlot)
export class AvailabilityResolver {
  @Query(() => Availability, {
    nullable: true,
    description:
      'When a service centre has room for a piece of work: within its opening hours and shifts, where bays and ' +
      'technicians are free, and work that runs late is not in the way. Null when there is no such centre for you.',
  })
  @Permission('appointments:create')
  availability(
    @Arg('input', { description: 'What, where and on which days.' }) input: AvailabilityInput,
    @Ctx() context: Context,
  ): Promise<Availability | null> {
    return findSlots(context, input);
  }

  @FieldResolver(() => Bay, {
    nullable: true,
    description: 'The bay that would be booked, for staff; null for work at home.',
  })
  @Permission('scheduling:read')
  bay(@Root() { bayId }: AvailableSlot, @Ctx() context: Context): Promise<Bay | null> | null {
    return bayId ? context.load(bays, bayId) : null;
  }
}

@Resolver(() => Calendar)
export class CalendarResolver {
  @Query(() => Calendar, {
    nullable: true,
    description: 'A service centre’s calendar, at most 42 days; null when you do not work in such a one.',
  })
  @Permission('scheduling:read')
  calendar(
    @Arg('serviceCentreId', () => ID, { description: 'The service centre.' }) serviceCentreId: string,
    @Arg('from', () => LocalDateScalar, { description: 'The first day.' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'The last day.' }) to: string,
    @Ctx() context: Context,
  ): Promise<Calendar | null> {
    return readCalendar(context, serviceCentreId, from, to);
  }

  @FieldResolver(() => CentreSchedule, {
    description: 'The rules behind the days: usual weeks, closures, shifts.',
  })
  schedule(@Root() { part }: Calendar, @Ctx() context: Context): Promise<CentreSchedule> {
    return context.loadOrFail(centreSchedules, part.serviceCentreId);
  }

  @FieldResolver(() => [Bay], { description: 'The bays, in their order; those out of use, too.' })
  bays(@Root() { part }: Calendar, @Ctx() context: Context): Promise<Bay[]> {
    return listBays(context, part.serviceCentreId);
  }

  @FieldResolver(() => [Closure], { description: 'What is closed on these days, with its reason.' })
  closures(@Root() { part }: Calendar, @Ctx() context: Context): Promise<Closure[]> {
    return context.reader.rows(
      closures,
      sql`t.service_centre_id = ${part.serviceCentreId} and t.to_date >= ${part.fromDate}
        and t.from_date <= ${part.toDate}`,
      sql`order by t.from_date, t.id`,
    );
  }

  @FieldResolver(() => [Appointment], {
    nullable: true,
    description: 'The appointments of these days, each with its bay and technician; not those called off.',
  })
  @Permission('appointments:read')
  appointments(@Root() { part }: Calendar, @Ctx() context: Context): Promise<Appointment[]> {
    return appointmentsOf(context, part);
  }

  @FieldResolver(() => [JobCard], {
    nullable: true,
    description: 'The jobs that technicians have in hand, and those promised for these days.',
  })
  @Permission('jobs:read')
  jobCards(@Root() { part }: Calendar, @Ctx() context: Context): Promise<JobCard[]> {
    return jobCardsOf(context, part);
  }
}
