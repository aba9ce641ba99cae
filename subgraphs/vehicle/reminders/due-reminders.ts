import { join, type Sql, sql } from '../../../shared/database/sql';
import type { Connection, ListOrder, PageRequest } from '../../../shared/paging';
import type { Context } from '../../../shared/subgraph/context';
import { ofVehicle } from '../registry/seen-with-vehicle';
import { plusDays, today } from './days';
import type { VehicleReminder } from './reminder.entity';
import type { DueReminderFilter } from './reminder.input';
import { openReminders } from './reminder.loader';

const USUAL_DAYS = 30;
/** Only rows that have the day are selected. */
const SOONEST: ListOrder<VehicleReminder> = { by: ['dueBy'], descending: false };

export async function dueReminders(
  context: Context,
  { withinDays, overdue, kinds, serviceCentreId }: DueReminderFilter,
  page: PageRequest,
): Promise<Connection<VehicleReminder>> {
  const now = await today(context);
  const until = overdue ? plusDays(now, -1) : plusDays(now, withinDays ?? USUAL_DAYS);
  const where: Sql[] = [sql`t.due_by <= ${until}::date`];
  if (overdue === false) where.push(sql`t.due_by >= ${now}::date`);
  if (kinds?.length) where.push(sql`t.kind = any(${kinds}::text[])`);
  where.push(ofVehicle(sql`v.archived_at is null ${ofCentre(serviceCentreId)}`));
  return context.page(openReminders, join(where, ' and '), SOONEST, page);
}

const ofCentre = (serviceCentreId: string | null | undefined): Sql =>
  serviceCentreId ? sql`and v.centres @> array[${serviceCentreId}]::uuid[]` : sql``;
