import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { SignedIn } from '../../../shared/access/permission';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { Notification } from './notification.entity';
import { NotificationFilter, UpdateNotificationPreferencesInput } from './notification.input';
import {
  countUnread,
  deleteNotification,
  markAllRead,
  markRead,
  ownNotifications,
} from './own-notifications';
import { NotificationPreference } from './preference.type';
import { ownPreferences, updatePreferences } from './preferences';

const NotificationConnection = connectionOf(Notification, 'Notification');

@Resolver(() => Notification)
export class NotificationResolver {
  @Query(() => NotificationConnection, { description: 'What you were told, the latest first.' })
  @SignedIn()
  notifications(
    @Arg('filter', () => NotificationFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: NotificationFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Notification>> {
    return ownNotifications(context, filter, page);
  }

  @Query(() => Int, { description: 'How many of your notifications are new.' })
  @SignedIn()
  unreadNotificationCount(@Ctx() context: Context): Promise<number> {
    return countUnread(context);
  }

  @Mutation(() => Notification, {
    description: 'Marks one of your notifications as read, or as new again. Again: nothing happens.',
  })
  @SignedIn()
  markNotificationRead(
    @Arg('id', () => ID, { description: 'The notification.' }) id: string,
    @Arg('read', { defaultValue: true, description: 'False: it is new again.' }) read: boolean,
    @Ctx() context: Context,
  ): Promise<Notification> {
    return markRead(context, id, read);
  }

  @Mutation(() => Int, { description: 'Marks all of your notifications as read; answers how many were new.' })
  @SignedIn()
  markAllNotificationsRead(@Ctx() context: Context): Promise<number> {
    return markAllRead(context);
  }

  @Mutation(() => Boolean, { description: 'Deletes one of your notifications.' })
  @SignedIn()
  deleteNotification(
    @Arg('id', () => ID, { description: 'The notification.' }) id: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return deleteNotification(context, id);
  }

  @Query(() => [NotificationPreference], {
    description: 'What you are told about and where: every switch, with its default and what is locked.',
  })
  @SignedIn()
  notificationPreferences(@Ctx() context: Context): Promise<NotificationPreference[]> {
    return ownPreferences(context);
  }

  @Mutation(() => [NotificationPreference], {
    description: 'Sets switches of your own; answers with all of them.',
  })
  @SignedIn()
  updateNotificationPreferences(
    @Arg('input', { description: 'Which switches, and how.' }) input: UpdateNotificationPreferencesInput,
    @Ctx() context: Context,
  ): Promise<NotificationPreference[]> {
    return updatePreferences(context, input);
  }
}
