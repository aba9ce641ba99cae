import { badField, badInput, type FieldProblem, notFound } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { addResource, lockResources } from '../../scheduling/resource';
import { everyCard } from '../job-card.loader';
import { emitJobEvent } from '../job-event';
import { TimeEntry } from './time-entry.entity';
import type { CorrectTimeEntryInput } from './time-entry.input';
import { timeEntries, timeEntriesFor } from './time-entry.loader';
import { TimeEntryCorrection } from './time-entry-correction.entity';

/** What stood there before stays, beside who changed it and why. */
export async function correctTimeEntry(
  context: Context,
  id: string,
  input: CorrectTimeEntryInput,
): Promise<TimeEntry> {
  if (!input.startedAt && !input.endedAt)
    throw badField('input', 'NOTHING', 'Say when it was started or when it was stopped.');
  const seen = await context.load(timeEntries, id);
  if (!seen) throw notFound(timeEntries.called);
  const card = await context.loadOrFail(everyCard, seen.jobCardId);
  await context.transaction(async (tx) => {
    await addResource(tx, seen.technicianId);
    await lockResources(tx, [seen.technicianId]);
    const entry = await tx.lock(timeEntriesFor('time:correct'), id, input.expectedVersion);
    const startedAt = input.startedAt ?? entry.startedAt;
    const endedAt = input.endedAt ?? entry.endedAt;
    checkTimes(startedAt, endedAt, tx.now);
    await tx.update(TimeEntry, entry, { startedAt, endedAt }, 'correct');
    await tx.insert(TimeEntryCorrection, {
      timeEntryId: id,
      fromStartedAt: entry.startedAt,
      fromEndedAt: entry.endedAt,
      toStartedAt: startedAt,
      toEndedAt: endedAt,
      reason: input.reason.trim(),
      correctedById: tx.identity.actorId,
    });
    emitJobEvent(tx, 'TimeEntryCorrected', card, { timeEntryId: id, technicianId: entry.technicianId });
  });
  return context.loadOrFail(timeEntries, id);
}

function checkTimes(startedAt: Date, endedAt: Date | null, now: Date): void {
  const problems: FieldProblem[] = [];
  if (startedAt > now)
    problems.push({ path: 'input.startedAt', code: 'IN_FUTURE', message: 'It has not begun yet.' });
  if (endedAt && endedAt > now)
    problems.push({ path: 'input.endedAt', code: 'IN_FUTURE', message: 'It has not ended yet.' });
  if (endedAt && endedAt < startedAt)
    problems.push({ path: 'input.endedAt', code: 'ORDER', message: 'It ends after it begins.' });
  if (problems.length) throw badInput(problems);
}
