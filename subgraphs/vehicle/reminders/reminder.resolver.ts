import { IsOptional, MaxLength } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { Distance, distanceOf } from '../registry/distance';
import { Vehicle } from '../registry/vehicle.entity';
import { vehicles } from '../registry/vehicle.loader';
import { dismissReminder, updateReminder } from './change-reminder';
import { completeReminder } from './complete-reminder';
import { createReminder } from './create-reminder';
import { today } from './days';
import { dueReminders } from './due-reminders';
import { VehicleReminder } from './reminder.entity';
import {
  CompleteReminderInput,
  CreateReminderInput,
  DueReminderFilter,
  UpdateReminderInput,
} from './reminder.input';
import { openReminders, reminders } from './reminder.loader';

const VehicleReminderConnection = connectionOf(VehicleReminder, 'VehicleReminder');
const ID_OF_REMINDER = { description: 'The reminder.' };

@ArgsType()
class DismissReminderArgs {
  @Field(() => ID, ID_OF_REMINDER)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Why, for those who look later.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}

@Resolver(() => VehicleReminder)
export class ReminderResolver {
  @Query(() => VehicleReminderConnection, {
    description: 'Open reminders of vehicles in use that are due or soon will be, the soonest first.',
  })
  @Permission('reminders:read')
  dueReminders(
    @Arg('filter', () => DueReminderFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: DueReminderFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<VehicleReminder>> {
    return dueReminders(context, filter, page);
  }

  @Mutation(() => VehicleReminder, { description: 'Sets a reminder about a vehicle.' })
  @Permission('reminders:create')
  createReminder(
    @Arg('input', { description: 'What of, and when.' }) input: CreateReminderInput,
    @Ctx() context: Context,
  ): Promise<VehicleReminder> {
    return createReminder(context, input);
  }

  @Mutation(() => VehicleReminder, {
    description: 'Changes an open reminder. With another day or mileage it is announced anew.',
  })
  @Permission('reminders:update')
  updateReminder(
    @Arg('id', () => ID, ID_OF_REMINDER) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateReminderInput,
    @Ctx() context: Context,
  ): Promise<VehicleReminder> {
    return updateReminder(context, id, input);
  }

  @Mutation(() => VehicleReminder, {
    description:
      'Says that it was done; with an interval, `next` is the one that follows. Again: nothing happens.',
  })
  @Permission('reminders:update')
  completeReminder(
    @Arg('id', () => ID, ID_OF_REMINDER) id: string,
    @Arg('input', () => CompleteReminderInput, {
      defaultValue: {},
      description: 'When, and at what mileage.',
    })
    input: CompleteReminderInput,
    @Ctx() context: Context,
  ): Promise<VehicleReminder> {
    return completeReminder(context, id, input);
  }

  @Mutation(() => VehicleReminder, {
    description: 'Says that it will not be done; nothing follows. Again: nothing happens.',
  })
  @Permission('reminders:update')
  dismissReminder(
    @Args() { id, reason }: DismissReminderArgs,
    @Ctx() context: Context,
  ): Promise<VehicleReminder> {
    return dismissReminder(context, id, reason ?? null);
  }

  @Reads<VehicleReminder>('vehicleId')
  @FieldResolver(() => Vehicle, {
    nullable: true,
    description: 'The vehicle it is about; null when it is not yours to see.',
  })
  @Permission('vehicles:read')
  vehicle(@Root() reminder: Row<VehicleReminder>, @Ctx() context: Context): Promise<Vehicle | null> {
    return context.load(vehicles, reminder.vehicleId);
  }

  @Reads<VehicleReminder>('dueDistance', 'dueDistanceUnit')
  @FieldResolver(() => Distance, {
    nullable: true,
    description: 'What the odometer shows when it is due; null when it goes by its day alone.',
  })
  dueMileage(@Root() reminder: Row<VehicleReminder>): Distance | null {
    return distanceOf(reminder.dueDistance, reminder.dueDistanceUnit);
  }

  @Reads<VehicleReminder>('repeatDistance', 'repeatDistanceUnit')
  @FieldResolver(() => Distance, {
    nullable: true,
    description: 'Once done, it comes again after so far.',
  })
  repeatMileage(@Root() reminder: Row<VehicleReminder>): Distance | null {
    return distanceOf(reminder.repeatDistance, reminder.repeatDistanceUnit);
  }

  @Reads<VehicleReminder>('completedDistance', 'completedDistanceUnit')
  @FieldResolver(() => Distance, {
    nullable: true,
    description: 'What the odometer showed when it was done; null when nobody said.',
  })
  completedMileage(@Root() reminder: Row<VehicleReminder>): Distance | null {
    return distanceOf(reminder.completedDistance, reminder.completedDistanceUnit);
  }

  @Reads<VehicleReminder>('status', 'dueBy')
  @FieldResolver(() => Boolean, {
    description: 'Whether it is open and its day has passed, by the organisation’s clock.',
  })
  async isOverdue(@Root() reminder: Row<VehicleReminder>, @Ctx() context: Context): Promise<boolean> {
    if (reminder.status !== 'OPEN' || !reminder.dueBy) return false;
    return reminder.dueBy < (await today(context));
  }

  @Reads<VehicleReminder>('id')
  @FieldResolver(() => VehicleReminder, {
    nullable: true,
    description: 'The one that followed when this was completed; null when none did.',
  })
  async next(
    @Root() reminder: Row<VehicleReminder>,
    @Ctx() context: Context,
  ): Promise<VehicleReminder | null> {
    const order = { by: ['createdAt' as const], descending: true };
    const [next] = await context.childrenOf(reminders, 'followsId', reminder.id, order);
    return next ?? null;
  }
}

@Resolver(() => Vehicle)
export class VehicleRemindersResolver {
  @Reads<Vehicle>('id')
  @FieldResolver(() => VehicleReminderConnection, {
    nullable: true,
    description: 'Its reminders, the last made first. Customers see those made since it is theirs.',
  })
  @Permission('reminders:read')
  reminders(
    @Root() vehicle: Row<Vehicle>,
    @Arg('isOpen', () => Boolean, {
      nullable: true,
      description: 'True: only those still to be done. Default: all.',
    })
    isOpen: boolean | null,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<VehicleReminder>> {
    const order = { by: ['createdAt' as const], descending: true };
    return context.pageOf(isOpen ? openReminders : reminders, 'vehicleId', vehicle.id, order, page);
  }
}
