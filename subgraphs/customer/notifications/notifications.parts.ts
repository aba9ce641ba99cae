import type { Parts } from '../../../shared/subgraph/parts';
import { NotificationReceivedResolver } from './live/notification-received.resolver';
import { Notification } from './notification.entity';
import { NotificationResolver } from './notification.resolver';
import { Preference } from './preference.entity';

/** What people are told in the application, and what they want to be told. */
export const notificationsParts = {
  entities: [Notification, Preference],
  resolvers: [NotificationResolver, NotificationReceivedResolver],
} satisfies Parts;
