import { sql } from '../../../../shared/database/sql';
import type { EventHandler } from '../../../../shared/events/handler';

/** Who cannot sign in any more is booked no more; their shifts wait for them. */
const BOOKABLE: Readonly<Record<string, boolean>> = {
  UserActivated: true,
  UserDeactivated: false,
  UserDeleted: false,
};

export const technicianActiveHandlers: EventHandler[] = Object.entries(BOOKABLE).map(([event, bookable]) => ({
  event,
  name: `workshop.technician-bookable-on-${event}`,
  async handle(tx, { subjectId }) {
    await tx.query(sql`update workshop.booked_resource set bookable = ${bookable}
      where organisation_id = ${tx.organisationId} and id = ${subjectId}`);
  },
}));
