import { sql } from '../../../shared/database/sql';
import { badField, invalidTransition, notFound } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { JobCard } from './job-card.entity';
import { IN_HAND, JobCardStatus, jobCardLifecycle } from './job-card.lifecycle';
import { jobCards, jobCardsFor } from './job-card.loader';
import { moveJobCard } from './move-job-card';

const { ASSIGNED, CREATED } = JobCardStatus;
const assignable = jobCardsFor('jobs:assign');

/** The first technician moves the card on; another one takes it over as it stands, until it is completed. */
export async function assignJobCard(context: Context, id: string, technicianId: string): Promise<JobCard> {
  const [seen] = await context.reader.rows(assignable, sql`t.id = ${id}`);
  if (!seen) throw notFound(assignable.called);
  await requireTechnician(context, technicianId, seen.serviceCentreId);
  const inspectionFirst = seen.status === CREATED && (await inspectionRequired(context));
  await context.transaction(async (tx) => {
    const card = await tx.lock(assignable, id);
    const inHand = IN_HAND.has(card.status);
    if (inHand && card.technicianId === technicianId) return;
    if (card.status === CREATED && inspectionFirst) throw inspectFirst();
    if (inHand) await tx.update(JobCard, card, { technicianId }, 'assign');
    else await moveJobCard(tx, card, ASSIGNED, { action: 'assign', patch: { technicianId } });
    tx.emit({
      name: 'JobCardAssigned',
      subjectType: 'JobCard',
      subjectId: id,
      payload: { technicianId, formerTechnicianId: card.technicianId },
    });
  });
  return context.loadOrFail(jobCards, id);
}

const inspectFirst = () =>
  invalidTransition(
    CREATED,
    ASSIGNED,
    jobCardLifecycle.next(CREATED).filter((state) => state !== ASSIGNED),
  );

async function inspectionRequired(context: Context): Promise<boolean> {
  const { organisation } = await context.peers.ask<{ organisation: { requiresInspection: boolean } }>(
    'customer',
    '{ organisation { requiresInspection } }',
    {},
  );
  return organisation.requiresInspection;
}

interface Colleague {
  active: boolean;
  allCentres: boolean;
  serviceCentres: { id: string }[];
}

/** Somebody who works where the card is; customers work nowhere. */
async function requireTechnician(context: Context, id: string, serviceCentreId: string): Promise<void> {
  const [user] = await context.peers.entities<Colleague>(
    'customer',
    'User',
    [id],
    'active allCentres serviceCentres { id }',
  );
  if (!user?.active) throw badField('technicianId', 'UNKNOWN', 'There is no such technician.');
  if (!user.allCentres && !user.serviceCentres.some((centre) => centre.id === serviceCentreId))
    throw badField('technicianId', 'SERVICE_CENTRE', 'They do not work in the job card’s service centre.');
}
