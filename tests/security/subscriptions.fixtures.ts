import { emit } from '../api/messages.fixtures';
import type { Shop } from '../harness/shop';
import type { Kind } from './records.fixtures';
import type { Place, World } from './world.fixtures';

/** What a subscription tells of: an event about a record, as its subgraph emits it. */
export interface Subscription {
  field: string;
  kind: Kind;
  event: string;
  subject: string;
  /** It tells figures instead of the record, and those after the latest of what it hears alone. */
  figures?: boolean;
  /** Beside whose service centre it is in. */
  payload?(world: World, id: string): Promise<Record<string, unknown>>;
}

const of =
  (table: string, columns: string) =>
  async ({ graph }: World, id: string): Promise<Record<string, unknown>> =>
    (await graph.sql<Record<string, unknown>>(`select ${columns} from ${table} where id = $1`, [id]))[0]!;

export const SUBSCRIPTIONS: readonly Subscription[] = [
  { field: 'jobCardUpdated', kind: 'jobCard', event: 'JobCardUpdated', subject: 'JobCard' },
  { field: 'appointmentUpdated', kind: 'appointment', event: 'AppointmentUpdated', subject: 'Appointment' },
  { field: 'homeServiceUpdated', kind: 'homeVisit', event: 'HomeServiceUpdated', subject: 'HomeService' },
  {
    field: 'stockAlertRaised',
    kind: 'stockLevel',
    event: 'StockLow',
    subject: 'StockLevel',
    payload: of('inventory.stock_level', 'part_id as "partId", location_id as "locationId", available'),
  },
  {
    field: 'notificationReceived',
    kind: 'notification',
    event: 'NotificationCreated',
    subject: 'Notification',
    payload: of('customer.notification', 'user_id as "userId"'),
  },
  {
    field: 'dashboardUpdated',
    kind: 'jobCard',
    event: 'JobServiceSkipped',
    subject: 'JobCard',
    figures: true,
  },
  {
    field: 'exportJobUpdated',
    kind: 'exportJob',
    event: 'ExportProgressed',
    subject: 'ExportJob',
    payload: of('reporting.export_job', 'user_id as "userId"'),
  },
];

/** Emits the event about the record that stands in that place; answers with its position in the shop's log. */
export async function emitAbout(
  world: World,
  { event, subject, payload }: Subscription,
  { place, id, log }: { place: Place; id: string; log: Shop },
): Promise<number> {
  const { graph, here, there } = world;
  const shop = place === 'otherOrganisation' ? there : here;
  const eventId = await emit(
    graph,
    log,
    event,
    { type: subject, id },
    { serviceCentreId: shop.centres[place === 'otherCentre' ? 1 : 0], ...(await payload?.(world, id)) },
  );
  const [row] = await graph.sql<{ position: string }>('select position from platform.event where id = $1', [
    eventId,
  ]);
  return Number(row!.position);
}
