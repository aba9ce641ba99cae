import { sql } from '../../../shared/database/sql';
import { personalRecords } from '../../../shared/personal-data/personal-records';
import { everyReminder } from './reminder.loader';

/** Their own wishes, and what is noted for the vehicles that they own. */
export const remindersPersonalData = personalRecords({
  section: 'reminders',
  table: 'vehicle.reminder',
  type: everyReminder,
  of: (ownerId) => sql`(t.customer_id = ${ownerId} or exists (select from vehicle.vehicle v
    where v.organisation_id = t.organisation_id and v.id = t.vehicle_id and v.owner_id = ${ownerId}))`,
  omit: ['announceOn'],
  erased: () => ({ title: null, note: null, dismissedReason: null, customerId: null }),
  keptBecause: 'When the vehicle is due; nothing in it tells whose it was.',
});
