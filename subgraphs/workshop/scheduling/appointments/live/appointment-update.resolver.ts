import { Arg, Args, Ctx, Resolver } from 'type-graphql';
import { Permission } from '../../../../../shared/access/permission';
import { Live, LiveArgs } from '../../../../../shared/live/live-field';
import { Context } from '../../../../../shared/subgraph/context';
import { AppointmentUpdate, AppointmentUpdateFilter } from './appointment-update.type';
import { appointmentUpdated } from './appointment-updated';

@Resolver(() => AppointmentUpdate)
export class AppointmentUpdateResolver {
  @Live(() => AppointmentUpdate, {
    description: 'Tells of every change of the appointments that you may see, as it happens.',
  })
  @Permission('appointments:read')
  appointmentUpdated(
    @Arg('filter', () => AppointmentUpdateFilter, { defaultValue: {}, description: 'Which updates.' })
    filter: AppointmentUpdateFilter,
    @Args() { after }: LiveArgs,
    @Ctx() context: Context,
  ): Promise<AppointmentUpdate> {
    return appointmentUpdated(context, filter, after);
  }
}
