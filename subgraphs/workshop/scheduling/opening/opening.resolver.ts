import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Context } from '../../../../shared/subgraph/context';
import { ServiceCentreStub } from '../../stubs/service-centre.stub';
import { UserStub } from '../../stubs/user.stub';
import { CentreSchedule } from '../centre/centre-schedule.entity';
import { Bay } from './bay.entity';
import { addClosure, removeClosure } from './change-closures';
import { removeShift, setShift } from './change-shifts';
import { Closure } from './closure.entity';
import { AddClosureInput } from './closure.input';
import { bays, closures, openingHours, shifts } from './opening.loader';
import { OpeningHours } from './opening-hours.entity';
import { SetOpeningHoursInput } from './opening-hours.input';
import { setOpeningHours } from './set-opening-hours';
import { Shift, ShiftKind } from './shift.entity';
import { SetShiftInput } from './shift.input';
import { DaySpan, daySpan, WeeklySpan, weeklySpan } from './spans';

@Resolver(() => CentreSchedule)
export class CentreScheduleResolver {
  @Mutation(() => CentreSchedule, {
    description:
      'Sets when a service centre is open in a usual week, from a day on, and its rules of booking.',
  })
  @Permission('scheduling:update')
  setOpeningHours(
    @Arg('input', { description: 'The week and the rules.' }) input: SetOpeningHoursInput,
    @Ctx() context: Context,
  ): Promise<CentreSchedule> {
    return setOpeningHours(context, input);
  }

  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'The service centre; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() centre: Row<CentreSchedule>): ServiceCentreStub {
    return { id: centre.id };
  }

  @FieldResolver(() => [OpeningHours], { description: 'Its usual weeks, the one that begins last first.' })
  openingHours(@Root() centre: Row<CentreSchedule>, @Ctx() context: Context): Promise<OpeningHours[]> {
    return context.childrenOf(openingHours, 'serviceCentreId', centre.id, {
      by: ['validFrom'],
      descending: true,
    });
  }

  @FieldResolver(() => [Closure], { description: 'When it is closed, the last days first.' })
  closures(@Root() centre: Row<CentreSchedule>, @Ctx() context: Context): Promise<Closure[]> {
    return context.childrenOf(closures, 'serviceCentreId', centre.id, { by: ['fromDate'], descending: true });
  }

  @FieldResolver(() => [Shift], { description: 'Who works when, those that begin last first.' })
  shifts(@Root() centre: Row<CentreSchedule>, @Ctx() context: Context): Promise<Shift[]> {
    return context.childrenOf(shifts, 'serviceCentreId', centre.id, { by: ['fromDate'], descending: true });
  }
}

@Resolver(() => OpeningHours)
export class OpeningHoursResolver {
  @FieldResolver(() => [WeeklySpan], { description: 'When it is open, day by day; empty when it never is.' })
  week(@Root() hours: Row<OpeningHours>): WeeklySpan[] {
    return hours.week.map(weeklySpan);
  }
}

@Resolver(() => Closure)
export class ClosureResolver {
  @Mutation(() => Closure, {
    description:
      'Closes a service centre or one of its bays for some days. What is booked already stays booked.',
  })
  @Permission('scheduling:update')
  addClosure(
    @Arg('input', { description: 'What is closed, when and why.' }) input: AddClosureInput,
    @Ctx() context: Context,
  ): Promise<Closure> {
    return addClosure(context, input);
  }

  @Mutation(() => ID, { description: 'Takes a closure back; its id.' })
  @Permission('scheduling:update')
  removeClosure(
    @Arg('id', () => ID, { description: 'The closure.' }) id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    return removeClosure(context, id);
  }

  @FieldResolver(() => Bay, {
    nullable: true,
    description: 'The bay; null when all of the centre is closed.',
  })
  bay(@Root() { bayId }: Row<Closure>, @Ctx() context: Context): Promise<Bay | null> | null {
    return bayId ? context.load(bays, bayId) : null;
  }
}

@Resolver(() => Shift)
export class ShiftResolver {
  @Mutation(() => Shift, {
    description:
      'Sets when a technician works: their usual week from a day on, or certain days that are unlike it.',
  })
  @Permission('scheduling:update')
  setShift(
    @Arg('input', { description: 'Who works when.' }) input: SetShiftInput,
    @Ctx() context: Context,
  ): Promise<Shift> {
    return setShift(context, input);
  }

  @Mutation(() => ID, { description: 'Takes a shift back; its id. What is booked already stays booked.' })
  @Permission('scheduling:update')
  removeShift(
    @Arg('id', () => ID, { description: 'The shift.' }) id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    return removeShift(context, id);
  }

  @FieldResolver(() => UserStub, { nullable: true, description: 'Who works; null when not yours to see.' })
  @Permission('users:read')
  technician(@Root() shift: Row<Shift>): UserStub {
    return { id: shift.technicianId };
  }

  @FieldResolver(() => [WeeklySpan], {
    nullable: true,
    description: 'The usual week; null for an exception.',
  })
  week(@Root() { kind, spans }: Row<Shift>): WeeklySpan[] | null {
    return kind === ShiftKind.WEEKLY ? spans.map(weeklySpan) : null;
  }

  @FieldResolver(() => [DaySpan], {
    nullable: true,
    description: 'When they work on each of the days, empty for an absence; null for a usual week.',
  })
  days(@Root() { kind, spans }: Row<Shift>): DaySpan[] | null {
    return kind === ShiftKind.DAYS ? spans.map(daySpan) : null;
  }
}
