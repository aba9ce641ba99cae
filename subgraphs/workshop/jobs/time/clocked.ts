import type { Context } from '../../../../shared/subgraph/context';
import { hoursOf } from '../../decimal';
import { NEWEST_ENTRY } from './list-time-entries';
import type { TimeEntry } from './time-entry.entity';
import { everyEntry } from './time-entry.loader';

/** Everybody's, whoever asks; what runs counts until now. */
export async function clockedHours(
  context: Context,
  parent: 'jobCardId' | 'jobServiceId',
  id: string,
): Promise<string> {
  const entries = await context.childrenOf(everyEntry, parent, id, NEWEST_ENTRY);
  const now = context.kernel.clock.now();
  return hoursOf(entries.reduce((sum, entry) => sum + lengthOf(entry, now), 0));
}

const lengthOf = ({ startedAt, endedAt }: TimeEntry, now: Date): number =>
  Math.max(0, (endedAt ?? now).getTime() - startedAt.getTime());
