import { notFound } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { everyCard } from '../job-card.loader';
import { stopClock } from './stop-clocks';
import type { TimeEntry } from './time-entry.entity';
import { timeEntries, timeEntriesFor } from './time-entry.loader';

/** Stopped already, it stays as it is. */
export async function stopTimeEntry(context: Context, id: string): Promise<TimeEntry> {
  const seen = await context.load(timeEntries, id);
  if (!seen) throw notFound(timeEntries.called);
  const card = await context.loadOrFail(everyCard, seen.jobCardId);
  await context.transaction(async (tx) => {
    const entry = await tx.lock(timeEntriesFor('jobs:update'), id);
    if (!entry.endedAt) await stopClock(tx, entry, card);
  });
  return context.loadOrFail(timeEntries, id);
}
