import { Arg, Args, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { SignedIn } from '../../../../shared/access/permission';
import { Live, LiveArgs } from '../../../../shared/live/live-field';
import { Context } from '../../../../shared/subgraph/context';
import { countUnread } from '../own-notifications';
import { notificationReceived } from './notification-received';
import { NotificationReceived, NotificationReceivedFilter } from './notification-received.type';

@Resolver(() => NotificationReceived)
export class NotificationReceivedResolver {
  @Live(() => NotificationReceived, { description: 'Tells of each new notification of your own.' })
  @SignedIn()
  notificationReceived(
    @Arg('filter', () => NotificationReceivedFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: NotificationReceivedFilter,
    @Args() { after }: LiveArgs,
    @Ctx() context: Context,
  ): Promise<NotificationReceived> {
    return notificationReceived(context, filter, after);
  }

  @FieldResolver(() => Int, { description: 'How many of your notifications are new now, for the bell.' })
  unreadCount(@Ctx() context: Context): Promise<number> {
    return countUnread(context);
  }
}
