import { live, updateOf } from '../../../../shared/live/live-field';
import type { Context } from '../../../../shared/subgraph/context';
import { oneself } from '../../sign-in/oneself';
import { notifications } from '../notification.loader';
import type { NotificationReceived, NotificationReceivedFilter } from './notification-received.type';

const NAMES = ['NotificationCreated'];

export async function notificationReceived(
  context: Context,
  { categories }: NotificationReceivedFilter,
  after: string | undefined,
): Promise<NotificationReceived> {
  const { userId } = oneself(context.identity);
  return live(context, { names: NAMES, userId, after }, async (happening) => {
    const notification = await context.load(notifications, happening.subjectId);
    if (!notification || (categories?.length && !categories.includes(notification.category))) return null;
    return { ...updateOf(happening), notification };
  });
}
