import { everyone, readable, type Viewer } from '../../../shared/database/readable';
import { type Sql, sql } from '../../../shared/database/sql';
import { Notification } from './notification.entity';
import { Preference } from './preference.entity';

/** One's own, of an account: a link is nobody who could be told something. */
const ownNotification = ({ identity }: Viewer): Sql =>
  identity.kind === 'USER'
    ? sql`t.user_id = ${identity.actorId}`
    : sql`${identity.kind === 'SYSTEM'}::boolean`;

export const notifications = readable({
  entity: Notification,
  permission: null,
  called: 'Notification',
  visible: ownNotification,
});

/** Customers choose for themselves as customers, with whatever account they have. */
export const preferences = readable({
  entity: Preference,
  permission: null,
  called: 'Preference',
  visible: ({ identity }) => {
    if (identity.kind === 'SYSTEM') return sql`true`;
    return identity.customerId
      ? sql`t.customer_id = ${identity.customerId}`
      : sql`t.user_id = ${identity.actorId}`;
  },
});

/** For those who write to somebody: they are shown none of it. */
export const chosenPreferences = { ...preferences, visible: everyone };
