import { sql } from '../../../shared/database/sql';
import { together } from '../../../shared/personal-data/personal-data';
import { personalRecords } from '../../../shared/personal-data/personal-records';
import { notifications, preferences } from './notification.loader';

const notificationsOf = personalRecords({
  section: 'notifications',
  table: 'customer.notification',
  type: notifications,
  of: (
    customerId,
  ) => sql`exists (select from customer.user_account u where u.organisation_id = t.organisation_id
    and u.id = t.user_id and u.customer_id = ${customerId})`,
  erased: 'delete',
});

const preferencesOf = personalRecords({
  section: 'notificationPreferences',
  table: 'customer.notification_preference',
  type: preferences,
  of: (customerId) => sql`t.customer_id = ${customerId}`,
  erased: 'delete',
});

export const notificationsPersonalData = together(notificationsOf, preferencesOf);
