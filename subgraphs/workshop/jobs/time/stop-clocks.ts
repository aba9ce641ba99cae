import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import type { JobCard } from '../job-card.entity';
import { emitJobEvent } from '../job-event';
import { TimeEntry } from './time-entry.entity';
import { everyEntry } from './time-entry.loader';

/** Stops what runs on a locked card, or on one service of it. */
export async function stopClocks(tx: Transaction, card: JobCard, jobServiceId?: string): Promise<void> {
  const where = jobServiceId ? sql`t.job_service_id = ${jobServiceId}` : sql`true`;
  const running = await tx.rows(
    everyEntry,
    sql`t.organisation_id = ${tx.organisationId} and t.job_card_id = ${card.id} and t.ended_at is null and ${where}`,
    sql`order by t.id for no key update of t`,
  );
  for (const entry of running) await stopClock(tx, entry, card);
}

/** Of a locked entry that runs. Clocks of processes differ: it ends when it began at the earliest. */
export async function stopClock(tx: Transaction, entry: TimeEntry, card: JobCard): Promise<void> {
  const endedAt = new Date(Math.max(tx.now.getTime(), entry.startedAt.getTime()));
  await tx.update(TimeEntry, entry, { endedAt }, 'stop');
  const { id: timeEntryId, technicianId } = entry;
  emitJobEvent(tx, 'TimeEntryStopped', card, { timeEntryId, technicianId });
}
