import { sql } from '../../../shared/database/sql';
import type { EventHandler } from '../../../shared/events/handler';
import { JobCardStatus } from '../jobs/job-card.lifecycle';
import { everyCard } from '../jobs/job-card.loader';
import { everyHomeService } from './home-service.loader';
import { giveTo } from './open-card';

/** Who is on site and has looked the vehicle over goes on with its job. */
export const goOnHandler: EventHandler = {
  event: 'JobCardInspected',
  name: 'workshop.go-on-with-home-service',
  async handle(tx, { subjectId }) {
    const [visit] = await tx.rows(
      everyHomeService,
      sql`t.organisation_id = ${tx.organisationId} and t.job_card_id = ${subjectId} and t.status = 'IN_PROGRESS'`,
    );
    if (!visit) return;
    const card = await tx.lock(everyCard, subjectId);
    if (card.status === JobCardStatus.INSPECTED) await giveTo(tx, card, visit.technicianId);
  },
};
