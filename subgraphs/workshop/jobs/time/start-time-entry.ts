import { requireReach } from '../../../../shared/access/identity';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField, conflict, notFound } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { requireColleague } from '../../peers';
import { addResource, lockResources } from '../../scheduling/resource';
import type { JobCard } from '../job-card.entity';
import { IN_HAND, JobCardStatus } from '../job-card.lifecycle';
import { jobCardsFor } from '../job-card.loader';
import { emitJobEvent } from '../job-event';
import { demandOpen, shownOf } from '../progress/open-card';
import { JobServiceStatus } from '../services/job-service.lifecycle';
import { everyJobService } from '../services/job-service.loader';
import { TimeEntry } from './time-entry.entity';
import type { StartTimeEntryInput } from './time-entry.input';
import { everyEntry, timeEntries } from './time-entry.loader';

const { COMPLETED, SKIPPED } = JobServiceStatus;
const workable = jobCardsFor('jobs:update');

/** Of one technician one clock runs at most: those who start another at once queue for the technician. */
export async function startTimeEntry(context: Context, input: StartTimeEntryInput): Promise<TimeEntry> {
  const [seen] = await context.reader.rows(workable, sql`t.id = ${input.jobCardId}`);
  if (!seen) throw notFound(workable.called);
  const technicianId = await whoseClock(context, seen, input.technicianId);
  const { id } = await context.once(
    { operation: 'startTimeEntry', key: input.idempotencyKey, input },
    async (tx) => {
      const card = await tx.lock(workable, seen.id);
      demandWorkable(card);
      if (input.jobServiceId) await demandUnfinished(tx, card, input.jobServiceId);
      await addResource(tx, technicianId);
      await lockResources(tx, [technicianId]);
      const entry = await tx.insert(TimeEntry, {
        technicianId,
        serviceCentreId: card.serviceCentreId,
        jobCardId: card.id,
        jobServiceId: input.jobServiceId ?? null,
        startedAt: await startFor(tx, technicianId),
        endedAt: null,
      });
      emitJobEvent(tx, 'TimeEntryStarted', card, { timeEntryId: entry.id, technicianId });
      return { id: entry.id };
    },
  );
  return context.loadOrFail(timeEntries, id);
}

/** The caller's own, or a colleague's where the caller works on all jobs. */
async function whoseClock(
  context: Context,
  card: JobCard,
  named: string | null | undefined,
): Promise<string> {
  const { identity } = context;
  const oneself = identity.kind === 'USER' ? identity.actorId : null;
  const technicianId = named?.toLowerCase() ?? oneself;
  if (!technicianId) throw badField('input.technicianId', 'REQUIRED', 'Say whose clock it is.');
  if (technicianId === oneself) return technicianId;
  if (requireReach(identity, 'jobs:update') !== 'all')
    throw badField('input.technicianId', 'NOT_YOURS', 'You start your own clock alone.');
  await requireColleague(context, technicianId, card.serviceCentreId, 'input.technicianId');
  return technicianId;
}

function demandWorkable(card: JobCard): void {
  demandOpen(card);
  if (!IN_HAND.has(card.status) || card.status === JobCardStatus.PAUSED)
    throw conflict(`Nobody works on a job card that is ${card.status}.`, {
      reason: 'JOB_NOT_IN_HAND',
      ...shownOf(card),
    });
}

async function demandUnfinished(tx: Transaction, card: JobCard, jobServiceId: string): Promise<void> {
  const [service] = await tx.rows(
    everyJobService,
    sql`t.organisation_id = ${tx.organisationId} and t.id = ${jobServiceId} and t.job_card_id = ${card.id}`,
  );
  if (!service) throw badField('input.jobServiceId', 'UNKNOWN', 'The job card has no such service.');
  if (service.status === COMPLETED || service.status === SKIPPED)
    throw conflict(`The service is ${service.status}.`, {
      reason: 'SERVICE_FINISHED',
      current: { id: service.id, version: service.version, status: service.status },
    });
}

/** The technician is locked. A clock of another process may be ahead: an entry begins when the one before it ended. */
async function startFor(tx: Transaction, technicianId: string): Promise<Date> {
  const [last] = await tx.rows(
    everyEntry,
    sql`t.organisation_id = ${tx.organisationId} and t.technician_id = ${technicianId}`,
    sql`order by t.started_at desc, t.id desc limit 1`,
  );
  if (last && !last.endedAt) throw clockRuns(last);
  return last?.endedAt && last.endedAt > tx.now ? last.endedAt : tx.now;
}

const clockRuns = ({ id, version, jobCardId, startedAt }: TimeEntry) =>
  conflict('A clock of theirs runs already: stop it first.', {
    reason: 'CLOCK_RUNNING',
    current: { id, version, jobCardId, startedAt: startedAt.toISOString() },
  });
