import { Length, Matches } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql';
import { AsksToo, Permission } from '../../../../shared/access/permission';
import { type Connection, connectionOf, PageArgs } from '../../../../shared/paging';
import { Context } from '../../../../shared/subgraph/context';
import { Appointment } from './appointment.entity';
import {
  AppointmentFilter,
  AppointmentOrder,
  BookAppointmentInput,
  HoldSlotInput,
  RescheduleAppointmentInput,
  UpdateAppointmentInput,
} from './appointment.input';
import { appointments } from './appointment.loader';
import { bookAppointment, holdSlot } from './book-appointment';
import { cancelAppointment, confirmAppointment, markNoShow, updateAppointment } from './change-appointment';
import { checkInAppointment } from './check-in-appointment';
import { listAppointments } from './list-appointments';
import { rescheduleAppointment } from './move-appointment';

const AppointmentConnection = connectionOf(Appointment, 'Appointment');
const ID_OF_APPOINTMENT = { description: 'The appointment.' };

@ArgsType()
class CancelAppointmentArgs {
  @Field(() => ID, ID_OF_APPOINTMENT)
  id!: string;

  @Field({ description: 'Why; it stays in the history.' })
  @Length(1, 1000)
  @Matches(/\S/, { message: 'this cannot be blank' })
  reason!: string;
}

@Resolver(() => Appointment)
export class AppointmentResolver {
  @Query(() => Appointment, {
    nullable: true,
    description: 'One appointment; null when there is none that you may see.',
  })
  @Permission('appointments:read')
  appointment(
    @Arg('id', () => ID, ID_OF_APPOINTMENT) id: string,
    @Ctx() context: Context,
  ): Promise<Appointment | null> {
    return context.load(appointments, id);
  }

  @Query(() => AppointmentConnection, {
    description:
      'The appointments that you may see: of your service centres, those you are booked for, or your own.',
  })
  @Permission('appointments:read')
  appointments(
    @Arg('filter', () => AppointmentFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: AppointmentFilter,
    @Arg('orderBy', () => AppointmentOrder, {
      defaultValue: AppointmentOrder.EARLIEST,
      description: 'In which order.',
    })
    orderBy: AppointmentOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Appointment>> {
    return listAppointments(context, filter, orderBy, page);
  }

  @Mutation(() => Appointment, {
    description:
      'Keeps a slot free for some minutes, while somebody makes up their mind. It lapses by itself. When the slot is ' +
      'taken: CONFLICT with `reason: SLOT_TAKEN` and `alternatives`.',
  })
  @Permission('appointments:create')
  holdSlot(
    @Arg('input', { description: 'Which slot, for what work.' }) input: HoldSlotInput,
    @Ctx() context: Context,
  ): Promise<Appointment> {
    return holdSlot(context, input);
  }

  @Mutation(() => Appointment, {
    description:
      'Books an appointment, from a slot that was held or at once. When the slot is taken: CONFLICT with ' +
      '`reason: SLOT_TAKEN` and `alternatives`.',
  })
  @Permission('appointments:create')
  @AsksToo('appointments:override')
  bookAppointment(
    @Arg('input', { description: 'When, for whom, for what work.' }) input: BookAppointmentInput,
    @Ctx() context: Context,
  ): Promise<Appointment> {
    return bookAppointment(context, input);
  }

  @Mutation(() => Appointment, { description: 'Confirms an appointment. Again: nothing happens.' })
  @Permission('appointments:receive')
  confirmAppointment(
    @Arg('id', () => ID, ID_OF_APPOINTMENT) id: string,
    @Ctx() context: Context,
  ): Promise<Appointment> {
    return confirmAppointment(context, id);
  }

  @Mutation(() => Appointment, {
    description: 'Changes what an appointment is about. Its time is changed by rescheduleAppointment.',
  })
  @Permission('appointments:update')
  updateAppointment(
    @Arg('id', () => ID, ID_OF_APPOINTMENT) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateAppointmentInput,
    @Ctx() context: Context,
  ): Promise<Appointment> {
    return updateAppointment(context, id, input);
  }

  @Mutation(() => Appointment, {
    description:
      'Gives an appointment another time, bay or technician; it keeps its number. Customers move their own as long ' +
      'as they could still book it.',
  })
  @Permission('appointments:update')
  @AsksToo('appointments:override')
  rescheduleAppointment(
    @Arg('id', () => ID, ID_OF_APPOINTMENT) id: string,
    @Arg('input', { description: 'Where to.' }) input: RescheduleAppointmentInput,
    @Ctx() context: Context,
  ): Promise<Appointment> {
    return rescheduleAppointment(context, id, input);
  }

  @Mutation(() => Appointment, {
    description: 'Calls an appointment off, or gives a held slot back. Again: nothing happens.',
  })
  @Permission('appointments:cancel')
  cancelAppointment(
    @Args() { id, reason }: CancelAppointmentArgs,
    @Ctx() context: Context,
  ): Promise<Appointment> {
    return cancelAppointment(context, id, reason);
  }

  @Mutation(() => Appointment, {
    description: 'Takes the vehicle in and opens its job card, one and no more. Again: nothing happens.',
  })
  @Permission('appointments:receive')
  checkInAppointment(
    @Arg('id', () => ID, ID_OF_APPOINTMENT) id: string,
    @Ctx() context: Context,
  ): Promise<Appointment> {
    return checkInAppointment(context, id);
  }

  @Mutation(() => Appointment, {
    description: 'Says that nobody came. Not before it has begun. Again: nothing happens.',
  })
  @Permission('appointments:receive')
  markNoShow(
    @Arg('id', () => ID, ID_OF_APPOINTMENT) id: string,
    @Ctx() context: Context,
  ): Promise<Appointment> {
    return markNoShow(context, id);
  }
}
