import { sql } from '../../../shared/database/sql';
import { invalidTransition, notFound } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { organisationSettings, requireColleague } from '../peers';
import { JobCard } from './job-card.entity';
import { IN_HAND, JobCardStatus, jobCardLifecycle } from './job-card.lifecycle';
import { jobCards, jobCardsFor } from './job-card.loader';
import { emitJobEvent } from './job-event';
import { takeUp } from './progress/waits';

const { ASSIGNED, CREATED } = JobCardStatus;
const assignable = jobCardsFor('jobs:assign');

/** The first technician moves the card on; another one takes it over as it stands, until it is completed. */
export async function assignJobCard(context: Context, id: string, technicianId: string): Promise<JobCard> {
  const [seen] = await context.reader.rows(assignable, sql`t.id = ${id}`);
  if (!seen) throw notFound(assignable.called);
  await requireColleague(context, technicianId, seen.serviceCentreId, 'technicianId');
  const inspectionFirst = seen.status === CREATED && (await inspectionRequired(context));
  await context.transaction(async (tx) => {
    const card = await tx.lock(assignable, id);
    const inHand = IN_HAND.has(card.status);
    if (inHand && card.technicianId === technicianId) return;
    if (card.status === CREATED && inspectionFirst) throw inspectFirst();
    emitJobEvent(tx, 'JobCardAssigned', card, { technicianId, formerTechnicianId: card.technicianId });
    if (inHand) await tx.update(JobCard, card, { technicianId }, 'assign');
    else await takeUp(tx, card, ASSIGNED, { action: 'assign', patch: { technicianId } });
  });
  return context.loadOrFail(jobCards, id);
}

const inspectFirst = () =>
  invalidTransition(
    CREATED,
    ASSIGNED,
    jobCardLifecycle.next(CREATED).filter((state) => state !== ASSIGNED),
  );

export const inspectionRequired = async (context: Context): Promise<boolean> =>
  (await organisationSettings(context)).requiresInspection;
